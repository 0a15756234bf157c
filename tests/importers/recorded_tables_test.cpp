// Tables that tools and people really made: how much of what comes of each, as tests/support/counts/tables.py counts it
// from the files alone (`tables.py ../shared/data`).
#include <gtest/gtest.h>

#include <filesystem>
#include <set>

#include "importers/containers/unpack.hpp"
#include "tests/importers/table_sink.hpp"

namespace fanal::importers {
namespace {

const std::filesystem::path data = FANAL_ROOT "/../shared/data";

using Numbers = std::map<std::string, std::size_t>;

/// Reads every source of a file, as an import does.
class Reader final : public UnpackSink {
  public:
    explicit Reader(std::string_view as_network) : as_network_(as_network) {}

    bool read(const Source& source) override {
        RunOptions options;
        options.as = as_network_.empty() ? nullptr : find_importer(as_network_);
        options.origin = {source.name, {}, test_imported_at};
        guide.sheet = source.is_sheet;
        options.guide = &guide;
        run_import(source.read, options, sink);
        return true;
    }
    void refuse(const std::string& name, const std::string& sentence) override { ADD_FAILURE() << name << sentence; }

    TableSink sink;
    TestGuide guide;

  private:
    std::string as_network_;
};

void read_into(Reader& reader, const std::filesystem::path& path) {
    const std::string bytes = read_file(path);
    const ReadBytes read = [left = std::string_view(bytes)](char* buffer, std::size_t size) mutable {
        const std::size_t count = left.copy(buffer, size);
        left.remove_prefix(count);
        return count;
    };
    unpack({path.filename(), read, static_cast<std::int64_t>(bytes.size()), ""}, path, reader);
}

/// What there is of each; what there is none of is not named. Interactions told twice count once.
Numbers numbers_of(const Collected& collected) {
    Numbers numbers;
    std::set<std::string> ids, people;
    const auto see = [&](const ProfileSighting& profile) {
        if (!profile.remote_id.empty() || !profile.handle.empty()) {
            people.insert(profile.remote_id.empty() ? profile.handle : profile.remote_id);
        }
    };
    for (const Record& record : collected.interactions) {
        if (ids.insert(record.remote_id.empty() ? derived_remote_id(record) : record.remote_id).second) {
            ++numbers[std::string(plural(record.kind))];
            see(record.profile);
            if (record.profile.remote_id.empty() && record.profile.handle.empty()) {
                ++numbers["unknown_authors"];
            }
        }
    }
    for (const ProfileSighting& profile : collected.profiles) {
        see(profile);
    }
    const auto put = [&](const char* name, std::size_t number) {
        if (number > 0) {
            numbers[name] = number;
        }
    };
    put("people", people.size());
    put("profiles", collected.profiles.size());
    put("rows", collected.count());
    put("skips", collected.skips.size());
    put("rejections", collected.rejections.size());
    return numbers;
}

#define SKIP_WITHOUT(path)                                              \
    if (!std::filesystem::exists(path)) {                               \
        GTEST_SKIP() << "The recorded tables are not on this machine."; \
    }

TEST(RecordedTables, ExportComments) {
    const auto path = data / "export_tools_csv/exportcomments_facebook/exportcomments_pseudonymised.xlsx";
    SKIP_WITHOUT(path)
    Reader reader("");
    read_into(reader, path);
    const Collected& found = reader.sink.collected;
    EXPECT_EQ(numbers_of(found), (Numbers{{"rows", 73}, {"comments", 73}, {"people", 72}}));
    std::size_t photos = 0;
    for (const Record& record : found.interactions) {
        EXPECT_EQ(record.profile.network, "facebook");
        EXPECT_EQ(record.post_remote_id, "255500000001_10150000000000001");
        EXPECT_TRUE(record.remote_id.starts_with("10150000000000001_")) << record.remote_id;
        photos += record.extra.find("\"photo\"") != std::string::npos ? 1 : 0;
    }
    EXPECT_EQ(photos, 3U);
    ASSERT_FALSE(found.interactions.empty());
    EXPECT_EQ(to_text(found.interactions.front().occurred_at), "2020-12-31T18:55:05Z");
}

TEST(RecordedTables, CrowdTanglePages) {
    const auto path = data / "export_tools_csv/crowdtangle_pages_fr/suisse2020-pages-fb-fr.csv";
    SKIP_WITHOUT(path)
    Reader reader("");
    read_into(reader, path);
    EXPECT_EQ(numbers_of(reader.sink.collected), (Numbers{{"rows", 654}, {"profiles", 654}, {"people", 654}}));
}

TEST(RecordedTables, TablesWithoutActsAreRefusedInOneSentence) {
    SKIP_WITHOUT(data / "export_tools_csv")
    for (const char* const name :
         {"crowdtangle_pages_fr/francophonie2020-sommaire.csv", "exportcomments_facebook/listePages.csv",
          "exportcomments_facebook/comptesInsta.csv"}) {
        Reader reader("");
        read_into(reader, data / "export_tools_csv" / name);
        EXPECT_EQ(numbers_of(reader.sink.collected), (Numbers{{"rows", 1}, {"rejections", 1}})) << name;
    }
}

TEST(RecordedTables, SupportDesk) {
    const auto path = data / "customer_support_twcs/twcs-first3000.csv";
    SKIP_WITHOUT(path)
    Reader reader("");
    read_into(reader, path);
    EXPECT_EQ(
        numbers_of(reader.sink.collected),
        (Numbers{
            {"rows", 2999}, {"comments", 2224}, {"mentions", 762}, {"posts", 11}, {"people", 917}, {"rejections", 2}}));
}

TEST(RecordedTables, PostsOfNewsPages) {
    const auto path = data / "facebook_news_posts/fb_news_posts_20K.csv";
    SKIP_WITHOUT(path)
    Reader reader("facebook");
    read_into(reader, path);
    EXPECT_EQ(numbers_of(reader.sink.collected), (Numbers{{"rows", 19850}, {"posts", 19600}, {"people", 82}}));
}

TEST(RecordedTables, AirlineComplaintsWithRuinedIds) {
    const auto path = data / "airline_complaints/Tweets.csv";
    SKIP_WITHOUT(path)
    Reader reader("");
    read_into(reader, path);
    EXPECT_EQ(numbers_of(reader.sink.collected),
              (Numbers{{"rows", 14640}, {"posts", 14485}, {"unknown_authors", 14485}}));
    EXPECT_EQ(reader.guide.notes.back(),
              "14640 ids such as \"5.70306E+17\" were ruined by a spreadsheet and are not used: rows are told apart by "
              "what they say.");

    Reader by_handle("");
    by_handle.guide.columns = {{"occurred_at", "tweet_created"}, {"text", "text"}, {"handle", "name"}};
    read_into(by_handle, path);
    Numbers numbers = numbers_of(by_handle.sink.collected);
    EXPECT_EQ(numbers["people"], 7701U);
    EXPECT_EQ(numbers["rows"], 14640U);
}

TEST(RecordedTables, ComplaintsInTenDialects) {
    const auto folder = data / "complaint_labels_rigaut";
    SKIP_WITHOUT(folder)
    std::size_t rows = 0, files = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() != ".csv") {
            continue;
        }
        Reader reader("mastodon");  // any network: the file says none
        read_into(reader, entry.path());
        EXPECT_EQ(reader.sink.collected.interactions.size(), reader.sink.collected.count()) << entry.path();
        rows += reader.sink.collected.count();
        ++files;
    }
    EXPECT_EQ(files, 10U);
    EXPECT_EQ(rows, 15000U);
}

TEST(RecordedTables, ServiceDeskRecordsNeedAWord) {
    const auto path = data / "service_desk_tickets/tickets-first-half.csv.gz";
    SKIP_WITHOUT(path)
    Reader unsure("");
    read_into(unsure, path);
    EXPECT_EQ(numbers_of(unsure.sink.collected), (Numbers{{"rows", 1}, {"rejections", 1}}));

    Reader told("mastodon");
    told.guide.columns = {{"occurred_at", "opened_at"}, {"remote_id", "number"}, {"handle", "caller"}};
    read_into(told, path);
    EXPECT_EQ(numbers_of(told.sink.collected), (Numbers{{"rows", 10384}, {"comments", 10384}, {"people", 3533}}));
}

}  // namespace
}  // namespace fanal::importers
