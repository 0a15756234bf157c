// What is exported is what we show: every format is read back by another program.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

#include "crm/app/use_cases.hpp"
#include "models/error.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

constexpr const char* payload =
    R"({"network":"x","kind":"post","remote_id":"p","occurred_at":"2026-11-01T10:00:00Z","profile_remote_id":"bar","display_name":"Le Bar","text":"Huîtres"}
{"network":"x","kind":"reshare","remote_id":"r1","occurred_at":"2026-11-01T10:05:00Z","profile_remote_id":"ana","handle":"ana","display_name":"Ana \"<b>&amp; \u0001🦪","post_remote_id":"p","in_reply_to_remote_id":"p"}
{"network":"x","kind":"reshare","remote_id":"r2","occurred_at":"2026-11-01T11:00:00Z","profile_remote_id":"leo","display_name":"ليو, le \"vrai\"\n2","post_remote_id":"p","in_reply_to_remote_id":"r1"}
{"network":"x","kind":"reshare","remote_id":"r3","occurred_at":"2026-11-02T10:00:00Z","post_remote_id":"p","handle":"zoe","in_reply_to_remote_id":"gone"}
)";

class Export : public testing::Test {
  protected:
    Export() : folder(fs::temp_directory_path() / ("fanal-export-" + std::to_string(::getpid()))) {
        fs::remove_all(folder);
        fs::create_directories(folder);
        store = open_store((folder / "fanal.db").string());
        ImportOptions options;
        options.imported_at = Instant{1'795'608'000'000};
        const ImportReport report = import_bytes(*store, "test", payload, options);
        EXPECT_TRUE(report.rejections.empty());
    }
    ~Export() override { fs::remove_all(folder); }

    ExportReport write(const std::string& name) { return export_cascade(*store, "p", folder / name); }

