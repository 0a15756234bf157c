#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <random>
#include <string>
#include <vector>

#include "crm/app/settle.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

using test::dump;
using test::Story;

/// A small page's month with everything that can come late, twice or never: replies before parents, removals before
/// what they remove, edits, a reaction that goes and comes back, counters, unknown people, two profiles that vouch for
/// each other.
std::vector<std::string> read_lines() {
    std::ifstream file(FANAL_ROOT "/tests/crm/app/month.ndjson");
    std::vector<std::string> found;
    for (std::string line; std::getline(file, line);) {
        found.push_back(line);
    }
    return found;
}

const std::vector<std::string> lines = read_lines();

std::string joined(const std::vector<std::string>& some) {
    std::string text;
    for (const std::string& line : some) {
        text += line + "\n";
    }
    return text;
}

/// The dump after the lines came in pieces of at most `piece`, our own presence declared after `account_after` of them.
std::string dump_of(const std::vector<std::string>& order, std::size_t piece, std::size_t account_after) {
    Story story;
    bool declared = false;
    for (std::size_t i = 0; i < order.size(); i += piece) {
        if (!declared && i >= account_after) {
            add_account(story.store(), "x", "bar", "labar", "Le bar");
            declared = true;
        }
        const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(i + piece, order.size()));
        story.tell(joined({order.begin() + static_cast<std::ptrdiff_t>(i), end}));
    }
    if (!declared) {
        add_account(story.store(), "x", "bar", "labar", "Le bar");
    }
    return dump(story.store());
}

TEST(ImportOrder, GivesTheSameDatabaseInAnyOrderSplitAndRepetition) {
    const std::string expected = dump_of(lines, lines.size(), 0);
    std::mt19937 random(5);
    for (int round = 0; round < 60; ++round) {
        std::vector<std::string> order = lines;
        for (int repeated = 0; repeated < 5; ++repeated) {
            order.push_back(lines[random() % lines.size()]);
        }
        std::shuffle(order.begin(), order.end(), random);
        const std::size_t piece = 1 + random() % order.size();
        ASSERT_EQ(dump_of(order, piece, random() % order.size()), expected) << "round " << round;
    }
}

TEST(ImportOrder, KeepsTheDerivedEqualToARebuild) {
    std::mt19937 random(6);
    for (int round = 0; round < 20; ++round) {
        std::vector<std::string> order = lines;
        std::shuffle(order.begin(), order.end(), random);
        Story story;
        add_account(story.store(), "x", "bar", "labar", "Le bar");
        for (const std::string& line : order) {
            story.tell(line);
            const std::string step_by_step = dump(story.store());
            settle_all(story.store());
            ASSERT_EQ(dump(story.store()), step_by_step) << line;
        }
    }
}

TEST(ImportOrder, CountsASecondImportAsRepeated) {
    Story story;
    const ImportReport first = story.tell(joined(lines));
    EXPECT_EQ(first.accepted_count + first.repeated_count, static_cast<std::int64_t>(lines.size()));
    const std::string before = dump(story.store());
    const ImportReport second = story.tell(joined(lines));
    EXPECT_EQ(second.accepted_count, 0);
    EXPECT_EQ(second.repeated_count, static_cast<std::int64_t>(lines.size()));
    EXPECT_EQ(dump(story.store()), before);
}

TEST(ImportOrder, JoinsProfilesThatVouchForEachOther) {
    Story story;
    story.tell(joined(lines));
    const FanView fay = view_fan(story.store(), "mastodon:@fay@mast.example");
    ASSERT_EQ(fay.profiles.size(), 2U);
    EXPECT_EQ(fay.summary.given[static_cast<std::size_t>(InteractionKind::mention)], 2);
    EXPECT_EQ(view_fan(story.store(), "@fay").summary.fan_id, fay.summary.fan_id);
}

}  // namespace
}  // namespace fanal::app
