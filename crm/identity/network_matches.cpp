#include "crm/identity/network_matches.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace fanal::identity {
namespace {

constexpr int total_max = 100'000;  // 100 bits either way: nobody is surer

/// The highest total of each profile, and how many pairs have it.
struct Top {
    int total = 0;
    int count = 0;

    void add(int candidate) {
        if (count == 0 || candidate > total) {
            *this = {candidate, 1};
        } else if (candidate == total) {
            ++count;
        }
    }
    bool is(int candidate) const { return count == 1 && candidate == total; }
};

void mark_mutual_best(std::span<NetworkMatch> pairs) {
    std::unordered_map<std::uint32_t, Top> of_profile;
    std::unordered_map<std::uint32_t, Top> of_other;
    for (const NetworkMatch& match : pairs) {
        of_profile[match.profile].add(match.total());
        of_other[match.other].add(match.total());
    }
    for (NetworkMatch& match : pairs) {
        match.mutual_best = of_profile[match.profile].is(match.total()) && of_other[match.other].is(match.total());
    }
}

}  // namespace

int log_odds_millibits(double probability) {
    const double bits = std::log2(probability) - std::log2(1 - probability);
    return static_cast<int>(std::lround(1000 * std::clamp(bits, -total_max / 1000.0, total_max / 1000.0)));
}

void compete(std::span<NetworkMatch> matches) {
    std::vector<NetworkCandidate> candidates;
    std::vector<double> bits;
    for (const NetworkMatch& match : matches) {
        candidates.push_back({match.profile, match.other});
        bits.push_back(match.evidence.sum() / 1000.0);
    }
    const std::vector<double> probability = probabilities(candidates, bits);
    for (std::size_t i = 0; i < matches.size(); ++i) {
        matches[i].probability = probability[i];
        matches[i].competition = std::min(0, log_odds_millibits(probability[i]) - matches[i].evidence.sum());
    }
    mark_mutual_best(matches);
}

std::vector<std::uint32_t> group_profiles(std::span<const std::uint32_t> network_of,
                                          std::span<const WeighedPair> pairs) {
    const auto key = [](std::uint32_t one, std::uint32_t other) {
        return std::uint64_t{std::min(one, other)} << 32 | std::max(one, other);
    };
    std::unordered_map<std::uint64_t, double> bits;
    for (const WeighedPair& pair : pairs) {
        bits[key(pair.one, pair.other)] = pair.bits;
    }
    GroupRule rule;
    rule.pair_bits_min = 0;
    rule.one_of_each = network_of;
    return group(network_of.size(), pairs, rule, [&](std::uint32_t one, std::uint32_t other) {
        const auto found = bits.find(key(one, other));
        return found == bits.end() ? rule.bits_min : found->second;  // without a key in common, as unlike as can be
    });
}

}  // namespace fanal::identity
