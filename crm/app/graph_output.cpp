#include "crm/app/graph_output.hpp"

namespace fanal::app {
namespace {

using exports::GraphFormat;
using exports::Part;

/// "fans.nodes.csv" of "fans.csv".
std::filesystem::path beside(const std::filesystem::path& file, const char* part) {
    std::filesystem::path named = file;
    return named.replace_extension(part + file.extension().string());
}

}  // namespace

std::optional<GraphFormat> graph_format_of(const std::filesystem::path& file) {
    const std::string ending = file.extension();
    if (ending == ".graphml") {
        return GraphFormat::graphml;
    }
    if (ending == ".gexf") {
        return GraphFormat::gexf;
    }
    return ending == ".csv" ? std::optional(GraphFormat::csv) : std::nullopt;
}

GraphOutput::GraphOutput(const std::filesystem::path& file, GraphFormat format)
    : nodes_(format == GraphFormat::csv ? beside(file, ".nodes") : file) {
    if (format == GraphFormat::csv) {
        edges_.emplace(beside(file, ".edges"));
    }
}

exports::WritePart GraphOutput::write() {
    return
        [this](Part part, std::string_view bytes) { (part == Part::edges && edges_ ? *edges_ : nodes_).write(bytes); };
}

std::vector<std::string> GraphOutput::commit() {
    nodes_.commit();
    if (!edges_) {
        return {nodes_.path()};
    }
    edges_->commit();
    return {nodes_.path(), edges_->path()};
}

}  // namespace fanal::app
