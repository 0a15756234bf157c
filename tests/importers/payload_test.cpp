#include "importers/payload.hpp"

#include <gtest/gtest.h>

namespace fanal::importers {
namespace {

class PayloadTest : public testing::Test {
  protected:
    Payload document(const std::string& json) {
        simdjson::dom::element element;
        EXPECT_EQ(parser_.parse(json).get(element), simdjson::SUCCESS) << json;
        return Payload(element);
    }

  private:
    simdjson::dom::parser parser_;
};

TEST_F(PayloadTest, misses_members_without_complaint) {
    const Payload root = document(R"({"from":{"id":"7"},"none":null,"list":[]})");
    EXPECT_EQ(root["from"]["id"].text(), "7");
    EXPECT_FALSE(root["to"]["data"]["id"].exists());
    EXPECT_FALSE(root["none"].exists());
    EXPECT_FALSE(root["list"].first().exists());
    EXPECT_FALSE(root["list"]["id"].exists());
    EXPECT_EQ(root["to"]["id"].text(), "");
    EXPECT_EQ(root["to"].json(), "null");
    EXPECT_EQ(root["from"].json(), R"({"id":"7"})");
}

TEST_F(PayloadTest, reads_ids_digit_by_digit) {
    const Payload root = document(R"({"large":18446744073709551615,"past_double":10201978818232601,"whole":3.0,
                                      "past_exact":9007199254740993.0,"fraction":1.5,"negative":-7,"text":"007"})");
    EXPECT_EQ(root["large"].text(), "18446744073709551615");
    EXPECT_EQ(root["past_double"].text(), "10201978818232601");
    EXPECT_EQ(root["whole"].text(), "3");
    EXPECT_EQ(root["past_exact"].text(), "");
    EXPECT_EQ(root["fraction"].text(), "");
    EXPECT_EQ(root["negative"].text(), "-7");
    EXPECT_EQ(root["text"].text(), "007");
}

TEST_F(PayloadTest, reads_counts_and_times_of_any_form) {
    const Payload root = document(R"({"count":12,"text":"12","large":18446744073709551615,"words":"12 k",
                                      "s":1449135003,"ms":1449135003123,"fraction":1449135003.123,
                                      "iso":"2015-12-03"})");
    EXPECT_EQ(root["count"].integer(), 12);
    EXPECT_EQ(root["text"].integer(), 12);
    EXPECT_EQ(root["large"].integer(), std::nullopt);
    EXPECT_EQ(root["words"].integer(), std::nullopt);
    EXPECT_EQ(root["s"].instant(), Instant{1'449'135'003'000});
    EXPECT_EQ(root["ms"].instant(), Instant{1'449'135'003'123});
    EXPECT_EQ(root["fraction"].instant(), Instant{1'449'135'003'123});
    EXPECT_EQ(root["iso"].instant(), Instant{1'449'100'800'000});
    EXPECT_EQ(root["words"].instant(), std::nullopt);
    EXPECT_EQ(root["missing"].instant(), std::nullopt);
}

TEST_F(PayloadTest, knows_its_path_even_when_kept_longer_than_its_parent) {
    const Payload root = document(R"({"data":[{"from":{"id":1}},{"from":{"id":2}}]})");
    std::vector<Payload> kept;
    root["data"].each([&](const Payload& item) { kept.push_back(item["from"]["id"]); });
    kept.push_back(root["data"].first()["to"]["id"]);
    root.each_member([&](std::string_view, const Payload& member) { kept.push_back(member); });
    kept.push_back(root);
    std::vector<std::string> paths;
    for (const Payload& payload : kept) {
        paths.push_back(payload.path());
    }
    EXPECT_EQ(paths,
              (std::vector<std::string>{"$.data[0].from.id", "$.data[1].from.id", "$.data[0].to.id", "$.data", "$"}));
}

TEST_F(PayloadTest, shortens_very_deep_paths) {
    Payload payload = document(R"({})");
    std::string path = "$";
    for (int depth = 1; depth <= 40; ++depth) {
        payload = payload["a"];
        path += depth <= 16 ? ".a" : depth == 17 ? "…" : "";
        EXPECT_EQ(payload.path(), path);
    }
}

TEST_F(PayloadTest, goes_on_in_a_document_carried_as_text) {
    const Payload root = document(R"([{"body":"{\"id\":\"1\"}"}])");
    const Payload body = root.first()["body"];
    simdjson::dom::parser parser;
    simdjson::dom::element carried;
    ASSERT_EQ(parser.parse(body.text()).get(carried), simdjson::SUCCESS);
    EXPECT_EQ(Payload(carried, body)["id"].text(), "1");
    EXPECT_EQ(Payload(carried, body)["id"].path(), "$[0].body.id");
}

}  // namespace
}  // namespace fanal::importers
