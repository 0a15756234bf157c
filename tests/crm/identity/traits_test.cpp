#include "crm/identity/traits.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "crm/identity/learning.hpp"
#include "crm/identity/model_statistics.hpp"

namespace fanal::identity {
namespace {

using Traits = std::vector<std::string>;

Traits of_bio(std::string_view bio) {
    return make_traits({"", bio, "", "", {}});
}

bool have_a_key_in_common(const Traits& one, const Traits& other) {
    std::vector<std::uint64_t> keys, others;
    add_trait_keys(one, keys);
    add_trait_keys(other, others);
    return std::find_first_of(keys.begin(), keys.end(), others.begin(), others.end()) != keys.end();
}

TEST(Traits, AreReadOffWhatAProfileSays) {
    const std::vector<std::string> links = {"https://www.ana-marvel.example/about", "https://x.com"};
    EXPECT_EQ(
        make_traits({"Bordeaux, France", "Écailler. Ana@Mail.example, @ana@mas.to https://twitter.com/AnaM/",
                     "https://m.facebook.com/ana.marvel?ref=1", "https://cdn.example/0123456789abcdef0123.jpg?s=2",
                     links}),
        (Traits{"avatar:cdn.example/0123456789abcdef0123.jpg", "email:ana@mail.example", "own:facebook.com/ana.marvel",
                "place:bordeaux_france", "site:ana-marvel.example", "site:x.com/anam", "word:anam", "word:ecailler",
                "word:example", "word:https", "word:mail", "word:twitter"}));
    EXPECT_TRUE(make_traits({}).empty());
    EXPECT_TRUE(make_traits({"", "https://facebook.com/ a@b", "", "https://abs.example/default.png", {}}).size() <= 2);
}

TEST(Traits, HoldNoSpaceWhateverIsSaid) {
    const std::vector<std::string> links = {"https://a b.example/x y", "http://\xFF.example/\x01"};
    for (const std::string& trait : make_traits({"Pa ris\n(75)", "a b@c d.e\tf@g.h", "https://x.com/a b",
                                                 "https://c.example/0123456789 0123456789", links})) {
        EXPECT_EQ(trait.find(' '), trait.npos) << trait;
    }
}

TEST(Traits, FindTwoProfilesWithOneAddress) {
    EXPECT_TRUE(have_a_key_in_common(of_bio("ana@mail.example"), of_bio("écrire : ANA@mail.example.")));
    EXPECT_TRUE(
        have_a_key_in_common(of_bio("https://x.com/ana"), make_traits({"", "", "https://twitter.com/ana", "", {}})));
    EXPECT_TRUE(have_a_key_in_common(of_bio("http://ana.example"), of_bio("https://www.ana.example/contact")));
    EXPECT_FALSE(have_a_key_in_common(of_bio("https://x.com/ana"), of_bio("https://x.com/ben")));
    EXPECT_FALSE(have_a_key_in_common(make_traits({"Lyon", "poterie", "", "", {}}),
                                      make_traits({"Lyon", "poterie", "", "", {}})));
}

TEST(TraitEvidence, IsTheSameBothWaysAndNeverAgainst) {
    const Traits one = make_traits({"Lyon", "ana@mail.example poterie", "https://x.com/ana", "", {}});
    const Traits other = make_traits({"Lyon, France", "poterie https://x.com/ana ana@mail.example", "", "", {}});
    const TraitCounts counts;
    const TraitEvidence there = weigh_traits(one, other, counts);
    const TraitEvidence back = weigh_traits(other, one, counts);
    EXPECT_EQ(there.sum(), back.sum());
    EXPECT_GT(there.email, 0);
    EXPECT_GT(there.place, 0);
    EXPECT_EQ(there.link + there.site, 0);  // comes with the e-mail address, and is weaker
    EXPECT_EQ(weigh_traits(one, make_traits({"Brest", "https://y.example", "", "", {}}), counts).sum(), 0);
    EXPECT_EQ(weigh_traits(one, {}, counts).sum(), 0);
}

TEST(TraitEvidence, IsWorthLessTheMoreSayTheSame) {
    TraitCounts counts;
    const Traits usual = make_traits({"Lyon", "fan https://brand.example", "", "", {}});
    const Traits rare = make_traits({"Ouessant", "céramiste raku", "", "", {}});
    for (int i = 0; i < 500; ++i) {
        counts.add(usual);
    }
    counts.add(rare);
    counts.add(rare);
    const TraitEvidence everybody = weigh_traits(usual, usual, counts);
    const TraitEvidence few = weigh_traits(rare, rare, counts);
    EXPECT_LT(everybody.sum(), 1000);
    EXPECT_EQ(everybody.bio, 0);
    EXPECT_GT(few.place, 4000);
    EXPECT_GT(few.bio, 3000);
}

TEST(TraitCounts, AreKeptWithAModelWithoutWhatOneAloneSays) {
    std::vector<KnownProfile> profiles;
    for (const char* const network : {"x", "facebook", "mastodon"}) {
        profiles.push_back({network, make_naming("ana", "Ana")});
        profiles.back().naming.traits = of_bio("ana@mail.example");
    }
    profiles.back().naming.traits.push_back("place:ouessant");
    const MatchStatistics kept = statistics_from_bytes(learn(profiles, [](double) {}).statistics);
    EXPECT_EQ(kept.traits.counts().size(), 5U);  // two kinds, the address and two words: the place is one's alone
    EXPECT_NE(kept.traits.bits("email:ana@mail.example"), kept.traits.bits("email:ben@mail.example"));
}

}  // namespace
}  // namespace fanal::identity
