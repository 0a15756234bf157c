#include "crm/cli/display.hpp"

#include <gtest/gtest.h>

#include <random>

#include "crm/cli/format.hpp"

namespace fanal::cli {
namespace {

/// Whether a terminal would do anything but show it. Walks bytes, knowing nothing of how display.cpp does it.
bool is_harmless(const std::string& text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0;
        if (byte < 0x20 || byte == 0x7F || (byte == 0xC2 && next >= 0x80 && next < 0xA0)) {
            return false;
        }
    }
    return true;
}

TEST(OneLine, LeavesOrdinaryTextAlone) {
    EXPECT_EQ(one_line("Six oysters, s'il vous plaît 🦪"), "Six oysters, s'il vous plaît 🦪");
    EXPECT_EQ(one_line(""), "");
    EXPECT_EQ(one_line("👨‍👩‍👧 🇫🇷 👏🏽 ❤️ 東京"),
              "👨‍👩‍👧 🇫🇷 👏🏽 ❤️ 東京");
}

TEST(OneLine, ShowsControlCharactersInsteadOfSendingThem) {
    EXPECT_EQ(one_line("\x1b[2J\x1b]0;owned\x07"), "␛[2J␛]0;owned␇");
    EXPECT_EQ(one_line(std::string("a\0b", 3)), "a␀b");
    EXPECT_EQ(one_line("a\x7f\b"), "a␡␈");
    EXPECT_EQ(one_line("\u009b31m"), "\uFFFD31m") << "The 8-bit form of ESC [ works in some terminals.";
}

TEST(OneLine, ReplacesWhatIsNotUtf8) {
    EXPECT_EQ(one_line("caf\xe9"), "caf\uFFFD");
    EXPECT_EQ(one_line("\x9b"), "\uFFFD");
    EXPECT_EQ(one_line("\xc0\x9b"), "\uFFFD\uFFFD") << "an overlong ESC";
    EXPECT_EQ(one_line("\xed\xa0\x80"), "\uFFFD\uFFFD\uFFFD") << "a surrogate";
    EXPECT_EQ(one_line("\xf0\x9f\xa6"), "\uFFFD\uFFFD\uFFFD") << "an emoji cut short";
    EXPECT_EQ(one_line("\xf4\x90\x80\x80"), "\uFFFD\uFFFD\uFFFD\uFFFD") << "beyond Unicode";
    EXPECT_EQ(one_line("\xf4\x8f\xbf\xbf é ह"), "\xf4\x8f\xbf\xbf é ह");
}

TEST(OneLine, BringsEverythingOntoOneLine) {
    EXPECT_EQ(one_line("  Bonjour,\r\n\tune\u2028question   ?\n"), "Bonjour, une question ?");
}

TEST(OneLine, KeepsTextFromTheRightToItself) {
    EXPECT_EQ(one_line("שלום"), "\u2068שלום\u2069");
    EXPECT_EQ(one_line("\u202Eesrever\u202C and \u2067more"), "esrever and more");
    EXPECT_EQ(one_line(one_line("مرحبا")), one_line("مرحبا"));
}

TEST(OneLine, IsHarmlessWhateverTheBytes) {
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::string text(random() % 40, ' ');
        for (char& c : text) {
            c = static_cast<char>(random() % 3 == 0 ? 0x80 + random() % 0x80 : random() % 0x80);
        }
        const std::string line = one_line(text);
        ASSERT_TRUE(is_harmless(line)) << testing::PrintToString(text);
        ASSERT_EQ(one_line(line), line);
        ASSERT_LE(columns_of(fitted(text, 7)), 7U) << testing::PrintToString(text);
    }
}

TEST(Fitted, CutsByColumnsAndBetweenCharacters) {
    EXPECT_EQ(fitted("oysters", 7), "oysters");
    EXPECT_EQ(fitted("oysters", 6), "oyste…");
    EXPECT_EQ(fitted("東京東京", 5), "東京…");
    EXPECT_EQ(fitted("東京東京", 4), "東…");
    EXPECT_EQ(fitted("👨‍👩‍👧👨‍👩‍👧👨‍👩‍👧", 3), "👨‍👩‍👧…");
    EXPECT_EQ(fitted("e\u0301e\u0301e\u0301", 2), "e\u0301…");
    EXPECT_EQ(fitted("שלום", 3), "\u2068של…\u2069");
    EXPECT_EQ(fitted("a", 0), "");
}

