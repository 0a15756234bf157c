#include <gtest/gtest.h>

#include <algorithm>
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
/// what they remove, edits, a like that goes and comes back, counters, unknown people, two profiles that vouch for each
/// other.
const std::vector<std::string> lines = {
    R"({"network":"x","kind":"post","remote_id":"p1","occurred_at":"2026-11-01T10:00:00Z","profile_remote_id":"bar","handle":"labar","text":"Ce soir, huîtres !"})",
    R"({"network":"x","kind":"comment","remote_id":"c1","occurred_at":"2026-11-01T10:05:00Z","profile_remote_id":"ana","handle":"ana","display_name":"Ana","followers_count":12,"post_remote_id":"p1","text":"C'est ouvert ?"})",
    R"({"network":"x","kind":"comment","remote_id":"c1","occurred_at":"2026-11-01T10:09:00Z","profile_remote_id":"ana","handle":"ana.b","followers_count":15,"post_remote_id":"p1","text":"C'est ouvert ce soir ?"})",
    R"({"network":"x","kind":"comment","remote_id":"r1","occurred_at":"2026-11-01T10:20:00Z","profile_remote_id":"bar","in_reply_to_remote_id":"c1","post_remote_id":"p1","text":"Oui, dès 18 h."})",
    R"({"network":"x","kind":"comment","remote_id":"c2","occurred_at":"2026-11-01T11:00:00Z","profile_remote_id":"ana","post_remote_id":"p1","in_reply_to_remote_id":"r1","text":"Et dimanche ?"})",
    R"({"network":"x","kind":"comment","remote_id":"c3","occurred_at":"2026-11-01T12:00:00Z","profile_remote_id":"bob","handle":"bob","post_remote_id":"p1","text":"Très déçu, une heure d'attente."})",
    R"({"network":"x","kind":"remove","remote_id":"c3","occurred_at":"2026-11-02T12:00:00Z"})",
    R"({"network":"x","kind":"remove","remote_id":"c9","occurred_at":"2026-11-02T12:00:00Z"})",
    R"({"network":"x","kind":"reaction","remote_id":"l1","occurred_at":"2026-11-01T12:00:00Z","profile_remote_id":"bob","post_remote_id":"p1","reaction":"like"})",
    R"({"network":"x","kind":"remove","remote_id":"l1","occurred_at":"2026-11-01T13:00:00Z"})",
    R"({"network":"x","kind":"reaction","remote_id":"l1","occurred_at":"2026-11-01T14:00:00Z","profile_remote_id":"bob","post_remote_id":"p1","reaction":"love"})",
    R"({"network":"x","kind":"reshare","remote_id":"s1","occurred_at":"2026-11-01T12:10:00Z","profile_remote_id":"cy","post_remote_id":"p1"})",
    R"({"network":"x","kind":"reshare","remote_id":"s2","occurred_at":"2026-11-01T12:20:00Z","profile_remote_id":"di","post_remote_id":"p1","in_reply_to_remote_id":"s1"})",
    R"({"network":"x","kind":"message","remote_id":"m1","occurred_at":"2026-11-03T09:00:00Z","profile_remote_id":"eve","to_profile_remote_id":"bar","text":"Une table pour six ?"})",
    R"({"network":"x","kind":"message","remote_id":"m2","occurred_at":"2026-11-03T09:30:00Z","profile_remote_id":"bar","to_profile_remote_id":"eve","text":"Avec plaisir."})",
    R"({"network":"x","kind":"message","remote_id":"m3","occurred_at":"2026-11-03T09:40:00Z","profile_remote_id":"eve","to_profile_remote_id":"bar","text":"Parfait, merci !"})",
    R"({"network":"x","kind":"mention","remote_id":"n1","occurred_at":"2026-11-04T09:40:00Z","profile_remote_id":"fay","handle":"fay","url":"https://x.example/fay","bio":"https://mast.example/@fay","text":"@labar vous prenez la carte ?"})",
    R"({"network":"mastodon","kind":"mention","remote_id":"n2","occurred_at":"2026-11-05T09:40:00Z","profile_remote_id":"https://mast.example/u/fay","handle":"fay@mast.example","url":"https://mast.example/@fay","bio":"aussi https://x.example/fay","text":"@labar et les chèques ?"})",
    R"({"network":"x","kind":"follow","occurred_at":"2026-11-04T10:00:00Z","profile_remote_id":"gus","to_profile_remote_id":"bar"})",
    R"({"network":"x","kind":"comment","remote_id":"c4","occurred_at":"2026-11-05T12:00:00Z","profile_remote_id":"hal","post_remote_id":"other","text":"Rien à voir ?"})",
    R"({"network":"x","kind":"comment","remote_id":"c5","occurred_at":"2026-11-05T12:00:00Z","profile_remote_id":"ana","post_remote_id":"p1","text":"Allô ? Toujours personne ?","followers_count":9000})",
};

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
