#include "crm/identity/network_model.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace fanal::identity {
namespace {

constexpr std::size_t equal_level = handle_levels_count - 1;
constexpr double field_bits_min = -15;
constexpr double field_bits_max = 20;
constexpr double exponent_max = 60;  // beyond it e is as good as certain, and sums stay finite
constexpr int rounds_max = 25;
constexpr double rate_min = 1e-7;
constexpr double rate_max = 0.8;

std::size_t level_of(double bits, double first_bits, std::size_t last) {
    const double level = std::trunc((bits - first_bits) / bits_a_level);
    return static_cast<std::size_t>(std::clamp(level, 0.0, static_cast<double>(last)));
}

/// How far the two agree in all, before anything is known of what agreement is worth.
double raw_bits(const NetworkCandidate& candidate) {
    constexpr double equality_bits = 2;
    return (candidate.handles_known ? candidate.handle_bits + (candidate.handles_equal ? equality_bits : 0) : 0) +
           (candidate.names_known ? candidate.name_bits : 0);
}

/// The best raw bits of each profile of either network.
struct Best {
    std::unordered_map<std::uint32_t, double> of_profile;
    std::unordered_map<std::uint32_t, double> of_other;

    explicit Best(std::span<const NetworkCandidate> candidates) {
        for (const NetworkCandidate& candidate : candidates) {
            const double bits = raw_bits(candidate);
            double& one = of_profile.try_emplace(candidate.profile, bits).first->second;
            double& other = of_other.try_emplace(candidate.other, bits).first->second;
            one = std::max(one, bits);
            other = std::max(other, bits);
        }
    }

    bool is_best_of_both(const NetworkCandidate& candidate) const {
        const double bits = raw_bits(candidate);
        return bits >= of_profile.at(candidate.profile) && bits >= of_other.at(candidate.other);
    }
    bool is_best_of_none(const NetworkCandidate& candidate) const {
        const double bits = raw_bits(candidate);
        return bits < of_profile.at(candidate.profile) && bits < of_other.at(candidate.other);
    }
};

/// Counts that fall exponentially above their peak: a straight line through their logarithms.
struct Tail {
    std::size_t peak;
    double slope;
    double intercept;

    double at(std::size_t level) const { return std::exp(intercept + slope * static_cast<double>(level)); }
};

Tail fit_tail(std::span<const double> counts, std::size_t last) {
    constexpr double count_min = 4;
    constexpr double flattest = -0.35;  // natural logarithms a level; what so few counts say is kept within reason
    constexpr double steepest = -1.4;
    constexpr double usual = -0.7;
    const auto peak = static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin());
    double sum = 0, sum_x = 0, sum_y = 0, sum_xx = 0, sum_xy = 0;
    for (std::size_t level = peak + 2; level <= last; ++level) {
        if (counts[level] >= count_min) {
            const double weight = std::sqrt(counts[level]);
            const auto x = static_cast<double>(level);
            const double y = std::log(counts[level]);
            sum += weight;
            sum_x += weight * x;
            sum_y += weight * y;
            sum_xx += weight * x * x;
            sum_xy += weight * x * y;
        }
    }
    if (sum == 0) {
        const double at_peak = std::log(std::max(1.0, counts[peak]));
        return {peak, usual, at_peak - usual * static_cast<double>(peak)};
    }
    const double spread = sum * sum_xx - sum_x * sum_x;
    const double slope = std::clamp(spread > 0 ? (sum * sum_xy - sum_x * sum_y) / spread : usual, steepest, flattest);
    return {peak, slope, (sum_y - slope * sum_x) / sum};
}

template <std::size_t levels>
void normalise(std::array<double, levels>& rates) {
    double sum = 0;
    for (const double rate : rates) {
        sum += rate;
    }
    for (double& rate : rates) {
        rate /= sum;
    }
}

