#include "importers/import_run.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace fanal::importers {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;

/// What a run hands over, in short.
class Heard final : public RunSink {
  public:
    void interaction(Record&& record, std::string_view) override { ids.push_back(record.remote_id); }
    void removal(Removal&& removal) override { removed.push_back(removal.remote_id); }
    void profile(ProfileSighting&&, std::string_view) override {}
    void account(AccountSighting&&) override {}
    void skip(std::string_view, std::string_view reason) override { skipped.emplace_back(reason); }
    void reject(std::string_view place, std::string_view reason, std::string_view record) override {
        rejected.push_back(std::string(place) + ": " + std::string(reason));
        kept.emplace_back(record);
    }

    std::vector<std::string> ids, removed, skipped, rejected, kept;
};

/// Reads `bytes` in small pieces, as a slow disk would give them.
Heard run(const std::string& bytes, RunPosition start = {}) {
    Heard heard;
    std::size_t at = 0;
    RunOptions options;
    options.start = start;
    const ReadBytes read = [&](char* buffer, std::size_t size) {
        const std::size_t count = std::min({size, bytes.size() - at, std::size_t{70'000}});
        bytes.copy(buffer, count, at);
        at += count;
        return count;
    };
    run_import(read, options, heard);
    return heard;
}

std::string flat(const std::string& id, const std::string& text = "bonjour") {
    return R"({"network":"x","kind":"comment","occurred_at":1790000000,"handle":"ana","remote_id":")" + id +
           R"(","text":")" + text + "\"}";
}

const std::string header = "network,kind,remote_id,occurred_at,handle,text\n";

std::string row(const std::string& id, const std::string& text) {
    return "x,comment," + id + ",1790000000,ana," + text + "\n";
}

TEST(ImportRun, ReadsLinesDocumentsAndListsAlike) {
    const auto expected = ElementsAre("1", "2");
    EXPECT_THAT(run(flat("1") + "\n" + flat("2") + "\n").ids, expected);
    EXPECT_THAT(run(flat("1") + "\r\n\r\n" + flat("2")).ids, expected);
    EXPECT_THAT(run("\xEF\xBB\xBF" + flat("1") + "\n" + flat("2")).ids, expected);
    EXPECT_THAT(run("[" + flat("1") + ",\n" + flat("2") + "]").ids, expected);
    EXPECT_THAT(run("{\n" + flat("1").substr(1) + "\n{\n" + flat("2").substr(1)).ids, expected);
    EXPECT_THAT(run(header + row("1", "a") + row("2", "b")).ids, expected);
}

TEST(ImportRun, RejectsABrokenLineAndGoesOn) {
    const Heard heard = run(flat("1") + "\n" + flat("2").substr(0, 40) + "\n" + flat("3") + "\n");
    EXPECT_THAT(heard.ids, ElementsAre("1", "3"));
    EXPECT_THAT(heard.rejected, ElementsAre(HasSubstr("line 2: ")));
    EXPECT_THAT(run(flat("1").substr(0, 40) + "\n" + flat("2") + "\n").ids, ElementsAre("2"));
}

TEST(ImportRun, KeepsTheRecordThatItRejects) {
    const std::string undated = R"({"network":"x","kind":"comment","occurred_at":"bad","handle":"ana","text":"oui"})";
    const Heard heard = run(undated + "\n");
    EXPECT_THAT(heard.rejected, ElementsAre(HasSubstr("occurred_at: ")));
    EXPECT_THAT(heard.kept, ElementsAre(undated));
    const std::string post = R"({"id":"9_5","message":"Ouvert","from":{"id":"9"}})";
    EXPECT_THAT(run(R"({"data":[)" + post + "]}").kept, ElementsAre(post));
}

TEST(ImportRun, SavesWhatStandsBeforeTheCutInAList) {
    const Heard heard = run("[" + flat("1") + "," + flat("2") + "," + flat("3").substr(0, 30));
    EXPECT_THAT(heard.ids, ElementsAre("1", "2"));
    EXPECT_THAT(heard.rejected, ElementsAre(HasSubstr("$[2]: ")));
}

TEST(ImportRun, LosesOneElementToABadCharacter) {
    const auto comment = [](int number, const std::string& text) {
        return R"({"id":"9_5_)" + std::to_string(number) + R"(","message":")" + text +
               R"(","created_time":"2026-09-01T10:00:00+0000","from":{"id":"8","name":"Ana"}})";
    };
    const std::string before = R"({"data":[)" + comment(1, "oui") + ",";
    for (const char* const bad : {"\xff", "\t", "\\x"}) {
        const Heard heard = run(before + comment(2, bad) + "," + comment(3, "non") + "]}");
        EXPECT_THAT(heard.ids, ElementsAre("5_1", "5_3")) << bad;
        EXPECT_THAT(heard.rejected, ElementsAre(HasSubstr("$.data[1]"))) << bad;
        EXPECT_THAT(heard.kept, ElementsAre(comment(2, bad))) << bad;
    }
    EXPECT_THAT(run(before + comment(2, "\\ud83d") + "]}").ids, ElementsAre("5_1", "5_2"));
    EXPECT_THAT(run(before + comment(2, "non") + ",]}").ids, ElementsAre("5_1", "5_2"));
    EXPECT_THAT(run(before + comment(2, "non") + "],}").rejected, testing::IsEmpty());
    EXPECT_THAT(run(before + ",]}").rejected, testing::SizeIs(1));
}

