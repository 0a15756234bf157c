#include "importers/long_integers.hpp"

#include <gtest/gtest.h>

namespace fanal::importers {
namespace {

TEST(QuoteLongIntegers, turns_them_into_strings_and_leaves_the_rest) {
    EXPECT_EQ(quote_long_integers(R"({"id":123456789012345678901234567890,"n":[1,-99999999999999999999, 2]})"),
              R"({"id":"123456789012345678901234567890","n":[1,"-99999999999999999999", 2]})");
    EXPECT_EQ(quote_long_integers("1234567890123456789"), "\"1234567890123456789\"");
}

TEST(QuoteLongIntegers, finds_none_in_strings_fractions_and_short_numbers) {
    EXPECT_FALSE(quote_long_integers(R"({"1234567890123456789012":"\"1234567890123456789012\\"})"));
    EXPECT_FALSE(quote_long_integers("[123456789012345678,12345678901234567890.5,1234567890123456789e9]"));
    EXPECT_FALSE(quote_long_integers("[00000000000000000000001]"));
    EXPECT_FALSE(quote_long_integers("\"never closed 12345678901234567890"));
    EXPECT_FALSE(quote_long_integers("\"\\"));
    EXPECT_FALSE(quote_long_integers(""));
}

}  // namespace
}  // namespace fanal::importers
