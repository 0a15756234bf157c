#include <algorithm>
#include <tuple>

#include "crm/app/use_cases.hpp"
#include "crm/graph/cascade_metrics.hpp"
#include "crm/graph/cascade_tree.hpp"
#include "crm/storage/cascade_rows.hpp"
#include "crm/storage/fan_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

std::vector<CascadeNode> tree_of(ThreadId thread, std::span<const storage::ReshareRow> rows) {
    std::vector<graph::Reshare> reshares;
    reshares.reserve(rows.size());
    for (const storage::ReshareRow& row : rows) {
        reshares.push_back({row.interaction_id, row.in_reply_to_id, row.profile_id, row.occurred_at});
    }
    return graph::cascade_tree({thread.value}, reshares);
}

CascadeSummary summary_of(ThreadId thread, const storage::RootRow& root, const CascadeMetrics& metrics,
                          storage::FanReader& fans) {
    CascadeSummary summary;
    summary.post_id = {thread.value};
    summary.network = root.network;
    summary.remote_id = root.remote_id;
    summary.display_name = fans.name_of(root.profile_id).display_name;
    summary.text = root.text;
    summary.published_at = root.published_at;
    summary.metrics = metrics;
    return summary;
}

}  // namespace

std::vector<CascadeSummary> list_cascades(storage::Store& store, std::int64_t limit) {
    std::vector<std::tuple<CascadeMetrics, std::string, ThreadId>> found;
    storage::each_cascade(store, [&](ThreadId thread, std::span<const storage::ReshareRow> rows) {
        const CascadeMetrics metrics = graph::cascade_metrics(tree_of(thread, rows));
        if (metrics.size >= 2) {
            found.emplace_back(metrics, std::string(), thread);
        }
    });
    for (auto& [metrics, remote_id, thread] : found) {
        remote_id = storage::root_of(store, thread).remote_id;
    }
    std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) {
        return std::tuple(-std::get<0>(a).size, std::get<1>(a), std::get<2>(a)) <
               std::tuple(-std::get<0>(b).size, std::get<1>(b), std::get<2>(b));
    });
    found.resize(std::min(found.size(), static_cast<std::size_t>(std::max<std::int64_t>(limit, 0))));
    storage::FanReader fans(store);
    std::vector<CascadeSummary> summaries;
    for (const auto& [metrics, remote_id, thread] : found) {
        summaries.push_back(summary_of(thread, storage::root_of(store, thread), metrics, fans));
    }
    return summaries;
}

CascadeView view_cascade(storage::Store& store, std::string_view key) {
    const auto threads = storage::find_cascades(store, key);
    if (threads.empty()) {
        throw Error(ErrorKind::not_found, "Nobody reshared a post with the id or remote id " + std::string(key) + ".");
    }
    if (threads.size() > 1) {
        throw Error(ErrorKind::conflict, "Posts of several networks are called " + std::string(key) +
                                             ": write NETWORK:" + std::string(key) + ".");
    }
    const ThreadId thread = threads.front();
    const storage::RootRow root = storage::root_of(store, thread);
    storage::FanReader fans(store);
    CascadeView view;
    view.nodes = tree_of(thread, storage::reshares_of(store, thread));
    view.nodes.front().profile_id = root.profile_id;
    view.nodes.front().occurred_at = root.published_at;
    for (CascadeNode& node : view.nodes) {
        const auto name = fans.name_of(node.profile_id);
        node.display_name = name.display_name;
        node.handle = name.handle;
        node.fan_id = fans.fan_of(node.profile_id).value_or(FanId{});
    }
    view.most_viral_path = graph::most_viral_path(view.nodes);
    view.summary = summary_of(thread, root, graph::cascade_metrics(view.nodes), fans);
    return view;
}

}  // namespace fanal::app
