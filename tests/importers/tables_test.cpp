// Tables in every dress: separators, line ends, encodings, titles, ragged rows, columns that nobody knows. The forms of
// tools stand in tests/fixtures/tables/, each beside what it becomes.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>

#include "importers/tables/columns.hpp"
#include "importers/tables/times.hpp"
#include "importers/tables/values.hpp"
#include "tests/importers/table_sink.hpp"

namespace fanal::importers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

std::vector<std::string> texts(const Collected& collected) {
    std::vector<std::string> found;
    for (const Record& record : collected.interactions) {
        found.push_back(record.text);
    }
    return found;
}

std::vector<std::string> sentences(const Collected& collected) {
    std::vector<std::string> found;
    for (const auto& rejection : collected.rejections) {
        found.push_back(rejection.path + ": " + rejection.reason);
    }
    return found;
}

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
    return text;
}

const std::string french =
    "Date,Auteur,Commentaire,Lien\n"
    "24/02/2021 11:35,Zoé Martin,\"Très bon, merci\",https://www.facebook.com/a/1\n"
    "25/02/2021 09:00,Ana Ruiz,Où êtes-vous ?,https://www.facebook.com/a/2\n";

// ---- Dress ----

TEST(Tables, AreReadWhateverSeparatesTheirColumns) {
    for (const char* const separator : {";", "\t", "|"}) {
        std::string other = replaced(french, "Très bon, merci", "Très bon; merci");
        other = replaced(replaced(other, ",", separator), "Très bon; merci", "Très bon, merci");
        EXPECT_THAT(texts(read_table(other).collected), ElementsAre("Très bon, merci", "Où êtes-vous ?")) << separator;
    }
}

TEST(Tables, AreReadWhateverEndsTheirLines) {
    for (const char* const end : {"\r\n", "\r", "\n\n", "\r\r\n"}) {
        EXPECT_THAT(texts(read_table(replaced(french, "\n", end)).collected),
                    ElementsAre("Très bon, merci", "Où êtes-vous ?"))
            << end;
    }
}

TEST(Tables, HaveTitlesAboveTheirHeader) {
    const TableRead read = read_table("Export du 1 mars\n\nPage : Le Bar, Bordeaux\n" + french + ",,,\nhier,a,b,c\n");
    EXPECT_THAT(texts(read.collected), ElementsAre("Très bon, merci", "Où êtes-vous ?"));
    EXPECT_THAT(sentences(read.collected), ElementsAre(HasSubstr("line 8: The time is \"hier\"")));
}

TEST(Tables, MayBeginWithAnEmptyColumn) {
    const TableRead read =
        read_table("\tdate\ttext\turl\n0\t2021-02-24T10:00:00Z\tbonjour\thttps://x.com/a/status/1\n");
    EXPECT_THAT(texts(read.collected), ElementsAre("bonjour"));
    EXPECT_EQ(read.network, "x");
}

TEST(Tables, AreReadInOtherEncodings) {
    std::u16string wide =
        u"Date\tAuteur\tCommentaire\tLien\n24/02/2021 11:35\tZoé\tTrès 🦪 bon\thttps://www.facebook.com/a/1\n";
    std::string little = "\xFF\xFE", big = "\xFE\xFF";
    for (const char16_t unit : wide) {
        little += {static_cast<char>(unit & 0xFF), static_cast<char>(unit >> 8)};
        big += {static_cast<char>(unit >> 8), static_cast<char>(unit & 0xFF)};
    }
    EXPECT_THAT(texts(read_table(little).collected), ElementsAre("Très 🦪 bon"));
    EXPECT_THAT(texts(read_table(big).collected), ElementsAre("Très 🦪 bon"));
    EXPECT_THAT(texts(read_table(little.substr(2)).collected), ElementsAre("Très 🦪 bon"));
    EXPECT_THAT(texts(read_table("\xEF\xBB\xBF" + french).collected).size(), 2U);

    std::string windows = replaced(replaced(french, "è", "\xE8"), "ê", "\xEA");
    windows = replaced(replaced(windows, "é", "\xE9"), "ù", "\xF9");
    const TableRead in_windows = read_table(windows);
    EXPECT_THAT(texts(in_windows.collected), ElementsAre("Très bon, merci", "Où êtes-vous ?"));
    EXPECT_THAT(in_windows.notes, testing::Contains("What is not in UTF-8 was taken as Windows-1252."));

    std::string mac = replaced(replaced(french, "è", "\x8F"), "ê", "\x90");
    mac = replaced(replaced(replaced(mac, "é", "\x8E"), "ù", "\x9D"), "\n", "\r");
    const TableRead in_mac = read_table(mac);
    EXPECT_THAT(texts(in_mac.collected), ElementsAre("Très bon, merci", "Où êtes-vous ?"));
    EXPECT_THAT(in_mac.notes, testing::Contains("What is not in UTF-8 was taken as Mac Roman."));
}

