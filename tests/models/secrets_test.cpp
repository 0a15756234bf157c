#include "models/secrets.hpp"

#include <gtest/gtest.h>

namespace fanal {
namespace {

TEST(Secrets, GoFromWebAddresses) {
    EXPECT_EQ(without_secrets("https://graph.example/me?access_token=SECRET&after=x"),
              "https://graph.example/me?access_token=…&after=x");
    EXPECT_EQ(without_secrets("https://cdn.example/a.jpg?oh=SECRET&oe=SECRET&w=5"),
              "https://cdn.example/a.jpg?oh=…&oe=…&w=5");
    EXPECT_EQ(without_secrets("https://a.example/?next=https%3A%2F%2Fb.example%2F%3Ftoken%3DSECRET%26n%3D1"),
              "https://a.example/?next=https%3A%2F%2Fb.example%2F%3Ftoken%3D…%26n%3D1");
    EXPECT_EQ(without_secrets(R"({"next":"https:\/\/g.example\/me?a=1\u0026access_token=SECRET\u0026b=2"})"),
              R"({"next":"https:\/\/g.example\/me?a=1\u0026access_token=…\u0026b=2"})");
    EXPECT_EQ(without_secrets("https://g.example/?a=1&amp;api_key=SECRET"), "https://g.example/?a=1&amp;api_key=…");
}

TEST(Secrets, GoFromJson) {
    EXPECT_EQ(without_secrets(R"({"access_token" : "SECRET\"SECRET","token_type":"bearer"})"),
              R"({"access_token" : "…","token_type":"bearer"})");
    EXPECT_EQ(without_secrets(R"({"Client_Secret":12345,"n":1})"), R"({"Client_Secret":"…","n":1})");
    EXPECT_EQ(without_secrets(R"({"token":{"a":["SECRET}\"",1],"b":"SECRET"},"n":1})"), R"({"token":"…","n":1})");
    EXPECT_EQ(without_secrets(R"({"log":"{\"token\":[\"SECRET]\",2],\"n\":1}"})"),
              R"({"log":"{\"token\":\"…\",\"n\":1}"})");
    EXPECT_EQ(without_secrets(R"({"log":"\"token\":[1,","n":1})"), R"({"log":"\"token\":\"…\"","n":1})");
    EXPECT_EQ(without_secrets(R"({"text":"{\"refresh_token\":\"SECRET\",\"n\":1}"})"),
              R"({"text":"{\"refresh_token\":\"…\",\"n\":1}"})");
    EXPECT_EQ(without_secrets(R"({"a":1,"token":"SECR)"), R"({"a":1,"token":"…)");
}

TEST(Secrets, NothingElseGoes) {
    for (const std::string_view text :
         {"", "https://www.youtube.com/watch?v=abc&lc=def", R"({"key":"value","oh":"la la","text":"token: ring"})",
          "a=b:c%3Dd", "The key = the door", R"({"tokens":[1,2]})"}) {
        EXPECT_EQ(without_secrets(text), text);
    }
}

}  // namespace
}  // namespace fanal
