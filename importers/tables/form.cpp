#include "importers/tables/form.hpp"

#include <algorithm>

namespace fanal::importers {
namespace {

/// What a letter of two bytes is without its accent; empty for anything else.
std::string_view without_accent(unsigned char first, unsigned char second) {
    if (first == 0xC5 && (second == 0x92 || second == 0x93)) {
        return "oe";
    }
    if (first != 0xC3 || second < 0x80 || second > 0xBF) {
        return {};
    }
    // From À to ÿ, capitals and small letters in the same order.
    constexpr std::string_view letters = "aaaaaaaceeeeiiii_nooooo_ouuuuy__";
    return letters.substr(second & 0x1F, 1);
}

}  // namespace

std::size_t Table::column(std::initializer_list<std::string_view> one_of) const {
    for (const std::string_view name : one_of) {
        const auto found = std::find(names.begin(), names.end(), name);
        if (found != names.end()) {
            return static_cast<std::size_t>(found - names.begin());
        }
    }
    return Row::none;
}

bool Table::has(std::initializer_list<std::string_view> all) const {
    return std::all_of(all.begin(), all.end(), [&](std::string_view name) { return column({name}) != Row::none; });
}

std::string folded_heading(std::string_view heading) {
    std::string name;
    for (std::size_t i = 0; i < heading.size(); ++i) {
        const char c = heading[i];
        const auto byte = static_cast<unsigned char>(c);
        if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
            name += c;
        } else if (c >= 'A' && c <= 'Z') {
            name += static_cast<char>(c - 'A' + 'a');
        } else if (byte >= 0x80) {
            const auto next = static_cast<unsigned char>(i + 1 < heading.size() ? heading[i + 1] : 0);
            if (const std::string_view letter = without_accent(byte, next); !letter.empty() && letter != "_") {
                name += letter;
                ++i;
            } else if (!name.empty() && name.back() != '_' && (byte & 0xC0) != 0x80) {
                name += '_';
            }
        } else if (!name.empty() && name.back() != '_') {
            name += '_';
        }
    }
    if (name.ends_with('_')) {
        name.pop_back();
    }
    return name;
}

}  // namespace fanal::importers
