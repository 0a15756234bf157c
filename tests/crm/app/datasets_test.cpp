#include <gtest/gtest.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <random>
#include <sstream>

#include "tests/support/canonical_converters.hpp"
#include "tests/support/shared_data.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;
using test::dump;
using test::Story;

std::vector<fs::path> files_of(const std::vector<fs::path>& folders) {
    std::vector<fs::path> files;
    for (const fs::path& folder : folders) {
        for (const auto& entry : fs::recursive_directory_iterator(folder)) {
            if (entry.is_regular_file()) {
                files.push_back(entry.path());
            }
        }
    }
    std::sort(files.begin(), files.end());
    return files;
}

TEST(Datasets, RecordedPayloadsOfThreeNetworksComeInWholeTwiceAndInAnyOrder) {
    FANAL_NEEDS_SHARED_DATA(facebook, "api_facebook");
    FANAL_NEEDS_SHARED_DATA(youtube, "api_youtube");
    FANAL_NEEDS_SHARED_DATA(mastodon, "api_mastodon");
    const std::vector<fs::path> folders = {facebook, youtube, mastodon};

    Story story;
    const ImportReport report = import_paths(story.store(), folders, {});
    EXPECT_GT(report.accepted_count, 300);
    for (const FileReport& file : report.files) {
        EXPECT_GT(file.accepted_count + file.repeated_count + file.skipped_count + file.rejected_count, 0)
            << file.source;
    }
    const std::string first = dump(story.store());
    EXPECT_EQ(import_paths(story.store(), folders, {}).accepted_count, 0);
    EXPECT_EQ(dump(story.store()), first);

    std::vector<fs::path> shuffled = files_of(folders);
    std::mt19937 random(3);
    for (int round = 0; round < 3; ++round) {
        std::shuffle(shuffled.begin(), shuffled.end(), random);
        Story other;
        import_paths(other.store(), shuffled, {});
        EXPECT_EQ(dump(other.store()), first);
    }
}

TEST(Datasets, CountsReshareByReshareWhatTheActivityLogHolds) {
    FANAL_NEEDS_SHARED_DATA(log, "higgs_twitter/higgs-activity_time-first100k.txt.gz");
    const std::string lines = test::read_gzip(log);
    std::map<std::string, std::int64_t> received;  // the oracle: a count by name, without a store
    std::map<std::string, std::int64_t> given;
    std::istringstream in(lines);
    std::string from, to, at, kind;
    for (int i = 0; i < 100'000 && in >> from >> to >> at >> kind; ++i) {
        if (kind == "RT") {
            ++received[to];
            ++given[from];
        }
    }
    Story story;
    const ImportReport report = story.tell(test::canonical_from_activity(lines, 100'000));
    EXPECT_EQ(report.accepted_count + report.repeated_count, 100'000);
    EXPECT_EQ(report.rejected_count, 0);

    const auto of = [](const KindCounts& counts) { return counts[static_cast<std::size_t>(InteractionKind::reshare)]; };
    const auto fans = list_fans(story.store(), "reshares_received", 200);
    ASSERT_EQ(fans.size(), 200U);
    std::vector<std::int64_t> largest;
    for (const auto& [name, count] : received) {
        largest.push_back(count);
    }
    std::sort(largest.rbegin(), largest.rend());
    for (std::size_t i = 0; i < fans.size(); ++i) {
        EXPECT_EQ(of(fans[i].received), largest[i]) << i;
    }
    for (const auto& counted : {std::pair(&received, true), std::pair(&given, false)}) {
        int checked = 0;
        for (const auto& [name, count] : *counted.first) {
            if (++checked % 97 == 0) {
                const FanSummary fan = view_fan(story.store(), to_text(profile_id("x", name))).summary;
                EXPECT_EQ(of(counted.second ? fan.received : fan.given), count) << name;
            }
        }
    }
}

TEST(Datasets, DrawsEveryPropagationTreeAsItsOracleDoes) {
    FANAL_NEEDS_SHARED_DATA(edges, "twitter15_16_cascades/twitter15-edges.tsv.gz");
    FANAL_NEEDS_SHARED_DATA(oracle_file, "twitter15_16_cascades/twitter15-oracle_trees.tsv");
    Story story;
    const ImportReport report = story.tell(test::canonical_from_trees(test::read_gzip(edges)));
    EXPECT_EQ(report.rejected_count, 0);

    std::map<std::string, CascadeMetrics> found;
    for (const CascadeSummary& cascade : list_cascades(story.store(), 1'000'000)) {
        found[cascade.remote_id] = cascade.metrics;
    }
    std::ifstream oracle(oracle_file);
    std::string line;
    std::getline(oracle, line);
    std::getline(oracle, line);
    int trees = 0;
    while (std::getline(oracle, line)) {
        std::istringstream columns(line);
        std::string dataset, tree;
        std::int64_t edges_count, nodes, people, parents, loops, delays, reached, depth, breadth;
        columns >> dataset >> tree >> edges_count >> nodes >> people >> parents >> loops >> delays >> reached >>
            depth >> breadth;
        ++trees;
        const auto metrics = found.find(tree);
        if (reached < 2) {
            EXPECT_EQ(metrics, found.end()) << tree;
            continue;
        }
        ASSERT_NE(metrics, found.end()) << tree;
        EXPECT_EQ(metrics->second.size, reached) << tree;
        EXPECT_EQ(metrics->second.depth, depth) << tree;
        EXPECT_EQ(metrics->second.breadth_max, breadth) << tree;
    }
    EXPECT_GT(trees, 1'000);
}

}  // namespace
}  // namespace fanal::app
