#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "importers/containers/zip.hpp"

/// The small parts of an XLSX workbook, each read whole. Strings are UTF-8.
namespace fanal::importers {

struct SheetPart {
    std::string name;
    std::string path;  ///< of the member, as "xl/worksheets/sheet1.xml"
};

/// What a workbook is made of.
struct WorkbookParts {
    std::vector<SheetPart> sheets;    ///< those that a person sees, in order
    std::vector<bool> style_is_date;  ///< by the style's number
    bool counts_from_1904 = false;
    std::string strings;  ///< the shared ones, one behind the other
    std::vector<std::size_t> string_ends;

    std::string_view shared_string(std::size_t index) const;
};

/// Reads the parts; a sentence in `problem` when the workbook is broken or too large.
WorkbookParts read_workbook_parts(const ZipArchive& archive, std::string& problem);

/// The addresses by the ids under which a part names them: "rId4" → "https://…", "worksheets/sheet1.xml".
std::unordered_map<std::string, std::string> read_relations(const ZipArchive& archive, std::string_view part_path,
                                                            std::string& problem);

/// A cell's row and column, both from 0, of "C7".
struct CellPlace {
    std::uint32_t row = 0;
    std::uint32_t column = 0;
};
CellPlace parse_cell_place(std::string_view reference);

/// The date of a cell that shows its number as one: "2020-12-31 18:55:05"; the number itself when it is none.
std::string date_of_serial(std::string_view number, bool counts_from_1904);

}  // namespace fanal::importers
