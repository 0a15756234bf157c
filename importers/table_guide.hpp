#pragma once
#include <string>
#include <vector>

#include "models/column_map.hpp"

namespace fanal::importers {

/// Knows what a file's bytes do not say of a table: what a person gave, was asked or said before.
class TableGuide {
  public:
    virtual ~TableGuide() = default;

    /// The columns that were given for this import; empty when none were.
    virtual const ColumnMap& given() const = 0;
    /// What was said of a table with these headings before; null when nothing was.
    virtual const ColumnMap* known(const std::vector<std::string>& header) const = 0;
    /// Asks whether a table is to be read so.
    virtual ColumnAnswer ask(const ColumnGuess& guess) = 0;
    /// A table is read by what a person gave or confirmed.
    virtual void confirmed(const std::vector<std::string>& header, const ColumnMap& columns) = 0;
    /// Something about the file that is to stand in the report: a sentence.
    virtual void note(const std::string& sentence) = 0;
    /// Whether the table was made of a spreadsheet: rows are counted, and end with their last value.
    virtual bool is_sheet() const = 0;
};

}  // namespace fanal::importers
