#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "crm/app/scored_crowd.hpp"
#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/graph/core_number.hpp"
#include "crm/graph/fan_graph.hpp"
#include "crm/graph/pagerank.hpp"
#include "crm/graph/ties.hpp"
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

/// What profiles did towards each other up to an instant.
struct Seen {
    std::vector<ProfileId> profiles;  ///< by id
    std::vector<storage::TieRow> ties;
};

Seen look(storage::Store& store, Instant as_of) {
    Seen seen;
    seen.profiles = storage::all_profiles(store);
    const Nodes nodes = numbered(seen.profiles);
    std::vector<graph::Act> acts;
    storage::each_act(store, as_of, [&](const storage::ActRow& act) {
        const auto from = nodes.find(act.from);
        const auto to = nodes.find(act.to);
        if (from != nodes.end() && to != nodes.end()) {  // another program may import meanwhile
            acts.push_back({from->second, to->second, act.kind, act.occurred_at});
        }
    });
    for (const graph::Tie& tie : graph::ties(acts, as_of, {})) {
        seen.ties.push_back({seen.profiles[tie.from], seen.profiles[tie.to], tie.weight, tie.engagement_received});
    }
    return seen;
}

}  // namespace

ScoredFans score_fans(storage::Store& store) {
    const ScoredCrowd crowd = scored_crowd(store);
    const auto fans_count = static_cast<std::uint32_t>(crowd.fans.size());
    const auto received = graph::engagement_received(fans_count, crowd.ties, crowd.fan_of);
    const graph::FanGraph fan_graph(fans_count, graph::fan_edges(crowd.ties, crowd.fan_of));
    const auto ranks = graph::pagerank(fan_graph);
    const auto cores = graph::core_numbers(fan_graph);

    std::vector<std::pair<FanId, Scores>> scores;
    scores.reserve(fans_count);
    for (std::uint32_t node = 0; node < fans_count; ++node) {
        scores.push_back({crowd.fans[node],
                          {received[node], ranks.pagerank[node], cores[node], fan_graph.in_degree(node),
                           fan_graph.out_degree(node)}});
    }
    storage::replace_scores(store, scores);
    return {fans_count, fan_graph.edge_count()};
}

ScoresReport refresh_scores(storage::Store& store, Instant as_of) {
    const auto start = std::chrono::steady_clock::now();
    settle_if_abandoned(store);
    const Seen seen = look(store, as_of);
    storage::Transaction transaction(store.database());
    storage::replace_scored(store, as_of, seen.profiles, seen.ties);
    const ScoredFans scored = score_fans(store);
    value_queue(store);
    transaction.commit();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return {as_of, scored.fans_count, scored.edges_count, seconds.count()};
}

}  // namespace fanal::app
