#pragma once
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "crm/app/output_file.hpp"
#include "crm/exports/graph_file.hpp"

namespace fanal::app {

/// The format that a file's ending tells: .graphml, .gexf or .csv; nullopt for any other.
std::optional<exports::GraphFormat> graph_format_of(const std::filesystem::path& file);

/// The file that holds a graph; of CSV the two, "fans.nodes.csv" and "fans.edges.csv" for "fans.csv". Throws
/// unavailable.
class GraphOutput {
  public:
    GraphOutput(const std::filesystem::path& file, exports::GraphFormat format);

    /// What writes into it, for as long as this lives.
    exports::WritePart write();
    /// Gives the files their names, which it returns.
    std::vector<std::string> commit();

  private:
    OutputFile nodes_;
    std::optional<OutputFile> edges_;
};

}  // namespace fanal::app
