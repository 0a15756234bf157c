#include "crm/identity/vouching.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace fanal::identity {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

ProfileLinks profile(std::int64_t id, std::string url, std::vector<std::string> links) {
    return {{id}, {std::move(url)}, std::move(links)};
}

std::vector<std::pair<std::int64_t, std::int64_t>> pairs(const std::vector<ProfileLinks>& profiles) {
    std::vector<std::pair<std::int64_t, std::int64_t>> ids;
    for (const Vouching& pair : vouched_pairs(profiles)) {
        ids.emplace_back(pair.profile_id.value, pair.other_profile_id.value);
    }
    return ids;
}

TEST(CanonicalUrl, MakesSpellingsOfOneAddressEqual) {
    EXPECT_EQ(canonical_url("https://www.Example.com/@Ana/?ref=x#top"), "example.com/@Ana");
    EXPECT_EQ(canonical_url("http://example.com/@Ana"), "example.com/@Ana");
    EXPECT_EQ(canonical_url("https://example.com/ana"), canonical_url("https://EXAMPLE.com/ana/"));
    EXPECT_NE(canonical_url("https://example.com/ana"), canonical_url("https://example.com/Ana"));
}

TEST(CanonicalUrl, IsEmptyForWhatNamesNoPage) {
    for (const char* url :
         {"", "https://", "https://example.com", "https://example.com/", "ana", "https://localhost/ana", "///"}) {
        EXPECT_EQ(canonical_url(url), "") << url;
    }
}

TEST(VouchedPairs, NeedBothSides) {
    const auto ana = profile(2, "https://a.example/ana", {"https://b.example/ana"});
    EXPECT_THAT(pairs({ana, profile(1, "https://b.example/ana", {"I am also https://a.example/ana, hello"})}),
                ElementsAre(std::pair(1, 2)));
    EXPECT_THAT(pairs({ana, profile(1, "https://b.example/ana", {})}), IsEmpty());
    EXPECT_THAT(pairs({ana, profile(1, "https://b.example/ana", {"https://a.example/bob"})}), IsEmpty());
}

TEST(VouchedPairs, TakeNothingFromAnAddressThatTwoClaim) {
    EXPECT_THAT(pairs({profile(1, "https://a.example/ana", {"https://b.example/ana"}),
                       profile(2, "https://b.example/ana", {"https://a.example/ana"}),
                       profile(3, "https://b.example/ana", {"https://a.example/ana"})}),
                IsEmpty());
}

TEST(VouchedPairs, TakeNothingFromListingOneself) {
    EXPECT_THAT(pairs({profile(1, "https://a.example/ana", {"https://a.example/ana"})}), IsEmpty());
}

}  // namespace
}  // namespace fanal::identity