TEST(Tables, JoinEmojiThatWereWrittenAsTwo) {
    EXPECT_THAT(texts(read_table(replaced(french, "Très", "\xED\xA0\xBE\xED\xB6\xAA")).collected),
                ElementsAre("\U0001F9AA bon, merci", "Où êtes-vous ?"));
    EXPECT_THAT(texts(read_table(replaced(french, "Très", "\xED\xA0\xBE?")).collected),
                ElementsAre("\uFFFD? bon, merci", "Où êtes-vous ?"));
}

TEST(Tables, KeepQuotedLineBreaksAndUnicodeLineEnds) {
    EXPECT_THAT(texts(read_table(replaced(french, "bon, merci", "bon,\r\nmerci\u2028ici")).collected),
                ElementsAre("Très bon,\r\nmerci\u2028ici", "Où êtes-vous ?"));
}

// ---- Rows that do not fit ----

TEST(Tables, SayWhenAHeaderHasNoRows) {
    const TableRead read = read_table("network,kind,occurred_at,handle\n");
    ASSERT_EQ(read.collected.skips.size(), 1U);
    EXPECT_EQ(read.collected.skips[0].reason, "a header without rows");
}

TEST(Tables, SayWhichRowsHaveAnotherNumberOfColumns) {
    const std::string start = "network;kind;occurred_at;handle;text\n";
    const TableRead read = read_table(start +
                                      "x;comment;2021-02-24;ana;bonjour\nx;comment;2021-02-24;ben;a;b\n"
                                      "x;comment;2021-02-24\nx;comment;2021-02-24;zoe;salut;;\n");
    EXPECT_THAT(texts(read.collected), ElementsAre("bonjour", "salut"));
    EXPECT_THAT(
        sentences(read.collected),
        ElementsAre("line 3: The row has 6 columns, but the header names 5: a value with \";\" in it must stand "
                    "between quotes.",
                    "line 4: The row has 3 columns, but the header names 5: it is cut short, or a line break in "
                    "it does not stand between quotes."));
    EXPECT_EQ(read.network, "canonical");
}

TEST(Tables, ReadRowsThatAreQuotedAsOneValue) {
    EXPECT_THAT(
        texts(
            read_table(french + "\"26/02/2021 10:00,Ben,\"\"Oui, non\"\",https://www.facebook.com/a/3\"\n").collected),
        ElementsAre("Très bon, merci", "Où êtes-vous ?", "Oui, non"));
}

TEST(Tables, AreNotMadeOfProse) {
    for (const char* const prose :
         {"Bonjour à tous,\nvoici la liste, comme promis.\nÀ bientôt", "# Readme\n\nSome words, then.\n",
          "%PDF-1.4 stuff", "<html><body>a,b</body></html>"}) {
        const TableRead read = read_table(prose);
        EXPECT_EQ(read.collected.skips.size(), 1U) << prose;
        EXPECT_EQ(read.collected.count(), 1U) << prose;
    }
}

// ---- Columns that nobody knows ----

TEST(Columns, AreGuessedFromFrenchAndEnglishHeadings) {
    const TableRead read = read_table(french);
    ASSERT_EQ(read.collected.interactions.size(), 2U);
    const Record& first = read.collected.interactions[0];
    EXPECT_EQ(first.profile.network, "facebook");
    EXPECT_EQ(first.profile.display_name, "Zoé Martin");
    EXPECT_EQ(to_text(first.occurred_at), "2021-02-24T11:35:00Z");
    EXPECT_EQ(first.url, "https://www.facebook.com/a/1");
    EXPECT_THAT(
        read.notes,
        testing::Contains("The columns were taken as occurred_at=Date,text=Commentaire,display_name=Auteur,url=Lien, "
                          "of facebook."));

    const TableRead english = read_table(
        "Username,Created at,Message,Network,Followers,Score\n"
        "@ana,2/24/2021 1:05 PM,hello,Twitter,\"1,200\",3\n");
    ASSERT_EQ(english.collected.interactions.size(), 1U);
    const Record& hello = english.collected.interactions[0];
    EXPECT_EQ(hello.profile.network, "x");
    EXPECT_EQ(hello.profile.handle, "ana");
    EXPECT_EQ(hello.profile.followers_count, 1200);
    EXPECT_EQ(to_text(hello.occurred_at), "2021-02-24T13:05:00Z");
    EXPECT_EQ(hello.extra, R"({"Score":"3"})");
}

