#include "crm/http/parameters.hpp"

#include <algorithm>
#include <charconv>

#include "models/error.hpp"

namespace fanal::http {
namespace {

constexpr std::int64_t limit_max = 1000;

int hex_value(char c) {
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    const char letter = static_cast<char>(c | 0x20);
    return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
}

/// The bytes of the UTF-8 character at the start of `text`; 0 when there is none (RFC 3629: no overlong forms, no
/// surrogates, nothing above U+10FFFF).
std::size_t utf8_length(std::string_view text) {
    const auto byte = [text](std::size_t i) -> unsigned {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0;
    };
    const auto follows = [byte](std::size_t i) { return (byte(i) & 0xC0) == 0x80; };
    const unsigned first = byte(0);
    if (first < 0x80) {
        return 1;
    }
    if (first >= 0xC2 && first <= 0xDF) {
        return follows(1) ? 2 : 0;
    }
    if (first >= 0xE0 && first <= 0xEF) {
        const bool plain = (first != 0xE0 || byte(1) >= 0xA0) && (first != 0xED || byte(1) < 0xA0);
        return plain && follows(1) && follows(2) ? 3 : 0;
    }
    if (first >= 0xF0 && first <= 0xF4) {
        const bool plain = (first != 0xF0 || byte(1) >= 0x90) && (first != 0xF4 || byte(1) < 0x90);
        return plain && follows(1) && follows(2) && follows(3) ? 4 : 0;
    }
    return 0;
}

bool is_plain_text(std::string_view text) {
    while (!text.empty()) {
        const auto first = static_cast<unsigned char>(text.front());
        const std::size_t length = utf8_length(text);
        if (length == 0 || first < 0x20 || first == 0x7F) {
            return false;
        }
        text.remove_prefix(length);
    }
    return true;
}

std::string decoded(std::string_view text) {
    std::optional<std::string> value = percent_decode(text, true);
    if (!value) {
        throw Error(ErrorKind::bad_input, "The query of this address is not percent-encoded UTF-8 text.");
    }
    return std::move(*value);
}

[[noreturn]] void refuse_parameter(const std::string& name, std::span<const std::string_view> known) {
    std::string sentence = "There is no parameter \"" + name + "\" here";
    for (std::size_t i = 0; i < known.size(); ++i) {
        sentence.append(i == 0 ? "; there is " : i + 1 == known.size() ? " and " : ", ").append(known[i]);
    }
    throw Error(ErrorKind::bad_input, sentence + '.');
}

}  // namespace

std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%') {
            const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
            const int low = high >= 0 ? hex_value(text[i + 2]) : -1;
            if (low < 0) {
                return std::nullopt;
            }
            out += static_cast<char>(high * 16 + low);
            i += 2;
        } else {
            out += plus_is_space && text[i] == '+' ? ' ' : text[i];
        }
    }
    return is_plain_text(out) ? std::optional(std::move(out)) : std::nullopt;
}

Parameters Parameters::parse(std::string_view query, std::span<const std::string_view> known) {
    Parameters parameters;
    while (!query.empty()) {
        const std::string_view part = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(part.size() + 1, query.size()));
        if (part.empty()) {
            continue;
        }
        const auto equals = std::min(part.find('='), part.size());
        std::string name = decoded(part.substr(0, equals));
        if (std::find(known.begin(), known.end(), name) == known.end()) {
            refuse_parameter(name, known);
        }
        if (parameters.find(name)) {
            throw Error(ErrorKind::bad_input, "The parameter \"" + name + "\" is given twice.");
        }
        parameters.list_.push_back({std::move(name), decoded(part.substr(std::min(equals + 1, part.size())))});
    }
    return parameters;
}

std::optional<std::string> Parameters::find(std::string_view name) const {
    const auto found =
        std::find_if(list_.begin(), list_.end(), [name](const Parameter& parameter) { return parameter.name == name; });
    return found == list_.end() ? std::nullopt : std::optional(found->value);
}

std::int64_t Parameters::limit(std::int64_t fallback) const {
    const std::optional<std::string> text = find("limit");
    if (!text) {
        return fallback;
    }
    std::int64_t number = 0;
    const char* end = text->data() + text->size();
    const auto [stopped_at, error] = std::from_chars(text->data(), end, number);
    if (error != std::errc{} || stopped_at != end || number < 1 || number > limit_max) {
        throw Error(ErrorKind::bad_input, "The limit should be a whole number from 1 to 1000, not \"" + *text + "\".");
    }
    return number;
}

}  // namespace fanal::http
