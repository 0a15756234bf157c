#include "crm/identity/record_matches.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>
#include <set>

#include "crm/identity/edits.hpp"
#include "crm/identity/evaluation.hpp"

namespace fanal::identity {
namespace {

using testing::ElementsAre;

/// By the whole table of distances.
int slow_edits(const std::string& a, const std::string& b) {
    std::vector<std::vector<int>> d(a.size() + 1, std::vector<int>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                d[i][j] = static_cast<int>(i + j);
                continue;
            }
            d[i][j] = std::min({d[i - 1][j] + 1, d[i][j - 1] + 1, d[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                d[i][j] = std::min(d[i][j], d[i - 2][j - 2] + 1);
            }
        }
    }
    return d[a.size()][b.size()];
}

TEST(EditsBetween, EqualTheWholeTable) {
    EXPECT_EQ(edits_between("1984-03-31", "1984-03-13"), 1);
    std::mt19937 random(13);
    for (int i = 0; i < 20'000; ++i) {
        std::string texts[2];
        for (std::string& text : texts) {
            text.resize(random() % (i % 10 == 0 ? 65 : 8));
            for (char& c : text) {
                c = "abc"[random() % 3];
            }
        }
        ASSERT_EQ(edits_between(texts[0], texts[1]), slow_edits(texts[0], texts[1])) << texts[0] << " " << texts[1];
    }
}

TEST(Soundex, IsThatOfTheCensus) {
    EXPECT_EQ(soundex("robert"), "r163");
    EXPECT_EQ(soundex("rupert"), "r163");
    EXPECT_EQ(soundex("lee"), "l");
    EXPECT_EQ(soundex("42"), "");
}

TEST(TextLevel, RisesWithAgreement) {
    const auto date = [](const char* one, const char* other) { return text_level(RecordField::date, one, other); };
    EXPECT_EQ(date("1984-03-31", "1984-03-31"), 7);
    EXPECT_EQ(date("1984-01-01", "1984-01-01"), 6);
    EXPECT_EQ(date("1984-03-31", "1984-03-21"), 5);
    EXPECT_EQ(date("1984-03-31", "1984-01-01"), 4);
    EXPECT_EQ(date("1984-03-31", "1948-13-03"), 3);
    EXPECT_EQ(date("1984-03-31", "1984-12-22"), 2);
    EXPECT_EQ(date("1984-03-31", "1985-12-22"), 1);
    EXPECT_EQ(date("1984-03-31", "1925-12-22"), 0);
    const auto place = [](const char* one, const char* other) { return text_level(RecordField::place, one, other); };
    EXPECT_EQ(place("ab1 2cd\tbordeaux", "ab1 2cd\tlyon"), 7);
    EXPECT_EQ(place("ab1 2cd\tbordeaux", "ab1 9zz\tlyon"), 5);
    EXPECT_EQ(place("\tbordeaux", "\tbordeaux"), 4);
    EXPECT_EQ(place("\tbordeaux", "\tbordaux"), 3);
    EXPECT_EQ(place("ab1 2cd\t", "\tlyon"), -1);
    EXPECT_EQ(text_level(RecordField::email, "ana@a.example", "ana@b.example"), 4);
    EXPECT_EQ(text_level(RecordField::number, "12345", "12354"), 1);
}

std::string made_up_word(std::mt19937& random) {
    std::string word;
    for (int i = 0; i < 4; ++i) {
        word += std::string(1, "bdfgklmnprstvz"[random() % 14]) + "aeiou"[random() % 5];
    }
    return word;
}

struct Made {
    std::vector<PersonRecord> records;
    Truth truth;
};

/// Four records of each of so many people, with a letter wrong here and a value missing there.
Made made_up_records(std::uint32_t people_count) {
    std::mt19937 random(14);
    Made made;
    std::vector<std::string> places(20);
    std::generate(places.begin(), places.end(), [&] { return made_up_word(random); });
    for (std::uint32_t person = 0; person < people_count; ++person) {
        PersonRecord whole;
        whole.given = made_up_word(random).substr(0, 6);
        whole.family = made_up_word(random);
        whole.date = std::to_string(1930 + random() % 70) + "-0" + std::to_string(1 + random() % 9) + "-2" +
                     std::to_string(random() % 9);
        whole.place = places[random() % places.size()];
        whole.email = whole.given + "@example.org";
        whole.word = "w" + std::to_string(random() % 9);
        for (int copy = 0; copy < 4; ++copy) {
            PersonRecord record = whole;
            if (random() % 3 == 0) {
                record.family[random() % 8] = 'x';
            }
            record.date = random() % 5 == 0 ? "" : record.date;
            record.email = random() % 2 == 0 ? "" : record.email;
            record.place = random() % 4 == 0 ? places[random() % places.size()] : record.place;
            record.tokens = {record.given, record.family};
            made.records.push_back(record);
            made.truth.person.push_back(person);
            made.truth.side.push_back(0);
        }
    }
    return made;
}

TEST(RecordComparer, RemembersWhatIsTrue) {
    const Made made = made_up_records(60);
    RecordComparer comparer(made.records);
    std::mt19937 random(15);
    for (int i = 0; i < 20'000; ++i) {
        const std::size_t one = random() % made.records.size();
        const std::size_t other = random() % made.records.size();
        const RecordLevels levels = comparer.compare(one, other);
        ASSERT_EQ(levels, comparer.compare(other, one));
        ASSERT_EQ(RecordComparer::levels_of(RecordComparer::pattern(levels)), levels);
        const PersonRecord& a = made.records[one];
        const PersonRecord& b = made.records[other];
        const auto expect = [&](RecordField field, const std::string& x, const std::string& y) {
            const int expected = x.empty() || y.empty() ? -1 : text_level(field, x, y);
            ASSERT_EQ(levels[static_cast<std::size_t>(field)], expected) << x << " " << y;
        };
        expect(RecordField::date, a.date, b.date);
        expect(RecordField::place, "\t" + a.place, "\t" + b.place);
        expect(RecordField::email, a.email, b.email);
        expect(RecordField::word, a.word, b.word);
    }
}

TEST(RecordComparer, WeighsNamesAsNameBitsDo) {
    const Made made = made_up_records(60);
    TokenCounts counts;
    for (const PersonRecord& record : made.records) {
        counts.add({{}, record.tokens});
    }
    RecordComparer comparer(made.records);
    for (std::size_t one = 0; one < made.records.size(); ++one) {
        for (std::size_t other = 0; other < one; ++other) {
            const double bits = name_bits(made.records[one].tokens, made.records[other].tokens, counts);
            const double level = std::clamp((bits + 4) / 2, 0.0, 15.0);
            // Bits are kept as floats, which may round a level's edge either way.
            if (std::abs(level - std::round(level)) > 1e-4) {
                ASSERT_EQ(comparer.compare(one, other)[0], static_cast<int>(level));
            }
        }
    }
}

TEST(RecordCandidates, HaveAKeyInCommon) {
    std::vector<PersonRecord> records(4);
    records[0].tokens = {"jean", "martin"};
    records[1].tokens = {"martin", "jean"};
    records[2].tokens = {"zoe", "quick"};
    records[3].tokens = {"zoe", "quack"};
    EXPECT_THAT(record_candidates(records), ElementsAre(RecordPair{0, 1}, RecordPair{2, 3}));
    records[1].side = 1;
    records[3].side = records[2].side = 1;
    EXPECT_THAT(record_candidates(records), ElementsAre(RecordPair{0, 1}));
    EXPECT_THAT(agreeing_pairs(records, StrongKey::date), ElementsAre());
}

TEST(MatchRecords, FindsThePeople) {
    const Made made = made_up_records(300);
    const RecordMatches found = match_records(made.records);
    const GroupFigures figures = judge_groups(made.truth, found.group_of, {});
    EXPECT_GE(figures.pairs.precision, 0.99);
    EXPECT_GE(figures.pairs.recall, 0.95);
    EXPECT_LE(figures.largest, 6U);
    EXPECT_NEAR(found.model.match_rate * 1200 * 1199 / 2, 1800, 180);
}

TEST(MatchRecords, JoinsOneOfEachSideAtMost) {
    Made made = made_up_records(200);
    for (std::size_t i = 0; i < made.records.size(); ++i) {
        made.records[i].side = i % 2;
    }
    const RecordMatches found = match_records(made.records);
    std::set<std::pair<std::uint32_t, std::uint32_t>> taken;
    for (std::size_t i = 0; i < made.records.size(); ++i) {
        EXPECT_TRUE(taken.insert({found.group_of[i], made.records[i].side}).second);
    }
}

TEST(MatchRecords, HasNothingToSayOfNothing) {
    EXPECT_TRUE(match_records({}).group_of.empty());
    const std::vector<PersonRecord> silent(3);
    EXPECT_THAT(match_records(silent).group_of, ElementsAre(0, 1, 2));
}

}  // namespace
}  // namespace fanal::identity
