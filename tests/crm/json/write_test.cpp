#include <gtest/gtest.h>

#include <limits>
#include <nlohmann/json.hpp>

#include "crm/json/json.hpp"
#include "tests/crm/json/samples.hpp"

namespace fanal::json {
namespace {

TEST(WriteJson, a_queue_item_is_written_as_its_fields_in_their_order) {
    EXPECT_EQ(
        to_json(samples::queue_item()),
        R"({"rank":1,"conversation_id":"9007199254740993-7","fan_id":"3","network":"mastodon","display_name":"Ana",)"
        R"("handle":"@ana@mas.to","interaction_id":"11","kind":"mention","text":"Vous êtes ouverts dimanche ? 🦪",)"
        R"("language":"fr","waiting_since":"2026-11-25T12:00:00Z","waiting_count":2,"score":13.5,)"
        R"("signals":[{"name":"waiting","value":1.5,"reason":"has waited 1.5 h"},)"
        R"({"name":"question","value":12.0,"reason":"asks something"}]})");
}

TEST(WriteJson, lists_are_objects_even_when_they_are_empty_or_hold_one) {
    EXPECT_EQ(to_json(std::vector<QueueItem>{}, 3), R"({"queue":[],"waiting_count":3})");
    EXPECT_EQ(to_json(std::vector<FanSummary>{}), R"({"fans":[]})");
    EXPECT_EQ(to_json(std::vector<CascadeSummary>{}), R"({"cascades":[]})");
    EXPECT_EQ(
        to_json(std::vector<Account>{samples::account()}),
        R"({"accounts":[{"account_id":"9","network":"x","remote_id":"42","handle":"@bar","display_name":"Le Bar",)"
        R"("declared":true}]})");
    EXPECT_EQ(to_json(std::vector<Account>(2)).find(R"({"accounts":[{"account_id":"0",)"), 0U);
}

TEST(WriteJson, counts_are_written_out_by_kind_and_direction) {
    const auto json = nlohmann::json::parse(to_json(std::vector{samples::fan()}))["fans"][0];
    EXPECT_EQ(json["posts_given"], 1);
    EXPECT_EQ(json["comments_given"], 2);
    EXPECT_EQ(json["follows_given"], 8);
    EXPECT_EQ(json["posts_received"], 9);
    EXPECT_EQ(json["reshares_received"], 14);
    EXPECT_EQ(json["scores"]["core_number"], 3);
    EXPECT_EQ(json["networks"], nlohmann::json::parse(R"(["mastodon","youtube"])"));
}

TEST(WriteJson, what_is_absent_is_null_and_no_id_is_zero) {
    const auto fan = nlohmann::json::parse(to_json(FanView{}));
    EXPECT_TRUE(fan["summary"]["scores"].is_null());
    EXPECT_TRUE(fan["summary"]["followers_count"].is_null());
    EXPECT_TRUE(fan["scores_as_of"].is_null());
    const auto conversation = nlohmann::json::parse(to_json(ConversationView{}));
    EXPECT_TRUE(conversation["post"].is_null());
    EXPECT_TRUE(conversation["queue_item"].is_null());
    const auto cascade = nlohmann::json::parse(to_json(samples::cascade_view()));
    EXPECT_EQ(cascade["nodes"][0]["fan_id"], "0");
    EXPECT_TRUE(cascade["nodes"][0]["occurred_at"].is_null());
    EXPECT_EQ(cascade["nodes"][1]["occurred_at"], "2026-11-25T12:00:00.250Z");
    EXPECT_EQ(cascade["most_viral_path"], nlohmann::json::parse("[0,1]"));
}

TEST(WriteJson, numbers_come_back_as_they_were) {
    QueueItem item;
    item.score = 0.1 + 0.2;
    item.waiting_count = std::numeric_limits<std::int64_t>::max();
    const auto json = nlohmann::json::parse(to_json(item));
    EXPECT_EQ(json["score"].get<double>(), 0.1 + 0.2);
    EXPECT_EQ(json["waiting_count"].get<std::int64_t>(), std::numeric_limits<std::int64_t>::max());
}

TEST(WriteJson, bytes_that_are_not_text_never_throw) {
    for (int first = 0; first < 256; ++first) {
        for (const char* rest : {"", "a", "\x80", "\xff\xff", "\xed\xa0\x80"}) {
            QueueItem item = samples::queue_item();
            item.text = std::string(1, static_cast<char>(first)) + rest;
            item.signals[0].reason = item.text;
            EXPECT_FALSE(nlohmann::json::parse(to_json(item))["text"].get<std::string>().empty());
        }
    }
    Account account = samples::account();
    account.handle = "a\xff" + std::string(1, '\0') + "b";
    EXPECT_NE(to_json(account).find("\"a\xEF\xBF\xBD\\u0000b\""), std::string::npos);
    EXPECT_NO_THROW(to_json(Error(ErrorKind::bad_input, "\xc3(")));
}

TEST(WriteJson, an_error_is_its_kind_and_its_sentence) {
    EXPECT_EQ(to_json(Error(ErrorKind::not_found, "There is no \"ana\".")),
              R"({"error":{"kind":"not_found","sentence":"There is no \"ana\"."}})");
    EXPECT_EQ(to_json(Error(ErrorKind::internal, "")), R"({"error":{"kind":"internal","sentence":""}})");
}

}  // namespace
}  // namespace fanal::json
