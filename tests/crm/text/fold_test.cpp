#include "crm/text/fold.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace fanal::text {
namespace {

std::string utf8(char32_t c) {
    if (c < 0x80) {
        return {static_cast<char>(c)};
    }
    if (c < 0x800) {
        return {static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))};
    }
    if (c < 0x10000) {
        return {static_cast<char>(0xE0 | c >> 12), static_cast<char>(0x80 | (c >> 6 & 0x3F)),
                static_cast<char>(0x80 | (c & 0x3F))};
    }
    return {static_cast<char>(0xF0 | c >> 18), static_cast<char>(0x80 | (c >> 12 & 0x3F)),
            static_cast<char>(0x80 | (c >> 6 & 0x3F)), static_cast<char>(0x80 | (c & 0x3F))};
}

TEST(Fold, MakesOneOfTheWaysToWriteAName) {
    EXPECT_EQ(fold(""), "");
    EXPECT_EQ(fold("ELODIE"), "elodie");
    EXPECT_EQ(fold("Élodie"), "elodie");
    EXPECT_EQ(fold("E\u0301lodie"), "elodie");
    EXPECT_EQ(fold("Łódź ØRE Straße Œuvre"), "lodz ore strasse oeuvre");
    EXPECT_EQ(fold("ＦＡＮ"), "fan");
    EXPECT_EQ(fold("𝗙𝗮𝗻"), "fan");
    EXPECT_EQ(fold("Nguyễn"), "nguyen");
    EXPECT_EQ(fold("İstanbul"), "istanbul");
    EXPECT_EQ(fold("ΣΊΣΥΦΟΣ"), "σισυφοσ");
    EXPECT_EQ(fold("ЁЛКА"), "елка");
    EXPECT_EQ(fold("a\u200Bb"), "ab");
}

TEST(Fold, KeepsVowelSignsAndVoicing) {
    EXPECT_NE(fold("कि"), fold("कु"));
    EXPECT_NE(fold("か"), fold("が"));
    EXPECT_EQ(fold("が"), "が");
    EXPECT_EQ(fold("שָׁלוֹם"), fold("שלום"));
    EXPECT_EQ(fold("مُحَمَّد"), fold("محمد"));
}

TEST(Fold, GivesTheSameWithAndWithoutIcu) {
    const std::string elsewhere = "中";  // no Latin letter: the whole text goes through ICU
    for (char32_t c = 0x20; c < 0x180; ++c) {
        EXPECT_EQ(fold(utf8(c)) + elsewhere, fold(utf8(c) + elsewhere)) << std::hex << static_cast<unsigned>(c);
    }
}

TEST(Fold, ChangesNothingTheSecondTime) {
    std::mt19937 random(3);
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        for (int i = 0; i < 6; ++i) {
            const char32_t c = random() % (random() % 2 == 0 ? 0x3000 : 0x20000);
            text += c >= 0xD800 && c < 0xE000 ? std::string("x") : utf8(c);
        }
        const std::string once = fold(text);
        ASSERT_EQ(fold(once), once) << text;
    }
}

TEST(Fold, BearsBrokenAndEndlessTexts) {
    EXPECT_EQ(fold("a\xFF"), "a\uFFFD");
    EXPECT_EQ(fold("\xC3"), "\uFFFD");
    EXPECT_EQ(fold(std::string(folded_bytes_max + 5, 'A')).size(), folded_bytes_max);
}

TEST(CutAtCodePoint, NeverSplitsOne) {
    EXPECT_EQ(cut_at_code_point("abc", 5), "abc");
    EXPECT_EQ(cut_at_code_point("abc", 2), "ab");
    EXPECT_EQ(cut_at_code_point("aé", 2), "a");
    EXPECT_EQ(cut_at_code_point("😍😍", 7), "😍");
    EXPECT_EQ(cut_at_code_point("😍", 3), "");
    EXPECT_EQ(cut_at_code_point("a", 0), "");
}

}  // namespace
}  // namespace fanal::text