TEST(ImportRun, HandsOverNoHalfOfARecord) {
    const std::string comment =
        R"({"id":"5_7","message":"oui","created_time":"2026-09-01T10:00:00+0000","from":{"id":"8"}})";
    const auto post = [&](const std::string& message, const std::string& comments) {
        return R"({"id":"9_5","message":")" + message +
               R"(","created_time":"2026-09-01T10:00:00+0000","from":{"id":"9","name":"Le Phare"},"comments":{"data":[)" +
               comments + "]}}";
    };
    EXPECT_THAT(run(post("Ouvert\xff", comment)).ids, testing::IsEmpty());
    const Heard heard = run(R"({"data":[)" + post("Ouvert", comment + ",{\"id\":tru}") + "]}");
    EXPECT_THAT(heard.ids, ElementsAre("9_5", "5_7"));
    EXPECT_THAT(heard.rejected, ElementsAre(HasSubstr("$.data[0].comments.data[1]")));
}

TEST(ImportRun, ReadsPagesCollectedInAList) {
    const auto page = [](const char* number) {
        return R"({"data":[{"id":"9_5_)" + std::string(number) +
               R"(","message":"oui","created_time":"2026-09-01T10:00:00+0000","from":{"id":"8","name":"Ana"}}]})";
    };
    EXPECT_THAT(run("[" + page("1") + "," + page("2") + "]").ids, ElementsAre("5_1", "5_2"));
    EXPECT_THAT(run("[{\"a\":1},{\"b\":2}]").skipped, testing::SizeIs(1));
}

TEST(ImportRun, LosesOneDocumentToALineEndInAText) {
    const std::string torn = flat("1", "bonjour\nà {tous}");
    for (const std::string& file : {"[" + torn + "," + flat("2") + "]", "{\n" + torn.substr(1) + flat("2"),
                                    "{\n\"never\nclosed:1}\n" + flat("2")}) {
        const Heard heard = run(file);
        EXPECT_THAT(heard.ids, ElementsAre("2")) << file;
        EXPECT_THAT(heard.rejected.size(), 1U) << file;
    }
}

TEST(ImportRun, ReadsWhatAScriptHolds) {
    const auto expected = ElementsAre("1", "2");
    const std::string list = "[" + flat("1") + "," + flat("2") + "]";
    EXPECT_THAT(run("window.YTD.tweets.part0 = " + list).ids, expected);
    EXPECT_THAT(run("\xEF\xBB\xBFvar $all_of_them=\n" + list + "\n").ids, expected);
    EXPECT_THAT(run("one = " + flat("1") + "\n" + flat("2") + "\n").ids, expected);
    EXPECT_THAT(run("cut = [" + flat("1") + "," + flat("2") + ",").ids, expected);
    for (const char* const other : {"= [1]", "one = ", "one = 1", "one, two = [1]", "one"}) {
        EXPECT_THAT(run(other).skipped, ElementsAre(HasSubstr("neither JSON"))) << other;
    }
}