/// Shares of levels among pairs that agree by chance, from the counts of those that are nobody's best. Far above the
/// peak there are too few to count, and some of these are matches after all: there the tail's line stands, and no more
/// than a pair in 2^bits agrees by so many bits (Kraft), with `slack` for what the bits leave out.
template <std::size_t levels>
std::array<double, levels> chance_rates(const std::array<double, levels>& counts, std::size_t last_of_tail,
                                        double first_bits, double pairs_a_candidate) {
    constexpr double slack_bits = 3;
    constexpr double enough = 20;
    double sum = 0;
    for (const double count : counts) {
        sum += count;
    }
    const Tail tail = fit_tail(counts, last_of_tail);
    std::array<double, levels> rates = counts;
    for (std::size_t level = 0; level < levels; ++level) {
        if (level > tail.peak) {
            const double bits = first_bits + bits_a_level * static_cast<double>(level);
            const double counted = counts[level] >= enough ? counts[level] : 0;
            rates[level] = std::min(std::max(tail.at(level), counted),
                                    std::max(1.0, sum) * std::exp2(slack_bits - bits) * pairs_a_candidate);
        }
        rates[level] = std::max(rates[level], 1e-9);
    }
    normalise(rates);
    return rates;
}

/// What a match is believed to look like before any is seen, as so many matches.
constexpr double believed_matches_count = 30;
/// And, for the share of matches in one kind of candidates, as so many matches at the share of all.
constexpr double believed_matches_of_kind = 8;

/// The level from which on agreement is rarely chance, `usual` at the most: in a small database nothing is so rare that
/// it could prove more.
template <std::size_t levels>
std::size_t rare_level(const std::array<double, levels>& chance, std::size_t usual) {
    constexpr double rare = 0.02;
    double sum = 0;
    std::size_t level = levels;
    while (level > 1 && sum + chance[level - 1] <= rare) {
        sum += chance[--level];
    }
    return std::min(level, usual);
}

/// The match rates believed, from the chance rates: some matches agree as strangers do, some are equal, the most agree
/// beyond chance.
void believe(NetworkModel& model) {
    const std::size_t handles_from = rare_level(model.handle.chance, 7);
    for (std::size_t level = 0; level < handle_levels_count; ++level) {
        const bool beyond = level >= handles_from && level < equal_level;
        model.handle.match[level] = 0.05 / handle_levels_count + 0.20 * model.handle.chance[level] +
                                    (beyond ? 0.35 / static_cast<double>(equal_level - handles_from) : 0);
    }
    model.handle.match[equal_level] += 0.40;
    const std::size_t names_from = rare_level(model.name.chance, 9);
    for (std::size_t level = 0; level < name_levels_count; ++level) {
        model.name.match[level] =
            0.05 / name_levels_count + 0.05 * model.name.chance[level] +
            (level >= names_from ? 0.90 / static_cast<double>(name_levels_count - names_from) : 0);
    }
}

/// Makes match/chance rise with the level by pooling neighbours that do not (pool adjacent violators).
void make_rising(std::span<double> match, std::span<const double> chance) {
    struct Pool {
        double match;
        double chance;
        std::size_t size;
    };
    std::vector<Pool> pools;
    for (std::size_t level = 0; level < match.size(); ++level) {
        pools.push_back({match[level], chance[level], 1});
        while (pools.size() > 1) {
            const Pool& last = pools.back();
            Pool& before = pools[pools.size() - 2];
            if (before.match * last.chance < last.match * before.chance) {
                break;
            }
            before = {before.match + last.match, before.chance + last.chance, before.size + last.size};
            pools.pop_back();
        }
    }
    std::size_t level = 0;
    for (const Pool& pool : pools) {
        for (std::size_t i = 0; i < pool.size; ++i, ++level) {
            match[level] = chance[level] * pool.match / pool.chance;
        }
    }
}

/// The share of matches in each kind of candidates, for a kind with few expected matches drawn towards that of all.
void learn_rates(NetworkModel& model, std::span<const NetworkCandidate> candidates,
                 std::span<const double> probability) {
    std::array<double, candidate_kinds_count> matches{};
    std::array<double, candidate_kinds_count> counts{};
    double sum = 0;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        const std::size_t kind = candidate_kind(candidates[i]);
        matches[kind] += probability[i];
        counts[kind] += 1;
        sum += probability[i];
    }
    model.expected_matches_count = sum;
    model.match_rate = std::clamp(sum / static_cast<double>(candidates.size()), rate_min, rate_max);
    for (std::size_t kind = 0; kind < candidate_kinds_count; ++kind) {
        const double believed_candidates = believed_matches_of_kind / model.match_rate;
        model.match_rates[kind] = std::clamp(
            (matches[kind] + believed_matches_of_kind) / (counts[kind] + believed_candidates), rate_min, rate_max);
    }
}

