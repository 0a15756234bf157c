#include "models/understanding.hpp"

#include <gtest/gtest.h>

namespace fanal {
namespace {

TEST(Understanding, ComesBackFromItsBytesInSteps) {
    Understanding said;
    said.complaint = 0.85F;
    said.emergency = 1;
    said.question = 0.9987F;
    said.praise = 0.001F;
    const std::string bytes = packed(said);
    EXPECT_EQ(bytes.size(), understanding_fields.size());
    const Understanding kept = unpacked_understanding(bytes);
    EXPECT_EQ(kept.complaint, 0.85F);
    EXPECT_EQ(kept.emergency, 1.0F);
    EXPECT_EQ(kept.question, 1.0F);
    EXPECT_EQ(kept.praise, 0.0F);
    EXPECT_EQ(packed(kept), bytes);
}

TEST(Understanding, OfNothingIsNoBytes) {
    EXPECT_EQ(packed({}), "");
    EXPECT_EQ(unpacked_understanding(""), Understanding{});
}

TEST(Understanding, TakesFewerOrMoreOrWrongBytes) {
    EXPECT_EQ(unpacked_understanding("\xC8").question, 1.0F);
    EXPECT_EQ(unpacked_understanding(std::string(20, '\xFF')), unpacked_understanding(std::string(9, '\xC8')));
}

}  // namespace
}  // namespace fanal
