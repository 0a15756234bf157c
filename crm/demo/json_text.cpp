#include "crm/demo/json_text.hpp"

#include <utility>

namespace fanal::demo {

void JsonText::separate() {
    if (!first_) {
        out_ += ',';
    }
    first_ = false;
}

JsonText& JsonText::open(char bracket, char closing) {
    separate();
    out_ += bracket;
    closing_ += closing;
    first_ = true;
    return *this;
}

JsonText& JsonText::end() {
    out_ += closing_.back();
    closing_.pop_back();
    first_ = false;
    return *this;
}

JsonText& JsonText::key(std::string_view name) {
    text(name);
    out_ += ':';
    first_ = true;  // its value follows without a comma
    return *this;
}

JsonText& JsonText::text(std::string_view value) {
    constexpr std::string_view hex = "0123456789abcdef";
    separate();
    out_ += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(value[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') {
            continue;
        }
        out_ += value.substr(plain, i - plain);
        plain = i + 1;
        if (byte == '\n') {
            out_ += "\\n";
        } else if (byte < 0x20) {
            out_ += "\\u00";
            out_ += hex[byte >> 4];
            out_ += hex[byte & 15];
        } else {
            out_ += '\\';
            out_ += static_cast<char>(byte);
        }
    }
    out_ += value.substr(plain);
    out_ += '"';
    return *this;
}

JsonText& JsonText::number(std::int64_t value) {
    separate();
    out_ += std::to_string(value);
    return *this;
}

JsonText& JsonText::boolean(bool value) {
    separate();
    out_ += value ? "true" : "false";
    return *this;
}

JsonText& JsonText::null() {
    separate();
    out_ += "null";
    return *this;
}

std::string JsonText::take() {
    first_ = true;
    closing_.clear();
    return std::exchange(out_, {});
}

void JsonText::end_line() {
    out_ += '\n';
    first_ = true;
}

}  // namespace fanal::demo
