#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "crm/json/json.hpp"

namespace fanal::json {
namespace {

std::string sentence_of(std::string_view text) {
    try {
        account_from_json(text);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_input) << text;
        return error.what();
    }
    return "";
}

TEST(ReadAccount, takes_its_four_texts) {
    const AccountSighting expected{"mastodon", "https://mas.to/users/bar", "@bar", "Le Bar à huîtres"};
    EXPECT_EQ(account_from_json(R"( {"display_name":"Le Bar \u00e0 huîtres","network":"mastodon",
                                     "remote_id":"https://mas.to/users/bar","handle":"@bar"} )"),
              expected);
    EXPECT_EQ(account_from_json(R"({"network":"x","remote_id":"1"})"), (AccountSighting{"x", "1", "", ""}));
}

TEST(ReadAccount, says_what_is_wrong) {
    using testing::HasSubstr;
    EXPECT_THAT(sentence_of(""), HasSubstr("not JSON"));
    EXPECT_THAT(sentence_of("{"), HasSubstr("not JSON"));
    EXPECT_THAT(sentence_of(R"({"network":"x","remote_id":"1"} x)"), HasSubstr("not JSON"));
    EXPECT_THAT(sentence_of("{\"network\":\"\xff\",\"remote_id\":\"1\"}"), HasSubstr("not JSON"));
    EXPECT_THAT(sentence_of("[]"), HasSubstr("JSON object"));
    EXPECT_THAT(sentence_of("null"), HasSubstr("JSON object"));
    EXPECT_THAT(sentence_of(R"({"remote_id":"1"})"), HasSubstr("needs"));
    EXPECT_THAT(sentence_of(R"({"network":"","remote_id":"1"})"), HasSubstr("needs"));
    EXPECT_THAT(sentence_of(R"({"network":"x","remote_id":1})"), HasSubstr("\"remote_id\" should be a text"));
    EXPECT_THAT(sentence_of(R"({"network":"x","remote_id":"1","name":"Bar"})"), HasSubstr("no \"name\""));
    EXPECT_THAT(sentence_of(R"({"network":["x"],"remote_id":"1"})"), HasSubstr("\"network\" should be a text"));
}

TEST(ReadAccount, nesting_costs_nothing) {
    EXPECT_FALSE(sentence_of(std::string(1'000'000, '[')).empty());
    EXPECT_FALSE(sentence_of(std::string(16'384, '[')).empty());
    const std::string nested = R"({"network":)" + std::string(8'000, '[') + std::string(8'000, ']') + "}";
    EXPECT_THAT(sentence_of(nested), testing::HasSubstr("should be a text"));
}

}  // namespace
}  // namespace fanal::json
