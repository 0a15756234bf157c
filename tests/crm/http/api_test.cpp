// The whole way from a request to the database and back, without a socket.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>

#include "crm/http/router.hpp"
#include "crm/storage/store.hpp"

namespace fanal::http {
namespace {

using Json = nlohmann::json;
using testing::HasSubstr;

constexpr std::int64_t noon_ms = 1'795'608'000'000;  // 2026-11-25T12:00:00Z

/// Ana asks, Ben passes the post on, and Cléo passes on what Ben passed on.
constexpr std::string_view evening =
    R"({"network":"mastodon","kind":"post","remote_id":"p","occurred_at":"2026-11-20T10:00:00Z",)"
    R"("profile_remote_id":"bar","handle":"@bar","text":"Samedi, huîtres"})"
    "\n"
    R"({"network":"mastodon","kind":"comment","remote_id":"c","occurred_at":"2026-11-20T11:00:00Z",)"
    R"("profile_remote_id":"ana","handle":"@ana","display_name":"Ana",)"
    R"("post_remote_id":"p","in_reply_to_remote_id":"p","text":"À quelle heure ?"})"
    "\n"
    R"({"network":"mastodon","kind":"reshare","remote_id":"r","occurred_at":"2026-11-20T12:00:00Z",)"
    R"("profile_remote_id":"ben","handle":"@ben","post_remote_id":"p","in_reply_to_remote_id":"p"})"
    "\n"
    R"({"network":"mastodon","kind":"reshare","remote_id":"s","occurred_at":"2026-11-20T13:00:00Z",)"
    R"("profile_remote_id":"cleo","post_remote_id":"p","in_reply_to_remote_id":"r"})"
    "\n"
    R"({"network":"mastodon","kind":"no such kind","occurred_at":"2026-11-20T13:00:00Z","profile_remote_id":"dan"})"
    "\n";

class Api : public testing::Test {
  protected:
    Json get(const std::string& target, int status = 200) { return ask("GET", target, "", status); }
    Json post(const std::string& target, std::string_view body, int status = 200) {
        return ask("POST", target, body, status);
    }

    void import_evening() {
        post("/api/accounts", R"({"network":"mastodon","remote_id":"bar","handle":"@bar","display_name":"Le Bar"})");
        const Json report = post("/api/import?source=evening.ndjson", evening);
        EXPECT_EQ(report["accepted_count"], 4) << report;
        EXPECT_EQ(report["rejected_count"], 1) << report;
        EXPECT_EQ(report["files"][0]["source"], "evening.ndjson");
        EXPECT_THAT(report["rejections"][0]["reason"].get<std::string>(), HasSubstr("no such kind"));
    }

  private:
    Json ask(const std::string& method, const std::string& target, std::string_view body, int status) {
        const auto question = std::min(target.find('?'), target.size());
        const Response response = handle({method,
                                          target.substr(0, question),
                                          target.substr(std::min(question + 1, target.size())),
                                          {{"host", "localhost"}, {"content-type", "application/json"}},
                                          std::string(body)},
                                         store_, {noon_ms});
        EXPECT_EQ(response.status, status) << target << ' ' << response.body;
        EXPECT_EQ(response.content_type, "application/json");
        Json json = Json::parse(response.body);
        EXPECT_EQ(json.contains("error"), status >= 400) << json;
        return json;
    }

