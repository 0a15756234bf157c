#include "crm/identity/naming.hpp"

#include <gtest/gtest.h>

#include <random>

#include "crm/identity/jaro_winkler.hpp"
#include "crm/identity/name_variants.hpp"
#include "crm/identity/surprisal.hpp"

namespace fanal::identity {
namespace {

/// As Winkler's paper tells it.
double slow_jaro_winkler(const std::string& a, const std::string& b) {
    const int n = static_cast<int>(a.size());
    const int m = static_cast<int>(b.size());
    const int reach = std::max(0, std::max(n, m) / 2 - 1);
    std::string of_a;
    std::vector<bool> taken(b.size());
    for (int i = 0; i < n; ++i) {
        for (int j = std::max(0, i - reach); j <= std::min(m - 1, i + reach); ++j) {
            if (!taken[j] && a[i] == b[j]) {
                taken[j] = true;
                of_a += a[i];
                break;
            }
        }
    }
    std::string of_b;
    for (int j = 0; j < m; ++j) {
        of_b += taken[j] ? std::string(1, b[j]) : "";
    }
    if (of_a.empty()) {
        return 0;
    }
    int wrong = 0;
    for (std::size_t i = 0; i < of_a.size(); ++i) {
        wrong += of_a[i] != of_b[i] ? 1 : 0;
    }
    const double c = static_cast<double>(of_a.size());
    const double jaro = (c / n + c / m + (c - wrong / 2) / c) / 3;
    int same = 0;
    while (same < 4 && same < n && same < m && a[same] == b[same]) {
        ++same;
    }
    return jaro + same * 0.1 * (1 - jaro);
}

TEST(JaroWinkler, EqualsTheTextbook) {
    EXPECT_NEAR(jaro_winkler("martha", "marhta"), 0.9611, 1e-4);
    EXPECT_NEAR(jaro_winkler("dixon", "dicksonx"), 0.8133, 1e-4);
    std::mt19937 random(5);
    for (int i = 0; i < 20'000; ++i) {
        std::string words[2];
        for (std::string& word : words) {
            word.resize(random() % 65);
            for (char& c : word) {
                c = "abcd"[random() % 4];
            }
        }
        ASSERT_NEAR(jaro_winkler(words[0], words[1]), slow_jaro_winkler(words[0], words[1]), 1e-12)
            << words[0] << " " << words[1];
    }
}

TEST(Variants, AreSymmetric) {
    EXPECT_TRUE(are_variants("bill", "william"));
    EXPECT_TRUE(are_variants("emmanuel", "manu"));
    EXPECT_TRUE(are_variants("william", "bill"));
    EXPECT_FALSE(are_variants("bill", "bill"));
    EXPECT_FALSE(are_variants("bill", "robert"));
    EXPECT_FALSE(are_variants("", "bill"));
}

double bits_of(const char* name, const char* other) {
    TokenCounts counts;
    for (const char* known : {"Jean Martin", "Paul Martin", "Anne Martin", "Jean Dupont", "William Quintrell",
                              "Zoé Quintrell", "Luc Petit", "Eva Petit", "Max Roy", "Lea Roy"}) {
        counts.add(make_naming("", known));
    }
    const Naming a = make_naming("", name);
    const Naming b = make_naming("", other);
    const double bits = name_bits(a.tokens, b.tokens, counts);
    EXPECT_DOUBLE_EQ(bits, name_bits(b.tokens, a.tokens, counts)) << name << " ~ " << other;
    return bits;
}

TEST(NameBits, RiseWithRarityAndNotWithOrder) {
    EXPECT_GT(bits_of("William Quintrell", "William Quintrell"), bits_of("Jean Martin", "Jean Martin"));
    EXPECT_DOUBLE_EQ(bits_of("Martin, Jean", "Jean MARTIN"), bits_of("Jean Martin", "Jean Martin"));
    EXPECT_GT(bits_of("Bill Quintrell", "William Quintrell"), bits_of("Luc Quintrell", "William Quintrell"));
    EXPECT_GT(bits_of("W Quintrell", "William Quintrell"), bits_of("L Quintrell", "William Quintrell"));
    EXPECT_GT(bits_of("William Quintrel", "William Quintrell"), bits_of("William Petit", "William Quintrell"));
    EXPECT_LT(bits_of("Luc Petit", "Zoé Quintrell"), 0);
}

TEST(NameBits, KnowWhatIsWrittenApartAndTogether) {
    const double same = bits_of("Anne Le Quintrell", "Anne Le Quintrell");
    EXPECT_GT(bits_of("Anne Le Quintrell", "Anne LeQuintrell"), bits_of("Anne Le Quintrell", "Anne Petit"));
    EXPECT_LE(bits_of("Anne Le Quintrell", "Anne LeQuintrell"), same);
    EXPECT_GT(bits_of("Jean-Luc Martin", "JeanLuc Martin"), bits_of("Jean-Luc Martin", "Paul Martin"));
    EXPECT_GT(bits_of("Jean-Luc Martin", "JL Martin"), bits_of("Jean-Luc Martin", "XY Martin"));
    EXPECT_GT(bits_of("Jean-Luc Martin", "Martin Luc Jean"), bits_of("Jean-Luc Martin", "Martin Luc"));
}

TEST(NameBits, KnowNamesOfOtherScripts) {
    EXPECT_GT(bits_of("محمد Quintrell", "Mohammed Quintrell"), bits_of("Luc Quintrell", "Mohammed Quintrell"));
    EXPECT_GT(bits_of("أحمد Quintrell", "Ahmed Quintrell"), bits_of("Luc Quintrell", "Ahmed Quintrell"));
    EXPECT_GT(bits_of("Сергей Щукин", "Sergey Shchukin"), bits_of("Сергей Щукин", "Sergey Martin"));
    EXPECT_DOUBLE_EQ(bits_of("李娜", "Na Li"), bits_of("Li Na", "Li Na"));
    EXPECT_DOUBLE_EQ(likeness("mhmd", "mohammed"), likeness("mohammed", "mhmd"));
    EXPECT_DOUBLE_EQ(likeness("marc", "morice"), 0);  // both have vowels
    EXPECT_DOUBLE_EQ(likeness("ly", "ali"), 0);       // too little is left
}

TEST(Variants, KnowFrenchOnes) {
    for (const auto& [name, other] : {std::pair("frederic", "fred"),
                                      {"jerome", "jeje"},
                                      {"thibault", "thibaut"},
                                      {"margaux", "margot"},
                                      {"mohamed", "momo"},
                                      {"pierre", "pierrot"}}) {
        EXPECT_TRUE(are_variants(name, other)) << name << " " << other;
    }
}

TEST(Surprisal, IsHighForWhatNobodyElseWrites) {
    Surprisal surprisal;
    for (const char* handle : {"annamartin", "annemartin", "martinanna", "anna", "martin", "zqxjk"}) {
        surprisal.add(handle, 1);
    }
    const auto sum = [&](const char* handle, float own) {
        double bits = 0;
        for (const float letter : surprisal.letter_bits(handle, own)) {
            EXPECT_GT(letter, 0);
            bits += letter;
        }
        return bits;
    };
    EXPECT_LT(sum("martin", 1), sum("zqxjkm", 1));
    // What it wrote itself makes it look likely, and is therefore left out.
    EXPECT_LT(sum("zqxjk", 0), sum("zqxjk", 1));
}

TEST(Surprisal, HangsOnNoOrder) {
    Surprisal one;
    Surprisal other;
    for (const char* handle : {"ana", "bob", "carla"}) {
        one.add(handle, 1);
    }
    for (const char* handle : {"carla", "bob", "ana"}) {
        other.add(handle, 1);
    }
    EXPECT_EQ(one.letter_bits("carlana", 0), other.letter_bits("carlana", 0));
}

}  // namespace
}  // namespace fanal::identity