/// Counts anew what matches look like when each candidate is one with its probability.
void learn_matches(NetworkModel& model, std::span<const NetworkCandidate> candidates,
                   std::span<const double> probability) {
    NetworkModel prior = model;
    believe(prior);
    for (double& rate : prior.handle.match) {
        rate *= believed_matches_count;
    }
    for (double& rate : prior.name.match) {
        rate *= believed_matches_count;
    }
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        if (const auto level = handle_level(candidates[i])) {
            prior.handle.match[*level] += probability[i];
        }
        if (const auto level = name_level(candidates[i])) {
            prior.name.match[*level] += probability[i];
        }
    }
    normalise(prior.handle.match);
    normalise(prior.name.match);
    model.handle.match = prior.handle.match;
    model.name.match = prior.name.match;
    learn_rates(model, candidates, probability);
}

void learn_chance(NetworkModel& model, std::span<const NetworkCandidate> candidates, const Best& best) {
    std::array<double, handle_levels_count> handles{};
    std::array<double, name_levels_count> names{};
    for (const NetworkCandidate& candidate : candidates) {
        if (best.is_best_of_none(candidate)) {
            if (const auto level = handle_level(candidate)) {
                handles[*level] += 1;
            }
            if (const auto level = name_level(candidate)) {
                names[*level] += 1;
            }
        }
    }
    model.handle.chance = chance_rates(handles, equal_level - 1, first_handle_bits, model.pairs_a_candidate);
    model.name.chance = chance_rates(names, name_levels_count - 1, first_name_bits, model.pairs_a_candidate);
}

/// How probable a match is for those that are each other's only best, by how much more often they agree so far than
/// pairs by chance would; 0 for the rest. Namesakes tie, and ties are nobody's best.
std::vector<double> first_guess(std::span<const NetworkCandidate> candidates, const Best& best) {
    constexpr std::size_t bins_count = 40;
    constexpr double first_bits = -12;
    constexpr double doubt = 2;  // of those best for each other, so many times more than expected may be chance
    std::array<double, bins_count> all{};
    std::array<double, bins_count> chance{};
    const auto bin_of = [&](const NetworkCandidate& candidate) {
        return level_of(raw_bits(candidate), first_bits, bins_count - 1);
    };
    for (const NetworkCandidate& candidate : candidates) {
        all[bin_of(candidate)] += 1;
        chance[bin_of(candidate)] += best.is_best_of_none(candidate) ? 1 : 0;
    }
    const Tail tail = fit_tail(chance, bins_count - 1);
    std::array<double, bins_count> probability{};
    double rising = 0;
    for (std::size_t bin = tail.peak + 2; bin < bins_count; ++bin) {
        rising = all[bin] > 0 ? std::max(rising, 1 - doubt * tail.at(bin) / all[bin]) : rising;
        probability[bin] = rising;
    }
    std::unordered_map<std::uint32_t, int> best_count;
    std::unordered_map<std::uint32_t, int> other_best_count;
    for (const NetworkCandidate& candidate : candidates) {
        if (best.is_best_of_both(candidate)) {
            ++best_count[candidate.profile];
            ++other_best_count[candidate.other];
        }
    }
    std::vector<double> guesses;
    for (const NetworkCandidate& candidate : candidates) {
        const bool only_best = best.is_best_of_both(candidate) && best_count[candidate.profile] == 1 &&
                               other_best_count[candidate.other] == 1;
        guesses.push_back(only_best ? probability[bin_of(candidate)] : 0);
    }
    return guesses;
}

std::vector<double> bits_of(const NetworkModel& model, std::span<const NetworkCandidate> candidates) {
    std::vector<double> bits;
    bits.reserve(candidates.size());
    for (const NetworkCandidate& candidate : candidates) {
        bits.push_back(evidence(model, candidate).sum() / 1000.0);
    }
    return bits;
}

int millibits(double bits) {
    return static_cast<int>(std::lround(1000 * bits));
}

