#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace fanal::identity {

/// Two of a set, by their index, and the evidence that they are one person.
struct WeighedPair {
    std::uint32_t one;
    std::uint32_t other;
    double bits;  ///< prior included: 0 is as likely as not
};

/// When two groups may become one.
struct GroupRule {
    double pair_bits_min = -3;  ///< no pair below joins anything
    double mean_bits_min = -2;  ///< of all pairs across the two groups
    double bits_min = -6;       ///< what one pair may say against, and for, in the mean
    double bits_max = 12;
    std::size_t size_max = 50;
    /// Of each one, a number of which a group may hold one only: its network. Empty: none forbids anything.
    std::span<const std::uint32_t> one_of_each{};
};

/// Groups of pairs that are one person: pairs are taken by falling evidence, and two groups become one only when all
/// pairs across them speak for it in the mean, so that one wrong pair joins no two people (mean linkage; bare connected
/// components do). `bits_between` is asked for pairs that are not in the list. Gives for each of `count` the smallest
/// index in its group. O(pairs log pairs), and 144 pairs at the most are asked for at each join.
std::vector<std::uint32_t> group(std::size_t count, std::span<const WeighedPair> pairs, const GroupRule& rule,
                                 const std::function<double(std::uint32_t, std::uint32_t)>& bits_between);

}  // namespace fanal::identity
