#include "crm/text/shorten.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace fanal::text {
namespace {

TEST(Shorten, KeepsWhatFits) {
    EXPECT_EQ(shorten("", 3), "");
    EXPECT_EQ(shorten("abc", 3), "abc");
    EXPECT_EQ(shorten("été", 3), "été");
    EXPECT_EQ(shorten("👨‍👩‍👧🇫🇷é", 3), "👨‍👩‍👧🇫🇷é");
}

TEST(Shorten, EndsWhatDoesNotWithAnEllipsisThatCounts) {
    EXPECT_EQ(shorten("abcd", 3), "ab…");
    EXPECT_EQ(shorten("abcd", 1), "…");
    EXPECT_EQ(shorten("abcd", 0), "");
    EXPECT_EQ(shorten("étés", 3), "ét…");
}

TEST(Shorten, SplitsNoGrapheme) {
    EXPECT_EQ(shorten("👨‍👩‍👧🇫🇷👏🏽a", 3), "👨‍👩‍👧🇫🇷…");
    EXPECT_EQ(shorten("abe\u0301d", 4), "abe\u0301d");
    EXPECT_EQ(shorten("abe\u0301def", 4), "abe\u0301…");
    EXPECT_EQ(shorten("ab\r\ncd", 4), "ab\r\n…");
    EXPECT_EQ(shorten("abc\u0301d", 3), "ab…");  // the accent belongs to the letter before, ASCII though it is
}

TEST(Shorten, IsNotFloodedByAccents) {
    std::string tower = "a";
    for (int i = 0; i < 500'000; ++i) {
        tower += "\u0301";
    }
    EXPECT_LE(shorten(tower, 1).size(), grapheme_bytes_max + 3);
    EXPECT_LE(shorten(tower, 10).size(), 10 * grapheme_bytes_max + 3);
    EXPECT_EQ(shorten(tower, 0), "");
}

TEST(Shorten, BearsAnyBytesAndGivesNoMoreThanAsked) {
    std::mt19937 random(11);
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        const std::size_t size = random() % 40;
        for (std::size_t i = 0; i < size; ++i) {
            text += static_cast<char>(random());
        }
        const std::size_t max = random() % 50;
        const std::string cut = shorten(text, max);
        ASSERT_LE(cut.size(), max * grapheme_bytes_max + 3);
        if (max >= text.size()) {
            ASSERT_EQ(cut, text);
        }
        ASSERT_EQ(shorten(cut, max), cut);
        ASSERT_LE(display_width(text), 2 * text.size());
    }
}

TEST(DisplayWidth, CountsTheColumnsOfATerminal) {
    EXPECT_EQ(display_width(""), 0U);
    EXPECT_EQ(display_width("abc"), 3U);
    EXPECT_EQ(display_width("été"), 3U);
    EXPECT_EQ(display_width("e\u0301te\u0301"), 3U);
    EXPECT_EQ(display_width("東京"), 4U);
    EXPECT_EQ(display_width("ＦＡＮ"), 6U);
    EXPECT_EQ(display_width("한국"), 4U);
    EXPECT_EQ(display_width("ﾊﾟ"), 2U);
    EXPECT_EQ(display_width("a\u200Bb\n"), 2U);
    EXPECT_EQ(display_width("\u202Eabc"), 3U);
    EXPECT_EQ(display_width("…"), 1U);
}

TEST(DisplayWidth, CountsAnEmojiSequenceOnce) {
    EXPECT_EQ(display_width("😍"), 2U);
    EXPECT_EQ(display_width("👏🏽"), 2U);
    EXPECT_EQ(display_width("👨‍👩‍👧"), 2U);
    EXPECT_EQ(display_width("🤦‍♀️"), 2U);
    EXPECT_EQ(display_width("🇫🇷"), 2U);
    EXPECT_EQ(display_width("🇫🇷🇬🇧"), 4U);
    EXPECT_EQ(display_width("❤"), 1U);
    EXPECT_EQ(display_width("❤️"), 2U);
    EXPECT_EQ(display_width("1️⃣"), 2U);
    EXPECT_EQ(display_width("a🇫🇷b"), 4U);
}

}  // namespace
}  // namespace fanal::text
