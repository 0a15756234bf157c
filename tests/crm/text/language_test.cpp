// How often detect_language() is right, how often it speaks, and whether its confidence means what it says. The
// comments of languages.tsv are made up; "-" is expected where too little is said, "en|fr" where either is right.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <map>
#include <random>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

#include "crm/text/language.hpp"

namespace fanal::text {
namespace {

struct Comment {
    std::string expected;
    std::string text;
};

/// The first and the last column of a table.
std::vector<Comment> read_table(const std::filesystem::path& path, bool has_header) {
    std::ifstream file(path, std::ios::binary);
    std::vector<Comment> comments;
    std::string line;
    for (bool skipped = !has_header; std::getline(file, line);) {
        if (std::exchange(skipped, true)) {
            comments.push_back({line.substr(0, line.find('\t')), line.substr(line.rfind('\t') + 1)});
        }
    }
    return comments;
}

std::filesystem::path beside(std::string_view name) {
    return std::filesystem::path(FANAL_ROOT) / "tests/crm/text" / name;
}

std::string code_of(std::string_view text) {
    const auto language = detect_language(text);
    return language ? std::string(language->code) : "-";
}

bool is_right(const Comment& comment, std::string_view code) {
    return ("|" + comment.expected + "|").find("|" + std::string(code) + "|") != std::string::npos;
}

struct Counts {
    int all = 0;
    int told = 0;
    int right = 0;

    double coverage() const { return told / std::max(1.0, 1.0 * all); }
    double accuracy() const { return right / std::max(1.0, 1.0 * told); }
};

/// What came out for comments that say enough, by language, and by tenths of confidence.
class Tally {
  public:
    void add(const Comment& comment) {
        const auto language = detect_language(comment.text);
        const bool right = is_right(comment, language ? language->code : "-");
        for (Counts* counts : {&languages_[comment.expected], &all_}) {
            counts->all += 1;
            counts->told += language ? 1 : 0;
            counts->right += language && right ? 1 : 0;
        }
        if (!language) {
            return;
        }
        Counts& tenth = tenths_[std::min(9, static_cast<int>(language->confidence * 10))];
        for (Counts* counts : {&tenth, language->confidence >= 0.8F ? &sure_ : &unsure_}) {
            counts->all += 1;
            counts->told += 1;
            counts->right += right ? 1 : 0;
        }
        if (!right && listed_++ < 20) {
            std::printf("  %s taken for %.*s (%.2f): %s\n", comment.expected.c_str(),
                        static_cast<int>(language->code.size()), language->code.data(), language->confidence,
                        comment.text.c_str());
        }
    }

    void print(std::string_view title) const {
        for (const auto& [language, counts] : languages_) {
            std::printf("  %-10s %5d texts, told %.3f, of which right %.3f\n", language.c_str(), counts.all,
                        counts.coverage(), counts.accuracy());
        }
        for (const auto& [tenth, counts] : tenths_) {
            std::printf("  confidence 0.%d… %5d texts, right %.3f\n", tenth, counts.all, counts.accuracy());
        }
        std::printf("%.*s: %d texts, told %.3f, of which right %.3f; %d with a confidence from 0.8 on, right %.3f\n",
                    static_cast<int>(title.size()), title.data(), all_.all, all_.coverage(), all_.accuracy(), sure_.all,
                    sure_.accuracy());
    }

    const Counts& all() const { return all_; }
    const Counts& sure() const { return sure_; }
    const Counts& unsure() const { return unsure_; }
    const std::map<int, Counts>& tenths() const { return tenths_; }

