// The demo's small tools: chance, the calendar, JSON text, phrases, names.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <set>

#include "crm/demo/calendar.hpp"
#include "crm/demo/json_text.hpp"
#include "crm/demo/names.hpp"
#include "crm/demo/phrase_book.hpp"
#include "crm/demo/wording.hpp"

namespace fanal::demo {
namespace {

Instant at(const char* text) {
    return parse_instant(text).value();
}

TEST(Scramble, KeepsNumbersApart) {
    for (const int bits : {8, 13, 16}) {
        std::set<std::uint64_t> seen;
        const std::uint64_t count = std::uint64_t{1} << bits;
        for (std::uint64_t number = 0; number < count; ++number) {
            const std::uint64_t scrambled = scramble(number, bits, 42);
            EXPECT_LT(scrambled, count);
            seen.insert(scrambled);
        }
        EXPECT_EQ(seen.size(), count);
    }
}

TEST(Random, DrawsWithinItsBounds) {
    Random random(1);
    std::array<int, 3> drawn{};
    int low = 0;
    for (int i = 0; i < 30'000; ++i) {
        EXPECT_LT(random.below(7), 7);
        const std::int64_t between = random.between(-3, 3);
        EXPECT_TRUE(between >= -3 && between <= 3);
        const std::int64_t skewed = random.skewed(1000);
        EXPECT_TRUE(skewed >= 0 && skewed < 1000);
        low += skewed < 250 ? 1 : 0;
        ++drawn[random.weighted(std::array<int, 3>{1, 0, 3})];
    }
    EXPECT_NEAR(low, 15'000, 500);  // half of them in the first quarter: the square root of a quarter
    EXPECT_EQ(drawn[1], 0);
    EXPECT_NEAR(drawn[2], 22'500, 500);
}

TEST(Calendar, KnowsBordeaux) {
    EXPECT_EQ(local_hour(at("2026-01-15T23:30:00Z")), 0);
    EXPECT_EQ(local_hour(at("2026-07-15T22:30:00Z")), 0);
    EXPECT_EQ(local_hour(at("2026-03-29T00:59:59Z")), 1);  // the hour before summer time
    EXPECT_EQ(local_hour(at("2026-03-29T01:00:00Z")), 3);
    EXPECT_EQ(local_hour(at("2026-10-25T00:59:59Z")), 2);
    EXPECT_EQ(local_hour(at("2026-10-25T01:00:00Z")), 2);
    EXPECT_EQ(local_date_fr(at("2026-11-27T23:30:00Z")), "samedi 28 novembre");
    EXPECT_EQ(local_date_en(at("2026-08-01T12:00:00Z")), "Saturday 1 August");
    EXPECT_EQ(graph_time(at("2026-03-09T04:05:06Z")), "2026-03-09T04:05:06+0000");
}

TEST(Calendar, TheEveningIsASaturdayToCome) {
    for (int day = 0; day < 20; ++day) {
        const Calendar calendar({at("2026-10-20T09:00:00Z").ms + day * ms_per_day}, 10);
        EXPECT_EQ(local_weekday(calendar.evening_at()), 6);
        EXPECT_EQ(local_minutes(calendar.evening_at()), 19 * 60);
        const std::int64_t ahead_ms = calendar.evening_at().ms - calendar.ends_at().ms;
        EXPECT_GE(ahead_ms, ms_per_day);
        EXPECT_LT(ahead_ms, 10 * ms_per_day);
    }
}

TEST(Calendar, PeopleWriteInTheEvening) {
    const Calendar calendar(at("2026-11-23T18:00:00Z"), 3);
    Random random(5);
    int evening = 0;
    int night = 0;
    for (int i = 0; i < 4000; ++i) {
        const Instant moment = calendar.moment(i % 3, random);
        EXPECT_GE(moment, calendar.starts_at());
        EXPECT_LE(moment, calendar.ends_at());
        const int hour = local_hour(moment);
        evening += hour >= 18 && hour < 23 ? 1 : 0;
        night += hour >= 2 && hour < 6 ? 1 : 0;
        const Instant squeezed = calendar.squeezed({calendar.ends_at().ms - i * 1000}, random);
        EXPECT_TRUE(squeezed <= calendar.ends_at() && squeezed.ms >= calendar.ends_at().ms - i * 1000);
    }
    EXPECT_GT(evening, 10 * night);
}

TEST(JsonText, WritesWhatAParserReads) {
    const std::string wild = "a\"b\\c\n\t\x01 é 🦪 \u2028";
    JsonText json;
    json.object().member("text", wild).key("list").array().number(-5).null().boolean(true).end();
    json.key("empty").object().end().member_if_said("nothing", "").end();
    const auto parsed = nlohmann::json::parse(json.take());
    EXPECT_EQ(parsed,
              (nlohmann::json{{"text", wild}, {"list", {-5, nullptr, true}}, {"empty", nlohmann::json::object()}}));
    json.object().end().end_line();
    json.array().end().end_line();
    EXPECT_EQ(json.take(), "{}\n[]\n");
}

TEST(PhraseBook, DealsEveryPhraseBeforeAnyAgain) {
    PhraseBook book(3);
    Random random(4);
    std::size_t hours = 0;
    for (const Phrase& phrase : french_asks()) {
        hours += phrase.intent == Intent::question && phrase.subject == Subject::hours ? 1 : 0;
    }
    std::set<std::string_view> dealt;
    for (std::size_t i = 0; i < hours; ++i) {
        const Phrase& phrase = book.about(Language::fr, Intent::question, Subject::hours, random);
        EXPECT_EQ(phrase.subject, Subject::hours);
        dealt.insert(phrase.text);
    }
    EXPECT_EQ(dealt.size(), hours);
}

/// What only makes sense below its own post never stands below another.
TEST(PhraseBook, KeepsToTheTopic) {
    PhraseBook book(3);
    Random random(4);
    for (int i = 0; i < 500; ++i) {
        for (const Intent intent : {Intent::chatter, Intent::tagging, Intent::praise}) {
            const Subject subject = book.under(Language::fr, intent, Subject::wine, random).subject;
            EXPECT_NE(subject, Subject::contest);
            EXPECT_NE(subject, Subject::seagull);
            EXPECT_NE(subject, Subject::at_home);
        }
    }
}

/// Every question that fans ask has an answer of its own subject, or one that fits any.
TEST(PhraseBook, AnswersEveryQuestion) {
    PhraseBook book(3);
    Random random(4);
    for (const Phrase& phrase : french_asks()) {
        if (phrase.intent == Intent::question) {
            const Phrase& reply = book.about(Language::fr, Intent::reply_question, phrase.subject, random);
            EXPECT_EQ(reply.intent, Intent::reply_question);
            EXPECT_EQ(reply.subject, phrase.subject) << phrase.text;
        }
    }
}

TEST(Wording, KeepsOneMeaningThroughAConversation) {
    const Calendar calendar(at("2026-11-23T18:00:00Z"), 3);
    for (std::uint64_t seed = 0; seed < 50; ++seed) {
        Random random(seed);
        Slots slots(Language::fr, calendar, calendar.starts_at());
        EXPECT_EQ(fill("{day} {oysters}", slots, random), fill("{day} {oysters}", slots, random));
        EXPECT_NE(slots.value("n", random), slots.value("n2", random));
        EXPECT_NE(slots.value("wine", random), slots.value("wine2", random));
        EXPECT_TRUE(slots.value("du_wine", random).ends_with(slots.value("wine", random)));
    }
    Random random(1);
    Slots slots(Language::fr, calendar, calendar.starts_at());
    EXPECT_EQ(fill("{evening}, le {evening_date} ?", slots, random), "La Grande Marée, le samedi 28 novembre ?");
}

TEST(Wording, TypesAsThePersonDoes) {
    Random random(1);
    Style style;
    const std::string line = "À quelle heure c'est, déjà ? Merci.";
    EXPECT_EQ(in_style(line, Intent::praise, Language::fr, style, false, random), line);
    style.lower_case = style.drops_accents = style.drops_stop = true;
    EXPECT_EQ(in_style(line, Intent::praise, Language::fr, style, false, random), "a quelle heure c'est, deja ? merci");
}

TEST(Names, MakeHandlesOfLettersAndDigits) {
    EXPECT_EQ(ascii_letters("Hélène Dœuvre-O'Brien"), "helenedoeuvreobrien");
    EXPECT_EQ(without_accents("Où ça, 🦪 Zoë ?"), "Ou ca, 🦪 Zoe ?");
    Random random(2);
    for (int i = 0; i < 500; ++i) {
        const std::string handle = draw_handle("helene", "dubernet", random);
        EXPECT_FALSE(handle.empty());
        EXPECT_LE(handle.size(), 12u);
        EXPECT_EQ(handle.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_"), std::string::npos) << handle;
    }
}

TEST(Crowd, IsTheSameWhoeverAsks) {
    const Crowd crowd(7, 500);
    const Crowd again(7, 500);
    std::int64_t on_several = 0;
    for (std::int64_t number = 0; number < crowd.size(); ++number) {
        const Fan fan = crowd.fan(number);
        EXPECT_EQ(fan.handle, again.fan(number).handle);
        EXPECT_NE(fan.networks, 0u);
        on_several += (fan.networks & (fan.networks - 1)) != 0 ? 1 : 0;
    }
    EXPECT_NEAR(static_cast<double>(on_several), 75.0, 30.0);
}

}  // namespace
}  // namespace fanal::demo
