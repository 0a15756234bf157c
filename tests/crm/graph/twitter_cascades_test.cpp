#include <gtest/gtest.h>

#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "crm/graph/cascade_metrics.hpp"
#include "crm/graph/cascade_tree.hpp"
#include "tests/crm/graph/drawn.hpp"

/// Real cascades against a table made apart from this code: Twitter15 (Ma, Gao, Wong 2017), one line an edge, and for
/// each tree its size, depth and breadth. The table's rule: a node is (uid, tid, delay), its parent is that of the
/// first line which names it as a child, and self-loops are dropped.
namespace fanal::graph {
namespace {

const std::filesystem::path folder = std::filesystem::path(FANAL_ROOT) / "../shared/data/twitter15_16_cascades";

/// The lines of one tree, turned into what the kernel takes.
struct Tree {
    InteractionId root;
    std::vector<Reshare> reshares;
    std::unordered_map<std::string, std::int64_t> ids;

    std::int64_t id_of(const std::string& node) {
        return ids.try_emplace(node, static_cast<std::int64_t>(ids.size() + 1)).first->second;
    }
};

std::vector<std::string> columns_of(const std::string& line) {
    std::vector<std::string> columns;
    std::size_t begin = 0;
    for (std::size_t tab = line.find('\t'); tab != std::string::npos; tab = line.find('\t', begin)) {
        columns.push_back(line.substr(begin, tab - begin));
        begin = tab + 1;
    }
    columns.push_back(line.substr(begin));
    return columns;
}

void add_line(std::map<std::string, Tree>& trees, std::unordered_set<std::string>& named,
              const std::vector<std::string>& columns) {
    Tree& tree = trees[columns[1]];
    const std::string child = columns[5] + ' ' + columns[6] + ' ' + columns[7];
    const std::string parent = columns[2] + ' ' + columns[3] + ' ' + columns[4];
    if (child == parent || !named.insert(columns[1] + ' ' + child).second) {
        return;
    }
    const InteractionId id{tree.id_of(child)};
    if (columns[2] == "ROOT") {
        tree.root = id;
        return;
    }
    const auto delay_ms = static_cast<std::int64_t>(std::llround(std::strtod(columns[7].c_str(), nullptr) * 60'000));
    tree.reshares.push_back({id, {tree.id_of(parent)}, {}, {delay_ms}});
}

std::map<std::string, Tree> read_trees() {
    const std::string command = "gzip -dc '" + (folder / "twitter15-edges.tsv.gz").string() + "'";
    const std::unique_ptr<FILE, int (*)(FILE*)> pipe(popen(command.c_str(), "r"), pclose);
    std::map<std::string, Tree> trees;
    std::unordered_set<std::string> named;
    std::array<char, 512> buffer{};
    while (pipe && std::fgets(buffer.data(), buffer.size(), pipe.get()) != nullptr) {
        std::string line = buffer.data();
        line.erase(line.find_last_not_of("\r\n") + 1);
        const std::vector<std::string> columns = columns_of(line);
        if (columns.size() == 8 && columns[0] == "twitter15") {
            add_line(trees, named, columns);
        }
    }
    return trees;
}

TEST(TwitterCascades, HaveTheSizesDepthsAndBreadthsOfTheTable) {
    std::ifstream table(folder / "twitter15-oracle_trees.tsv");
    if (!table) {
        GTEST_SKIP() << "The Twitter15 cascades are not on this machine.";
    }
    const std::map<std::string, Tree> trees = read_trees();
    int compared_count = 0;
    for (std::string line; std::getline(table, line);) {
        const std::vector<std::string> columns = columns_of(line);
        if (columns.size() != 11 || columns[0] != "twitter15") {
            continue;
        }
        const Tree& tree = trees.at(columns[1]);
        const CascadeMetrics metrics = cascade_metrics(cascade_tree(tree.root, tree.reshares));
        EXPECT_EQ(metrics.size, std::stoll(columns[8])) << columns[1];
        EXPECT_EQ(metrics.depth, std::stoll(columns[9])) << columns[1];
        EXPECT_EQ(metrics.breadth_max, std::stoll(columns[10])) << columns[1];
        ++compared_count;
    }
    EXPECT_EQ(compared_count, 1321);
}

TEST(TwitterCascades, AreAsViralAsTheMeanOfAllDistancesSays) {
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "The Twitter15 cascades are not on this machine.";
    }
    int compared_count = 0;
    for (const auto& [name, tree] : read_trees()) {
        const std::vector<CascadeNode> nodes = cascade_tree(tree.root, tree.reshares);
        if (nodes.size() > 1 && nodes.size() <= 3000) {
            ASSERT_NEAR(cascade_metrics(nodes).structural_virality.value(), test::mean_distance(nodes), 1e-9) << name;
            ++compared_count;
        }
    }
    EXPECT_GT(compared_count, 1000);
}

}  // namespace
}  // namespace fanal::graph
