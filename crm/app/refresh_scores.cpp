#include <chrono>
#include <unordered_map>

#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/graph/core_number.hpp"
#include "crm/graph/fan_graph.hpp"
#include "crm/graph/pagerank.hpp"
#include "crm/graph/ties.hpp"
#include "crm/storage/score_rows.hpp"

namespace fanal::app {
namespace {

/// Fans as dense node indexes, in order of their ids.
struct Crowd {
    std::vector<FanId> fans;
    std::unordered_map<FanId, std::uint32_t> nodes;
    std::vector<graph::Act> acts;
};

Crowd gather(storage::Store& store, Instant as_of) {
    Crowd crowd;
    storage::each_fan(store, [&](FanId fan) {
        crowd.nodes.emplace(fan, static_cast<std::uint32_t>(crowd.fans.size()));
        crowd.fans.push_back(fan);
    });
    storage::each_act(store, as_of, [&](const storage::ActRow& act) {
        crowd.acts.push_back({crowd.nodes.at(act.from), crowd.nodes.at(act.to), act.kind, act.occurred_at});
    });
    return crowd;
}

}  // namespace

ScoresReport refresh_scores(storage::Store& store, Instant as_of) {
    const auto start = std::chrono::steady_clock::now();
    settle_if_abandoned(store);
    const Crowd crowd = gather(store, as_of);
    const auto fans_count = static_cast<std::uint32_t>(crowd.fans.size());
    const auto received = graph::engagement_received(fans_count, crowd.acts, as_of);
    const graph::FanGraph fan_graph(fans_count, graph::ties(crowd.acts, as_of, {}));
    const auto ranks = graph::pagerank(fan_graph);
    const auto cores = graph::core_numbers(fan_graph);

    std::vector<std::pair<FanId, Scores>> scores;
    scores.reserve(fans_count);
    for (std::uint32_t node = 0; node < fans_count; ++node) {
        scores.push_back({crowd.fans[node],
                          {received[node], ranks.pagerank[node], cores[node], fan_graph.in_degree(node),
                           fan_graph.out_degree(node)}});
    }
    storage::Transaction transaction(store.database());
    storage::replace_scores(store, as_of, scores);
    value_queue(store);
    transaction.commit();
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;
    return {as_of, fans_count, fan_graph.edge_count(), seconds.count()};
}

}  // namespace fanal::app
