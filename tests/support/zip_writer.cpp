#include "tests/support/zip_writer.hpp"

#include <zlib.h>

#include <cstdint>

namespace fanal::support {
namespace {

std::string packed(std::string_view bytes, int window_bits) {
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_bits, 9, Z_DEFAULT_STRATEGY);
    std::string out(deflateBound(&stream, bytes.size()) + 64, '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    return out;
}

void put(std::string& out, std::uint32_t number, int bytes) {
    for (int i = 0; i < bytes; ++i) {
        out += static_cast<char>(number >> (8 * i) & 0xFF);
    }
}

}  // namespace

std::string zipped(const std::vector<std::pair<std::string, std::string>>& members, bool deflated) {
    std::string out, directory;
    for (const auto& [name, content] : members) {
        const std::string data = deflated ? packed(content, -15) : content;
        std::string header;
        put(header, 20, 2);
        put(header, 0x800, 2);  // names are UTF-8
        put(header, deflated ? 8 : 0, 2);
        put(header, 0x58210000, 4);
        put(header,
            static_cast<std::uint32_t>(
                crc32(0, reinterpret_cast<const Bytef*>(content.data()), static_cast<uInt>(content.size()))),
            4);
        put(header, static_cast<std::uint32_t>(data.size()), 4);
        put(header, static_cast<std::uint32_t>(content.size()), 4);
        put(header, static_cast<std::uint32_t>(name.size()), 2);
        put(header, 0, 2);
        directory += "PK\x01\x02";
        put(directory, 20, 2);
        directory += header;
        put(directory, 0, 2);
        put(directory, 0, 4);
        put(directory, 0, 4);
        put(directory, static_cast<std::uint32_t>(out.size()), 4);
        directory += name;
        out += "PK\x03\x04" + header + name + data;
    }
    const auto begin = static_cast<std::uint32_t>(out.size());
    out += directory + "PK\x05\x06";
    put(out, 0, 4);
    put(out, static_cast<std::uint32_t>(members.size()), 2);
    put(out, static_cast<std::uint32_t>(members.size()), 2);
    put(out, static_cast<std::uint32_t>(directory.size()), 4);
    put(out, begin, 4);
    put(out, 0, 2);
    return out;
}

std::string gzipped(std::string_view bytes) {
    return packed(bytes, 15 + 16);
}

std::string workbook(const std::string& rows, const std::string& behind_rows, const std::string& relations,
                     const std::string& strings) {
    return zipped(
        {{"xl/workbook.xml",
          R"(<workbook xmlns:r="r"><workbookPr/><sheets><sheet name="Export" sheetId="1" r:id="rId1"/></sheets></workbook>)"},
         {"xl/_rels/workbook.xml.rels",
          R"(<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>)"},
         {"xl/styles.xml",
          R"(<styleSheet><numFmts><numFmt numFmtId="164" formatCode="dd/mm/yy hh:mm"/></numFmts><cellStyleXfs><xf )"
          R"(numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="164"/></cellXfs></styleSheet>)"},
         {"xl/sharedStrings.xml", "<sst>" + strings + "</sst>"},
         {"xl/worksheets/_rels/sheet1.xml.rels", "<Relationships>" + relations + "</Relationships>"},
         {"xl/worksheets/sheet1.xml",
          "<worksheet xmlns:r=\"r\"><sheetData>" + rows + "</sheetData>" + behind_rows + "</worksheet>"}});
}

}  // namespace fanal::support
