#pragma once
#include <algorithm>
#include <array>
#include <cmath>

#include "crm/identity/copying.hpp"
#include "crm/identity/match_crowd.hpp"
#include "crm/identity/match_keys.hpp"
#include "crm/identity/naming.hpp"
#include "crm/text/names.hpp"
#include "tests/fuzz/transcript.hpp"

namespace fanal::fuzz {

/// The properties of one naming, whatever a profile shows.
inline void naming_holds(const identity::Naming& naming, std::string_view handle, std::string_view name,
                         const identity::GramCounts& grams) {
    require(text::latinise(text::latinise(name)) == text::latinise(name), "A name is latinised anew.");
    require(text::handle_core(naming.core) == naming.core, "A handle's core has another core.");
    require(identity::make_naming(handle, name).tokens == naming.tokens, "One name reads in two ways.");
    for (const std::string& token : naming.tokens) {
        require(!token.empty() && std::all_of(token.begin(), token.end(),
                                              [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }),
                "A word of a name holds something else than Latin letters and digits.");
    }
    const std::vector<std::uint64_t> keys = identity::match_keys(naming, grams);
    require(std::adjacent_find(keys.begin(), keys.end(), std::greater_equal<>()) == keys.end(),
            "Keys are not in order, each once.");
}

/// Any bytes, as the handles and names of two profiles, a line each.
inline void naming(std::string_view bytes) {
    std::array<std::string_view, 4> lines;
    for (std::string_view& line : lines) {
        line = bytes.substr(0, std::min<std::size_t>(bytes.find('\n'), 256));
        bytes.remove_prefix(
            std::min(bytes.size(), bytes.find('\n') == bytes.npos ? bytes.size() : bytes.find('\n') + 1));
    }
    const std::array<identity::Naming, 1> one = {identity::make_naming(lines[0], lines[1])};
    const std::array<identity::Naming, 1> other = {identity::make_naming(lines[2], lines[3])};
    static const identity::GramCounts grams;
    naming_holds(one[0], lines[0], lines[1], grams);
    naming_holds(other[0], lines[2], lines[3], grams);

    identity::TokenCounts counts;
    counts.add(one[0]);
    counts.add(other[0]);
    if (!one[0].tokens.empty() && !other[0].tokens.empty()) {
        const double there = identity::name_bits(one[0].tokens, other[0].tokens, counts);
        const double back = identity::name_bits(other[0].tokens, one[0].tokens, counts);
        require(std::abs(there - back) < 1e-9, "Two names agree more one way than the other.");
    }
    const std::vector<float> letter_bits(one[0].core.size(), 4);
    const std::array<identity::CopySource, 1> sources = {{{other[0].core, false, 4}}};
    const double alone = identity::writing_bits(one[0].core, letter_bits, {}, {});
    const double copying = identity::writing_bits(one[0].core, letter_bits, {}, sources);
    require(copying >= 0 && copying <= alone, "Copying costs more than writing.");
    if (lines[0].size() % 16 != 1) {
        return;  // what follows takes a hundred times longer
    }
    static const identity::MatchModel model = identity::MatchModel::built_in();
    identity::MatchCrowd crowd(model);
    crowd.add({"facebook", one[0]});
    crowd.add({"x", other[0]});
    for (const identity::NetworkMatch& match : crowd.matches([](std::uint32_t, std::uint32_t) {})) {
        require(match.probability >= 0 && match.probability <= 1 && match.competition <= 0,
                "A probability lies outside 0 to 1.");
    }
}

}  // namespace fanal::fuzz