    storage::Store store_ = storage::Store::open(":memory:");
};

TEST_F(Api, an_empty_database_gives_empty_lists) {
    EXPECT_EQ(get("/api/health"), Json::parse(R"({"status":"ok"})"));
    EXPECT_EQ(get("/api/queue"), Json::parse(R"({"queue":[],"waiting_count":0})"));
    EXPECT_EQ(get("/api/fans"), Json::parse(R"({"fans":[]})"));
    EXPECT_EQ(get("/api/cascades"), Json::parse(R"({"cascades":[]})"));
    EXPECT_EQ(get("/api/accounts"), Json::parse(R"({"accounts":[]})"));
    get("/api/fans/7", 404);
    get("/api/cascades/nothing", 404);
    get("/api/conversations/5-7", 404);
    get("/api/conversations/5", 400);
}

TEST_F(Api, two_fans_are_merged_and_parted_again) {
    import_evening();
    const Json merge = post("/api/merges", R"({"fan":"@ana","other":"@ben","by":"Léa","why":"Same voice"})");
    EXPECT_EQ(merge["evidence"], "Léa: Same voice");
    EXPECT_EQ(get("/api/fans/@ben")["merges"], Json::array({merge}));
    EXPECT_EQ(get("/api/fans/@ben")["profiles"].size(), 2U);
    EXPECT_EQ(get("/api/merges"), (Json{{"merges", {merge}}, {"merges_count", 1}}));
    post("/api/merges", R"({"fan":"@ben","other":"@ana","by":"Léa"})", 409);
    post("/api/merges", R"({"fan":"@ben","other":"@nobody","by":"Léa"})", 404);
    post("/api/merges", R"({"fan":"@ben","by":"Léa"})", 400);
    post("/api/merges", R"({"fan":"@ben","other":"@ana","by":"Léa","when":"now"})", 400);
    const std::string undo = "/api/merges/" + merge["merge_id"].get<std::string>() + "/undo";
    post(undo, "{}", 400);
    EXPECT_EQ(post(undo, R"({"by":"Léa"})")["merge_id"], merge["merge_id"]);
    post(undo, R"({"by":"Léa"})", 404);
    EXPECT_EQ(get("/api/fans/@ben")["profiles"].size(), 1U);
    EXPECT_EQ(get("/api/decisions/check")["decisions_count"], 2);
    EXPECT_EQ(post("/api/fans/@ben/do-not-link", R"({"by":"Léa"})")["fan_ids"].size(), 1U);
    post("/api/merges", R"({"fan":"@ben","other":"@ana","by":"Léa"})", 409);
}

TEST_F(Api, a_match_is_rejected_proposed_again_accepted_and_undone) {
    post("/api/import?source=talk.ndjson",
         R"({"network":"x","kind":"comment","remote_id":"c1","occurred_at":"2026-11-20T18:00:00Z",)"
         R"("profile_remote_id":"1","handle":"@marenquist","display_name":"Maren Quist","text":"Is it full?"})"
         "\n"
         R"({"network":"facebook","kind":"comment","remote_id":"c3","occurred_at":"2026-11-20T18:02:00Z",)"
         R"("profile_remote_id":"7","handle":"maren.quist","display_name":"Quist Maren","text":"Six oysters"})"
         "\n");
    const Json list = get("/api/matches");
    ASSERT_EQ(list["matches_count"], 1) << list;
    const Json match = list["matches"][0];
    const std::string address = "/api/matches/" + match["match_id"].get<std::string>();
    EXPECT_EQ(get(address), match);
    EXPECT_EQ(match["state"], "proposed");
    std::int64_t sum = 0;
    for (const Json& part : match["parts"]) {
        sum += part["millibits"].get<std::int64_t>();
    }
    EXPECT_EQ(sum, match["total_millibits"].get<std::int64_t>());
    EXPECT_EQ(match["profile"]["interactions_count"], 1);
    EXPECT_EQ(get("/api/matches?min_probability=1")["matches_count"], 0);
    get("/api/matches?min_probability=2", 400);
    get("/api/matches/7", 404);

    constexpr std::string_view lea = R"({"by":"Léa"})";
    post(address + "/forget", lea, 409);
    EXPECT_EQ(post(address + "/reject", lea)["state"], "rejected");
    post(address + "/reject", lea, 409);
    post(address + "/accept", lea, 409);
    EXPECT_EQ(get("/api/matches")["matches_count"], 0);
    const Json separations = get("/api/separations");
    EXPECT_EQ(separations["separations_count"], 1);
    EXPECT_EQ(separations["separations"][0]["reason"], "rejected");
    EXPECT_EQ(post(address + "/forget", lea)["separations"], separations["separations"]);
    EXPECT_EQ(get(address)["state"], "proposed");
    const Json accepted = post(address + "/accept", lea);
    EXPECT_EQ(accepted["state"], "accepted");
    EXPECT_EQ(accepted["profile"]["fan_id"], accepted["other_profile"]["fan_id"]);
    EXPECT_EQ(get("/api/matches")["matches_count"], 0);
    post("/api/merges/" + accepted["merge_id"].get<std::string>() + "/undo", lea);
    EXPECT_EQ(get("/api/matches")["matches_count"], 1);
    EXPECT_EQ(get("/api/decisions/check")["decisions_count"], 4);

    const Json preview = post("/api/matches/accept?above=0.5&preview=true", lea);
    EXPECT_EQ(preview["accepted"], false);
    EXPECT_EQ(preview["matches_count"], 1);
    EXPECT_EQ(get("/api/matches")["matches_count"], 1);
    post("/api/matches/accept?above=many", lea, 400);
    post("/api/matches/accept?above=0.4&preview=true", lea, 400);
    post("/api/matches/accept?above=0.5", lea, 400);
    post("/api/matches/accept?above=0.5&digest=0123456789abcdef", lea, 409);
    EXPECT_EQ(get(address)["state"], "proposed");
    const std::string digest = preview["digest"].get<std::string>();
    EXPECT_EQ(post("/api/matches/accept?above=0.5&digest=" + digest, lea)["accepted"], true);
    EXPECT_EQ(get(address)["state"], "accepted");
}

TEST_F(Api, a_payload_becomes_a_queue_whose_reasons_add_up) {
    import_evening();
    const Json queue = get("/api/queue?limit=1");
    EXPECT_EQ(queue["waiting_count"], 1);
    ASSERT_EQ(queue["queue"].size(), 1U);
    const Json item = queue["queue"][0];
    EXPECT_EQ(item["text"], "À quelle heure ?");
    EXPECT_EQ(item["waiting_since"], "2026-11-20T11:00:00Z");
    double sum = 0;
    for (const Json& signal : item["signals"]) {
        sum += signal["value"].get<double>();
    }
    EXPECT_NEAR(sum, item["score"].get<double>(), 1e-9);
    const Json conversation = get("/api/conversations/" + item["conversation_id"].get<std::string>());
    EXPECT_EQ(conversation["entries"][0]["text"], "À quelle heure ?");
    EXPECT_EQ(conversation["post"]["ours"], true);
    EXPECT_EQ(conversation["queue_item"]["conversation_id"], item["conversation_id"]);
}

TEST_F(Api, a_payload_becomes_fans_and_a_cascade) {
    import_evening();
    const Json refreshed = post("/api/scores/refresh?as_of=2026-11-25", "{}");
    EXPECT_EQ(refreshed["as_of"], "2026-11-25T00:00:00Z");
    EXPECT_GT(refreshed["fans_count"], 0);
    const Json fans = get("/api/fans?sort=reshares_given&limit=2");
    ASSERT_EQ(fans["fans"].size(), 2U);
    EXPECT_EQ(fans["fans"][0]["reshares_given"], 1);
    const Json ana = get("/api/fans/%40ana");
    EXPECT_EQ(ana["summary"]["display_name"], "Ana");
    EXPECT_EQ(ana["summary"]["comments_given"], 1);
    EXPECT_EQ(get("/api/fans/" + ana["summary"]["fan_id"].get<std::string>()), ana);
    const Json cascades = get("/api/cascades");
    ASSERT_EQ(cascades["cascades"].size(), 1U);
    EXPECT_EQ(cascades["cascades"][0]["remote_id"], "p");
    EXPECT_EQ(cascades["cascades"][0]["metrics"]["size"], 3);
    EXPECT_EQ(cascades["cascades"][0]["metrics"]["depth"], 2);
    EXPECT_EQ(get("/api/cascades/p")["nodes"].size(), 3U);
}

TEST_F(Api, the_same_payload_again_changes_nothing) {
    import_evening();
    const Json before = get("/api/queue");
    const Json report = post("/api/import?source=again.ndjson", evening);
    EXPECT_EQ(report["accepted_count"], 0);
    EXPECT_EQ(report["repeated_count"], 4);
    EXPECT_EQ(get("/api/queue"), before);
}

TEST_F(Api, what_was_refused_is_kept_and_tried_again) {
    EXPECT_EQ(get("/api/rejections"), Json::parse(R"({"rejections":[],"rejections_count":0})"));
    post("/api/import?source=broken.ndjson", R"({"network":"x","kind":"comment","occurred_at":"soon"})");
    const Json kept = get("/api/rejections?limit=5");
    EXPECT_EQ(kept["rejections_count"], 1);
    EXPECT_EQ(kept["rejections"][0]["source"], "broken.ndjson");
    EXPECT_EQ(post("/api/rejections/retry", "{}")["rejected_count"], 1);
}

TEST_F(Api, unknown_fields_are_told_and_dropped) {
    EXPECT_EQ(get("/api/fields"), Json::parse(R"({"fields":[],"complete":true})"));
    const std::string record =
        R"({"network":"x","kind":"comment","remote_id":"c","occurred_at":"2026-11-20","handle":"a","a/b":"Bien"})";
    post("/api/import?source=a.ndjson", record);
    const Json kept = get("/api/fields")["fields"];
    EXPECT_EQ(kept, Json::parse(R"([{"name":"a/b","interactions_count":1,"networks":["x"],"example":"Bien",)"
                                R"("dropped_at":null}])"));
    EXPECT_EQ(post("/api/fields/a%2Fb/drop", "{}"), Json::parse(R"({"name":"a/b","dropped":true,"lost_count":1})"));
    post("/api/import?source=b.ndjson", record);
    EXPECT_EQ(get("/api/fields")["fields"][0]["dropped_at"], "2026-11-25T12:00:00Z");
    EXPECT_EQ(post("/api/fields/a%2Fb/keep", "{}"), Json::parse(R"({"name":"a/b","dropped":false,"lost_count":0})"));
    EXPECT_THAT(post("/api/fields/a%2Fb/keep", "{}", 404).dump(), HasSubstr("was dropped"));
    EXPECT_THAT(post("/api/fields/none/drop", "{}", 404).dump(), HasSubstr("not_found"));
    EXPECT_TRUE(get("/api/fields")["fields"].empty());
}

/// What a client calls its payload may be the path of a file that is none of its business.
TEST_F(Api, trying_again_opens_no_file) {
    const auto file = std::filesystem::temp_directory_path() / ("fanal-secret-" + std::to_string(::getpid()) + ".json");
    std::ofstream(file) << R"({"password":"none of your business"})";
    post("/api/import?source=" + file.string(), R"({"network":"x","kind":"comment","occurred_at":"soon"})");
    const std::string report = post("/api/rejections/retry?as=canonical", "{}").dump();
    EXPECT_EQ((report + get("/api/rejections").dump()).find("business"), std::string::npos) << report;
    std::filesystem::remove(file);
}

TEST_F(Api, a_request_that_makes_no_sense_is_told_why) {
    EXPECT_THAT(get("/api/fans?sort=height", 400).dump(), HasSubstr("height"));
    EXPECT_THAT(get("/api/fans?sort=fan_id%3B%20DROP%20TABLE%20fans", 400).dump(), HasSubstr("bad_input"));
    EXPECT_THAT(post("/api/scores/refresh?as_of=tomorrow", "", 400).dump(), HasSubstr("tomorrow"));
    EXPECT_THAT(post("/api/import", "{}", 400).dump(), HasSubstr("source"));
    EXPECT_THAT(post("/api/import?source=" + std::string(256, 'a'), "{}", 400).dump(), HasSubstr("255"));
    EXPECT_THAT(post("/api/import?source=a&as=nowhere", "{}", 400).dump(), HasSubstr("nowhere"));
    EXPECT_THAT(post("/api/accounts", "{", 400).dump(), HasSubstr("JSON"));
}

/// Nothing that is imported may break what is written out.
TEST_F(Api, bytes_that_are_nothing_are_reported) {
    for (const std::string& bytes :
         {std::string(), std::string("\0\xff\xfe", 3), std::string(100'000, '['), std::string("{}")}) {
        const Json report = post("/api/import?source=noise", bytes);
        EXPECT_EQ(report["accepted_count"], 0);
        EXPECT_EQ(report["files"].size(), 1U);
    }
}

}  // namespace
}  // namespace fanal::http
