#include "importers/mojibake.hpp"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <cstdint>
#include <utility>

#include "models/utf8.hpp"

namespace fanal::importers {
namespace {

/// The surrogate coded in the three bytes at `at`; 0 when there is none.
std::uint32_t surrogate_at(std::string_view text, std::size_t at) {
    if (at + 3 > text.size() || text[at] != '\xED' || (text[at + 1] & 0xE0) != 0xA0 || (text[at + 2] & 0xC0) != 0x80) {
        return 0;
    }
    const auto middle = static_cast<std::uint32_t>(text[at + 1] & 0x3F);
    return 0xD000 | middle << 6 | static_cast<std::uint32_t>(text[at + 2] & 0x3F);
}

/// The bytes that the characters of a text stand for in Latin-1; nullopt when one of them is no character of it.
std::optional<std::string> latin1_bytes(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        if (first < 0x80) {
            bytes[size++] = text[at];
        } else if ((first == 0xC2 || first == 0xC3) && at + 1 < text.size()) {
            bytes[size++] = static_cast<char>((first & 0x03) << 6 | (text[++at] & 0x3F));
        } else {
            return std::nullopt;
        }
    }
    bytes.resize(size);
    return bytes;
}

/// The surrogate written as \uXXXX at `at`; 0 when something else is.
std::uint32_t escaped_surrogate_at(std::string_view json, std::size_t at) {
    std::uint32_t unit = 0;
    const std::string_view digits = json.size() < at + 6 ? std::string_view() : json.substr(at + 2, 4);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), unit, 16);
    const bool escaped = json.substr(at).starts_with("\\u") && error == std::errc{} && !digits.empty() &&
                         end == digits.data() + digits.size();
    return escaped && unit >= 0xD800 && unit < 0xE000 ? unit : 0;
}

bool is_utf8(std::string_view text) {
    return simdjson::validate_utf8(text.data(), text.size());
}

}  // namespace

std::string without_mojibake(std::string_view text) {
    const auto is_high = [](char c) { return static_cast<unsigned char>(c) >= 0x80; };
    if (std::none_of(text.begin(), text.end(), is_high)) {
        return std::string(text);
    }
    auto bytes = latin1_bytes(text);
    if (bytes && !is_utf8(*bytes)) {
        bytes = join_surrogates(*bytes);
    }
    return bytes && is_utf8(*bytes) ? std::move(*bytes) : std::string(text);
}

std::optional<std::string> join_surrogates(std::string_view text) {
    std::string joined;
    std::size_t copied = 0;
    for (std::size_t at = text.find('\xED'); at != std::string_view::npos; at = text.find('\xED', at)) {
        const std::uint32_t high = surrogate_at(text, at);
        if (high == 0) {
            ++at;
            continue;
        }
        joined.append(text, copied, at - copied);
        const std::uint32_t low = high < 0xDC00 ? surrogate_at(text, at + 3) : 0;
        if (low >= 0xDC00) {
            append_utf8(joined, 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00));
        } else {
            append_utf8(joined, replacement_character);
        }
        at += low >= 0xDC00 ? 6 : 3;
        copied = at;
    }
    if (copied == 0) {
        return std::nullopt;
    }
    return joined.append(text, copied);
}

std::optional<std::string> replace_lone_surrogates(std::string_view json) {
    std::optional<std::string> mended;
    for (std::size_t at = json.find('\\'); at < json.size(); at = json.find('\\', at)) {
        const std::uint32_t unit = escaped_surrogate_at(json, at);
        if (unit == 0) {
            at += 2;  // the escaped character may be a backslash
        } else if (unit < 0xDC00 && escaped_surrogate_at(json, at + 6) >= 0xDC00) {
            at += 12;
        } else {
            mended = mended ? std::move(mended) : std::string(json);
            mended->replace(at + 2, 4, "fffd");
            at += 6;
        }
    }
    return mended;
}

}  // namespace fanal::importers
