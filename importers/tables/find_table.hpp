#pragma once
#include <memory>
#include <string>
#include <vector>

#include "importers/byte_window.hpp"
#include "importers/tables/encoding.hpp"
#include "importers/tables/form.hpp"

namespace fanal::importers {

/// What a file that is no JSON turned out to be.
struct FoundTable {
    Table table;
    std::unique_ptr<RowReader> reader;  ///< null: it is no table that can be read
    std::string_view source = "tables";
    char separator = ',';
    const Encoding* encoding = nullptr;  ///< null: UTF-8, as far as the beginning shows
    std::size_t bytes_above = 0;         ///< of the titles and the header
    std::int64_t lines_above = 0;        ///< counted for them beyond their line ends, when rows are counted
    std::int64_t line = 1;               ///< of the header
    std::string what_it_is;              ///< a few words, when it is nothing for us
    std::string refusal;                 ///< a sentence, when it is something for us but needs a person's word
    std::vector<std::string> notes;      ///< sentences for the report
};

/// Looks at the beginning of a file for a table: the header of a known form, columns that a person gave or confirmed
/// before, or headings that say what they are. Nothing is consumed, and the answer does not depend on the pieces in
/// which the bytes came.
FoundTable find_table(ByteWindow& window, const RunOptions& options);

}  // namespace fanal::importers
