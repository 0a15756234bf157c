#include "crm/identity/edits.hpp"

#include <algorithm>
#include <cstdint>

#include "crm/identity/letter_places.hpp"

namespace fanal::identity {
namespace {

/// Drops what both begin with and what both end with: it costs nothing in the best way either.
void strip(std::string_view& one, std::string_view& other) {
    while (!one.empty() && !other.empty() && one.front() == other.front()) {
        one.remove_prefix(1);
        other.remove_prefix(1);
    }
    while (!one.empty() && !other.empty() && one.back() == other.back()) {
        one.remove_suffix(1);
        other.remove_suffix(1);
    }
}

}  // namespace

int edits_between(std::string_view one, std::string_view other) {
    one = one.substr(0, compared_bytes_max);
    other = other.substr(0, compared_bytes_max);
    strip(one, other);
    if (one.empty() || other.empty()) {
        return static_cast<int>(std::max(one.size(), other.size()));
    }
    // A column of the table of distances is kept as bits: where it rises and where it falls against the row above.
    const LetterPlaces places(one, other);
    const std::uint64_t last = std::uint64_t{1} << (one.size() - 1);
    std::uint64_t rises = ~std::uint64_t{0};
    std::uint64_t falls = 0;
    std::uint64_t diagonal = 0;
    std::uint64_t equal_before = 0;
    auto edits = static_cast<int>(one.size());
    for (const char c : other) {
        const std::uint64_t equal = places[c];
        const std::uint64_t swapped = ((~diagonal & equal) << 1) & equal_before;
        diagonal = (((equal & rises) + rises) ^ rises) | equal | falls | swapped;
        const std::uint64_t grows = falls | ~(diagonal | rises);
        const std::uint64_t shrinks = diagonal & rises;
        edits += (grows & last) != 0 ? 1 : (shrinks & last) != 0 ? -1 : 0;
        const std::uint64_t shifted = grows << 1 | 1;
        rises = shrinks << 1 | ~(diagonal | shifted);
        falls = shifted & diagonal;
        equal_before = equal;
    }
    return edits;
}

}  // namespace fanal::identity
