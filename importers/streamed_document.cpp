#include "importers/streamed_document.hpp"

#include <algorithm>
#include <array>

namespace fanal::importers {
namespace {

constexpr std::array<std::string_view, 5> fields = {"event:", "data:", "id:", "retry:", ":"};

/// What stands behind the field's name.
std::string_view value_of(std::string_view line) {
    line.remove_prefix(std::min(line.find(':') + 1, line.size()));
    return line.starts_with(' ') ? line.substr(1) : line;
}

std::string quoted(std::string_view text) {
    std::string json = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            json += '\\';
        }
        json += static_cast<unsigned char>(c) < ' ' ? ' ' : c;
    }
    return json + '"';
}

}  // namespace

bool looks_like_stream(std::string_view start) {
    return std::any_of(fields.begin(), fields.end(), [&](std::string_view field) { return start.starts_with(field); });
}

bool StreamedDocument::add_line(std::string_view line) {
    if (line.starts_with("event:")) {
        name_ = value_of(line);
    } else if (line.starts_with("data:")) {
        data_ += data_.empty() ? "" : "\n";
        data_ += value_of(line);
    }
    return line.empty();
}

std::string StreamedDocument::json() const {
    if (data_.starts_with('{') || data_.starts_with('[')) {
        return data_;
    }
    return R"({"event":)" + quoted(name_) + R"(,"payload":)" + quoted(data_) + "}";
}

}  // namespace fanal::importers
