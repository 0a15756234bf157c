#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "crm/cli/terminal.hpp"

namespace fanal::cli {

/// Rows under headings, aligned by what a terminal shows. Cells are made safe here. Where the table is wider than the
/// terminal, the columns of text give way, the widest first; numbers stand on the right and, like ids, are never cut.
/// What gives way is cut with "…", or goes on below where the column is one of whole text.
class Table {
  public:
    enum class Kind { text, whole, number, id };
    struct Column {
        std::string_view heading;
        Kind kind = Kind::text;
    };

    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// As many cells as there are columns.
    void add(std::vector<std::string> cells);

    /// Lines with their line breaks, indented by `indent` spaces.
    std::string text(const Terminal& terminal, std::size_t indent = 0) const;

  private:
    std::vector<std::size_t> widths(std::size_t available) const;
    /// The lines of one row.
    std::string lines(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                      std::string_view before) const;
    std::string line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const;

    std::vector<Column> columns_;
    std::vector<std::vector<std::string>> rows_;
};

}  // namespace fanal::cli