/// What agreement by `bits` is worth: between the middles of two levels, on the line between what these are worth.
double worth(std::span<const double> match, std::span<const double> chance, double bits, double first_bits) {
    const auto last = static_cast<double>(match.size() - 1);
    const double place = std::clamp((bits - first_bits) / bits_a_level - 0.5, 0.0, last);
    const std::size_t below = std::min(static_cast<std::size_t>(place), match.size() - 2);
    const auto of_level = [&](std::size_t level) { return std::log2(match[level] / chance[level]); };
    return std::lerp(of_level(below), of_level(below + 1), place - static_cast<double>(below));
}

}  // namespace

std::size_t candidate_kind(const NetworkCandidate& candidate) {
    return (candidate.handles_known ? 1U : 0U) + (candidate.names_known ? 2U : 0U) +
           (candidate.handle_missing ? 4U : 0U);
}

std::optional<std::size_t> handle_level(const NetworkCandidate& candidate) {
    if (!candidate.handles_known) {
        return std::nullopt;
    }
    return candidate.handles_equal ? equal_level : level_of(candidate.handle_bits, first_handle_bits, equal_level - 1);
}

std::optional<std::size_t> name_level(const NetworkCandidate& candidate) {
    if (!candidate.names_known) {
        return std::nullopt;
    }
    return level_of(candidate.name_bits, first_name_bits, name_levels_count - 1);
}

NetworkEvidence evidence(const NetworkModel& model, const NetworkCandidate& candidate) {
    NetworkEvidence found;
    if (const auto level = handle_level(candidate)) {
        // Two people chose this very handle by chance as often as its letters are likely.
        const double bits =
            *level == equal_level
                ? std::log2(model.handle.match[*level]) + candidate.own_handle_bits - std::log2(model.pairs_a_candidate)
                : worth(std::span(model.handle.match).first(equal_level),
                        std::span(model.handle.chance).first(equal_level), candidate.handle_bits, first_handle_bits);
        found.handle = millibits(std::clamp(bits, field_bits_min, field_bits_max));
    }
    if (candidate.names_known) {
        const double bits = worth(model.name.match, model.name.chance, candidate.name_bits, first_name_bits);
        found.name = millibits(std::clamp(bits, field_bits_min, field_bits_max));
    }
    const double rate = model.match_rates[candidate_kind(candidate)];
    found.prior = millibits(std::log2(rate / (1 - rate)));
    return found;
}

double odds_of(double bits) {
    return std::exp2(std::min(exponent_max, bits));
}

double probability_among(double odds, double of_profile, double of_other) {
    return odds / (1 + (of_profile + of_other) - odds);
}

std::vector<double> probabilities(std::span<const NetworkCandidate> candidates, std::span<const double> bits) {
    std::unordered_map<std::uint32_t, double> of_profile;
    std::unordered_map<std::uint32_t, double> of_other;
    std::vector<double> odds;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        odds.push_back(odds_of(bits[i]));
        of_profile[candidates[i].profile] += odds[i];
        of_other[candidates[i].other] += odds[i];
    }
    std::vector<double> found;
    for (std::size_t i = 0; i < candidates.size(); ++i) {
        found.push_back(probability_among(odds[i], of_profile[candidates[i].profile], of_other[candidates[i].other]));
    }
    return found;
}

NetworkModel fit(std::span<const NetworkCandidate> candidates, std::size_t profiles_count, std::size_t others_count) {
    NetworkModel model;
    model.handle.chance.fill(1.0 / handle_levels_count);
    model.name.chance.fill(1.0 / name_levels_count);
    model.match_rate = rate_min;
    model.match_rates.fill(rate_min);
    believe(model);
    if (candidates.empty()) {
        return model;
    }
    model.pairs_a_candidate = static_cast<double>(profiles_count) * static_cast<double>(others_count) /
                              static_cast<double>(candidates.size());
    const Best best(candidates);
    learn_chance(model, candidates, best);
    learn_matches(model, candidates, first_guess(candidates, best));
    for (; model.rounds_count < rounds_max; ++model.rounds_count) {
        const double before = model.expected_matches_count;
        learn_matches(model, candidates, probabilities(candidates, bits_of(model, candidates)));
        make_rising(std::span(model.handle.match).first(equal_level), model.handle.chance);
        make_rising(model.name.match, model.name.chance);
        if (std::abs(model.expected_matches_count - before) < 1e-3) {
            break;
        }
    }
    return model;
}

}  // namespace fanal::identity
