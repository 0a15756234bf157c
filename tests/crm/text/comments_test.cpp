// How well understand() does on comments labelled by hand. comments.tsv is what the words were chosen with; the
// comments of comments_unseen.tsv were written afterwards, and no word was added for them: they say what to expect of
// new ones. Most of what is missed there are complaints without a word of complaint ("My suitcase came back with a hole
// in it").
#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "crm/text/understand.hpp"

namespace fanal::text {
namespace {

struct Comment {
    std::string language;
    std::string kind;
    std::string text;
};

std::vector<Comment> read_comments(const std::string& name) {
    std::ifstream file(std::string(FANAL_ROOT) + "/tests/crm/text/" + name);
    std::vector<Comment> comments;
    std::string line;
    std::getline(file, line);  // the header
    while (std::getline(file, line)) {
        const std::size_t first = line.find('\t');
        const std::size_t second = line.find('\t', first + 1);
        comments.push_back(
            {line.substr(0, first), line.substr(first + 1, second - first - 1), line.substr(second + 1)});
    }
    return comments;
}

/// The kind that a person would name first: what cannot wait before what can; between a question and a request, and
/// between praise and thanks, the surer one.
std::string_view main_kind(const Understanding& u) {
    using Kind = std::pair<std::string_view, float>;
    const auto surer = [](Kind a, Kind b) { return a.second >= b.second ? a : b; };
    const std::array<Kind, 7> kinds = {{{"emergency", u.emergency},
                                        {"spam", u.spam},
                                        {"insult", u.insult},
                                        {"complaint", u.complaint},
                                        {"purchase_intent", u.purchase_intent},
                                        surer({"question", u.question}, {"request", u.request}),
                                        surer({"praise", u.praise}, {"thanks", u.thanks})}};
    for (const Kind& kind : kinds) {
        if (kind.second >= 0.5F) {
            return kind.first;
        }
    }
    return "none";
}

struct Counts {
    int right = 0;
    int found = 0;
    int expected = 0;
};

/// Prints precision and recall of each kind, and the comments that went wrong; returns the portion of right ones.
double accuracy(const std::vector<Comment>& comments, std::string_view title) {
    std::map<std::string, Counts, std::less<>> kinds;
    int right = 0;
    for (const Comment& comment : comments) {
        const std::string found(main_kind(understand(comment.text)));
        const bool same = found == comment.kind;
        right += same ? 1 : 0;
        kinds[found].found += 1;
        kinds[comment.kind].expected += 1;
        kinds[found].right += same ? 1 : 0;
        if (!same) {
            std::printf("  %s taken for %s: %s\n", comment.kind.c_str(), found.c_str(), comment.text.c_str());
        }
    }
    for (const auto& [kind, counts] : kinds) {
        std::printf("  %-16s precision %.2f, recall %.2f of %d\n", kind.c_str(),
                    counts.right / std::max(1.0, 1.0 * counts.found),
                    counts.right / std::max(1.0, 1.0 * counts.expected), counts.expected);
    }
    const double portion = right / static_cast<double>(comments.size());
    std::printf("%.*s: %.3f of %zu comments right\n", static_cast<int>(title.size()), title.data(), portion,
                comments.size());
    return portion;
}

TEST(Comments, AreHalfFrenchHalfEnglishAndOfEveryKind) {
    for (const char* name : {"comments.tsv", "comments_unseen.tsv"}) {
        std::map<std::string, int> languages;
        std::map<std::string, int> kinds;
        for (const Comment& comment : read_comments(name)) {
            languages[comment.language] += 1;
            kinds[comment.kind] += 1;
        }
        EXPECT_EQ(languages["fr"], languages["en"]) << name;
        EXPECT_EQ(kinds.size(), understanding_fields.size() + 1) << name;
    }
}

TEST(Comments, AreUnderstood) {
    EXPECT_GE(accuracy(read_comments("comments.tsv"), "known comments"), 0.97);
}

TEST(Comments, AreMostlyUnderstoodWhenTheyAreNew) {
    EXPECT_GE(accuracy(read_comments("comments_unseen.tsv"), "new comments"), 0.80);
}

/// Reads CSV with quotes (RFC 4180) into rows.
std::vector<std::vector<std::string>> read_csv(const std::string& bytes) {
    std::vector<std::vector<std::string>> rows(1, {""});
    bool quoted = false;
    for (std::size_t i = 0; i < bytes.size(); ++i) {
        const char c = bytes[i];
        if (c == '"') {
            const bool doubled = quoted && i + 1 < bytes.size() && bytes[i + 1] == '"';
            i += doubled ? 1 : 0;
            quoted = doubled || !quoted;
            if (doubled) {
                rows.back().back() += c;
            }
        } else if (!quoted && c == ',') {
            rows.back().emplace_back();
        } else if (!quoted && c == '\n') {
            rows.push_back({""});
        } else if (c != '\r') {
            rows.back().back() += c;
        }
    }
    return rows;
}

/// Tweets to airlines, labelled complaint or not by several people.
TEST(Comments, ComplaintsToAirlinesAreHeard) {
    const std::string folder =
        std::string(FANAL_ROOT) + "/../shared/data/complaint_labels_rigaut/labels/3_final_labels/airlines_set";
    if (!std::filesystem::exists(folder + "1_finalLabels.csv")) {
        GTEST_SKIP() << "The labelled tweets to airlines are not on this machine.";
    }
    int true_found = 0;
    int true_left = 0;
    int false_found = 0;
    int false_left = 0;
    for (const char* set : {"1", "2"}) {
        std::ifstream file(folder + set + "_finalLabels.csv", std::ios::binary);
        const auto rows = read_csv({std::istreambuf_iterator<char>(file), {}});
        for (std::size_t i = 1; i < rows.size(); ++i) {
            if (rows[i].size() == 3) {
                const bool is_complaint = rows[i][2][0] == '1';
                const bool found = understand(rows[i][1]).complaint >= 0.5F;
                (is_complaint ? (found ? true_found : true_left) : (found ? false_found : false_left)) += 1;
            }
        }
    }
    const double all = true_found + true_left + false_found + false_left;
    const double right = (true_found + false_left) / all;
    const double f1 = 2.0 * true_found / (2 * true_found + false_found + true_left);
    const double other_f1 = 2.0 * false_left / (2 * false_left + false_found + true_left);
    std::printf("complaints to airlines: %.3f of %.0f right, precision %.3f, recall %.3f, macro F1 %.3f\n", right, all,
                true_found / static_cast<double>(true_found + false_found),
                true_found / static_cast<double>(true_found + true_left), (f1 + other_f1) / 2);
    EXPECT_EQ(all, 3000);
    EXPECT_GE(right, 0.81);
    EXPECT_GE((f1 + other_f1) / 2, 0.77);
}

}  // namespace
}  // namespace fanal::text
