// Documents too large to hold come out as they would have done in one: with a limit made for the test, the same
// document is read both ways. Each has lists that are longer than the limit.
#include "importers/large_value.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "tests/importers/table_sink.hpp"

namespace fanal::importers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

constexpr std::size_t small_limit = 16'000;  // pieces of 1,000 bytes, 250 for what stands around

/// Reads `bytes` with a limit, from a position, for so many records at most.
struct Reading {
    explicit Reading(const std::string& bytes, std::size_t limit = small_limit, RunPosition start = {},
                     std::size_t stop_after = std::string::npos) {
        RunOptions options;
        options.origin.imported_at = test_imported_at;
        options.start = start;
        options.value_size_max = limit;
        options.after_record = [&](const RunPosition& position) {
            positions.push_back(position);
            return positions.size() < stop_after;
        };
        std::size_t at = 0;
        const ReadBytes read = [&](char* buffer, std::size_t size) {
            const std::size_t count = std::min(size, bytes.size() - at);
            bytes.copy(buffer, count, at);
            at += count;
            return count;
        };
        run_import(read, options, sink);
    }

    /// Everything handed over, in some order that does not depend on the pieces.
    std::vector<std::string> said() const {
        std::vector<std::string> lines;
        for (const Record& record : sink.collected.interactions) {
            lines.push_back(to_json(record).dump());
        }
        for (const ProfileSighting& profile : sink.collected.profiles) {
            lines.push_back(to_json(profile).dump());
        }
        for (const Collected::Refusal& skip : sink.collected.skips) {
            lines.push_back("skip " + skip.path + " " + skip.reason);
        }
        for (const Collected::Refusal& rejection : sink.collected.rejections) {
            lines.push_back("reject " + rejection.path + " " + rejection.reason);
        }
        std::sort(lines.begin(), lines.end());
        return lines;
    }
    std::vector<std::string> rejected() const {
        std::vector<std::string> found;
        for (const Collected::Refusal& rejection : sink.collected.rejections) {
            found.push_back(rejection.path + ": " + rejection.reason);
        }
        return found;
    }

    TableSink sink;
    std::vector<RunPosition> positions;
};

std::string repeated(int count, const std::function<std::string(int)>& make) {
    std::string list;
    for (int i = 0; i < count; ++i) {
        list += (i > 0 ? ",\n " : "") + make(i);
    }
    return list;
}

/// An archive's posts; each hundredth has no time, each fiftieth is no act that anybody knows.
std::string outbox(int count) {
    const std::string items = repeated(count, [](int i) {
        const std::string uri = "https://bordeaux.example/users/ana/statuses/" + std::to_string(i);
        const std::string time = i % 100 == 3 ? "soon" : "2024-01-01T00:00:00Z";
        const std::string act = i % 50 == 7 ? "Sing" : "Create";
        return R"({"id":")" + uri + R"(/activity","type":")" + act +
               R"(","actor":"https://bordeaux.example/users/ana","published":")" + time +
               R"(","to":["https://www.w3.org/ns/activitystreams#Public"],"cc":[],"object":{"id":")" + uri +
               R"(","type":"Note","published":")" + time +
               R"(","attributedTo":"https://bordeaux.example/users/ana","to":[)"
               R"("https://www.w3.org/ns/activitystreams#Public"],"cc":[],"content":"<p>Bonjour à {[tous]}</p>"}})";
    });
    return R"({"@context":"https://www.w3.org/ns/activitystreams","id":"outbox.json","type":"OrderedCollection",)"
           R"("totalItems":)" +
           std::to_string(count) + ",\n\"orderedItems\": [" + items + "]}\n";
}

std::string person(int i) {
    return R"({"id":")" + std::to_string(100 + i) + R"(","name":"Personne )" + std::to_string(i) + "\"}";
}

/// A page's post with its text in front of very many comments, and likes behind.
std::string post_with_comments(int count) {
    const std::string comments = repeated(count, [](int i) {
        return R"({"id":"5_)" + std::to_string(i) + R"(","message":"Merci \"beaucoup\" !","from":)" + person(i) +
               R"(,"created_time":"2026-01-02T00:00:00+0000"})";
    });
    return R"({"id":"9_5","message":"Ouvert dimanche","from":{"id":"9","name":"Le Bar"},)"
           R"("created_time":"2026-01-01T00:00:00+0000","comments":{"data":[)" +
           comments + R"(]},"likes":{"data":[)" + person(1) + "," + person(2) + "]}}";
}

TEST(LargeValue, GivesWhatTheWholeGives) {
    for (const std::string& document :
         {outbox(200), post_with_comments(300), "[" + post_with_comments(300) + "," + post_with_comments(2) + "]",
          R"({"data":[)" + post_with_comments(2) + "," + post_with_comments(300) + "," + post_with_comments(1) + "]}",
          R"({"_request":{"method":"GET","path":"/x"},"body":)" + outbox(100) + "}"}) {
        const Reading whole(document, document_size_max);
        const Reading pieces(document);
        EXPECT_EQ(pieces.said(), whole.said()) << document.substr(0, 60);
        EXPECT_GT(pieces.positions.size(), 10U);
    }
}

TEST(LargeValue, SaysWhereInTheWhole) {
    EXPECT_THAT(Reading(outbox(200)).rejected(),
                ElementsAre(HasSubstr("$.orderedItems[3]"), HasSubstr("$.orderedItems[103]")));
    EXPECT_THAT(Reading("{\"a\":\n1}\n" + outbox(110)).rejected(),
                ElementsAre(HasSubstr("byte 9 $.orderedItems[3]"), HasSubstr("byte 9 $.orderedItems[103]")));
}

