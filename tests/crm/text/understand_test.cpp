#include "crm/text/understand.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>
#include <vector>

namespace fanal::text {
namespace {

using Field = float Understanding::*;

struct Said {
    const char* text;
    Field field;
};

void expect_said(const std::vector<Said>& texts) {
    for (const Said& said : texts) {
        EXPECT_GE(understand(said.text).*said.field, 0.5F) << said.text;
    }
}

void expect_unsaid(const std::vector<Said>& texts) {
    for (const Said& said : texts) {
        EXPECT_LT(understand(said.text).*said.field, 0.5F) << said.text;
    }
}

TEST(Understand, SaysNothingOfNothing) {
    for (const char* text : {"", " ", "...", "!!!", "@julie @marc", "Samedi, quai des Chartrons", "12"}) {
        EXPECT_EQ(understand(text), Understanding{}) << text;
    }
}

TEST(Understand, TurnsPraiseAndComplaintRoundAfterANegation) {
    expect_said({{"pas bon", &Understanding::complaint},
                 {"not good", &Understanding::complaint},
                 {"ce n'est vraiment pas du tout très bon", &Understanding::complaint},
                 {"It wasn't a very friendly team", &Understanding::complaint},
                 {"je n'aime pas", &Understanding::complaint},
                 {"J’aime pas", &Understanding::complaint},
                 {"ne recommande vraiment pas", &Understanding::complaint},
                 {"aucun plaisir", &Understanding::complaint},
                 {"never disgusting", &Understanding::praise}});
    expect_unsaid({{"pas bon", &Understanding::praise},
                   {"not good", &Understanding::praise},
                   {"It wasn't a very friendly team", &Understanding::praise},
                   {"never disgusting", &Understanding::complaint},
                   {"ce n'est pas un scandale ni une arnaque", &Understanding::complaint}});
}

TEST(Understand, KnowsIdiomsThatSayTheContraryOfTheirWords) {
    expect_said({{"pas mal", &Understanding::praise},
                 {"not bad at all", &Understanding::praise},
                 {"jamais déçus", &Understanding::praise},
                 {"never disappoints", &Understanding::praise},
                 {"pas terrible", &Understanding::complaint},
                 {"merci pour rien", &Understanding::complaint},
                 {"thanks for nothing", &Understanding::complaint}});
    expect_unsaid({{"pas mal", &Understanding::complaint},
                   {"pas terrible", &Understanding::praise},
                   {"merci pour rien", &Understanding::thanks},
                   {"no problem", &Understanding::complaint},
                   {"bonne journée", &Understanding::praise}});
}

TEST(Understand, EndsANegationWithItsClause) {
    expect_said({{"Not today, delicious as it was", &Understanding::praise},
                 {"pas cher et délicieux", &Understanding::praise},
                 {"not cheap but excellent", &Understanding::praise},
                 {"hasn't arrived and terrible support", &Understanding::complaint}});
    expect_unsaid({{"not cheap but excellent", &Understanding::complaint}});
}

TEST(Understand, HearsQuestionsWithAndWithoutTheirMark) {
    expect_said({{"et alors ?", &Understanding::question},
                 {"est-ce que les chiens entrent", &Understanding::question},
                 {"où est l'entrée", &Understanding::question},
                 {"à quelle heure ça commence", &Understanding::question},
                 {"Bonjour, comment venir en tram", &Understanding::question},
                 {"do you take cash", &Understanding::question},
                 {"how much for the small one", &Understanding::question},
                 {"Hi guys, is the bar heated", &Understanding::question},
                 {"هل أنتم مفتوحون؟", &Understanding::question},
                 {"営業中ですか？", &Understanding::question},
                 {"❓", &Understanding::question}});
    expect_unsaid({{"https://example.org/?page=2", &Understanding::question},
                   {"What a night", &Understanding::question},
                   {"the bar is heated", &Understanding::question},
                   {"fromage ou dessert", &Understanding::question}});
}

TEST(Understand, TellsApartWhatPeopleWant) {
    expect_said({{"une table pour 4 ce soir", &Understanding::purchase_intent},
                 {"How much is the platter", &Understanding::purchase_intent},
                 {"vous êtes ouverts dimanche", &Understanding::purchase_intent},
                 {"pouvez-vous m'envoyer la facture", &Understanding::request},
                 {"Please help, I'm locked out", &Understanding::request},
                 {"un grand merci", &Understanding::thanks},
                 {"thx!!", &Understanding::thanks}});
    expect_unsaid({{"merci de me rappeler", &Understanding::thanks},
                   {"thanks in advance", &Understanding::thanks},
                   {"ma réservation de mardi", &Understanding::purchase_intent},
                   {"no thanks", &Understanding::thanks}});
}

TEST(Understand, HearsEmergencies) {
    expect_said({{"intoxication alimentaire chez vous", &Understanding::emergency},
                 {"We all got sick after the oysters", &Understanding::emergency},
                 {"my lawyer will call", &Understanding::emergency},
                 {"la batterie a pris feu", &Understanding::emergency},
                 {"#FoodPoisoning", &Understanding::emergency},
                 {"je porte plainte", &Understanding::emergency}});
    expect_unsaid({{"toast à l'avocat", &Understanding::emergency},
                   {"prendre un verre dans votre bar", &Understanding::emergency},
                   {"l'ambiance était en feu", &Understanding::emergency},
                   {"smoked salmon", &Understanding::emergency},
                   {"elle est malade ?", &Understanding::emergency},
                   {"not an emergency", &Understanding::emergency}});
}

TEST(Understand, HearsSpamAndNotEveryLink) {
    expect_said({{"click here http://a.example", &Understanding::spam},
                 {"𝗙𝗿𝗲𝗲 𝗶𝗣𝗵𝗼𝗻𝗲 bit.ly/a", &Understanding::spam},
                 {"gagnez de l'argent, WhatsApp +33 6 00 00 00 00", &Understanding::spam},
                 {"free fol\u200Blowers", &Understanding::spam}});
    expect_unsaid({{"My bag looks like this https://t.co/abc", &Understanding::spam},
                   {"https://t.co/abc", &Understanding::spam},
                   {"Rappelez-moi au 06 00 00 00 00", &Understanding::spam}});
}

TEST(Understand, ReadsEmojiWhateverTheirSkinAndFaith) {
    expect_said({{"😍", &Understanding::praise},
                 {"👏🏽👏🏽", &Understanding::praise},
                 {"❤️", &Understanding::praise},
                 {"<3", &Understanding::praise},
                 {":-)", &Understanding::praise},
                 {"😡", &Understanding::complaint},
                 {"🤦‍♀️", &Understanding::complaint},
                 {"🙏🏿", &Understanding::thanks}});
    EXPECT_EQ(understand("👏🏽"), understand("👏"));
    EXPECT_GT(understand("😍😍").praise, understand("😍").praise);
}

TEST(Understand, ReadsWordsHoweverTheyAreWritten) {
    const Understanding usual = understand("délicieux, j'adore, merci");
    for (const char* text :
         {"DÉLICIEUX, J'ADORE, MERCI", "delicieux, j’adore, merci", "de\u0301licieux, j'adore, merci",
          "délicieuuuux, j'adoooore, merciiii", "ｄélicieux, j'adore, merci",
          "\u202Edélicieux\u202C, j'adore, \u200Fmerci", "dé\u00ADlicieux, j'adore, merci"}) {
        EXPECT_EQ(understand(text), usual) << text;
    }
    EXPECT_EQ(understand("Don't recommend"), understand("dont recommend"));
    EXPECT_EQ(understand("goooood"), understand("good"));
    EXPECT_EQ(understand("#ServiceLent"), understand("service lent"));
}

TEST(Understand, GathersFaintSignsIntoAClearerOne) {
    const float one = understand("froid").complaint;
    const float two = understand("froid et cher").complaint;
    EXPECT_GT(one, 0);
    EXPECT_NEAR(two, 1 - (1 - one) * (1 - understand("cher").complaint), 1e-6);
}

TEST(Understand, ReadsTheFirstPagesOnly) {
    const std::string beginning(understood_bytes_max, ' ');
    EXPECT_EQ(understand(beginning + "arnaque"), Understanding{});
    std::string endless = "arnaque ";
    while (endless.size() < (1U << 20)) {
        endless += "é";
    }
    EXPECT_EQ(understand(endless), understand("arnaque"));
}

TEST(Understand, BearsAnyBytes) {
    std::mt19937 random(7);
    const std::vector<std::string> pieces = {
        "\xF0\x9F", "\xFF", "\xC3", "é",        "\u0301", "😍", "?", "'", "#",  "@a",   "http://",
        ".com",     "pas ", "bon",  "\xE2\x80", "\u202E", "1", ":", "(", "<3", "aaaa", std::string(1, '\0'),
        "𝗙",        " "};
    for (int round = 0; round < 5000; ++round) {
        std::string text;
        const std::size_t count = random() % 60;
        for (std::size_t i = 0; i < count; ++i) {
            text += random() % 3 == 0 ? std::string(1, static_cast<char>(random())) : pieces[random() % pieces.size()];
        }
        const Understanding understanding = understand(text);
        for (const auto& [name, field] : understanding_fields) {
            ASSERT_GE(understanding.*field, 0.0F) << name;
            ASSERT_LE(understanding.*field, 1.0F) << name;
        }
        ASSERT_EQ(understand(text), understanding);
    }
}

TEST(Understand, FindsWordsBetweenBrokenBytes) {
    EXPECT_EQ(understand("\xFF\xFE arnaque\xC3"), understand("arnaque"));
    EXPECT_EQ(understand("arnaque\xF0\x9F\x98"), understand("arnaque"));
}

TEST(Strongest, IsTheLargestOfEachValueInAnyOrder) {
    const Understanding a = understand("arnaque !");
    const Understanding b = understand("vous livrez ?");
    EXPECT_EQ(strongest(a, b), strongest(b, a));
    EXPECT_EQ(strongest(a, a), a);
    EXPECT_EQ(strongest(a, b).complaint, a.complaint);
    EXPECT_EQ(strongest(a, b).question, b.question);
}

}  // namespace
}  // namespace fanal::text
