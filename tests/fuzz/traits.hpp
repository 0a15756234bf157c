#pragma once
#include <algorithm>
#include <array>
#include <functional>

#include "crm/identity/traits.hpp"
#include "tests/fuzz/transcript.hpp"

namespace fanal::fuzz {

/// Any bytes, as what two profiles say of themselves, a line for each of place, bio, address, picture and link.
inline void traits(std::string_view bytes) {
    std::array<std::string, 10> lines;
    for (std::string& line : lines) {
        const std::size_t size = std::min<std::size_t>(bytes.find('\n'), bytes.size());
        line = bytes.substr(0, std::min<std::size_t>(size, 4096));
        bytes.remove_prefix(std::min(size + 1, bytes.size()));
    }
    const auto said_by = [&](std::size_t first) {
        const std::span<const std::string> links(&lines[first + 4], 1);
        return identity::make_traits({lines[first], lines[first + 1], lines[first + 2], lines[first + 3], links});
    };
    const std::vector<std::string> one = said_by(0), other = said_by(5);
    for (const auto& said : {one, other}) {
        require(std::adjacent_find(said.begin(), said.end(), std::greater_equal<>()) == said.end(),
                "Traits are not in order, each once.");
        for (const std::string& trait : said) {
            require(trait.find(' ') == trait.npos && trait.find(':') != trait.npos, "A trait has another form.");
        }
    }
    identity::TraitCounts counts;
    for (const bool counted : {false, true}) {
        if (counted) {
            counts.add(one);
            counts.add(other);
        }
        const identity::TraitEvidence there = identity::weigh_traits(one, other, counts);
        const identity::TraitEvidence back = identity::weigh_traits(other, one, counts);
        require(there.sum() == back.sum(), "What two profiles prove hangs on which comes first.");
        for (const int part : {there.link, there.site, there.email, there.avatar, there.place, there.bio}) {
            require(part >= 0, "What two profiles have in common speaks against them.");
        }
    }
    std::vector<std::uint64_t> keys;
    identity::add_trait_keys(one, keys);
    require(keys.size() <= 2 * one.size(), "There are more keys than traits.");
}

}  // namespace fanal::fuzz
