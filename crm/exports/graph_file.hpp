#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace fanal::exports {

enum class GraphFormat {
    graphml,  ///< GraphML 1.0, with the attributes extension
    gexf,     ///< GEXF 1.2
    csv,      ///< two tables: nodes with `id` and `label`, edges with `source` and `target`
};

/// A column of what is said of each node or edge, and what its values are.
struct Attribute {
    enum class Type { text, whole_number, number, flag };
    std::string name;
    Type type = Type::text;
};

/// A value of the type of its attribute; nothing where nothing is known.
using Value = std::variant<std::monostate, std::string_view, std::int64_t, double, bool>;

/// Of which of the two tables the bytes are; in the other formats both go one behind the other into one file.
enum class Part { nodes, edges };
using WritePart = std::function<void(Part, std::string_view)>;

/// A directed graph on its way to another program, in one go and in flat memory: first all nodes, then all edges, then
/// finish(). Numbers are written with as many digits as they need to be read back the same; the bytes depend on nothing
/// but what is given. Whatever `write` throws goes through.
class GraphFile {
  public:
    virtual ~GraphFile() = default;

    /// `id` is unique among the nodes; `values` are as many as the node attributes, in their order.
    virtual void node(std::string_view id, std::string_view label, std::span<const Value> values) = 0;
    /// `values` are as many as the edge attributes. An attribute called `weight` is what programs take for the weight.
    virtual void edge(std::string_view source, std::string_view target, std::span<const Value> values) = 0;
    virtual void finish() = 0;
};

/// The attributes are declared at the top of the file, in this order.
std::unique_ptr<GraphFile> graph_file(GraphFormat format, std::vector<Attribute> of_nodes,
                                      std::vector<Attribute> of_edges, WritePart write);

}  // namespace fanal::exports