TEST(Columns, ThatNameAnAuthorByNameAloneKeepTheName) {
    const TableRead read = read_table(
        "Date;Auteur;Commentaire;Note\n2021-02-24;Émilie \"Mimi\" Roux;oui;5\n2021-02-25;Zoé;non;\n", "facebook");
    ASSERT_EQ(read.collected.interactions.size(), 2U);
    EXPECT_EQ(read.collected.interactions[0].extra, R"({"Note":"5","display_name":"Émilie \"Mimi\" Roux"})");
    EXPECT_EQ(read.collected.interactions[1].extra, R"({"display_name":"Zoé"})");
    const TableRead known = read_table("Date;Auteur;Pseudo;Commentaire\n2021-02-24;Zoé;@zoe;oui\n", "x");
    ASSERT_EQ(known.collected.interactions.size(), 1U);
    EXPECT_EQ(known.collected.interactions[0].extra, "");
}

TEST(Columns, ThatLeaveDoubtAreRefusedWithTheMapToGive) {
    EXPECT_THAT(
        sentences(read_table("Number,Opened at,Priority\n1,2021-02-24,3\n").collected),
        ElementsAre("line 1: No heading here is known to stand above the text. Its columns are Number, Opened at, "
                    "Priority. Say what they hold, such as --map 'occurred_at=Opened at,text=COLUMN' --as "
                    "NETWORK."));
    EXPECT_THAT(sentences(read_table("Date,Message\n2021-02-24,a\n2021-02-25,b\n").collected),
                ElementsAre(HasSubstr("Nothing says which network the rows are from.")));
    EXPECT_THAT(sentences(read_table("Date,Message\nlundi,a\nmardi,b\n", "facebook").collected),
                ElementsAre(HasSubstr("The column \"Date\" has values that are no times, such as \"lundi\".")));
}

TEST(Columns, AreTakenAsAPersonGivesThem) {
    TestGuide guide;
    guide.columns = {{"occurred_at", "Quand"}, {"text", "Quoi"}};
    EXPECT_THAT(texts(read_table("Qui,Quand,Quoi\na,2021-02-24,b\n", guide, "facebook").collected), ElementsAre("b"));
    EXPECT_EQ(guide.known_header, (std::vector<std::string>{"Qui", "Quand", "Quoi"}));
    guide.columns = {{"occurred_at", "Jour"}};
    EXPECT_THAT(sentences(read_table("Qui,Quand,Quoi\na,2021-02-24,b\n", guide, "facebook").collected),
                ElementsAre("line 1: This table has no column \"Jour\". Its columns are Qui, Quand, Quoi."));
}

TEST(Columns, AreRememberedByTheirHeader) {
    TestGuide guide;
    guide.known_header = {"Qui", "Quand", "Quoi"};
    guide.known_columns = {{"occurred_at", "Quand"}, {"text", "Quoi"}};
    EXPECT_THAT(texts(read_table("Qui,Quand,Quoi\na,2021-02-24,b\n", guide, "facebook").collected), ElementsAre("b"));
}

TEST(Columns, AreAskedWhereSomebodyAnswers) {
    TestGuide guide;
    guide.answer = ColumnAnswer::no;
    EXPECT_THAT(sentences(read_table(french, guide).collected),
                ElementsAre(HasSubstr("The columns were not confirmed.")));
    ASSERT_EQ(guide.asked.size(), 1U);
    EXPECT_EQ(guide.asked[0].examples[0], "24/02/2021 11:35");
    guide.answer = ColumnAnswer::yes;
    EXPECT_EQ(read_table(french, guide).collected.interactions.size(), 2U);
    EXPECT_EQ(guide.known_columns, guide.asked[0].columns);
}

TEST(Columns, ParseAsTheCommandLineHasThem) {
    std::string problem;
    EXPECT_EQ(parse_column_map("occurred_at=Date, heure,text=a=b", problem),
              (ColumnMap{{"occurred_at", "Date, heure"}, {"text", "a=b"}}));
    EXPECT_EQ(problem, "");
    for (const char* const wrong : {"when=Date", "text", "text=a,text=b", "text=", ""}) {
        problem.clear();
        EXPECT_THAT(parse_column_map(wrong, problem), IsEmpty()) << wrong;
        EXPECT_NE(problem, "") << wrong;
    }
}

// ---- Values ----

TEST(Ids, ThatASpreadsheetRuinedAreNone) {
    EXPECT_TRUE(is_ruined_id("5.70306E+17"));
    EXPECT_TRUE(is_ruined_id("5,70306E+17"));
    EXPECT_FALSE(is_ruined_id("E17"));
    EXPECT_FALSE(is_ruined_id("1e"));
    EXPECT_FALSE(is_ruined_id("570306133677760513"));
    EXPECT_EQ(plain_id("3.0"), "3");
    EXPECT_EQ(plain_id("5703061336777605.0"), "5703061336777605.0");
    EXPECT_EQ(plain_id("ID: 42"), "42");
    EXPECT_EQ(plain_id("#42"), "42");
}

