#include "crm/text/tokens.hpp"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace fanal::text {
namespace {

/// The tokens of a text, drawn: a letter for what they are.
std::string drawn(std::string_view text) {
    Tokens tokens;
    cut_into_tokens(text, tokens);
    std::string drawing;
    for (std::size_t i = 0; i < tokens.count; ++i) {
        drawing += "ww,.?"[static_cast<std::size_t>(tokens.list[i].kind)];
    }
    return drawing;
}

std::vector<std::uint64_t> readings(std::string_view text) {
    Tokens tokens;
    cut_into_tokens(text, tokens);
    std::vector<std::uint64_t> list;
    for (std::size_t i = 0; i < tokens.count; ++i) {
        list.push_back(tokens.list[i].reading);
    }
    return list;
}

TEST(Tokens, AreWordsAndMarks) {
    EXPECT_EQ(drawn(""), "");
    EXPECT_EQ(drawn("Hello, world!"), "w,w.");
    EXPECT_EQ(drawn("quoi ?!... bon"), "w?w");
    EXPECT_EQ(drawn("19h30, 12.50 € (12:45)"), "www,ww,w,");
    EXPECT_EQ(drawn("l'addition d’hier aujourd'hui"), "wwwww");
    EXPECT_EQ(drawn("rendez-vous 24/7"), "wwww");
    EXPECT_EQ(drawn("«bien»，très"), ",w,w");
    EXPECT_EQ(drawn("東京。いい？"), "w.w?");
}

TEST(Tokens, AreTheSameForTheSameWord) {
    EXPECT_EQ(readings("Œufs À LA COQUE"), readings("oeufs a la coque"));
    EXPECT_EQ(readings("don't"), readings("dont"));
    EXPECT_EQ(readings("qu'il"), readings("qu il"));
    EXPECT_EQ(readings("#BestTeamEver"), readings("best team ever"));
    EXPECT_EQ(readings("#FAIL"), readings("fail"));
    EXPECT_EQ(readings(":-) :) =)"), readings("🙂🙂🙂"));
    EXPECT_EQ(readings("</3"), readings("💔"));
    EXPECT_NE(readings("bon"), readings("bond"));
}

TEST(Tokens, HaveASecondReadingForNumbersAndStretchedWords) {
    Tokens tokens;
    cut_into_tokens("12 goooood", tokens);
    ASSERT_EQ(tokens.count, 2U);
    EXPECT_EQ(tokens.list[0].other_reading, any_number);
    EXPECT_EQ(tokens.list[1].reading, readings("god").front());
    EXPECT_EQ(tokens.list[1].other_reading, readings("good").front());
}

TEST(Tokens, LeaveOutLinksAndMentionsButCountThem) {
    Tokens tokens;
    cut_into_tokens("@ana voir https://a.example/x?y=1 et www.b.example, bit.ly/z ou a@b.fr +33 6 12 34 56 78", tokens);
    EXPECT_EQ(tokens.links_count, 3);
    EXPECT_EQ(tokens.mentions_count, 2);
    EXPECT_EQ(tokens.phones_count, 1);
    EXPECT_EQ(drawn("@ana voir https://a.example/x?y=1 là"), "ww");
    cut_into_tokens("bon.Mais cher. fin.", tokens);
    EXPECT_EQ(tokens.links_count, 0);
}

TEST(Tokens, StopAtTheirLimit) {
    std::string many;
    for (std::size_t i = 0; i < 3 * Tokens::count_max; ++i) {
        many += "a ";
    }
    EXPECT_EQ(drawn(many).size(), Tokens::count_max);
    EXPECT_EQ(drawn(std::string(100'000, 'a')).size(), 1U);
}

}  // namespace
}  // namespace fanal::text
