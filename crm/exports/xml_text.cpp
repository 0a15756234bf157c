#include "crm/exports/xml_text.hpp"

#include "models/utf8.hpp"

namespace fanal::exports {
namespace {

bool is_xml_character(char32_t c) {
    return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xFFFE && c != 0xFFFF);
}

}  // namespace

void append_xml_text(std::string& xml, std::string_view text) {
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        switch (c) {
            case '&':
                xml += "&amp;";
                break;
            case '<':
                xml += "&lt;";
                break;
            case '>':
                xml += "&gt;";
                break;
            case '"':
                xml += "&quot;";
                break;
            case '\t':
            case '\n':
            case '\r':  // written as they are, a reader would take them for one space
                xml += "&#" + std::to_string(static_cast<unsigned>(c)) + ";";
                break;
            default:
                append_utf8(xml, is_xml_character(c) ? c : replacement_character);
        }
    }
}

}  // namespace fanal::exports
