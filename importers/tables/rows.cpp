#include "importers/tables/rows.hpp"

#include <algorithm>

namespace fanal::importers {
namespace {

std::string_view without_line_end(std::string_view row) {
    while (!row.empty() && (row.back() == '\n' || row.back() == '\r')) {
        row.remove_suffix(1);
    }
    return row;
}

}  // namespace

std::optional<std::size_t> row_size(std::string_view bytes, bool at_end, char separator) {
    // As in split(), a quote opens a value only at its beginning.
    bool quoted = false;
    bool begins = true;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (quoted) {
            quoted = c != '"';
            begins = false;
        } else if (c == '"' && (begins || (i > 0 && bytes[i - 1] == '"'))) {
            quoted = true;
        } else if (c == '\n') {
            return i + 1;
        } else if (c == '\r') {
            if (i + 1 == bytes.size() && !at_end) {
                return std::nullopt;
            }
            return i + 1 < bytes.size() && bytes[i + 1] == '\n' ? i + 2 : i + 1;
        } else {
            begins = c == separator;
        }
    }
    return at_end && !bytes.empty() && !quoted ? std::optional(bytes.size()) : std::nullopt;
}

std::optional<std::string> Row::split(std::string_view row, char separator) {
    row = without_line_end(row);
    values_.clear();
    unquoted_.clear();
    unquoted_.reserve(row.size());  // so that what is kept in it stays where it is
    std::size_t i = 0;
    for (bool more = true; more; ++i) {
        if (i < row.size() && row[i] == '"') {
            const std::size_t begin = ++i;
            const std::size_t kept = unquoted_.size();
            std::size_t copied = begin;  // up to here, once there was a doubled quote
            std::size_t close = row.find('"', i);
            for (; close != std::string_view::npos && close + 1 < row.size() && row[close + 1] == '"';
                 close = row.find('"', close + 2)) {
                unquoted_ += row.substr(copied, close + 1 - copied);
                copied = close + 2;
            }
            if (close == std::string_view::npos) {
                return "A quote is opened in column " + std::to_string(values_.size() + 1) + " and never closed.";
            }
            if (copied == begin) {
                values_.push_back(row.substr(begin, close - begin));
            } else {
                unquoted_ += row.substr(copied, close - copied);
                values_.push_back(std::string_view(unquoted_).substr(kept));
            }
            i = close + 1;
            if (i < row.size() && row[i] != separator) {
                return "Column " + std::to_string(values_.size()) + " has text behind its closing quote.";
            }
        } else {
            const std::size_t end = std::min(row.find(separator, i), row.size());
            values_.push_back(row.substr(i, end - i));
            i = end;
        }
        more = i < row.size();
    }
    return std::nullopt;
}

bool Row::is_blank() const {
    return std::all_of(values_.begin(), values_.end(),
                       [](std::string_view value) { return value.find_first_not_of(" \t") == std::string_view::npos; });
}

}  // namespace fanal::importers
