// The language of an interaction: the network's word stands; where there is none, the text's own, with its confidence.
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

std::string comment(const std::string& text, const std::string& rest) {
    return R"({"network":"x","kind":"comment","remote_id":"c","occurred_at":"2026-11-20T10:00:00Z","profile_remote_id":"1",)"
           R"("text":")" +
           text + "\"" + rest + "}";
}

std::string language_of(storage::Store& store) {
    storage::Statement row =
        store.database().prepare("SELECT language, language_confidence IS NULL, language_confidence FROM interactions");
    EXPECT_TRUE(row.step());
    EXPECT_TRUE(row.integer(1) == 1 || (row.real(2) > 0 && row.real(2) <= 1));
    return std::string(row.text(0)) + (row.integer(1) == 1 ? "" : "?");
}

TEST(LanguageOf, TheNetworksWordStands) {
    test::Story story;
    story.tell(comment("Est-ce que la terrasse sera ouverte samedi soir ?", R"(,"language":"it")"));
    EXPECT_EQ(language_of(story.store()), "it");
}

TEST(LanguageOf, ATextWithoutOneIsDetectedAndMarkedAsSuch) {
    test::Story story;
    story.tell(comment("Est-ce que la terrasse sera ouverte samedi soir ?", ""));
    EXPECT_EQ(language_of(story.store()), "fr?");
}

TEST(LanguageOf, ThreeWordsAreNotGuessed) {
    test::Story story;
    story.tell(comment("Merci à vous", ""));
    EXPECT_EQ(language_of(story.store()), "");
}

TEST(LanguageOf, ComesOutTheSameInAnyOrder) {
    std::vector<std::string> tellings = {
        comment("Est-ce que la terrasse sera ouverte samedi soir ?", ""),
        comment("Will the terrace be open on Saturday evening, please?", ""),
        comment("Est-ce que la terrasse sera ouverte samedi soir ?", R"(,"language":"fr-CA")")};
    std::sort(tellings.begin(), tellings.end());
    std::string expected;
    do {
        test::Story story;
        for (const std::string& telling : tellings) {
            story.tell(telling);
        }
        const std::string dump = test::dump(story.store());
        expected = expected.empty() ? dump : expected;
        EXPECT_EQ(dump, expected);
        EXPECT_EQ(language_of(story.store()), "fr-CA");
    } while (std::next_permutation(tellings.begin(), tellings.end()));
}

}  // namespace
}  // namespace fanal::app