TEST(Fitted, TakesOneCharacterUnderCountlessMarks) {
    std::string text = "o";
    for (int i = 0; i < 100'000; ++i) {
        text += "\u0301";
    }
    EXPECT_LT(fitted(text + "yster and more", 5).size(), 1000U);
}

TEST(Padded, CountsColumnsNotBytes) {
    EXPECT_EQ(padded("é", 3), "é  ");
    EXPECT_EQ(padded("東京", 5), "東京 ");
    EXPECT_EQ(padded("long", 2), "long");
}

TEST(Wrapped, BreaksAtSpacesAndInsideLongWords) {
    EXPECT_EQ(wrapped("one two three four", 9, 2, 9), "  one two\n  three\n  four\n");
    EXPECT_EQ(wrapped("abcdefghij kl", 4, 0, 9), "abcd\nefgh\nij\nkl\n");
    EXPECT_EQ(wrapped("東京東京東京", 4, 0, 9), "東京\n東京\n東京\n");
    EXPECT_EQ(wrapped("", 10, 0, 9), "");
}

TEST(Wrapped, KeepsASignWithItsWord) {
    EXPECT_EQ(wrapped("avez-vous servi ? Oui", 16, 0, 9), "avez-vous\nservi ? Oui\n");
    EXPECT_EQ(wrapped("un :mot", 5, 0, 9), "un\n:mot\n");
}

TEST(Wrapped, KeepsLinesAndSaysWhenSomeAreLeftOut) {
    EXPECT_EQ(wrapped("first\n\n\x1b[1msecond", 20, 1, 9), " first\n ␛[1msecond\n");
    EXPECT_EQ(wrapped("one two three four", 5, 0, 2), "one\ntwo …\n");
}

TEST(Numbers, AreGrouped) {
    EXPECT_EQ(grouped(0), "0");
    EXPECT_EQ(grouped(999), "999");
    EXPECT_EQ(grouped(1000), "1,000");
    EXPECT_EQ(grouped(-1234567), "-1,234,567");
    EXPECT_EQ(grouped(-123), "-123");
    EXPECT_EQ(grouped(INT64_MIN), "-9,223,372,036,854,775,808");
    EXPECT_EQ(counted(1, "fan", "fans"), "1 fan");
    EXPECT_EQ(counted(0, "fan", "fans"), "0 fans");
}

TEST(Numbers, KeepTheirMeaningWhenShort) {
    EXPECT_EQ(decimal(2.345, 1), "2.3");
    EXPECT_EQ(significant(0.012345), "0.0123");
    EXPECT_EQ(significant(0.0042999), "0.00430");
}

TEST(Durations, AreSaidInTwoUnits) {
    EXPECT_EQ(duration(-5), "0 s");
    EXPECT_EQ(duration(59'999), "59 s");
    EXPECT_EQ(duration(12 * 60'000), "12 min");
    EXPECT_EQ(duration(3 * ms_per_hour + 20 * 60'000), "3 h 20 min");
    EXPECT_EQ(duration(3 * ms_per_hour), "3 h");
    EXPECT_EQ(duration(2 * ms_per_day + 4 * ms_per_hour), "2 d 4 h");
    EXPECT_EQ(duration(15 * ms_per_day + 4 * ms_per_hour), "15 d");
}

TEST(Moments, AreInUtc) {
    EXPECT_EQ(moment(*parse_instant("2026-11-23T05:05:59+01:00")), "2026-11-23 04:05");
}

TEST(Hundredths, AddUpToTheTotal) {
    EXPECT_EQ(hundredths_that_add_up({0.333, 0.333, 0.333}, 100), (std::vector<std::int64_t>{34, 33, 33}));
    EXPECT_EQ(hundredths_that_add_up({1.006, -12.006}, -1100), (std::vector<std::int64_t>{101, -1201}));
    EXPECT_TRUE(hundredths_that_add_up({}, 0).empty());
    std::mt19937 random(2);
    for (int round = 0; round < 1000; ++round) {
        std::vector<double> values(1 + random() % 9);
        double sum = 0;
        for (double& value : values) {
            value = (static_cast<double>(random()) / 4e9 - 0.5) * 100;
            sum += value;
        }
        std::int64_t total = 0;
        for (const std::int64_t part : hundredths_that_add_up(values, std::llround(sum * 100))) {
            total += part;
        }
        ASSERT_EQ(total, std::llround(sum * 100));
    }
}

TEST(Hours, AreSigned) {
    EXPECT_EQ(signed_hours(1250), "+12.50 h");
    EXPECT_EQ(signed_hours(-5), "-0.05 h");
}

}  // namespace
}  // namespace fanal::cli
