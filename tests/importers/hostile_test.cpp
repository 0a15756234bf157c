// What comes from outside may be anything: sound JSON of the wrong shape is read, skipped or rejected, and nothing
// else.
#include <gtest/gtest.h>

#include <filesystem>
#include <random>

#include "tests/importers/collected.hpp"

namespace fanal::importers {
namespace {

std::vector<std::string> all_fixtures() {
    std::vector<std::string> found;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(FANAL_ROOT "/tests/fixtures")) {
        const std::string name = entry.path().filename().string();
        if (entry.is_regular_file() && name.ends_with(".json") && !name.ends_with(".expected.json")) {
            found.push_back(read_file(entry.path()));
        }
    }
    return found;
}

/// Every importer reads the document, whoever claims it; each tells something, and the same again.
void read_by_all(const std::string& json) {
    ASSERT_TRUE(with_document(json, [&](const Payload& document, const Origin& origin) {
        for (const Importer* importer : all_importers()) {
            importer->recognise(document, origin);
            const Collected collected = read_with(*importer, document, origin);
            EXPECT_EQ(read_with(*importer, document, origin), collected) << importer->network << ": " << json;
        }
        if (const Importer* importer = claiming(document, origin)) {
            EXPECT_GT(read_with(*importer, document, origin).count(), 0U) << importer->network << ": " << json;
        }
    }));
}

/// All values of a document, containers too.
void collect(Json& value, std::vector<Json*>& found) {
    found.push_back(&value);
    if (value.is_structured()) {
        for (auto& child : value) {
            collect(child, found);
        }
    }
}

TEST(Hostile, values_of_the_wrong_type_are_no_surprise) {
    std::mt19937 random(20261123);
    const std::vector<Json> odd = {nullptr,
                                   true,
                                   -1,
                                   0,
                                   1.5,
                                   18446744073709551615ULL,
                                   "",
                                   "_",
                                   "1_2_3",
                                   "<a href=\"<<<",
                                   "9999-99-99T99:99:99Z",
                                   Json::array(),
                                   Json::object(),
                                   Json::parse(R"([null,[],{"id":[]}])"),
                                   Json::parse(R"({"data":[{"data":{}}],"id":{"id":1}})")};
    for (const std::string& fixture : all_fixtures()) {
        for (int round = 0; round < 60; ++round) {
            Json document = Json::parse(fixture);
            for (std::uint32_t changes = 1 + random() % 3; changes > 0; --changes) {
                std::vector<Json*> values;
                collect(document, values);
                *values[random() % values.size()] = odd[random() % odd.size()];
            }
            read_by_all(document.dump());
        }
    }
}

TEST(Hostile, deep_nesting_ends) {
    const std::string post = R"({"id":"1","uri":"https://x/1","content":"x","created_at":"2026-01-01T00:00:00Z",)"
                             R"("account":{"acct":"a","username":"a","note":""},)";
    const std::pair<std::string, std::string> nests[] = {
        {"[", "]"},
        {R"({"data":[)", "]}"},
        {R"({"id":"1_2","created_time":"2026-01-01T00:00:00Z","message":"x","comments":{"data":[)", "]}}"},
        {R"({"id":"1_2","created_time":"2026-01-01T00:00:00Z","message":"x","sharedposts":{"data":[)", "]}}"},
        {R"({"id":"1","name":"x","fan_count":1,"posts":{"data":[)", "]}}"},
        {R"({"object":"page","entry":[)", "]}"},
        {R"({"id":"1","text":"x","timestamp":"2026-01-01T00:00:00+0000","hidden":false,"replies":{"data":[)", "]}}"},
        {R"({"id":"1","username":"x","media_count":1,"business_discovery":)", "}"},
        {R"({"id":"1","text":"x","timestamp":"2026-01-01T00:00:00+0000","is_reply":true,"replies":{"data":[)", "]}}"},
        {post + R"("reblog":)", "}"},
        {post + R"("quote":{"quoted_status":)", "}}"},
        {R"({"@context":"https://www.w3.org/ns/activitystreams","type":"Create","object":)", "}"},
        {R"({"@context":"https://www.w3.org/ns/activitystreams","type":"Collection","items":[)", "]}"},
        {R"({"kind":"youtube#commentThread","snippet":{"topLevelComment":)", "}}"},
    };
    for (const auto& [open, close] : nests) {
        const std::size_t levels = open.find("\":[") == std::string::npos && open != "[" ? 450 : 300;
        std::string json;
        std::string end;
        for (std::size_t level = 0; level < levels; ++level) {
            json += open;
            end += close;
        }
        read_by_all(json + "{}" + end);
    }
}

TEST(Hostile, a_thread_that_answers_itself_has_no_top) {
    const auto post = [](const std::string& id, const std::string& answered) {
        return R"({"id":")" + id + R"(","uri":"https://x/)" + id + R"(","in_reply_to_id":")" + answered +
               R"(","content":"a","created_at":"2026-01-01T00:00:00Z",)"
               R"("account":{"id":"9","acct":"a","username":"a","note":""}})";
    };
    read_by_all(R"({"ancestors":[],"descendants":[)" + post("1", "2") + "," + post("2", "1") + "]}");
}

}  // namespace
}  // namespace fanal::importers
