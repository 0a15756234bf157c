#include "crm/text/names.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <random>

namespace fanal::text {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

TEST(Latinise, WritesOtherScriptsInLatinLetters) {
    EXPECT_EQ(latinise("Élodie Brûlé"), "elodie brule");
    EXPECT_EQ(latinise("Жанна"), "zhanna");
    EXPECT_EQ(latinise("Сергей Щукин"), "sergey shchukin");
    EXPECT_EQ(latinise("Γιώργος"), "giorgos");
    EXPECT_EQ(latinise("山田"), "shan tian");
    EXPECT_EQ(latinise("محمد"), "mhmd");
}

TEST(Latinise, TwiceChangesNothing) {
    for (const char* name : {"Élodie", "Жанна Фриске", "محمد علي", "山田太郎", "Łódź", "ﬁn\xFF", "ǅungla"}) {
        EXPECT_EQ(latinise(latinise(name)), latinise(name)) << name;
    }
}

TEST(HandleCore, KeepsWhatNamesSomeone) {
    EXPECT_EQ(handle_core("@Élodie.Brûlé_75"), "elodiebrule75");
    EXPECT_EQ(handle_core("@ana@social.example"), "ana");
    EXPECT_EQ(handle_core("Chez-Ana/100057979392160"), "chezana");
    EXPECT_EQ(handle_core("Chez-Ana-100057979392160"), "chezana");
    EXPECT_EQ(handle_core("https://www.example.com/Chez-Ana?ref=1"), "chezana");
    EXPECT_EQ(handle_core("pages/Chez-Ana/123"), "chezana");
}

TEST(HandleCore, IsEmptyForWhatSaysNothing) {
    for (const char* handle : {"", "@", "None", "n/a", "NULL", "profile.php?id=12", "100057979392160",
                               "UCabcdefghijklmnopqrstuv", "...", "\xFF\xFE"}) {
        EXPECT_EQ(handle_core(handle), "") << handle;
    }
}

TEST(NameTokens, AreTheWordsOfAName) {
    EXPECT_THAT(name_tokens("Dr. Jean-Pierre MARTIN, Jr."), ElementsAre("jean", "pierre", "martin"));
    EXPECT_THAT(name_tokens("Siobhán O'Neil"), ElementsAre("siobhan", "oneil"));
    EXPECT_THAT(name_tokens("Siobhán O’Neil"), ElementsAre("siobhan", "oneil"));
    EXPECT_THAT(name_tokens("Жанна Фриске"), ElementsAre("zhanna", "friske"));
    EXPECT_THAT(name_tokens(" - 🦞 "), IsEmpty());
}

TEST(NameTokens, LookThroughDecoration) {
    for (const char* name : {"✨ Marie ✨", "𝓜𝓪𝓻𝓲𝓮", "ⓂⒶⓇⒾⒺ", "ᴍᴀʀɪᴇ", "Ｍａｒｉｅ", "M̶a̶r̶i̶e̶", "M a r i e",
                             "Marie 🇫🇷 | Bordeaux", "Marie 🌻 @ maison #jardin", "Marie - Officiel", "Mme Marie 🦞"}) {
        EXPECT_THAT(name_tokens(name), ElementsAre("marie")) << name;
    }
    EXPECT_THAT(name_tokens("| Marie |"), ElementsAre("marie"));
    EXPECT_THAT(name_tokens("J. R. Martin"), ElementsAre("j", "r", "martin"));
}

TEST(NameTokens, KeepParticles) {
    EXPECT_THAT(name_tokens("Anne-Sophie DE LA TOUR"), ElementsAre("anne", "sophie", "de", "la", "tour"));
    EXPECT_THAT(name_tokens("Jean d’Ombres"), ElementsAre("jean", "dombres"));
}

TEST(LookalikeTokens, ReadLettersOfOtherScriptsByTheirShape) {
    EXPECT_THAT(lookalike_tokens("Рaul Mаrtin"), ElementsAre("paul", "martin"));  // Cyrillic Р and а
    EXPECT_THAT(lookalike_tokens("Αlice ✨"), ElementsAre("alice"));               // Greek Α
    for (const char* name : {"Paul Martin", "Élodie", "Жанна Фриске", "Γιώργος", "李娜", "", "\xFF"}) {
        EXPECT_THAT(lookalike_tokens(name), IsEmpty()) << name;
    }
}

TEST(Names, TakeAnyBytes) {
    std::mt19937 random(11);
    for (int i = 0; i < 3000; ++i) {
        std::string bytes(random() % 40, '\0');
        for (char& byte : bytes) {
            byte = static_cast<char>(random());
        }
        for (const std::string& token : name_tokens(bytes)) {
            ASSERT_FALSE(token.empty());
            ASSERT_EQ(token.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789"), std::string::npos);
        }
        for (const std::string& token : lookalike_tokens(bytes)) {
            ASSERT_FALSE(token.empty());
        }
        ASSERT_EQ(handle_core(handle_core(bytes)), handle_core(bytes));
    }
}

}  // namespace
}  // namespace fanal::text
