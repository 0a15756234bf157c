#include <algorithm>
#include <array>

#include "crm/app/graph_output.hpp"
#include "crm/app/scored_crowd.hpp"
#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/graph/communities.hpp"
#include "crm/graph/fan_graph.hpp"
#include "crm/storage/account_rows.hpp"
#include "crm/storage/fan_rows.hpp"
#include "crm/storage/score_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

using exports::Attribute;
using exports::Value;

/// What a fan is called and where, by the fan's first profile, and every network of the fan.
struct Named {
    std::string display_name;
    std::string handle;
    std::string networks;  ///< with semicolons between them
    bool is_ours = false;
};

std::vector<Named> name_fans(storage::Store& store, const ScoredCrowd& crowd) {
    storage::FanReader reader(store);
    std::vector<Named> named(crowd.fans.size());
    for (std::size_t profile = 0; profile < crowd.profiles.size(); ++profile) {
        Named& fan = named[crowd.fan_of[profile]];
        if (fan.networks.empty()) {
            auto name = reader.name_of(crowd.profiles[profile]);
            fan.display_name = std::move(name.display_name);
            fan.handle = std::move(name.handle);
        }
        const std::string network = reader.network_of(crowd.profiles[profile]);
        if ((";" + fan.networks + ";").find(";" + network + ";") == std::string::npos) {
            fan.networks += (fan.networks.empty() ? "" : ";") + network;
        }
    }
    for (const Account& account : storage::all_accounts(store)) {
        const auto fan = reader.fan_of(account.account_id);
        const auto place = fan ? std::lower_bound(crowd.fans.begin(), crowd.fans.end(), *fan) : crowd.fans.end();
        if (place != crowd.fans.end() && *place == *fan) {
            named[static_cast<std::size_t>(place - crowd.fans.begin())].is_ours = true;
        }
    }
    return named;
}

std::vector<Attribute> attributes_of_fans() {
    using enum Attribute::Type;
    return {{"handle", text},
            {"networks", text},
            {"ours", flag},
            {"community", text},
            {"influence", number},
            {"influence_low", number},
            {"influence_high", number},
            {"pagerank", number},
            {"core_number", whole_number},
            {"in_degree", whole_number},
            {"out_degree", whole_number}};
}

Value maybe(const std::optional<double>& number) {
    return number ? Value(*number) : Value();
}

}  // namespace

ExportReport export_graph(storage::Store& store, const std::filesystem::path& file) {
    const auto format = graph_format_of(file);
    if (!format) {
        throw Error(ErrorKind::bad_input,
                    file.string() + " does not say what to write: end it in .graphml, .gexf or .csv.");
    }
    settle_if_abandoned(store);
    const ScoredCrowd crowd = scored_crowd(store);
    const graph::FanGraph fan_graph(static_cast<std::uint32_t>(crowd.fans.size()), crowd.edges());
    const auto communities = graph::communities(fan_graph);
    const std::vector<Named> named = name_fans(store, crowd);

    GraphOutput output(file, *format);
    const auto graph =
        exports::graph_file(*format, attributes_of_fans(), {{"weight", Attribute::Type::number}}, output.write());
    std::uint32_t node = 0;
    storage::each_score(store, [&](FanId fan, const Scores& scores) {
        if (node == crowd.fans.size() || crowd.fans[node] != fan) {
            throw Error(ErrorKind::conflict, "The scores were refreshed meanwhile: export them again.");
        }
        const Named& name = named[node];
        const std::string community = to_text(crowd.fans[communities.community[node]]);
        const std::array<Value, 11> values = {name.handle.empty() ? Value() : Value(std::string_view(name.handle)),
                                              Value(std::string_view(name.networks)),
                                              Value(name.is_ours),
                                              Value(std::string_view(community)),
                                              Value(scores.influence),
                                              maybe(scores.influence_low),
                                              maybe(scores.influence_high),
                                              Value(scores.pagerank),
                                              Value(scores.core_number),
                                              Value(scores.in_degree),
                                              Value(scores.out_degree)};
        graph->node(to_text(fan), name.display_name, values);
        ++node;
    });
    const std::vector<Edge> edges = fan_graph.edges();
    for (const Edge& edge : edges) {
        const std::array<Value, 1> weight = {Value(static_cast<double>(edge.weight))};
        graph->edge(to_text(crowd.fans[edge.from]), to_text(crowd.fans[edge.to]), weight);
    }
    graph->finish();
    return {output.commit(), static_cast<std::int64_t>(crowd.fans.size()), static_cast<std::int64_t>(edges.size())};
}

}  // namespace fanal::app
