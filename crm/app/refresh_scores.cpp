#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "crm/app/score_evaluation.hpp"
#include "crm/app/scored_crowd.hpp"
#include "crm/app/settle.hpp"
#include "crm/app/steps.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/graph/core_number.hpp"
#include "crm/graph/fan_graph.hpp"
#include "crm/graph/pagerank.hpp"
#include "crm/graph/ties.hpp"
#include "crm/influence/ledger.hpp"
#include "crm/storage/account_rows.hpp"
#include "crm/storage/fan_rows.hpp"
#include "crm/storage/score_rows.hpp"

namespace fanal::app {
namespace {

using Nodes = std::unordered_map<ProfileId, std::uint32_t>;

Nodes numbered(const std::vector<ProfileId>& profiles) {
    Nodes nodes;
    nodes.reserve(profiles.size());
    for (const ProfileId profile : profiles) {
        nodes.emplace(profile, static_cast<std::uint32_t>(nodes.size()));
    }
    return nodes;
}

constexpr double read_part = 0.5;       ///< of the time, that reading the interactions takes
constexpr double evaluated_part = 0.8;  ///< that is gone once the scores are tested

/// What profiles did towards each other up to an instant.
struct Seen {
    std::vector<ProfileId> profiles;  ///< by id
    std::vector<storage::TieRow> ties;
    std::vector<ScoreEvaluation> evaluations;
};

/// Every act up to an instant, by the profiles' places.
std::vector<graph::Act> read_acts(storage::Store& store, Instant as_of, const Nodes& nodes, const Steps& steps) {
    const double interactions_count = static_cast<double>(storage::interactions_count(store));
    std::vector<graph::Act> acts;
    std::int64_t seen_count = 0;
    storage::each_act(store, as_of, [&](const storage::ActRow& act) {
        constexpr std::int64_t between_steps = 1 << 14;
        if (++seen_count % between_steps == 0) {
            steps.reach(read_part * std::min(1.0, static_cast<double>(seen_count) / interactions_count));
        }
        const auto from = nodes.find(act.from);
        const auto to = nodes.find(act.to);
        if (from != nodes.end() && to != nodes.end() && from != to) {  // another program may import meanwhile
            acts.push_back({from->second, to->second, act.kind, act.occurred_at});
        }
    });
    return acts;
}

std::vector<bool> ours(storage::Store& store, const Nodes& nodes) {
    std::vector<bool> is_ours(nodes.size());
    for (const Account& account : storage::all_accounts(store)) {
        if (const auto node = nodes.find(account.account_id); node != nodes.end()) {
            is_ours[node->second] = true;
        }
    }
    return is_ours;
}

Seen look(storage::Store& store, Instant as_of, const Steps& steps) {
    Seen seen;
    seen.profiles = storage::all_profiles(store);
    const Nodes nodes = numbered(seen.profiles);
    std::vector<graph::Act> acts = read_acts(store, as_of, nodes, steps);
    influence::Ledger ledger(as_of, static_cast<std::uint32_t>(seen.profiles.size()));
    for (const graph::Act& act : acts) {
        ledger.add(act.from, act.to, act.kind, act.occurred_at);
    }
    for (const influence::Tie& tie : ledger.ties()) {
        seen.ties.push_back({seen.profiles[tie.from], seen.profiles[tie.to], tie.worth.fast, tie.worth.slow});
    }
    double done = read_part;
    seen.evaluations = evaluate_forward(acts, ours(store, nodes), [&] {
        steps.reach(done);
        done += (evaluated_part - read_part) / 4;
    });
    return seen;
}

}  // namespace

ScoredFans score_fans(storage::Store& store) {
    const ScoredCrowd crowd = scored_crowd(store);
    const auto fans_count = static_cast<std::uint32_t>(crowd.fans.size());
    const auto influence = crowd.ledger.influence(crowd.as_of);
    const graph::FanGraph fan_graph(fans_count, crowd.edges());
    const auto ranks = graph::pagerank(fan_graph);
    const auto cores = graph::core_numbers(fan_graph);

    std::vector<std::pair<FanId, Scores>> scores;
    scores.reserve(fans_count);
    for (std::uint32_t node = 0; node < fans_count; ++node) {
        const influence::Influence& one = influence[node];
        const bool is_enough = one.actors_count >= influence::actors_min;
        scores.push_back({crowd.fans[node],
                          {.influence = one.value,
                           .influence_low = is_enough ? std::optional(one.low) : std::nullopt,
                           .influence_high = is_enough ? std::optional(one.high) : std::nullopt,
                           .pagerank = ranks.pagerank[node],
                           .core_number = cores[node],
                           .in_degree = fan_graph.in_degree(node),
                           .out_degree = fan_graph.out_degree(node)}});
    }
    storage::replace_scores(store, scores);
    return {fans_count, fan_graph.edge_count()};
}

ScoresReport refresh_scores(storage::Store& store, Instant as_of, const std::function<bool(double)>& on_progress) {
    const auto start = std::chrono::steady_clock::now();
    const Steps steps(on_progress, "The refresh was stopped; all scores are as they were.");
    settle_if_abandoned(store);
    const Seen seen = look(store, as_of, steps);
    storage::Transaction transaction(store.database());
    storage::replace_scored(store, as_of, seen.profiles, seen.ties);
    storage::replace_score_evaluations(store, seen.evaluations);
    steps.reach(evaluated_part);
    const ScoredFans scored = score_fans(store);
    value_queue(store);
    steps.reach(1);
    transaction.commit();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return {as_of, scored.fans_count, scored.edges_count, seconds.count()};
}

std::vector<ScoreEvaluation> evaluate_scores(storage::Store& store) {
    return storage::score_evaluations(store);
}

}  // namespace fanal::app
