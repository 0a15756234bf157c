#include "importers/long_integers.hpp"

namespace fanal::importers {
namespace {

constexpr std::size_t digits_that_fit = 18;

/// The position behind the string that opens at `at`; the end when it never closes.
std::size_t behind_string(std::string_view json, std::size_t at) {
    for (++at; at < json.size() && json[at] != '"'; ++at) {
        at += json[at] == '\\' ? 1 : 0;
    }
    return std::min(at + 1, json.size());
}

}  // namespace

std::optional<std::string> quote_long_integers(std::string_view json) {
    std::string quoted;
    std::size_t copied = 0;
    std::size_t at = 0;
    while (at < json.size()) {
        if (json[at] == '"') {
            at = behind_string(json, at);
            continue;
        }
        const std::size_t end = std::min(json.find_first_not_of("-+.0123456789eE", at), json.size());
        const std::string_view number = json.substr(at, end - at);
        const std::size_t digits = number.size() - (number.starts_with('-') ? 1 : 0);
        const bool whole = number.find_first_not_of("0123456789", number.size() - digits) == std::string_view::npos;
        if (whole && digits > digits_that_fit && json[end - digits] != '0') {
            quoted.append(json, copied, at - copied);
            quoted.append("\"").append(number).append("\"");
            copied = end;
        }
        at = end == at ? at + 1 : end;
    }
    if (copied == 0) {
        return std::nullopt;
    }
    return quoted.append(json, copied);
}

}  // namespace fanal::importers
