#include "importers/html_entities.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "models/utf8.hpp"

namespace fanal::importers {
namespace {

struct Entity {
    std::string_view name;
    char32_t character;
};

// Those that the networks' own HTML writes, and those of European languages and of typography, in the order of their
// names.
constexpr std::array entities = std::to_array<Entity>({
    {"AElig", 0xC6},   {"Aacute", 0xC1},   {"Acirc", 0xC2},   {"Agrave", 0xC0},  {"Aring", 0xC5},   {"Atilde", 0xC3},
    {"Auml", 0xC4},    {"Ccedil", 0xC7},   {"Eacute", 0xC9},  {"Ecirc", 0xCA},   {"Egrave", 0xC8},  {"Euml", 0xCB},
    {"Iacute", 0xCD},  {"Icirc", 0xCE},    {"Igrave", 0xCC},  {"Iuml", 0xCF},    {"Ntilde", 0xD1},  {"OElig", 0x152},
    {"Oacute", 0xD3},  {"Ocirc", 0xD4},    {"Ograve", 0xD2},  {"Oslash", 0xD8},  {"Otilde", 0xD5},  {"Ouml", 0xD6},
    {"Uacute", 0xDA},  {"Ucirc", 0xDB},    {"Ugrave", 0xD9},  {"Uuml", 0xDC},    {"aacute", 0xE1},  {"acirc", 0xE2},
    {"aelig", 0xE6},   {"agrave", 0xE0},   {"amp", '&'},      {"apos", '\''},    {"aring", 0xE5},   {"atilde", 0xE3},
    {"auml", 0xE4},    {"bull", 0x2022},   {"ccedil", 0xE7},  {"cent", 0xA2},    {"copy", 0xA9},    {"deg", 0xB0},
    {"eacute", 0xE9},  {"ecirc", 0xEA},    {"egrave", 0xE8},  {"euml", 0xEB},    {"euro", 0x20AC},  {"frac12", 0xBD},
    {"gt", '>'},       {"hellip", 0x2026}, {"iacute", 0xED},  {"icirc", 0xEE},   {"iexcl", 0xA1},   {"igrave", 0xEC},
    {"iquest", 0xBF},  {"iuml", 0xEF},     {"laquo", 0xAB},   {"ldquo", 0x201C}, {"lsquo", 0x2018}, {"lt", '<'},
    {"mdash", 0x2014}, {"middot", 0xB7},   {"nbsp", 0xA0},    {"ndash", 0x2013}, {"ntilde", 0xF1},  {"oacute", 0xF3},
    {"ocirc", 0xF4},   {"oelig", 0x153},   {"ograve", 0xF2},  {"oslash", 0xF8},  {"otilde", 0xF5},  {"ouml", 0xF6},
    {"pound", 0xA3},   {"quot", '"'},      {"raquo", 0xBB},   {"rdquo", 0x201D}, {"reg", 0xAE},     {"rsquo", 0x2019},
    {"szlig", 0xDF},   {"times", 0xD7},    {"trade", 0x2122}, {"uacute", 0xFA},  {"ucirc", 0xFB},   {"ugrave", 0xF9},
    {"uuml", 0xFC},    {"yuml", 0xFF},
});

static_assert(std::is_sorted(entities.begin(), entities.end(),
                             [](const Entity& a, const Entity& b) { return a.name < b.name; }));

constexpr std::size_t name_size_max = 8;

/// The character of "#233" or "#xE9"; what is none (a half surrogate, a zero, a number too large) is the replacement
/// character.
std::size_t append_numbered(std::string_view html, std::string& text) {
    const bool hexadecimal = html.size() > 2 && (html[2] == 'x' || html[2] == 'X');
    const char* const begin = html.data() + (hexadecimal ? 3 : 2);
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(begin, html.data() + html.size(), number, hexadecimal ? 16 : 10);
    if (end == begin) {
        return 0;
    }
    const bool surrogate = number >= 0xD800 && number < 0xE000;
    const bool character = error == std::errc{} && number != 0 && number <= 0x10FFFF && !surrogate;
    append_utf8(text, character ? static_cast<char32_t>(number) : replacement_character);
    const auto size = static_cast<std::size_t>(end - html.data());
    return size + (size < html.size() && html[size] == ';' ? 1 : 0);
}

}  // namespace

std::size_t append_entity(std::string_view html, std::string& text) {
    if (html.size() > 1 && html[1] == '#') {
        return append_numbered(html, text);
    }
    const std::size_t end = html.substr(0, name_size_max + 2).find(';');
    if (end == std::string_view::npos || end < 2) {
        return 0;
    }
    const std::string_view name = html.substr(1, end - 1);
    const auto before = [](const Entity& entity, std::string_view wanted) { return entity.name < wanted; };
    const auto found = std::lower_bound(entities.begin(), entities.end(), name, before);
    if (found == entities.end() || found->name != name) {
        return 0;
    }
    append_utf8(text, found->character);
    return end + 1;
}

std::string decode_entities(std::string_view text) {
    std::string decoded;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t taken = text[at] == '&' ? append_entity(text.substr(at), decoded) : 0;
        if (taken == 0) {
            decoded += text[at];
        }
        at += std::max<std::size_t>(taken, 1);
    }
    return decoded;
}

}  // namespace fanal::importers
