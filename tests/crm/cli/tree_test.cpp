#include "crm/cli/tree.hpp"

#include <gtest/gtest.h>

#include <sstream>

namespace fanal::cli {
namespace {

/// A cascade from lines indented by one space a level: who passed it on, under the one it came through.
CascadeView cascade(const std::string& drawing) {
    CascadeView view;
    std::istringstream in(drawing);
    std::vector<std::int32_t> last_at_depth;
    for (std::string line; std::getline(in, line);) {
        const std::size_t depth = line.find_first_not_of(' ');
        CascadeNode node;
        node.depth = static_cast<std::int32_t>(depth);
        node.display_name = line.substr(depth);
        node.parent = depth == 0 ? -1 : last_at_depth[depth - 1];
        last_at_depth.resize(depth + 1);
        last_at_depth[depth] = static_cast<std::int32_t>(view.nodes.size());
        view.nodes.push_back(node);
    }
    for (std::size_t i = view.nodes.size(); i-- > 1;) {
        view.nodes[static_cast<std::size_t>(view.nodes[i].parent)].subtree_size += view.nodes[i].subtree_size;
    }
    return view;
}

std::string drawn(const CascadeView& view, std::int64_t lines_max = 0, bool colour = false) {
    std::ostringstream out;
    return drawn_tree({out, out, 80, colour, false}, view, lines_max);
}

TEST(Tree, IsDrawnWithBoxCharacters) {
    EXPECT_EQ(drawn(cascade("ana\n"
                            " ben\n"
                            "  carla\n"
                            "  dan\n"
                            " eve\n"
                            "  fay\n")),
              "ana\n"
              "├─ ben  brought 2\n"
              "│  ├─ carla\n"
              "│  └─ dan\n"
              "└─ eve  brought 1\n"
              "   └─ fay\n");
}

TEST(Tree, OfOnePostIsThatPost) {
    EXPECT_EQ(drawn(cascade("ana\n")), "ana\n");
}

TEST(Tree, OfNothingIsNothing) {
    EXPECT_EQ(drawn(CascadeView{}), "");
}

TEST(Tree, SaysWhen) {
    CascadeView view = cascade("ana\n ben\n carla\n dan\n");
    view.summary.published_at = Instant{1'000'000};
    view.nodes[1].occurred_at = Instant{1'000'000 + 90 * 60'000};
    view.nodes[3].occurred_at = Instant{5};  // A clock went wrong; no nonsense is said.
    EXPECT_EQ(drawn(view),
              "ana\n"
              "├─ ben  +1 h 30 min\n"
              "├─ carla\n"
              "└─ dan\n");
}

TEST(Tree, LeavesOutTheRestOfAWideLevel) {
    std::string drawing = "ana\n";
    for (int i = 0; i < 324; ++i) {
        drawing += " fan " + std::to_string(i) + "\n";
    }
    const std::string text = drawn(cascade(drawing), 60);
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 14);
    EXPECT_NE(text.find("├─ fan 11\n└─ … and 312 more\n"), std::string::npos) << text;
}

TEST(Tree, DrawsTheLargestPartsFirstAndTheMostViralPathWhole) {
    CascadeView view = cascade(
        "ana\n"
        " ben\n"
        "  b1\n"
        "  b2\n"
        "  b3\n"
        " carla\n"
        "  dan\n"
        " eve\n");
    view.most_viral_path = {0, 5, 6};
    EXPECT_EQ(drawn(view, 4),
              "ana\n"
              "├─ ben  brought 3\n"
              "│  └─ … and 3 more\n"
              "├─ carla  brought 1\n"
              "│  └─ dan\n"
              "└─ … and 1 more\n");
    view.most_viral_path = {0, 7};
    EXPECT_EQ(drawn(view, 2), "ana\n├─ eve\n└─ … and 2 more, who brought 4\n");
}

TEST(Tree, ShowsEveryPostOnceWhenAllAreAskedFor) {
    std::string drawing = "root\n";
    for (int i = 0; i < 3000; ++i) {
        drawing += std::string(1 + static_cast<std::size_t>(i % 7), ' ') + "n" + std::to_string(i) + "\n";
    }
    const std::string text = drawn(cascade(drawing));
    EXPECT_EQ(std::count(text.begin(), text.end(), '\n'), 3001);
}

TEST(Tree, OfAVeryLongChainStaysSmall) {
    CascadeView view;
    view.nodes.resize(100'000);
    for (std::int32_t i = 0; i < 100'000; ++i) {
        CascadeNode& node = view.nodes[static_cast<std::size_t>(i)];
        node.parent = i - 1;
        node.depth = i;
        node.subtree_size = 100'000 - i;
        node.handle = "@n";
    }
    const std::string text = drawn(view);
    EXPECT_LT(text.size(), 20'000'000U);
    EXPECT_NE(text.find("└─ (41) @n  brought 99,958\n"), std::string::npos);
    EXPECT_NE(text.find("└─ (99999) @n\n"), std::string::npos);
}

TEST(Tree, MakesNamesSafeAndColoursThePath) {
    CascadeView view = cascade("ana\n \x1b[2Jben\n carla\n");
    view.most_viral_path = {0, 1};
    EXPECT_EQ(drawn(view, 0, true), "\x1b[1mana\x1b[0m\n├─ \x1b[1m␛[2Jben\x1b[0m\n└─ carla\n");
}

TEST(Tree, NamesThoseWhoHaveNoName) {
    CascadeNode node;
    EXPECT_EQ(name_of(node), "someone unknown");
    node.handle = "@ana";
    EXPECT_EQ(name_of(node), "@ana");
}

}  // namespace
}  // namespace fanal::cli