  private:
    std::map<std::string, Counts> languages_;
    std::map<int, Counts> tenths_;
    Counts all_;
    Counts sure_;
    Counts unsure_;
    int listed_ = 0;
};

TEST(Language, OfMadeUpCommentsIsRight) {
    Tally tally;
    for (const Comment& comment : read_table(beside("languages.tsv"), true)) {
        if (comment.expected != "-") {
            tally.add(comment);
        }
    }
    tally.print("made-up comments");
    EXPECT_GE(tally.all().all, 200);
    EXPECT_GE(tally.all().coverage(), 0.97);
    EXPECT_GE(tally.all().accuracy(), 0.96);
    EXPECT_GE(tally.sure().accuracy(), 0.95);
    EXPECT_GE(tally.sure().all, tally.all().all * 4 / 5);
}

TEST(Language, IsNotGuessedWhereTooLittleIsSaid) {
    int count = 0;
    for (const Comment& comment : read_table(beside("languages.tsv"), true)) {
        if (comment.expected == "-") {
            EXPECT_EQ(code_of(comment.text), "-") << comment.text;
            ++count;
        }
    }
    EXPECT_GE(count, 70);
}

/// Comments that were written for what they say, not for their language.
TEST(Language, OfOtherCommentsIsRight) {
    Tally tally;
    for (const char* name : {"comments.tsv", "comments_unseen.tsv"}) {
        for (const Comment& comment : read_table(beside(name), true)) {
            tally.add(comment);
        }
    }
    tally.print("other comments");
    EXPECT_GE(tally.all().coverage(), 0.85);  // the rest are three words or fewer
    EXPECT_GE(tally.sure().accuracy(), 0.98);
}

TEST(Language, OfCommentsWrittenBeforeIsRight) {
    const auto path = std::filesystem::path(FANAL_ROOT) / "../shared/prototypes/language_id_comments.tsv";
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "The comments with their languages are not beside this checkout: nothing tested.";
    }
    Tally tally;
    for (const Comment& comment : read_table(path, false)) {
        tally.add(comment);
    }
    tally.print("comments of the prototypes");
    EXPECT_EQ(tally.all().all, 109);
    EXPECT_GE(tally.all().coverage(), 0.85);
    EXPECT_GE(tally.all().accuracy(), 0.95);
    EXPECT_GE(tally.sure().accuracy(), 0.95);
}

/// Four to nine words in a row: as short as comments are, and torn out of their sentence.
std::string torn_out(std::string_view text, std::mt19937& random) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::min(text.find(' ', at), text.size());
        words.push_back(text.substr(at, end - at));
        at = end + 1;
    }
    const std::size_t count = std::min<std::size_t>(words.size(), 4 + random() % 6);
    const std::size_t first = random() % (words.size() - count + 1);
    std::string piece;
    for (std::size_t i = first; i < first + count; ++i) {
        piece.append(words[i]).append(" ");
    }
    return piece;
}

/// Tweets in seven languages, of which some are labelled wrongly: what the curves of language.cpp were drawn after.
TEST(Language, ConfidenceIsThePortionThatIsRight) {
    const auto folder = std::filesystem::path(FANAL_ROOT) / "../shared/data/multilingual_sentiment_umsab";
    if (!std::filesystem::exists(folder)) {
        GTEST_SKIP() << "The tweets in eight languages are not beside this checkout: nothing tested.";
    }
    const std::map<std::string, std::string> languages = {{"arabic", "ar"},    {"english", "en"}, {"french", "fr"},
                                                          {"german", "de"},    {"italian", "it"}, {"spanish", "es"},
                                                          {"portuguese", "pt"}};
    std::mt19937 random(1);
    Tally tally;
    for (const auto& [name, code] : languages) {
        for (const char* part : {"train_text.txt", "val_text.txt"}) {
            for (const Comment& comment : read_table(folder / name / part, false)) {
                tally.add({code, comment.text});
                tally.add({code, torn_out(comment.text, random)});
            }
        }
    }
    tally.print("tweets, whole and in pieces");
    EXPECT_EQ(tally.all().all, 2 * 7 * (1839 + 324));
    EXPECT_GE(tally.sure().accuracy(), 0.97);
    EXPECT_LE(tally.unsure().accuracy(), 0.75);
    for (const auto& [tenth, counts] : tally.tenths()) {
        if (counts.all >= 50) {
            EXPECT_NEAR(counts.accuracy(), (tenth + 0.5) / 10, 0.2) << tenth;
        }
    }
}

