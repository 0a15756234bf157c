#include "crm/graph/ties.hpp"

#include <algorithm>
#include <cassert>
#include <cfloat>
#include <cmath>
#include <string>

#include "models/error.hpp"

namespace fanal::graph {

namespace {

/// What one act adds to the sum that `key` names.
struct Term {
    std::uint64_t key;
    double weight;

    auto operator<=>(const Term&) const = default;
};

void check_half_life(std::int64_t half_life_ms) {
    if (half_life_ms <= 0) {
        throw Error(ErrorKind::bad_input, "A half-life must be longer than zero.");
    }
}

void check_weights(const TieWeights& weights) {
    check_half_life(weights.half_life_ms);
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
/// addition depends on its order, and the result must not depend on the order in which the acts came.
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

std::vector<Edge> ties(std::span<const Act> acts, Instant as_of, const TieWeights& weights) {
    check_weights(weights);
    std::vector<Term> terms;
    terms.reserve(acts.size());
    for (const Act& act : acts) {
        const double of_kind = weights.of_kind[static_cast<std::size_t>(act.kind)];
        if (counts(act, as_of) && of_kind > 0) {
            terms.push_back({std::uint64_t{act.from} << 32 | act.to,
                             of_kind * decay(act.occurred_at, as_of, weights.half_life_ms)});
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

std::vector<double> engagement_received(std::uint32_t node_count, std::span<const Act> acts, Instant as_of,
                                        std::int64_t half_life_ms) {
    check_half_life(half_life_ms);
    std::vector<Term> terms;
    terms.reserve(acts.size());
    for (const Act& act : acts) {
        assert(act.to < node_count);
        if (counts(act, as_of)) {
            terms.push_back({act.to, decay(act.occurred_at, as_of, half_life_ms)});
        }
    }
    std::vector<double> received(node_count, 0.0);
    sum_by_key(terms, [&](std::uint64_t key, double sum) { received[key] = sum; });
    return received;
}

}  // namespace fanal::graph