TEST(Links, LoseWhatOpensDoors) {
    EXPECT_EQ(plain_link("https://a.example/x?v=1&access_token=secret&lc=2"), "https://a.example/x?v=1&lc=2");
    EXPECT_EQ(plain_link("javascript:alert(1)"), "");
    EXPECT_EQ(network_of_link("https://m.facebook.com/a"), "facebook");
    EXPECT_EQ(network_of_link("https://notfacebook.com/a"), "");
}

TEST(Times, AreReadAsPeopleWriteThem) {
    Table table;
    table.first_rows = {{"2/3/2021"}, {"24/02/2021"}};
    TimeReader times(table, 0);
    const auto read = [&](const char* text) {
        const auto instant = times.read(text);
        return instant ? to_text(*instant) : "none";
    };
    EXPECT_EQ(read("2/3/2021 4:05"), "2021-03-02T04:05:00Z");
    EXPECT_EQ(read("24.02.21"), "2021-02-24T00:00:00Z");
    EXPECT_EQ(read("12 janv. 2021 à 14h05"), "2021-01-12T14:05:00Z");
    EXPECT_EQ(read("mardi 1er août 2023 23:59:58"), "2023-08-01T23:59:58Z");
    EXPECT_EQ(read("Jan 12, 2021, 12:05 AM"), "2021-01-12T00:05:00Z");
    EXPECT_EQ(read("2021-03-01 10:00:00 EST"), "2021-03-01T15:00:00Z");
    EXPECT_EQ(read("1/3/2021 10:00 +02:00"), "2021-03-01T08:00:00Z");
    EXPECT_EQ(read("2021-03-01T10:00:00.250+0100"), "2021-03-01T09:00:00.250Z");
    EXPECT_EQ(read("Sun Nov 08 01:27:16 +0000 2015"), "2015-11-08T01:27:16Z");
    EXPECT_EQ(read("1609440905"), "2020-12-31T18:55:05Z");
    EXPECT_EQ(read("44196.788252315"), "2020-12-31T18:55:05Z");
    for (const char* const none : {"", "hier", "24/13/2021", "32/01/2021", "12", "1/2", "1/2/3/4", "2021"}) {
        EXPECT_EQ(read(none), "none") << none;
    }
    times.set_pacific();
    EXPECT_EQ(read("13/3/2021 23:00"), "2021-03-14T07:00:00Z");
    EXPECT_EQ(read("14/3/2021 03:00"), "2021-03-14T10:00:00Z");
    EXPECT_EQ(read("7/11/2021 03:00"), "2021-11-07T11:00:00Z");
}

// ---- The forms of tools ----

std::vector<std::string> fixture_names() {
    std::vector<std::string> names;
    for (const auto& entry : std::filesystem::directory_iterator(FANAL_ROOT "/tests/fixtures/tables")) {
        if (entry.path().extension() == ".csv") {
            names.push_back(entry.path().stem());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

class TableFixtures : public testing::TestWithParam<std::string> {};

TEST_P(TableFixtures, BecomeWhatStandsBesideThem) {
    const std::string path = FANAL_ROOT "/tests/fixtures/tables/" + GetParam();
    const TableRead read = read_table(read_file(path + ".csv"));
    Json whole = {{"network", read.network}};
    whole.update(to_json(read.collected));
    for (const std::string& sentence : sentences(read.collected)) {
        whole["rejections"].push_back(sentence);
    }
    if (!read.notes.empty()) {
        whole["notes"] = read.notes;
    }
    EXPECT_EQ(whole.dump(2) + "\n", read_file(path + ".expected.json"));
}

INSTANTIATE_TEST_SUITE_P(Tables, TableFixtures, testing::ValuesIn(fixture_names()),
                         [](const auto& fixture) { return fixture.param; });

TEST(Tables, ReadOverAStrayNul) {
    std::string file = "network,kind,remote_id,occurred_at,handle,text\n";
    for (int i = 0; i < 20; ++i) {
        file += "x,comment," + std::to_string(i) + ",2026-09-01T10:00:00Z,ana,bonjour\n";
    }
    file += std::string("x,comment,20,2026-09-01T10:00:00Z,ana,bon") + '\0' + "jour\n";
    EXPECT_THAT(read_table(file).collected.interactions, testing::SizeIs(21));
}

}  // namespace
}  // namespace fanal::importers
