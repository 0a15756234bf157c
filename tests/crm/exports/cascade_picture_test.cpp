// Where the posts of a cascade stand, and what a picture of them holds.
#include "crm/exports/cascade_picture.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

#include "crm/exports/cascade_layout.hpp"

namespace fanal::exports {
namespace {

/// A cascade in reading order, in which each post came through one that is given by its number among those before.
std::vector<CascadeNode> grown(const std::vector<std::vector<int>>& children) {
    std::vector<CascadeNode> nodes;
    std::vector<std::pair<int, int>> waiting = {{0, -1}};
    while (!waiting.empty()) {
        const auto [post, parent] = waiting.back();
        waiting.pop_back();
        CascadeNode node;
        node.interaction_id = InteractionId{post + 1};
        node.display_name = "Fan " + std::to_string(post);
        node.parent = parent;
        node.depth = parent < 0 ? 0 : nodes[static_cast<std::size_t>(parent)].depth + 1;
        for (int at = parent; at >= 0; at = nodes[static_cast<std::size_t>(at)].parent) {
            ++nodes[static_cast<std::size_t>(at)].subtree_size;
        }
        nodes.push_back(node);
        for (auto child = children[static_cast<std::size_t>(post)].rbegin();
             child != children[static_cast<std::size_t>(post)].rend(); ++child) {
            waiting.emplace_back(*child, static_cast<int>(nodes.size()) - 1);
        }
    }
    return nodes;
}

std::vector<CascadeNode> random_cascade(int size, std::uint32_t seed) {
    std::mt19937 random(seed);
    std::vector<std::vector<int>> children(static_cast<std::size_t>(size));
    for (int post = 1; post < size; ++post) {
        children[random() % static_cast<std::uint32_t>(post)].push_back(post);
    }
    return grown(children);
}

TEST(CascadeLayout, GivesEveryRingRoomAndNobodyTheSamePlace) {
    for (std::uint32_t seed = 0; seed < 50; ++seed) {
        const auto nodes = random_cascade(2 + static_cast<int>(seed) * 7, seed);
        const auto places = cascade_layout(nodes);
        ASSERT_EQ(places.size(), nodes.size());
        EXPECT_EQ(places[0].radius, 0);
        for (std::size_t i = 1; i < nodes.size(); ++i) {
            const auto& parent = places[static_cast<std::size_t>(nodes[i].parent)];
            EXPECT_GT(places[i].radius, parent.radius);
            EXPECT_LT(places[i].angle, 2 * std::numbers::pi);
            for (std::size_t j = i + 1; j < nodes.size(); ++j) {
                if (nodes[i].depth == nodes[j].depth) {
                    EXPECT_EQ(places[i].radius, places[j].radius);
                    EXPECT_LT(places[i].angle, places[j].angle) << "Lines would cross.";
                }
            }
        }
    }
}

TEST(CascadeLayout, DrawsAChainAsALine) {
    const auto places = cascade_layout(grown({{1}, {2}, {3}, {}}));
    for (const Polar& place : places) {
        EXPECT_DOUBLE_EQ(place.angle, std::numbers::pi);
    }
}

std::size_t count(const std::string& text, std::string_view what) {
    std::size_t found = 0;
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + 1)) {
        ++found;
    }
    return found;
}

TEST(CascadePicture, HoldsEveryPostAndLine) {
    CascadeView view;
    view.nodes = random_cascade(200, 3);
    view.most_viral_path = {0, 1};
    const std::string picture = cascade_picture(view);
    EXPECT_EQ(count(picture, "<circle "), 200U);
    EXPECT_EQ(count(picture, "<path "), 199U);
    EXPECT_EQ(count(picture, "stroke=\"#c1121f\""), 1U);
    EXPECT_EQ(picture, cascade_picture(view));
}

TEST(CascadePicture, OfAPostAloneIsOneToo) {
    CascadeView view;
    view.nodes.resize(1);
    view.most_viral_path = {0};
    const std::string picture = cascade_picture(view);
    EXPECT_EQ(count(picture, "<circle "), 1U);
    EXPECT_EQ(count(picture, "nan"), 0U);
    EXPECT_EQ(count(picture, "inf"), 0U);
}

TEST(CascadePicture, SaysAfterHowLongTheFifthsCame) {
    CascadeView view;
    view.nodes = grown({{1, 2}, {}, {}});
    view.nodes[0].occurred_at = Instant{0};
    view.nodes[1].occurred_at = Instant{90'000};
    view.nodes[2].occurred_at = Instant{3 * ms_per_day};
    const std::string picture = cascade_picture(view);
    EXPECT_EQ(count(picture, "≤ "), 2U);
    EXPECT_NE(picture.find("≤ 90 s"), std::string::npos);
    EXPECT_NE(picture.find("≤ 3 d"), std::string::npos);
}

}  // namespace
}  // namespace fanal::exports
