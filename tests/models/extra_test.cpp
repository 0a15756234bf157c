#include "models/extra.hpp"

#include <gtest/gtest.h>

#include <vector>

namespace fanal {
namespace {

/// "name=value" of each member, as written.
std::vector<std::string> members_of(std::string_view extra) {
    std::vector<std::string> found;
    while (const auto member = next_member(extra)) {
        found.push_back(std::string(member->name) + "=" + std::string(member->value));
    }
    return found;
}

std::string without(std::string_view extra, std::vector<std::string> names) {
    return without_members(extra, names);
}

TEST(Extra, IsTakenApartAsItWasWritten) {
    std::string extra;
    add_member(extra, "Note, \"interne\"", "a}\\\",b\n");
    add_json_member(extra, "paging", R"({"next":[1,{"a":"}]"}],"n":null})");
    add_json_member(extra, "n", "-1.5e3");
    add_member(extra, "", "");
    EXPECT_EQ(extra,
              R"({"Note, \"interne\"":"a}\\\",b\u000a","paging":{"next":[1,{"a":"}]"}],"n":null},"n":-1.5e3,"":""})");
    EXPECT_EQ(members_of(extra),
              (std::vector<std::string>{R"("Note, \"interne\""="a}\\\",b\u000a")",
                                        R"("paging"={"next":[1,{"a":"}]"}],"n":null})", R"("n"=-1.5e3)", R"(""="")"}));
    EXPECT_EQ(plain_text(R"("Note, \"interne\"")"), "Note, \"interne\"");
    EXPECT_EQ(plain_text(R"("a}\\\",b\u000a\n\/é")"), "a}\\\",b\n\n/é");
    EXPECT_EQ(plain_text("-1.5e3"), "-1.5e3");
}

TEST(Extra, LosesTheMembersNamedAndKeepsTheBytesOfTheRest) {
    const std::string_view extra = R"({"a":{"b":1},"b":"a","a":2,"\"":[]})";
    EXPECT_EQ(without(extra, {"a"}), R"({"b":"a","\"":[]})");
    EXPECT_EQ(without(extra, {"b", "\""}), R"({"a":{"b":1},"a":2})");
    EXPECT_EQ(without(extra, {"c", "A", ""}), extra);
    EXPECT_EQ(without(extra, {"a", "b", "\""}), "");
    EXPECT_EQ(without("", {"a"}), "");
}

/// Whatever an earlier version or a damaged disk left there.
TEST(Extra, OfAnyBytesIsReadToItsEnd) {
    for (const std::string_view text : {"{", "}", "{\"", "{\"a", "{\"a\"", "{\"a\":", "{\"a\":[", "{\"a\":\"\\",
                                        "{\"a\":1,", "[1]", "{\"a\":]}", "{\"a\":…},\"b\":1}", "{,,,", "\"", "\\"}) {
        EXPECT_LE(members_of(text).size(), 1U) << text;
        EXPECT_LE(without(text, {"b"}).size(), text.size() + 1) << text;
        EXPECT_LE(plain_text(text).size(), text.size()) << text;
    }
    EXPECT_EQ(plain_text("\"\\u00"), "u0");
    EXPECT_EQ(plain_text("\"a\\"), "a");
}

}  // namespace
}  // namespace fanal
