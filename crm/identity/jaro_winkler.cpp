#include "crm/identity/jaro_winkler.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

#include "crm/identity/letter_places.hpp"

namespace fanal::identity {
namespace {

/// The bits first … last, both included; none when they are the wrong way round.
std::uint64_t bits_between(int first, int last) {
    first = std::max(first, 0);
    last = std::min(last, 63);
    return first > last ? 0 : (~std::uint64_t{0} >> (63 - (last - first))) << first;
}

/// The score of what was found equal: `matched` of `word`, `taken` of `other`, a bit a letter.
double score(std::string_view word, std::string_view other, std::uint64_t matched, std::uint64_t taken) {
    const int count = std::popcount(matched);
    if (count == 0) {
        return 0;
    }
    int out_of_order = 0;
    for (; matched != 0; matched &= matched - 1, taken &= taken - 1) {
        out_of_order += word[static_cast<std::size_t>(std::countr_zero(matched))] !=
                        other[static_cast<std::size_t>(std::countr_zero(taken))];
    }
    const double jaro = (count / static_cast<double>(word.size()) + count / static_cast<double>(other.size()) +
                         (count - out_of_order / 2) / static_cast<double>(count)) /
                        3;
    const std::size_t shorter = std::min({word.size(), other.size(), std::size_t{4}});
    const auto beginning =
        std::mismatch(word.begin(), word.begin() + static_cast<std::ptrdiff_t>(shorter), other.begin());
    return jaro + static_cast<double>(beginning.first - word.begin()) * 0.1 * (1 - jaro);
}

}  // namespace

double jaro_winkler(std::string_view word, std::string_view other) {
    word = word.substr(0, compared_bytes_max);
    other = other.substr(0, compared_bytes_max);
    if (word.empty() || other.empty()) {
        return 0;
    }
    const LetterPlaces places(other, word);
    const int reach = std::max(0, static_cast<int>(std::max(word.size(), other.size())) / 2 - 1);
    std::uint64_t matched = 0;
    std::uint64_t taken = 0;
    for (std::size_t i = 0; i < word.size(); ++i) {
        const int at = static_cast<int>(i);
        const std::uint64_t free = places[word[i]] & bits_between(at - reach, at + reach) & ~taken;
        taken |= free & (~free + 1);
        matched |= static_cast<std::uint64_t>(free != 0) << i;
    }
    return score(word, other, matched, taken);
}

}  // namespace fanal::identity
