#include "crm/storage/separation_rows.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fanal::storage {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using enum SeparationReason;

TEST(Separations, ARejectionOutweighsAnUndoing) {
    Store store = Store::open(":memory:");
    add_separation(store, {9}, {4}, undone, {100});
    EXPECT_THAT(separated_pairs(store, undone), ElementsAre(std::pair(ProfileId{4}, ProfileId{9})));
    EXPECT_EQ(rejected_at(store, {4}, {9}), std::nullopt);

    add_separation(store, {4}, {9}, rejected, {200});
    EXPECT_THAT(separated_pairs(store, undone), IsEmpty());
    EXPECT_EQ(rejected_at(store, {9}, {4}), Instant{200});

    add_separation(store, {4}, {9}, undone, {300});
    EXPECT_EQ(rejected_at(store, {4}, {9}), Instant{200});
}

}  // namespace
}  // namespace fanal::storage
