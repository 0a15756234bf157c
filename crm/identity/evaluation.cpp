#include "crm/identity/evaluation.hpp"

#include <algorithm>
#include <map>
#include <unordered_map>

namespace fanal::identity {
namespace {

constexpr double high_precision = 0.99;
constexpr double said = 0.5;

bool is_true(const Truth& truth, const RatedPair& pair) {
    return truth.person[pair.one] == truth.person[pair.other];
}

double ratio(double part, double whole) {
    return whole > 0 ? part / whole : 0;
}

PairFigures figures(double right_count, double said_count, double true_count) {
    PairFigures found;
    found.precision = ratio(right_count, said_count);
    found.recall = ratio(right_count, true_count);
    found.f1 = ratio(2 * found.precision * found.recall, found.precision + found.recall);
    return found;
}

bool has_one_side(const Truth& truth) {
    return std::adjacent_find(truth.side.begin(), truth.side.end(), std::not_equal_to<>()) == truth.side.end();
}

/// The judged pairs within sets of profiles, when so many of each side fall in one set.
template <class Key>
double pairs_within(const Truth& truth, const std::vector<Key>& set_of) {
    std::map<Key, double> sizes;
    std::map<std::pair<Key, std::uint32_t>, double> sizes_of_side;
    for (std::size_t i = 0; i < set_of.size(); ++i) {
        ++sizes[set_of[i]];
        ++sizes_of_side[{set_of[i], truth.side[i]}];
    }
    const auto pairs = [](const auto& counts) {
        double sum = 0;
        for (const auto& [key, size] : counts) {
            sum += size * (size - 1) / 2;
        }
        return sum;
    };
    return pairs(sizes) - (has_one_side(truth) ? 0 : pairs(sizes_of_side));
}

/// All judged pairs within groups, each with its probability if it was rated, else 0.
std::vector<RatedPair> pairs_of_groups(const Truth& truth, std::span<const std::uint32_t> group_of,
                                       std::span<const RatedPair> rated) {
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> probability;
    for (const RatedPair& pair : rated) {
        if (group_of[pair.one] == group_of[pair.other]) {
            probability[std::minmax(pair.one, pair.other)] = pair.probability;
        }
    }
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> members;
    for (std::uint32_t i = 0; i < group_of.size(); ++i) {
        members[group_of[i]].push_back(i);
    }
    std::vector<RatedPair> pairs;
    for (const auto& [group, profiles] : members) {
        for (std::size_t i = 0; i < profiles.size(); ++i) {
            for (std::size_t j = i + 1; j < profiles.size(); ++j) {
                if (is_judged(truth, profiles[i], profiles[j])) {
                    const auto found = probability.find({profiles[i], profiles[j]});
                    pairs.push_back({profiles[i], profiles[j], found == probability.end() ? 0 : found->second});
                }
            }
        }
    }
    return pairs;
}

}  // namespace

bool is_judged(const Truth& truth, std::uint32_t one, std::uint32_t other) {
    return one != other && (truth.side[one] != truth.side[other] || has_one_side(truth));
}

std::size_t count_true_pairs(const Truth& truth) {
    return static_cast<std::size_t>(pairs_within(truth, truth.person));
}

double blocking_recall(const Truth& truth, std::span<const RatedPair> pairs) {
    const auto found =
        std::count_if(pairs.begin(), pairs.end(), [&](const RatedPair& pair) { return is_true(truth, pair); });
    return ratio(static_cast<double>(found), static_cast<double>(count_true_pairs(truth)));
}

PairFigures judge_pairs(const Truth& truth, std::span<const RatedPair> pairs) {
    std::vector<RatedPair> ranked(pairs.begin(), pairs.end());
    std::sort(ranked.begin(), ranked.end(),
              [](const RatedPair& a, const RatedPair& b) { return a.probability > b.probability; });
    const auto true_count = static_cast<double>(count_true_pairs(truth));
    double right_count = 0;
    double recall_at_99 = 0;
    PairFigures at_half;
    for (std::size_t i = 0; i < ranked.size(); ++i) {
        right_count += is_true(truth, ranked[i]) ? 1 : 0;
        if (i + 1 < ranked.size() && ranked[i + 1].probability == ranked[i].probability) {
            continue;
        }
        const PairFigures here = figures(right_count, static_cast<double>(i + 1), true_count);
        recall_at_99 = here.precision >= high_precision ? here.recall : recall_at_99;
        at_half = ranked[i].probability >= said ? here : at_half;
    }
    at_half.recall_at_precision_99 = recall_at_99;
    return at_half;
}

GroupFigures judge_groups(const Truth& truth, std::span<const std::uint32_t> group_of,
                          std::span<const RatedPair> pairs) {
    const std::vector<std::uint32_t> groups(group_of.begin(), group_of.end());
    std::vector<std::pair<std::uint32_t, std::uint32_t>> both;
    std::unordered_map<std::uint32_t, double> group_size;
    std::unordered_map<std::uint32_t, double> person_size;
    std::map<std::pair<std::uint32_t, std::uint32_t>, double> overlap;
    for (std::size_t i = 0; i < groups.size(); ++i) {
        both.emplace_back(groups[i], truth.person[i]);
        ++group_size[groups[i]];
        ++person_size[truth.person[i]];
        ++overlap[both.back()];
    }
    GroupFigures found;
    found.pairs = figures(pairs_within(truth, both), pairs_within(truth, groups), pairs_within(truth, truth.person));
    found.pairs.recall_at_precision_99 =
        judge_pairs(truth, pairs_of_groups(truth, group_of, pairs)).recall_at_precision_99;
    double precision = 0;
    double recall = 0;
    for (const auto& [key, size] : overlap) {
        precision += size * size / group_size[key.first];
        recall += size * size / person_size[key.second];
    }
    const auto count = static_cast<double>(groups.size());
    found.b_cubed_f1 = ratio(2 * (precision / count) * (recall / count), precision / count + recall / count);
    for (const auto& [key, size] : group_size) {
        found.largest = std::max(found.largest, static_cast<std::size_t>(size));
    }
    return found;
}

}  // namespace fanal::identity
