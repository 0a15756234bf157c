#pragma once
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace fanal::identity {

/// Two profiles, by their index, that are one person with some probability; whatever rises with it may stand in its
/// place, with 0.5 where it says yes.
struct RatedPair {
    std::uint32_t one;
    std::uint32_t other;
    double probability;
};

/// Shares of pairs, from 0 to 1.
struct PairFigures {
    double precision = 0;  ///< of the pairs said to be one person, those that are
    double recall = 0;     ///< of the pairs that are, those said to be
    double f1 = 0;
    double recall_at_precision_99 = 0;  ///< the most that can be found when pairs are said by falling probability
};

/// Who is who: for each profile its true person, and the side it stands on. Only pairs across sides are judged, or all
/// pairs when there is one side.
struct Truth {
    std::vector<std::uint32_t> person;
    std::vector<std::uint32_t> side;
};

/// Whether a pair counts: two profiles, of two sides where there are two.
bool is_judged(const Truth& truth, std::uint32_t one, std::uint32_t other);
/// Every judged pair of one person, whether or not it was ever looked at.
std::size_t count_true_pairs(const Truth& truth);

/// Of the true pairs, those among `pairs` at all.
double blocking_recall(const Truth& truth, std::span<const RatedPair> pairs);

/// At 0.5, and by rank. Pairs of one probability are said together.
PairFigures judge_pairs(const Truth& truth, std::span<const RatedPair> pairs);

/// What groups say: that all their judged pairs are one person.
struct GroupFigures {
    PairFigures pairs;      ///< recall_at_precision_99: when the pairs within groups are said by falling probability
    double b_cubed_f1 = 0;  ///< Bagga, Baldwin 1998: the means over profiles
    std::size_t largest = 0;
};

/// `group_of` gives profiles of one group one number. `pairs` rates those that were compared; two that are in one group
/// by way of others alone are said last.
GroupFigures judge_groups(const Truth& truth, std::span<const std::uint32_t> group_of,
                          std::span<const RatedPair> pairs);

}  // namespace fanal::identity