TEST(Language, HasTheCodesOfToday) {
    EXPECT_EQ(code_of("תודה רבה על ערב מדהים"), "he");
    EXPECT_EQ(code_of("請問星期天有開嗎"), "zh-Hant");
    EXPECT_EQ(code_of("υπέροχη βραδιά"), "el");
}

TEST(Language, NeedsMoreThanThreeDifferentWords) {
    EXPECT_EQ(code_of("vraiment magnifique soirée"), "-");
    EXPECT_EQ(code_of("vraiment magnifique magnifique magnifique soirée"), "-");
    EXPECT_EQ(code_of("vraiment une magnifique soirée"), "fr");
    EXPECT_EQ(code_of("vraiment magnifique soirée @une_amie #merci https://example.com/une/soiree 😍 2024"), "-");
    EXPECT_EQ(code_of("vraiiiiiment uneeeee magnifiiiique soiréééée"), "fr");
}

TEST(Language, LinksMentionsAndHashtagsSayNothing) {
    const std::string sentence = "la soirée était vraiment magnifique";
    const auto bare = detect_language(sentence);
    ASSERT_TRUE(bare);
    for (const char* noise :
         {" https://the.example.com/what/where/when/this", " www.what-is-this.com", " #thisisthebest",
          " @the_best_fan_in_the_world", " someone.else@example.com", " 😍😍😍 2024 !!!", " what.this.is/whatever"}) {
        const auto noisy = detect_language(sentence + noise);
        ASSERT_TRUE(noisy) << noise;
        EXPECT_EQ(noisy->code, bare->code) << noise;
        EXPECT_EQ(noisy->confidence, bare->confidence) << noise;
    }
}

void expect_sound(std::string_view text) {
    if (const auto language = detect_language(text)) {
        EXPECT_FALSE(language->code.empty());
        EXPECT_GE(language->confidence, 0);
        EXPECT_LE(language->confidence, 1);
    }
}

TEST(Language, OfHostileTextsDoesNoHarm) {
    expect_sound({});
    EXPECT_EQ(code_of(std::string(1 << 20, 'a')), "-");
    EXPECT_EQ(code_of(std::string(1 << 20, '\0')), "-");
    EXPECT_EQ(code_of(std::string(1 << 20, '\xFF')), "-");
    EXPECT_EQ(code_of(std::string(1 << 20, '@')), "-");
    for (const char* unit : {"é", "あ", "ب", "א ", "a\xCC\x81", "😀", "a ", "ab ", "'", "a'", "\xF0\x9F", "Ǆ", "ﷺ"}) {
        std::string text;
        while (text.size() < 2 * language_bytes_max) {
            text += unit;
        }
        expect_sound(text);
    }
    const std::string sentence("la soirée\0était\0vraiment\0magnifique", 36);
    EXPECT_EQ(code_of(sentence), "fr");
    EXPECT_EQ(code_of("la soir\xC3 \xE9tait vraiment magnifique \xF0\x9F\x98"), "fr");
}

TEST(Language, OfCutAndScrambledTextsDoesNoHarm) {
    std::mt19937 random(7);
    for (const Comment& comment : read_table(beside("languages.tsv"), true)) {
        for (std::size_t size = 0; size <= comment.text.size(); ++size) {
            expect_sound(std::string_view(comment.text).substr(0, size));
        }
        std::string scrambled = comment.text;
        for (char& c : scrambled) {
            c = random() % 4 == 0 ? static_cast<char>(random()) : c;
        }
        expect_sound(scrambled);
    }
}

TEST(Language, IsTheSameInEveryThread) {
    const std::vector<Comment> comments = read_table(beside("languages.tsv"), true);
    std::vector<std::vector<std::string>> codes(4);
    std::vector<std::thread> threads;
    for (auto& mine : codes) {
        threads.emplace_back([&comments, &mine] {
            for (const Comment& comment : comments) {
                mine.push_back(code_of(comment.text));
            }
        });
    }
    for (std::thread& thread : threads) {
        thread.join();
    }
    for (const auto& other : codes) {
        EXPECT_EQ(other, codes[0]);
    }
}

}  // namespace
}  // namespace fanal::text
