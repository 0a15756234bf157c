#include "models/secrets.hpp"

#include <algorithm>
#include <array>

namespace fanal {
namespace {

constexpr std::array<std::string_view, 15> secrets = {
    "access_token",  "accesstoken",     "refresh_token", "id_token",      "token",
    "client_secret", "app_secret",      "secret",        "api_key",       "apikey",
    "password",      "appsecret_proof", "signature",     "authorization", "session_token"};

/// Of web addresses alone: elsewhere these words say nothing.
constexpr std::array<std::string_view, 15> signs = {"sig",
                                                    "oh",
                                                    "oe",
                                                    "x-signature",
                                                    "key",
                                                    "x-expires",
                                                    "_nc_ohc",
                                                    "auth",
                                                    "policy",
                                                    "key-pair-id",
                                                    "hmac",
                                                    "sign",
                                                    "x-amz-signature",
                                                    "x-amz-security-token",
                                                    "x-amz-credential"};

constexpr std::string_view hidden = "…";

bool is_name_character(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
}

std::string lower_case(std::string_view name) {
    std::string lower(name);
    std::transform(lower.begin(), lower.end(), lower.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return lower;
}

template <class Names>
bool is_one_of(const Names& names, std::string_view name) {
    return std::find(names.begin(), names.end(), lower_case(name)) != names.end();
}

/// What is written before an equals or a colon.
struct Named {
    std::string_view name;
    bool in_query = false;  ///< behind "?" or "&", also where these are escaped
};

Named name_before(std::string_view text) {
    std::size_t begin = text.size();
    while (begin > 0 && is_name_character(text[begin - 1])) {
        --begin;
    }
    std::string_view name = text.substr(begin);
    const char before = begin > 0 ? text[begin - 1] : ' ';
    bool in_query = before == '?' || before == '&' || before == ';';
    for (const std::string_view escaped : {"u0026", "u003f", "u003F", "26", "3f", "3F"}) {
        if ((before == '\\' || before == '%') && name.starts_with(escaped)) {
            name.remove_prefix(escaped.size());
            in_query = true;
            break;
        }
    }
    return {name, in_query};
}

/// How much of what stands behind "name=" is its value.
std::size_t parameter_size(std::string_view text) {
    const std::size_t end = std::min(text.find_first_of("&#\"'<>\\ \t\r\n,;)}]"), text.size());
    return std::min({end, text.find("%26"), text.find("%22")});
}

/// How much of `text` a value that is no string takes: a list or an object up to its own last bracket. Where a quote
/// is written with `escapes` before it, one with fewer ends the text in which all of this is quoted.
std::size_t bare_size(std::string_view text, std::size_t escapes) {
    std::size_t depth = 0, run = 0;
    bool in_string = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '"' && run < escapes) {
            return at - run;
        }
        const bool outside = !in_string && c != '"';
        in_string = in_string != (c == '"' && run == escapes);
        if (outside && depth == 0 && std::string_view(",}] \t\r\n").find(c) != std::string_view::npos) {
            return at;
        }
        depth += outside && (c == '[' || c == '{') ? 1 : 0;
        if (outside && (c == ']' || c == '}') && --depth == 0) {
            return at + 1;
        }
        run = c == '\\' ? run + 1 : 0;
    }
    return text.size();
}

/// Where the value of a member begins behind the colon, and its size; and the quotes that what takes its place needs,
/// so that JSON stays JSON. Quoted in another text, its quotes are escaped.
struct MemberValue {
    std::size_t begin = 0;
    std::size_t size = 0;
    std::string_view quote;
};

MemberValue member_value(std::string_view text, std::string_view quote) {
    std::size_t begin = std::min(text.find_first_not_of(" \t\r\n"), text.size());
    std::size_t escapes = 0;
    while (begin < text.size() && text[begin] == '\\') {
        ++begin;
        ++escapes;
    }
    if (begin == text.size() || text[begin] != '"') {
        return {begin, bare_size(text.substr(begin), quote.size() - 1), quote};
    }
    ++begin;
    for (std::size_t at = begin, run = 0; at < text.size(); ++at) {
        if (text[at] == '"' && run <= escapes) {
            return {begin, at - run - begin, {}};
        }
        run = text[at] == '\\' ? run + 1 : 0;
    }
    return {begin, text.size() - begin, {}};
}

/// A member's name, and the quote that closes it, with its escapes.
struct QuotedName {
    std::string_view name;
    std::string_view quote;
};

/// The name at the end of `text`, which ends with a quote, escaped or not; empty when it does not.
QuotedName quoted_name(std::string_view text) {
    text = text.substr(0, text.find_last_not_of(" \t\r\n") + 1);
    if (!text.ends_with('"')) {
        return {};
    }
    const std::string_view before = text.substr(0, text.size() - 1);
    const std::size_t end = before.find_last_not_of('\\') + 1;
    return {name_before(text.substr(0, end)).name, text.substr(end)};
}

}  // namespace

bool is_secret(std::string_view name) {
    return is_one_of(secrets, name);
}

bool opens_doors(std::string_view parameter) {
    const std::string_view name = parameter.substr(0, parameter.find('='));
    return is_secret(name) || is_one_of(signs, name);
}

std::string without_secrets(std::string_view text) {
    std::string clean;
    std::size_t copied = 0;
    const auto hide = [&](std::size_t begin, std::size_t size, std::string_view quote) {
        if (size > 0) {
            clean.append(text, copied, begin - copied).append(quote).append(hidden).append(quote);
            copied = begin + size;
        }
    };
    for (std::size_t at = text.find_first_of("=:%"); at < text.size();
         at = text.find_first_of("=:%", std::max(at + 1, copied))) {
        const bool escaped = text[at] == '%';
        if (text[at] == ':') {
            const QuotedName member = quoted_name(text.substr(copied, at - copied));
            if (is_secret(member.name)) {
                const MemberValue value = member_value(text.substr(at + 1), member.quote);
                hide(at + 1 + value.begin, value.size, value.quote);
            }
        } else if (!escaped || text.substr(at).starts_with("%3D") || text.substr(at).starts_with("%3d")) {
            const Named named = name_before(text.substr(copied, at - copied));
            const std::size_t begin = at + (escaped ? 3 : 1);
            if (is_secret(named.name) || (named.in_query && opens_doors(named.name))) {
                hide(begin, parameter_size(text.substr(begin)), {});
            }
        }
    }
    return clean.append(text, copied);
}

void hide_secrets(std::string& text) {
    if (text.find_first_of("=\"%") != std::string::npos) {
        text = without_secrets(text);
    }
}

}  // namespace fanal