TEST(LargeValue, HandsOverWhatStandsBehindTheList) {
    std::string document = post_with_comments(300);
    const std::size_t text = document.find("\"message\":\"Ouvert dimanche\",");
    const std::string moved = document.substr(text, 28);
    document.erase(text, 28).pop_back();
    document += "," + moved.substr(0, 27) + "}";
    EXPECT_EQ(Reading(document).said(), Reading(document, document_size_max).said());
    EXPECT_THAT(Reading(document).rejected(), IsEmpty());
}

TEST(LargeValue, SaysOnceThatNobodyClaimsIt) {
    const std::string numbers = repeated(20'000, [](int i) { return std::to_string(i); });
    for (const std::string& document : {"{\"of\":\"nobody\",\"numbers\":[" + numbers + "]}", "[[" + numbers + "]]"}) {
        EXPECT_THAT(Reading(document).said(), SizeIs(1));
    }
}

TEST(LargeValue, SavesWhatStandsBeforeACut) {
    const std::string document = outbox(200);
    const std::size_t whole = Reading(document, document_size_max).sink.collected.interactions.size();
    for (const std::size_t size :
         {document.size() / 2, document.size() * 3 / 4, document.size() - 3, document.size() - 9}) {
        const Reading cut(document.substr(0, size));
        EXPECT_GE(cut.sink.collected.interactions.size() + 5, whole * size / document.size()) << size;
        EXPECT_THAT(cut.rejected(), testing::Contains(HasSubstr("cut short"))) << size;
    }
}

TEST(LargeValue, RejectsTheElementThatIsBroken) {
    std::string document = outbox(200);
    document.replace(document.find("\"Create\"", 60'000), 8, "\"Creat\x01\"");
    const Reading reading(document);
    EXPECT_THAT(reading.rejected(), SizeIs(3));
    EXPECT_EQ(reading.sink.collected.interactions.size() + 1, Reading(outbox(200)).sink.collected.interactions.size());
}

TEST(LargeValue, SaysThatWhatStandsBehindTheListIsBroken) {
    std::string document = post_with_comments(300);
    document.back() = ',';
    document += "\"is_hidden\":fals}";
    const Reading reading(document);
    EXPECT_THAT(reading.rejected(), ElementsAre(HasSubstr("no complete JSON")));
    EXPECT_THAT(reading.sink.collected.interactions, SizeIs(300));
}

TEST(LargeValue, GoesOnFromAnyPosition) {
    for (const std::string& document : {outbox(60), R"({"data":[)" + post_with_comments(200) + "]}"}) {
        const Reading whole(document);
        for (std::size_t stop = 1; stop <= whole.positions.size(); ++stop) {
            const Reading first(document, small_limit, {}, stop);
            const Reading rest(document, small_limit, first.positions.back());
            std::vector<std::string> both = first.said();
            const std::vector<std::string> more = rest.said();
            both.insert(both.end(), more.begin(), more.end());
            std::sort(both.begin(), both.end());
            EXPECT_EQ(both, whole.said()) << stop;
        }
    }
}

// ---- What does not fit and is no list ----

std::string flat(const std::string& id, const std::string& text = "bonjour") {
    return R"({"network":"x","kind":"comment","occurred_at":1790000000,"handle":"ana","remote_id":")" + id +
           R"(","text":")" + text + "\"}";
}

std::vector<std::string> ids(const Reading& reading) {
    std::vector<std::string> found;
    for (const Record& record : reading.sink.collected.interactions) {
        found.push_back(record.remote_id);
    }
    return found;
}

TEST(OversizedItem, CostsNothingButItself) {
    const std::string huge = flat("huge", std::string(small_limit + 80'000, 'o'));
    for (const std::string& file :
         {huge + "\n" + flat("1") + "\n" + flat("2") + "\n", huge + flat("1") + flat("2"),
          "[" + huge + "," + flat("1") + ",\n" + flat("2") + "]", "[" + flat("1") + "," + huge + "," + flat("2") + "]",
          flat("1") + "\n" + huge + "\n" + flat("2"), flat("1") + flat("2") + huge,
          huge.substr(0, huge.size() - 2) + "\n" + flat("1") + "\n" + flat("2") + "\n",
          "{\"\":[\"" + std::string(100'000, 'o') + "\"," + flat("0") + "]}\n" + flat("1") + "\n" + flat("2")}) {
        const Reading reading(file);
        EXPECT_THAT(ids(reading), ElementsAre("1", "2")) << file.substr(0, 80);
        EXPECT_THAT(reading.rejected(), SizeIs(1)) << file.substr(0, 80);
    }
}

TEST(OversizedItem, LeavesLinesLines) {
    const std::string huge = flat("huge", std::string(small_limit + 80'000, 'o'));
    const Reading reading(huge + "\n" + flat("1") + "\n{broken\n" + flat("2") + "\n");
    EXPECT_THAT(ids(reading), ElementsAre("1", "2"));
    EXPECT_THAT(reading.rejected(), ElementsAre(HasSubstr("larger than 16 MB"), HasSubstr("line 3: ")));
}

TEST(ProseBetweenDocuments, IsOneRejection) {
    const Reading reading("{\n" + flat("1").substr(1) + "\nAnd then, as {usual}, came:\nmore 12 \"words\n" + flat("2"));
    EXPECT_THAT(ids(reading), ElementsAre("1", "2"));
    EXPECT_THAT(reading.rejected(), ElementsAre(HasSubstr("complete JSON")));
}

}  // namespace
}  // namespace fanal::importers
