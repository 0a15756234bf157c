#include "crm/graph/ties.hpp"

#include <algorithm>
#include <cassert>
#include <cfloat>
#include <cmath>
#include <string>

#include "models/error.hpp"

namespace fanal::graph {

namespace {

/// An act between the two nodes that `key` names, in the order in which acts are added up: the oldest first.
struct AgedAct {
    std::uint64_t key;
    double decay;
    InteractionKind kind;

    auto operator<=>(const AgedAct&) const = default;
};

/// What one tie adds to the sum that `key` names.
struct Term {
    std::uint64_t key;
    double weight;

    auto operator<=>(const Term&) const = default;
};

void check_weights(const TieWeights& weights) {
    if (weights.half_life_ms <= 0) {
        throw Error(ErrorKind::bad_input, "A half-life must be longer than zero.");
    }
    for (std::size_t i = 0; i < weights.of_kind.size(); ++i) {
        if (!(weights.of_kind[i] >= 0) || !std::isfinite(weights.of_kind[i])) {
            throw Error(ErrorKind::bad_input, "The tie weight of the kind \"" + std::string(interaction_kind_names[i]) +
                                                  "\" must be zero or a positive number.");
        }
    }
}

bool counts(const Act& act, Instant as_of) {
    return act.from != act.to && act.occurred_at <= as_of;
}

double decay(Instant occurred_at, Instant as_of, std::int64_t half_life_ms) {
    const double age_ms = static_cast<double>(as_of.ms) - static_cast<double>(occurred_at.ms);
    return std::exp2(-age_ms / static_cast<double>(half_life_ms));
}

/// Calls `give(key, sum)` for each key, rising. Terms of one key are added from the smallest up: floating-point
/// addition depends on its order, and the result must not depend on the order in which the ties came.
template <class Give>
void sum_by_key(std::vector<Term>& terms, const Give& give) {
    std::sort(terms.begin(), terms.end());
    for (std::size_t i = 0; i < terms.size();) {
        const std::uint64_t key = terms[i].key;
        double sum = 0;
        for (; i < terms.size() && terms[i].key == key; ++i) {
            sum += terms[i].weight;
        }
        give(key, sum);
    }
}

}  // namespace

std::vector<Tie> ties(std::span<const Act> acts, Instant as_of, const TieWeights& weights) {
    check_weights(weights);
    std::vector<AgedAct> aged;
    aged.reserve(acts.size());
    for (const Act& act : acts) {
        if (counts(act, as_of)) {
            aged.push_back({std::uint64_t{act.from} << 32 | act.to, decay(act.occurred_at, as_of, weights.half_life_ms),
                            act.kind});
        }
    }
    std::sort(aged.begin(), aged.end());
    std::vector<Tie> found;
    for (std::size_t i = 0; i < aged.size();) {
        const std::uint64_t key = aged[i].key;
        Tie tie{static_cast<std::uint32_t>(key >> 32), static_cast<std::uint32_t>(key)};
        bool ties_somebody = false;
        for (; i < aged.size() && aged[i].key == key; ++i) {
            const double of_kind = weights.of_kind[static_cast<std::size_t>(aged[i].kind)];
            ties_somebody |= of_kind > 0;
            tie.weight += of_kind * aged[i].decay;
            tie.engagement_received += aged[i].decay;
        }
        tie.weight = ties_somebody ? std::clamp(tie.weight, double{FLT_MIN}, double{FLT_MAX}) : 0;
        found.push_back(tie);
    }
    return found;
}

std::vector<Edge> fan_edges(std::span<const Tie> ties, std::span<const std::uint32_t> fan_of) {
    std::vector<Term> terms;
    terms.reserve(ties.size());
    for (const Tie& tie : ties) {
        assert(tie.from < fan_of.size() && tie.to < fan_of.size());
        if (fan_of[tie.from] != fan_of[tie.to] && tie.weight > 0) {
            terms.push_back({std::uint64_t{fan_of[tie.from]} << 32 | fan_of[tie.to], tie.weight});
        }
    }
    std::vector<Edge> edges;
    sum_by_key(terms, [&](std::uint64_t key, double sum) {
        const double weight = std::clamp(sum, double{FLT_MIN}, double{FLT_MAX});
        edges.push_back(
            {static_cast<std::uint32_t>(key >> 32), static_cast<std::uint32_t>(key), static_cast<float>(weight)});
    });
    return edges;
}

std::vector<double> engagement_received(std::uint32_t fans_count, std::span<const Tie> ties,
                                        std::span<const std::uint32_t> fan_of) {
    std::vector<Term> terms;
    terms.reserve(ties.size());
    for (const Tie& tie : ties) {
        assert(tie.from < fan_of.size() && tie.to < fan_of.size() && fan_of[tie.to] < fans_count);
        if (fan_of[tie.from] != fan_of[tie.to]) {
            terms.push_back({fan_of[tie.to], tie.engagement_received});
        }
    }
    std::vector<double> received(fans_count, 0.0);
    sum_by_key(terms, [&](std::uint64_t key, double sum) { received[key] = sum; });
    return received;
}

}  // namespace fanal::graph
