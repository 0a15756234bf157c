#include "crm/graph/cascade_tree.hpp"

#include <gmock/gmock.h>

#include <algorithm>
#include <map>
#include <random>

#include "tests/crm/graph/drawn.hpp"

namespace fanal::graph {
namespace {

using test::drawing_of;
using test::drawn_reshares;

constexpr InteractionId root{1};

/// Grows the tree from the reshares in many orders, and gives its drawing when all agree.
std::string tree(const std::string& reshares_drawing) {
    std::vector<Reshare> reshares = drawn_reshares(reshares_drawing);
    const std::string drawing = drawing_of(cascade_tree(root, reshares));
    std::mt19937_64 random(8);
    for (int round = 0; round < 20; ++round) {
        std::shuffle(reshares.begin(), reshares.end(), random);
        EXPECT_EQ(drawing_of(cascade_tree(root, reshares)), drawing);
    }
    return drawing;
}

TEST(CascadeTree, OfAPostThatNobodyResharedIsTheRoot) {
    const std::vector<CascadeNode> nodes = cascade_tree(root, {});
    ASSERT_EQ(nodes.size(), 1);
    EXPECT_EQ(nodes[0].interaction_id, root);
    EXPECT_EQ(nodes[0].parent, -1);
    EXPECT_EQ(nodes[0].subtree_size, 1);
    EXPECT_FALSE(nodes[0].parent_assumed);
    EXPECT_FALSE(nodes[0].occurred_at);
}

TEST(CascadeTree, StandsInReadingOrderSiblingsByTimeThenId) {
    EXPECT_EQ(tree(R"(
        5 <- 1 @ 10
        2 <- 1 @ 20
        3 <- 1 @ 10
        4 <- 5 @ 30
        6 <- 2 @ 5
    )"),
              R"(
1
  3
  5
    4
  2
    6
)");
}

TEST(CascadeTree, FillsEveryField) {
    const std::vector<CascadeNode> nodes = cascade_tree(root, drawn_reshares("2 <- 1 @ 10 \n 3 <- 2 @ 20"));
    ASSERT_EQ(nodes.size(), 3);
    EXPECT_EQ(nodes[2].interaction_id, InteractionId{3});
    EXPECT_EQ(nodes[2].profile_id, ProfileId{103});
    EXPECT_EQ(nodes[2].occurred_at, Instant{20});
    EXPECT_EQ(nodes[2].parent, 1);
    EXPECT_EQ(nodes[2].depth, 2);
    EXPECT_EQ(nodes[0].subtree_size, 3);
    EXPECT_EQ(nodes[1].subtree_size, 2);
    EXPECT_EQ(nodes[2].subtree_size, 1);
}

TEST(CascadeTree, AssumesTheRootWhereNobodySaysOrTheNamedOneIsUnseen) {
    EXPECT_EQ(tree(R"(
        2 @ 1
        3 <- 99 @ 2
        4 <- 4 @ 3
        5 <- 3 @ 4
    )"),
              R"(
1
  2 ?
  3 ?
    5
  4 ?
)");
}

TEST(CascadeTree, HangsACircleOnTheRootAndLeavesWhatIsBelowIt) {
    EXPECT_EQ(tree(R"(
        2 <- 4 @ 1
        3 <- 2 @ 2
        4 <- 3 @ 3
        5 <- 4 @ 4
        6 <- 5 @ 5
        7 <- 1 @ 6
        8 <- 9 @ 7
        9 <- 8 @ 8
    )"),
              R"(
1
  2 ?
  3 ?
  4 ?
    5
      6
  7
  8 ?
  9 ?
)");
}

TEST(CascadeTree, KeepsTheFirstOfThoseWithOneId) {
    EXPECT_EQ(tree(R"(
        2 <- 1 @ 5
        3 <- 1 @ 6
        3 <- 2 @ 4
        4 @ 7
        4 <- 2 @ 7
        1 <- 3 @ 0
    )"),
              R"(
1
  2
    3
    4
)");
}

/// The slow twin: each reshare looks for its parent by going through all, and climbs at most as often as there are
/// reshares to see whether it comes back to itself.
std::map<std::int64_t, std::int64_t> parents_by_search(const std::vector<Reshare>& reshares) {
    std::map<std::int64_t, std::int64_t> stated;
    for (const Reshare& reshare : reshares) {
        stated[reshare.interaction_id.value] = reshare.parent_id.value;
    }
    std::map<std::int64_t, std::int64_t> parents;
    for (const auto& [id, parent] : stated) {
        bool sound = parent != 0 && parent != id && (parent == root.value || stated.contains(parent));
        std::int64_t above = parent;
        for (std::size_t step = 0; sound && step < stated.size() && stated.contains(above); ++step) {
            sound = above != id;
            above = stated[above];
        }
        parents[id] = sound ? parent : -root.value;
    }
    return parents;
}

TEST(CascadeTree, EqualsTheTwinOnReshareListsByLot) {
    std::mt19937_64 random(9);
    for (int round = 0; round < 200; ++round) {
        const auto count = static_cast<std::int64_t>(random() % 30);
        std::vector<Reshare> reshares;
        for (std::int64_t id = 2; id < count + 2; ++id) {
            const auto parent = static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(count + 4));
            reshares.push_back({{id}, {parent}, {}, {static_cast<std::int64_t>(random() % 10)}});
        }
        const std::vector<CascadeNode> nodes = cascade_tree(root, reshares);
        const auto expected = parents_by_search(reshares);
        ASSERT_EQ(nodes.size(), reshares.size() + 1);
        std::vector<std::int64_t> below(nodes.size(), 1);
        for (std::size_t i = nodes.size() - 1; i > 0; --i) {
            const auto parent = static_cast<std::size_t>(nodes[i].parent);
            ASSERT_LT(parent, i);
            const std::int64_t parent_id = nodes[parent].interaction_id.value;
            EXPECT_EQ(nodes[i].parent_assumed ? -parent_id : parent_id, expected.at(nodes[i].interaction_id.value));
            EXPECT_EQ(nodes[i].depth, nodes[parent].depth + 1);
            EXPECT_EQ(nodes[i].subtree_size, below[i]);
            below[parent] += below[i];
        }
        EXPECT_EQ(nodes[0].subtree_size, below[0]);
    }
}

TEST(CascadeTree, StandsAMillionResharesInOneChainAndOneCircle) {
    constexpr std::int64_t chain_end = 500'000;
    constexpr std::int64_t circle_end = 1'000'000;
    std::vector<Reshare> reshares;
    for (std::int64_t id = circle_end; id > 1; --id) {
        reshares.push_back({{id}, {id == chain_end + 1 ? circle_end : id - 1}, {}, {0}});
    }
    const std::vector<CascadeNode> nodes = cascade_tree(root, reshares);
    ASSERT_EQ(nodes.size(), circle_end);
    EXPECT_EQ(nodes[chain_end - 1].depth, chain_end - 1);
    EXPECT_TRUE(std::all_of(nodes.begin() + chain_end, nodes.end(),
                            [](const CascadeNode& node) { return node.depth == 1 && node.parent_assumed; }));
}

}  // namespace
}  // namespace fanal::graph