    static std::string read(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    /// What NetworkX finds in the files of an export.
    static std::string in_networkx(const ExportReport& report) {
        std::string command = "/usr/bin/python3 '" FANAL_ROOT "/tests/support/read_graph.py'";
        for (const std::string& file : report.files) {
            command += " '" + file + "'";
        }
        const std::unique_ptr<FILE, int (*)(FILE*)> pipe(::popen((command + " 2>&1").c_str(), "r"), ::pclose);
        std::string printed;
        for (int c = std::fgetc(pipe.get()); c != EOF; c = std::fgetc(pipe.get())) {
            printed += static_cast<char>(c);
        }
        return printed;
    }

    /// The same, from the cascade as we show it.
    std::string expected(std::string_view control) {
        const CascadeView view = view_cascade(*store, "p");
        std::vector<std::string> nodes, edges;
        for (std::size_t i = 0; i < view.nodes.size(); ++i) {
            const CascadeNode& node = view.nodes[i];
            const auto& path = view.most_viral_path;
            const bool on_path = std::count(path.begin(), path.end(), static_cast<std::int32_t>(i)) > 0;
            const auto said = [](const char* key, const std::string& value) {
                return value.empty() ? "" : std::string(key) + "='" + value + "', ";
            };
            std::string label = node.display_name;
            if (const auto at = label.find('\n'); at != std::string::npos) {
                label.replace(at, 1, "\\n");
            }
            if (const auto at = label.find('\x01'); at != std::string::npos) {
                label.replace(at, 1, control);
            }
            nodes.push_back(to_text(node.interaction_id) + ": depth='" + std::to_string(node.depth) + "', " +
                            said("fan_id", node.fan_id ? to_text(node.fan_id) : "") + said("handle", node.handle) +
                            said("label", label) +
                            said("occurred_at", node.occurred_at ? to_text(*node.occurred_at) : "") +
                            "on_most_viral_path='" + (on_path ? "true" : "false") + "', " +
                            said("profile_id", node.profile_id ? to_text(node.profile_id) : "") + "subtree_size='" +
                            std::to_string(node.subtree_size) + "'\n");
            if (node.parent >= 0) {
                edges.push_back(to_text(view.nodes[static_cast<std::size_t>(node.parent)].interaction_id) + " -> " +
                                to_text(node.interaction_id) + ": parent_assumed='" +
                                (node.parent_assumed ? "true" : "false") + "'\n");
            }
        }
        std::sort(nodes.begin(), nodes.end());
        std::sort(edges.begin(), edges.end());
        std::string all;
        for (const auto& line : nodes) {
            all += line;
        }
        for (const auto& line : edges) {
            all += line;
        }
        return all;
    }

    fs::path folder;
    std::shared_ptr<storage::Store> store;
};

TEST_F(Export, OfACascadeIsReadByOthersWithoutLoss) {
    EXPECT_EQ(in_networkx(write("tree.graphml")), expected("\uFFFD"));  // XML has no control characters
    EXPECT_EQ(in_networkx(write("tree.gexf")), expected("\uFFFD"));
    EXPECT_EQ(in_networkx(write("tree.csv")), expected("\\x01"));
}

TEST_F(Export, OfFansAndTiesIsReadByOthersWithoutLoss) {
    EXPECT_THROW(export_graph(*store, folder / "fans.gexf"), Error);  // nothing was scored yet
    const ScoresReport scored = refresh_scores(*store, Instant{1'795'608'000'000});
    const ExportReport report = export_graph(*store, folder / "fans.csv");
    EXPECT_EQ(report.nodes_count, scored.fans_count);
    EXPECT_EQ(report.edges_count, scored.edges_count);
    const std::string tables = in_networkx(report);
    EXPECT_EQ(std::count(tables.begin(), tables.end(), '\n'), report.nodes_count + report.edges_count);
    const CascadeView cascade = view_cascade(*store, "p");
    const std::string bar = to_text(cascade.nodes[0].fan_id), ana = to_text(cascade.nodes[1].fan_id);
    EXPECT_THAT(tables, HasSubstr(ana + " -> " + bar + ": weight='"));
    EXPECT_THAT(tables, HasSubstr(ana + ": community='"));
    EXPECT_THAT(tables, HasSubstr("handle='ana', in_degree='1', influence='"));
    EXPECT_THAT(tables,
                HasSubstr("label='Ana \"<b>&amp; \\x01🦪', networks='x', ours='false', out_degree='1', pagerank='"));
    std::string in_xml = tables;
    in_xml.replace(in_xml.find("\\x01"), 4, "\uFFFD");
    EXPECT_EQ(in_networkx(export_graph(*store, folder / "fans.graphml")), in_xml);
    EXPECT_EQ(in_networkx(export_graph(*store, folder / "fans.gexf")), in_xml);
}

TEST_F(Export, SaysWhatItWrote) {
    const ExportReport report = write("tree.csv");
    EXPECT_THAT(report.files, testing::ElementsAre(folder / "tree.nodes.csv", folder / "tree.edges.csv"));
    EXPECT_EQ(report.nodes_count, 4);
    EXPECT_EQ(report.edges_count, 3);
    EXPECT_EQ(fs::status(folder / "tree.nodes.csv").permissions(), fs::perms::owner_read | fs::perms::owner_write);
}

TEST_F(Export, DrawsAPicture) {
    write("tree.svg");
    const std::string picture = read(folder / "tree.svg");
    EXPECT_THAT(picture, testing::StartsWith("<svg "));
    EXPECT_THAT(picture, HasSubstr("Ana &quot;&lt;b&gt;&amp;amp; \uFFFD🦪, 5 min later, brought 1"));
    EXPECT_THAT(picture, HasSubstr("stroke-dasharray"));  // nobody vouches for the last one
}

TEST_F(Export, LeavesNothingHalfWritten) {
    std::ofstream(folder / "kept.gexf") << "before";
    EXPECT_THROW(export_cascade(*store, "nosuch", folder / "kept.gexf"), Error);
    EXPECT_EQ(read(folder / "kept.gexf"), "before");
    EXPECT_THROW(write("no/such/folder/tree.gexf"), Error);
    EXPECT_THROW(write("tree.pdf"), Error);
    fs::create_directory(folder / "taken.svg");
    EXPECT_THROW(write("taken.svg"), Error);
    for (const auto& entry : fs::directory_iterator(folder)) {
        EXPECT_THAT(entry.path().filename(), testing::AnyOf("kept.gexf", "taken.svg", testing::StartsWith("fanal.db")));
    }
}

}  // namespace
}  // namespace fanal::app
