#include "crm/app/score_evaluation.hpp"

#include <algorithm>
#include <array>
#include <tuple>

#include "crm/graph/core_number.hpp"
#include "crm/graph/fan_graph.hpp"
#include "crm/graph/pagerank.hpp"
#include "crm/influence/forward_test.hpp"
#include "crm/influence/ledger.hpp"

namespace fanal::app {
namespace {

constexpr std::ptrdiff_t acts_min = 500;
constexpr std::size_t splits_max = 4;

constexpr std::array<const char*, 4> score_names = {"influence", "interactions_received", "pagerank", "core_number"};
using Rankings = std::array<std::vector<double>, score_names.size()>;  ///< by name, then by node

/// What acts up to the last of these say of everyone.
Rankings rank(std::span<const graph::Act> acts, std::uint32_t nodes_count) {
    const Instant as_of = acts.back().occurred_at;
    Rankings rankings;
    rankings[1].resize(nodes_count);
    influence::Ledger ledger(as_of, nodes_count);
    for (const graph::Act& act : acts) {
        ledger.add(act.from, act.to, act.kind, act.occurred_at);
        rankings[1][act.to] += act.from != act.to ? 1 : 0;
    }
    for (const influence::Influence& one : ledger.influence(as_of)) {
        rankings[0].push_back(one.value);
    }
    std::vector<Edge> edges;
    for (const influence::Tie& tie : ledger.ties()) {
        edges.push_back({tie.from, tie.to, static_cast<float>(influence::tie_strength(tie.worth))});
    }
    const graph::FanGraph fan_graph(nodes_count, edges);
    rankings[2] = graph::pagerank(fan_graph).pagerank;
    const auto cores = graph::core_numbers(fan_graph);
    rankings[3].assign(cores.begin(), cores.end());
    return rankings;
}

}  // namespace

std::vector<ScoreEvaluation> evaluate_forward(std::span<graph::Act> acts, const std::vector<bool>& is_ours,
                                              const std::function<void()>& on_split) {
    std::sort(acts.begin(), acts.end(), [](const graph::Act& a, const graph::Act& b) {
        return std::tie(a.occurred_at, a.from, a.to, a.kind) < std::tie(b.occurred_at, b.from, b.to, b.kind);
    });
    const auto nodes_count = static_cast<std::uint32_t>(is_ours.size());
    const auto counts = [&is_ours](const graph::Act& act) { return act.from != act.to && !is_ours[act.to]; };
    if (std::count_if(acts.begin(), acts.end(), counts) < acts_min) {
        return {};
    }
    std::vector<ScoreEvaluation> evaluations(score_names.size());
    for (std::size_t split = 0; split < splits_max; ++split) {
        on_split();
        const std::size_t begin = acts.size() * (6 + split) / 10;
        std::vector<double> gains(nodes_count);
        std::int64_t received_count = 0;
        for (std::size_t i = begin; i < acts.size() * (7 + split) / 10; ++i) {
            gains[acts[i].to] += counts(acts[i]) ? 1 : 0;
            received_count += counts(acts[i]) ? 1 : 0;
        }
        if (received_count == 0) {
            continue;  // whatever the order, it would be right
        }
        Rankings rankings = rank(acts.first(begin), nodes_count);
        for (std::size_t i = 0; i < score_names.size(); ++i) {
            for (std::uint32_t node = 0; node < nodes_count; ++node) {
                rankings[i][node] = is_ours[node] ? -1 : rankings[i][node];
            }
            const influence::ForwardTest test = influence::forward_test(rankings[i], gains);
            ScoreEvaluation& evaluation = evaluations[i];
            evaluation.from_at = evaluation.splits_count == 0 ? acts[begin - 1].occurred_at : evaluation.from_at;
            evaluation.splits_count += 1;
            evaluation.received_count += received_count;
            evaluation.ndcg_at_100 += test.ndcg;
            evaluation.capture_at_100 += test.capture;
        }
    }
    for (std::size_t i = 0; i < score_names.size(); ++i) {
        evaluations[i].score = score_names[i];
        evaluations[i].ndcg_at_100 /= static_cast<double>(evaluations[i].splits_count);
        evaluations[i].capture_at_100 /= static_cast<double>(evaluations[i].splits_count);
    }
    return evaluations.front().splits_count == 0 ? std::vector<ScoreEvaluation>() : evaluations;
}

}  // namespace fanal::app
