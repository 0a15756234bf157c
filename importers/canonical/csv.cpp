#include "importers/canonical/csv.hpp"

#include <simdjson.h>

#include <algorithm>

namespace fanal::importers::canonical {
namespace {

std::string_view without_line_end(std::string_view row) {
    while (!row.empty() && (row.back() == '\n' || row.back() == '\r')) {
        row.remove_suffix(1);
    }
    return row;
}

void append_json_text(std::string& json, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    json += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            json += '\\';
            json += c;
        } else if (byte < 0x20) {
            json += "\\u00";
            json += digits[byte >> 4];
            json += digits[byte & 15];
        } else {
            json += c;
        }
    }
    json += '"';
}

}  // namespace

std::optional<std::size_t> row_size(std::string_view bytes, bool at_end) {
    // As in split_row(), a quote opens a value only at its beginning.
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
            begins = c == ',';
        }
    }
    return at_end && !bytes.empty() && !quoted ? std::optional(bytes.size()) : std::nullopt;
}

std::optional<std::string> split_row(std::string_view row, std::vector<std::string>& values) {
    row = without_line_end(row);
    std::size_t count = 0;
    std::size_t i = 0;
    for (bool more = true; more; ++count) {
        if (values.size() <= count) {
            values.emplace_back();
        }
        std::string& value = values[count];
        value.clear();
        if (i < row.size() && row[i] == '"') {
            for (++i; i < row.size(); ++i) {
                if (row[i] != '"') {
                    value += row[i];
                } else if (i + 1 < row.size() && row[i + 1] == '"') {
                    value += row[i++];
                } else {
                    break;
                }
            }
            if (i == row.size()) {
                return "A quote is opened in column " + std::to_string(count + 1) + " and never closed.";
            }
            ++i;
            if (i < row.size() && row[i] != ',') {
                return "Column " + std::to_string(count + 1) + " has text behind its closing quote.";
            }
        } else {
            const std::size_t comma = std::min(row.find(',', i), row.size());
            value.assign(row.substr(i, comma - i));
            i = comma;
        }
        more = i < row.size();
        ++i;
    }
    values.resize(count);
    return std::nullopt;
}

std::optional<CsvReader> CsvReader::from_header(std::string_view row) {
    CsvReader reader;
    if (!simdjson::validate_utf8(row.data(), row.size()) || split_row(row, reader.names_)) {
        return std::nullopt;
    }
    for (const std::string& name : reader.names_) {
        reader.columns_.push_back(parse_field(name));
    }
    const auto has = [&](Field field) {
        return std::find(reader.columns_.begin(), reader.columns_.end(), field) != reader.columns_.end();
    };
    if (!has(Field::network) || !has(Field::kind) || !has(Field::occurred_at)) {
        return std::nullopt;
    }
    return reader;
}

std::variant<Record, Removal, std::string> CsvReader::read(std::string_view row) {
    if (without_line_end(row).empty()) {
        return std::string();
    }
    if (!simdjson::validate_utf8(row.data(), row.size())) {
        return std::string("The row is no valid UTF-8: save the file as UTF-8.");
    }
    if (const auto sentence = split_row(row, values_)) {
        return *sentence;
    }
    if (values_.size() > columns_.size()) {
        return "The row has " + std::to_string(values_.size()) + " columns, but the header names " +
               std::to_string(columns_.size()) + ".";
    }
    FlatRecord record;
    std::string extra;
    for (std::size_t i = 0; i < values_.size(); ++i) {
        if (columns_[i]) {
            if (auto sentence = record.set(*columns_[i], values_[i])) {
                return std::move(*sentence);
            }
        } else if (!values_[i].empty()) {
            extra += extra.empty() ? '{' : ',';
            append_json_text(extra, names_[i]);
            extra += ':';
            append_json_text(extra, values_[i]);
        }
    }
    if (!extra.empty()) {
        record.set_extra(extra + "}");
    }
    return record.finish();
}

}  // namespace fanal::importers::canonical
