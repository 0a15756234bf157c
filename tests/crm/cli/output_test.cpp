#include <gtest/gtest.h>

#include <csignal>
#include <sstream>

#include "crm/cli/import_output.hpp"
#include "crm/cli/interrupt.hpp"
#include "crm/cli/queue_output.hpp"

namespace fanal::cli {
namespace {

QueueItem waiting_item() {
    QueueItem item;
    item.rank = 1;
    item.conversation_id = {{7}, {8}};
    item.network = "mastodon";
    item.display_name = "Ana \x1b[31mRuiz";
    item.text = "Is it full?";
    item.waiting_since = Instant{0};
    item.waiting_count = 2;
    item.signals = {{"waiting", 3.333, "since 18:40"}, {"complaint", 12.004, "\"never again\""}, {"spam", -1.0, ""}};
    item.score = 14.337;
    return item;
}

TEST(QueueOutput, ExplainsWithLinesThatAddUp) {
    std::ostringstream out;
    EXPECT_EQ(explanation_text({out, out}, waiting_item()),
              "        +3.33 h  waiting: since 18:40\n"
              "       +12.01 h  complaint: \"never again\"\n"
              "        -1.00 h  spam\n"
              "       +14.34 h  score\n");
}

TEST(QueueOutput, SaysWhoWaitsSinceWhenAndHowToGoOn) {
    std::ostringstream out;
    EXPECT_EQ(queue_item_text({out, out}, waiting_item(), Instant{2 * ms_per_hour}, false),
              "  1  Ana ␛[31mRuiz  mastodon comment, waits 2 h, 2 unanswered, score +14.34 h\n"
              "     Is it full?\n"
              "     fanal conversation 7-8\n");
}

ImportReport report_of(std::int64_t rejected_count) {
    ImportReport report;
    report.files = {{"a.json", "mastodon", 10, 2, 1, rejected_count, ""},
                    {"b.json", "mastodon", 5, 0, 0, 0, ""},
                    {"c.json", "", 0, 0, 1, 0, "a photo album"}};
    report.accepted_count = 15;
    report.repeated_count = 2;
    report.skipped_count = 2;
    report.rejected_count = rejected_count;
    for (std::int64_t i = 0; i < rejected_count; ++i) {
        report.rejections.push_back({"a.json", "$[" + std::to_string(i) + "]", "There is no \x1b[1mtime."});
    }
    report.seconds = 0.25;
    report.records_per_second = 1234.5;
    return report;
}

TEST(ImportOutput, CountsByNetworkAndInAll) {
    std::ostringstream out;
    EXPECT_EQ(import_text({out, out}, report_of(1)),
              "network         accepted  repeated  skipped  rejected\n"
              "mastodon              15         2        1         1\n"
              "not recognised         0         0        1         0\n"
              "total                 15         2        2         1\n"
              "\n"
              "Skipped whole\n"
              "  c.json\n"
              "      a photo album\n"
              "\n"
              "Rejected\n"
              "  a.json, $[0]\n"
              "      There is no ␛[1mtime.\n"
              "\n"
              "3 files in 0.2 s, 1,234 records per second\n");
}

TEST(ImportOutput, ShowsTheFirstTwentyRejections) {
    std::ostringstream out;
    const std::string text = import_text({out, out}, report_of(25));
    EXPECT_NE(text.find("a.json, $[19]\n"), std::string::npos);
    EXPECT_EQ(text.find("a.json, $[20]\n"), std::string::npos);
    EXPECT_NE(text.find("… and 5 more; `fanal rejections` lists them\n"), std::string::npos);
}

/// A file of which nothing was left is not one that held nothing.
TEST(ImportOutput, SaysWhatWasGoneOnWith) {
    ImportReport report = report_of(0);
    report.files[2] = {"c.json", "mastodon", 0, 0, 0, 0, ""};
    report.files[2].resumed_at_bytes = 512;
    std::ostringstream out;
    const std::string text = import_text({out, out}, report);
    EXPECT_EQ(text.find("Skipped whole"), std::string::npos) << text;
    EXPECT_NE(text.find("1 file gone on with from where an import was cut short"), std::string::npos) << text;
}

TEST(ProgressLine, IsDrawnForAPersonAndClearedAtTheEnd) {
    std::ostringstream out;
    std::ostringstream err;
    {
        const Terminal terminal{out, err, 80, false, true};
        ProgressLine progress(terminal);
        progress.draw({"a.json", 0, 1000, 0}, Instant{1000});
        progress.draw({"a.json", 420, 1000, 5000}, Instant{3000});
        progress.draw({"a.json", 1000, 1000, 9000}, Instant{4000});
        progress.draw({"", 10, 100, 9000, app::ImportProgress::Step::writing}, Instant{4000});
        progress.draw({"", 40, 100, 9000, app::ImportProgress::Step::writing}, Instant{7000});
        progress.draw({"", 1, 2, 9000, app::ImportProgress::Step::settling}, Instant{8000});
    }
    EXPECT_EQ(err.str(),
              "\r0 %, 0 records, a.json\x1b[K"
              "\r42 %, 5,000 records, 2,500 per second, 2 s left, a.json\x1b[K"
              "\r100 %, 9,000 records, 3,000 per second, 0 s left, a.json\x1b[K"
              "\r10 %, 9,000 records, writing\x1b[K"
              "\r40 %, 9,000 records, 6 s left, writing\x1b[K"
              "\r50 %, 9,000 records, bringing fans and queue up to date\x1b[K"
              "\r\x1b[K");
}

TEST(ProgressLine, IsSilentWhereNobodyWatches) {
    std::ostringstream err;
    const Terminal terminal{err, err, 80, false, false};
    ProgressLine(terminal).draw({"a.json", 1, 2, 3}, Instant{});
    EXPECT_EQ(err.str(), "");
}

TEST(Interrupt, IsAskedByTheFirstSignal) {
    {
        const Interrupt interrupt;
        EXPECT_FALSE(interrupt.asked());
        std::raise(SIGTERM);
        EXPECT_TRUE(interrupt.asked());
    }
    const Interrupt next;
    EXPECT_FALSE(next.asked());
}

}  // namespace
}  // namespace fanal::cli
