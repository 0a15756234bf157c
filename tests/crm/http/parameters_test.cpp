#include "crm/http/parameters.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "models/error.hpp"

namespace fanal::http {
namespace {

constexpr std::string_view names[] = {"limit", "sort", "as"};

std::string sentence_of(std::string_view query) {
    try {
        Parameters::parse(query, names).limit(10);
    } catch (const Error& error) {
        EXPECT_EQ(error.kind(), ErrorKind::bad_input);
        return error.what();
    }
    return "";
}

TEST(PercentDecode, turns_what_is_encoded_into_bytes) {
    EXPECT_EQ(percent_decode("", true), "");
    EXPECT_EQ(percent_decode("a%20b+c", true), "a b c");
    EXPECT_EQ(percent_decode("a%20b+c", false), "a b+c");
    EXPECT_EQ(percent_decode("%2f%2F%25", false), "//%");
    EXPECT_EQ(percent_decode("%F0%9F%A6%AA caf\xC3\xA9", false), "🦪 café");
    EXPECT_EQ(percent_decode("%2541", false), "%41");
}

TEST(PercentDecode, refuses_what_is_no_text) {
    for (const char* text : {"%",         "%2",        "%zz",          "%2g",          "a%",  "a%f",      "%00",
                             "%0A",       "%7f",       "\x01",         "%80",          "%C3", "%C3%28",   "%C0%AF",
                             "%E0%80%AF", "%ED%A0%80", "%F4%90%80%80", "%F0%80%80%80", "%FF", "%F0%9F%A6"}) {
        EXPECT_EQ(percent_decode(text, true), std::nullopt) << text;
    }
}

TEST(Parameters, are_found_by_name) {
    const Parameters parameters = Parameters::parse("&sort=a%3Db&&%6Cimit=7&as", names);
    EXPECT_EQ(parameters.find("sort"), "a=b");
    EXPECT_EQ(parameters.limit(10), 7);
    EXPECT_EQ(parameters.find("as"), "");
    EXPECT_EQ(Parameters::parse("as=x=y", names).find("as"), "x=y");
    EXPECT_EQ(Parameters::parse("", names).find("as"), std::nullopt);
    EXPECT_EQ(Parameters::parse("", names).limit(10), 10);
}

TEST(Parameters, say_what_is_wrong) {
    using testing::HasSubstr;
    EXPECT_THAT(sentence_of("limt=1"), HasSubstr("There is no parameter \"limt\" here; there is limit, sort and as."));
    EXPECT_THAT(sentence_of("Limit=1"), HasSubstr("no parameter \"Limit\""));
    EXPECT_THAT(sentence_of("limit=1&limit=1"), HasSubstr("\"limit\" is given twice"));
    EXPECT_THAT(sentence_of("as=%"), HasSubstr("percent-encoded"));
    for (const char* limit : {"0", "1001", "-1", "1.5", "x", "", "1x", "+1", " 1", "0x1", "99999999999999999999"}) {
        EXPECT_THAT(sentence_of(std::string("limit=") + limit), HasSubstr("from 1 to 1000")) << limit;
    }
    EXPECT_EQ(sentence_of("limit=1"), "");
    EXPECT_EQ(sentence_of("limit=1000"), "");
    try {
        Parameters::parse("limit=1", {});
        FAIL();
    } catch (const Error& error) {
        EXPECT_STREQ(error.what(), "There is no parameter \"limit\" here.");
    }
}

}  // namespace
}  // namespace fanal::http