TEST(ImportRun, ReadsAListOfAnySize) {
    const std::string long_text(100'000, 'o');
    std::string list = "names = [";
    for (int i = 0; i < 200; ++i) {
        list += (i > 0 ? ",\n " : "") + flat(std::to_string(i), long_text);
    }
    EXPECT_EQ(run(list + "]").ids.size(), 200U);
}

TEST(ImportRun, GivesUpALineThatDoesNotFitAndCountsItOnce) {
    const std::string huge = flat("2", std::string(document_size_max + 5'000'000, 'o'));
    const Heard heard = run(flat("1") + "\n" + huge + "\n" + flat("3") + "\n{broken\n");
    EXPECT_THAT(heard.ids, ElementsAre("1", "3"));
    EXPECT_THAT(heard.rejected, ElementsAre(HasSubstr("line 2: "), HasSubstr("line 4: ")));
}

TEST(ImportRun, GivesUpNoMoreThanTheLongLine) {
    const std::string larger = flat("2", std::string(document_size_max + 1'000, 'o'));
    EXPECT_THAT(run(flat("1") + "\n" + larger + "\n" + flat("3") + "\n" + flat("4") + "\n").ids,
                ElementsAre("1", "3", "4"));
}

TEST(ImportRun, ReadsARecordedStream) {
    const std::string first = ":thump\n\nevent: update\nid: 7\ndata: " + flat("1") + "\n\n";
    const auto expected = ElementsAre("1", "2");
    EXPECT_THAT(run(first + ":\n\ndata:" + flat("2") + "\n\n").ids, expected);
    EXPECT_THAT(run("event: update\r\ndata: " + flat("1") + "\r\n\r\ndata: " + flat("2")).ids, expected);
    EXPECT_THAT(run(first + "data: {\ndata: " + flat("2").substr(1) + "\n\n").ids, expected);
    EXPECT_THAT(run(first + "data: " + flat("2"), {static_cast<std::int64_t>(first.size()), 7}).ids, ElementsAre("2"));
    const Heard heard = run(first + "event: gone\ndata: 12 \"a\\\n\ndata: {\"cut\n\ndata: " + flat("2") + "\n\n");
    EXPECT_THAT(heard.ids, expected);
    EXPECT_THAT(heard.skipped, ElementsAre(HasSubstr("no network here claims an object with event, payload")));
    EXPECT_THAT(heard.rejected, ElementsAre(HasSubstr("line 11: ")));
}

TEST(ImportRun, KeepsAnyIntegerAsText) {
    const std::string digits(40, '7');
    EXPECT_THAT(
        run(R"({"network":"x","kind":"post","occurred_at":1790000000,"handle":"a","remote_id":)" + digits + "}").ids,
        ElementsAre(digits));
}

TEST(ImportRun, GoesOnFromAPosition) {
    const std::string lines = flat("1") + "\n" + flat("2") + "\n" + flat("3") + "\n";
    EXPECT_THAT(run(lines, {static_cast<std::int64_t>(2 * (flat("1").size() + 1)), 2}).ids, ElementsAre("3"));
    const std::string rows = header + row("1", "a") + row("2", "b");
    EXPECT_THAT(run(rows, {static_cast<std::int64_t>(header.size() + row("1", "a").size()), 2}).ids, ElementsAre("2"));
}

TEST(CanonicalCsv, TakesQuotesAsTheStandardSays) {
    EXPECT_THAT(run(header + row("1", "\"une, \"\"deux\"\"\ntrois\"") + row("2", "b")).ids, ElementsAre("1", "2"));
    EXPECT_THAT(run(header + row("1", "un écran 5\" neuf") + row("2", "b") + row("3", "6\"")).ids,
                ElementsAre("1", "2", "3"));
}

TEST(CanonicalCsv, LosesOneRowToAQuoteThatNeverCloses) {
    const Heard heard = run(header + row("1", "\"a") + row("2", "b") + row("3", "c"));
    EXPECT_THAT(heard.ids, ElementsAre("2", "3"));
    EXPECT_THAT(heard.rejected, ElementsAre(HasSubstr("line 2: ")));
}

TEST(CanonicalCsv, EndsItsLinesInAnyWay) {
    std::string crlf, cr;
    for (const char c : header + row("1", "a") + row("2", "b")) {
        crlf += c == '\n' ? "\r\n" : std::string(1, c);
        cr += c == '\n' ? '\r' : c;
    }
    EXPECT_THAT(run(crlf).ids, ElementsAre("1", "2"));
    EXPECT_THAT(run(cr).ids, ElementsAre("1", "2"));
}

TEST(ImportRun, SkipsWhatIsNoPayload) {
    EXPECT_THAT(run("").skipped, ElementsAre("an empty file"));
    EXPECT_THAT(run("Bonjour à tous").skipped.size(), 1U);
    EXPECT_THAT(run("{}").skipped, ElementsAre("an empty object"));
    EXPECT_THAT(run(R"({"object":"whatsapp_business_account","entry":[{"id":"1","changes":[]}]})").skipped,
                ElementsAre("WhatsApp is not read here"));
    EXPECT_THAT(run("{}").rejected, IsEmpty());
}

}  // namespace
}  // namespace fanal::importers
