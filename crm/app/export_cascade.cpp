#include <array>

#include "crm/app/graph_output.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/exports/cascade_picture.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

using exports::Attribute;
using exports::Value;

/// Of more posts than that a picture shows nothing.
constexpr std::size_t drawn_posts_max = 20'000;

std::vector<Attribute> attributes_of_posts() {
    using enum Attribute::Type;
    return {{"profile_id", text},        {"fan_id", text},        {"handle", text},
            {"occurred_at", text},       {"depth", whole_number}, {"subtree_size", whole_number},
            {"on_most_viral_path", flag}};
}

void write_posts(const CascadeView& view, exports::GraphFile& graph) {
    std::vector<bool> on_path(view.nodes.size());
    for (const std::int32_t node : view.most_viral_path) {
        on_path[static_cast<std::size_t>(node)] = true;
    }
    const auto known = [](const std::string& text) { return text.empty() ? Value() : Value(std::string_view(text)); };
    for (std::size_t i = 0; i < view.nodes.size(); ++i) {
        const CascadeNode& node = view.nodes[i];
        const std::string profile = node.profile_id ? to_text(node.profile_id) : "";
        const std::string fan = node.fan_id ? to_text(node.fan_id) : "";
        const std::string occurred_at = node.occurred_at ? to_text(*node.occurred_at) : "";
        const std::array<Value, 7> values = {known(profile),
                                             known(fan),
                                             known(node.handle),
                                             known(occurred_at),
                                             Value(std::int64_t{node.depth}),
                                             Value(node.subtree_size),
                                             Value(bool(on_path[i]))};
        graph.node(to_text(node.interaction_id), node.display_name, values);
    }
    for (const CascadeNode& node : view.nodes) {
        if (node.parent >= 0) {
            const std::array<Value, 1> values = {Value(node.parent_assumed)};
            graph.edge(to_text(view.nodes[static_cast<std::size_t>(node.parent)].interaction_id),
                       to_text(node.interaction_id), values);
        }
    }
}

}  // namespace

ExportReport export_cascade(storage::Store& store, std::string_view key, const std::filesystem::path& file) {
    const auto format = graph_format_of(file);
    if (!format && file.extension() != ".svg") {
        throw Error(ErrorKind::bad_input,
                    file.string() + " does not say what to write: end it in .graphml, .gexf, .csv or .svg.");
    }
    const CascadeView view = view_cascade(store, key);
    const auto nodes_count = static_cast<std::int64_t>(view.nodes.size());
    if (!format) {
        if (view.nodes.size() > drawn_posts_max) {
            throw Error(ErrorKind::bad_input, "A picture of " + std::to_string(view.nodes.size()) +
                                                  " posts shows nothing: write .graphml or .gexf instead.");
        }
        OutputFile picture(file);
        picture.write(exports::cascade_picture(view));
        picture.commit();
        return {{file}, nodes_count, nodes_count - 1};
    }
    GraphOutput output(file, *format);
    const auto graph = exports::graph_file(*format, attributes_of_posts(), {{"parent_assumed", Attribute::Type::flag}},
                                           output.write());
    write_posts(view, *graph);
    graph->finish();
    return {output.commit(), nodes_count, nodes_count - 1};
}

}  // namespace fanal::app
