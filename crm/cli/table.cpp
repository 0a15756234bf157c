#include "crm/cli/table.hpp"

#include <algorithm>
#include <cassert>
#include <sstream>

#include "crm/cli/display.hpp"

namespace fanal::cli {
namespace {

constexpr std::size_t gap = 2;
constexpr std::size_t narrowest_text = 8;
constexpr std::size_t widest_text = 400;
constexpr std::size_t lines_of_whole_max = 100;

}  // namespace

void Table::add(std::vector<std::string> cells) {
    assert(cells.size() == columns_.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = columns_[i].kind == Kind::text ? fitted(cells[i], widest_text) : one_line(cells[i]);
    }
    rows_.push_back(std::move(cells));
}

std::vector<std::size_t> Table::widths(std::size_t available) const {
    std::vector<std::size_t> widths;
    std::size_t total = gap * (columns_.size() - 1);
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = columns_of(columns_[i].heading);
        for (const auto& row : rows_) {
            width = std::max(width, columns_of(row[i]));
        }
        widths.push_back(width);
        total += width;
    }
    for (; total > available; --total) {
        std::size_t widest = columns_.size();
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            const bool gives_way =
                (columns_[i].kind == Kind::text || columns_[i].kind == Kind::whole) && widths[i] > narrowest_text;
            if (gives_way && (widest == columns_.size() || widths[i] > widths[widest])) {
                widest = i;
            }
        }
        if (widest == columns_.size()) {
            break;
        }
        --widths[widest];
    }
    return widths;
}

std::string Table::line(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths) const {
    std::string line;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string cell = fitted(cells[i], widths[i]);
        const std::string space(widths[i] - std::min(widths[i], columns_of(cell)), ' ');
        line += columns_[i].kind == Kind::number ? space + cell : cell + space;
        line += std::string(gap, ' ');
    }
    line.erase(line.find_last_not_of(' ') + 1);
    return line;
}

std::string Table::lines(const std::vector<std::string>& cells, const std::vector<std::size_t>& widths,
                         std::string_view before) const {
    std::vector<std::vector<std::string>> lines = {cells};
    for (std::size_t i = 0; i < cells.size(); ++i) {
        if (columns_[i].kind != Kind::whole || columns_of(cells[i]) <= widths[i]) {
            continue;
        }
        std::istringstream parts(wrapped(cells[i], widths[i], 0, lines_of_whole_max));
        std::size_t number = 0;
        for (std::string part; std::getline(parts, part); ++number) {
            if (number == lines.size()) {
                lines.emplace_back(cells.size());
            }
            lines[number][i] = part;
        }
    }
    std::string text;
    for (const auto& one : lines) {
        text += std::string(before) + line(one, widths) + "\n";
    }
    return text;
}

std::string Table::text(const Terminal& terminal, std::size_t indent) const {
    const auto columns = static_cast<std::size_t>(terminal.width);
    const auto column_widths = widths(columns - std::min(columns, indent));
    const std::string before(indent, ' ');
    std::vector<std::string> headings;
    for (const Column& column : columns_) {
        headings.emplace_back(column.heading);
    }
    std::string text = before + styled(terminal, Style::faint, line(headings, column_widths)) + "\n";
    for (const auto& row : rows_) {
        text += lines(row, column_widths, before);
    }
    return text;
}

}  // namespace fanal::cli
