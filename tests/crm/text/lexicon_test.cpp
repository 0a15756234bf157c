#include "crm/text/lexicon.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

namespace fanal::text {
namespace {

std::size_t match_length(const Lexicon& words, std::string_view text, bool at_sentence_start = false) {
    Tokens tokens;
    cut_into_tokens(text, tokens);
    return words.longest_match({tokens.list.data(), tokens.count}, at_sentence_start).tokens_count;
}

float complaint(const Lexicon& words, std::string_view text) {
    Tokens tokens;
    cut_into_tokens(text, tokens);
    const Match match = words.longest_match({tokens.list.data(), tokens.count}, false);
    return match.evidence == nullptr ? -1 : match.evidence->weights.complaint;
}

TEST(Lexicon, OursIsWithoutFault) {
    for (const std::string& fault : lexicon().faults()) {
        ADD_FAILURE() << fault;
    }
}

TEST(Lexicon, FindsTheLongestPhrase) {
    const Lexicon words({"complaint .3 | trop\ncomplaint .5 | trop cher, trop cher pour ça\n"});
    EXPECT_TRUE(words.faults().empty());
    EXPECT_EQ(match_length(words, "trop"), 1U);
    EXPECT_EQ(match_length(words, "Trop CHÈR"), 2U);
    EXPECT_EQ(match_length(words, "trop cher pour moi"), 2U);
    EXPECT_EQ(match_length(words, "trop cher pour ça"), 4U);
    EXPECT_EQ(match_length(words, "trop, cher"), 1U);
    EXPECT_EQ(match_length(words, "cher"), 0U);
    EXPECT_FLOAT_EQ(complaint(words, "trop cher pour"), 0.5F);
}

TEST(Lexicon, ReadsEndingsNumbersAndSentenceStarts) {
    const Lexicon words({"complaint .4 | déçu/e/s, carte/s jaune/s, # h d'attente\nquestion .5 | ^ how\n"});
    for (const char* text :
         {"déçu", "déçue", "déçus", "carte jaune", "cartes jaunes", "3 h d'attente", "2h d’attente"}) {
        EXPECT_FLOAT_EQ(complaint(words, text), 0.4F) << text;
    }
    EXPECT_EQ(match_length(words, "déçues"), 0U);
    EXPECT_EQ(match_length(words, "carte"), 0U);
    EXPECT_EQ(match_length(words, "how", false), 0U);
    EXPECT_EQ(match_length(words, "how", true), 1U);
}

TEST(Lexicon, GoesOnWithTheLineAbove) {
    const Lexicon words({"# a remark\n\ncomplaint .4 | un\n | deux\n", "         | trois\n"});
    EXPECT_FLOAT_EQ(complaint(words, "deux"), 0.4F);
    EXPECT_FLOAT_EQ(complaint(words, "trois"), 0.4F);
}

TEST(Lexicon, KnowsPhrasesThatHoldANegation) {
    const Lexicon words({"not 3 | pas\npraise .5 | pas mal, bien\n"});
    Tokens tokens;
    cut_into_tokens("pas mal", tokens);
    EXPECT_TRUE(words.longest_match({tokens.list.data(), tokens.count}, false).holds_negation);
    cut_into_tokens("bien", tokens);
    EXPECT_FALSE(words.longest_match({tokens.list.data(), tokens.count}, false).holds_negation);
}

TEST(Lexicon, TellsItsFaults) {
    EXPECT_EQ(Lexicon({"complain .4 | un\n"}).faults().size(), 1U);
    EXPECT_EQ(Lexicon({"complaint 4 | un\n"}).faults().size(), 1U);
    EXPECT_EQ(Lexicon({"complaint | un\n"}).faults().size(), 1U);
    EXPECT_EQ(Lexicon({"complaint .4 | un\npraise .4 | un\n"}).faults().size(), 1U);
    EXPECT_EQ(Lexicon({"complaint .4 | un, Ün\n"}).faults().size(), 0U);
}

/// The lexicon grows while it is read, so look at every phrase of a large one.
TEST(Lexicon, KeepsEveryPhraseWhileItGrows) {
    std::string table = "complaint .4 | start";
    const auto phrase = [](int i) {
        std::string name = "w";
        for (int rest = i; rest > 0; rest /= 26) {
            name += static_cast<char>('a' + rest % 26);
            name += 'x';
        }
        return name + " end";
    };
    for (int i = 1; i < 5000; ++i) {
        table += ", " + phrase(i);
    }
    const Lexicon words({table});
    ASSERT_TRUE(words.faults().empty());
    for (int i = 1; i < 5000; ++i) {
        ASSERT_EQ(match_length(words, phrase(i)), 2U) << phrase(i);
    }
}

}  // namespace
}  // namespace fanal::text
