#include <algorithm>
#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/table.hpp"
#include "crm/cli/tree.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {
namespace {

constexpr std::int64_t usual_limit = 20;
constexpr std::int64_t usual_lines = 60;
constexpr std::size_t widest_remote_id = 40;

std::string virality_text(const CascadeMetrics& metrics) {
    return metrics.structural_virality ? decimal(*metrics.structural_virality, 2) : "–";
}

/// What `fanal cascade` finds it by: the remote id, or our own where that is a URL that would fill the screen.
std::string key_of(const CascadeSummary& cascade) {
    return columns_of(cascade.remote_id) > widest_remote_id ? to_text(cascade.post_id) : cascade.remote_id;
}

std::string cascades_text(const Terminal& terminal, const std::vector<CascadeSummary>& cascades) {
    if (cascades.empty()) {
        return "No post was passed on yet.\n";
    }
    using enum Table::Kind;
    Table table({{"post", id},
                 {"network"},
                 {"size", number},
                 {"depth", number},
                 {"breadth", number},
                 {"virality", number},
                 {"text, or whose"}});
    for (const CascadeSummary& cascade : cascades) {
        const CascadeMetrics& metrics = cascade.metrics;
        table.add({key_of(cascade), cascade.network, grouped(metrics.size), grouped(metrics.depth),
                   grouped(metrics.breadth_max), virality_text(metrics),
                   cascade.text.empty() ? cascade.display_name : cascade.text});
    }
    return table.text(terminal);
}

std::string path_text(const Terminal& terminal, const CascadeView& view) {
    std::string text = "Most viral path\n ";
    std::size_t taken = 1;
    for (const std::int32_t i : view.most_viral_path) {
        const std::string step = (i == 0 ? " " : " → ") + fitted(name_of(view.nodes[static_cast<std::size_t>(i)]), 40);
        if (taken + columns_of(step) > static_cast<std::size_t>(terminal.width)) {
            text += "\n ";
            taken = 1;
        }
        text += step;
        taken += columns_of(step);
    }
    return text + "\n";
}

std::string assumed_text(const CascadeView& view) {
    const auto count = std::count_if(view.nodes.begin(), view.nodes.end(),
                                     [](const CascadeNode& node) { return node.parent_assumed; });
    return count == 0 ? ""
                      : "\nThe payloads do not say through whom " + counted(count, "reshare", "reshares") +
                            " came; the root stands for whoever it was.\n";
}

std::string cascade_text(const Terminal& terminal, const CascadeView& view, std::int64_t lines_max) {
    const CascadeSummary& summary = view.summary;
    const CascadeMetrics& metrics = summary.metrics;
    const auto columns = static_cast<std::size_t>(terminal.width);
    std::string text = wrapped(summary.text, columns, 0, 3);
    text += fitted(summary.network + " " + summary.remote_id +
                       (summary.published_at ? ", " + moment(*summary.published_at) + " UTC" : ""),
                   columns) +
            "\n";
    text += "size " + grouped(metrics.size) + ", depth " + grouped(metrics.depth) + ", breadth " +
            grouped(metrics.breadth_max) + ", structural virality " + virality_text(metrics) + "\n\n";
    return text + drawn_tree(terminal, view, lines_max) + "\n" + path_text(terminal, view) + assumed_text(view);
}

}  // namespace

Help cascades_help() {
    return {
        "A cascade is one post and all its reshares as a tree. Size counts its posts, the root included; depth is the "
        "longest way from the root; breadth the most posts at one depth; virality the mean distance between all pairs "
        "of posts.",
        {{"limit", "N", "How many to list; otherwise 20"}},
        {"fanal cascades --limit 5"}};
}

int list_cascades(const Call& call) {
    const auto limit = call.number("limit", usual_limit);
    const auto cascades = app::list_cascades(*call.open(), limit);
    call.terminal.out << (call.json ? json::to_json(cascades) + "\n" : cascades_text(call.terminal, cascades));
    return 0;
}

Help cascade_help() {
    return {
        "Draws the reshares of a post as a tree, and names the most viral path: at each step, on to the reshare that "
        "brought most others. POST is a post's id, or its remote id as `fanal cascades` lists it, with its network and "
        "a colon before it where two networks share one. Large trees are drawn by their largest parts, unless --all is "
        "given.",
        {{"all", "", "Draw every post, however many"}},
        {"fanal cascade 110224538612345678", "fanal cascade mastodon:110224538612345678 --all"}};
}

int view_cascade(const Call& call) {
    const CascadeView view = app::view_cascade(*call.open(), call.arguments[0]);
    call.terminal.out << (call.json ? json::to_json(view) + "\n"
                                    : cascade_text(call.terminal, view, call.has("all") ? 0 : usual_lines));
    return 0;
}

}  // namespace fanal::cli
