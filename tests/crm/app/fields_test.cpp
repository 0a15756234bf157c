// Fields that nobody knows are kept, told, dropped for good, and stay away whichever way they come.
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "models/error.hpp"
#include "tests/support/store_dump.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;

constexpr Instant noon{1'795'608'000'000};

std::string line(int i, std::string_view more) {
    return R"({"network":"x","kind":"comment","remote_id":"c)" + std::to_string(i) +
           R"(","occurred_at":"2026-11-20T10:00:00Z","profile_remote_id":"ana")" + std::string(more) + "}\n";
}

class Fields : public testing::Test {
  protected:
    Fields() : folder(fs::temp_directory_path() / ("fanal-fields-" + std::to_string(::getpid()))) {
        fs::remove_all(folder);
        fs::create_directories(folder);
        story.emplace((folder / "fanal.db").string());
    }
    ~Fields() override { fs::remove_all(folder); }

    storage::Store& store() { return story->store(); }
    std::int64_t drop(const std::string& name) { return drop_field(store(), name, noon).lost_count; }
    /// "name count", and "dropped name", in the order of the list.
    std::vector<std::string> fields() {
        std::vector<std::string> told;
        for (const UnknownField& field : list_fields(store()).fields) {
            told.push_back(field.dropped_at ? "dropped " + field.name
                                            : field.name + " " + std::to_string(field.interactions_count));
        }
        return told;
    }
    std::string refusal(const std::function<void()>& act) {
        try {
            act();
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::not_found);
            return error.what();
        }
        return "not refused";
    }
    /// Everything that the database's files hold.
    std::string bytes() {
        std::string all;
        for (const auto& entry : fs::directory_iterator(folder)) {
            std::ifstream file(entry.path(), std::ios::binary);
            all.append(std::istreambuf_iterator<char>(file), {});
        }
        return all;
    }

    fs::path folder;
    std::optional<test::Story> story;
};

TEST_F(Fields, AreListedTheMostFrequentFirst) {
    EXPECT_TRUE(list_fields(store()).fields.empty());
    story->tell(line(1, R"(,"note":"","score":{"a":[1,2]},"note":"Très bien")") + line(2, R"(,"score":3)"));
    story->tell("network,kind,remote_id,occurred_at,handle,score\nfacebook,comment,1,2026-11-20T10:00:00Z,@ben,7\n");
    const UnknownFieldList list = list_fields(store());
    EXPECT_TRUE(list.complete);
    EXPECT_EQ(fields(), (std::vector<std::string>{"score 3", "note 1"}));
    EXPECT_EQ(list.fields[0].networks, (std::vector<std::string>{"facebook", "x"}));
    EXPECT_FALSE(list.fields[0].example.empty());
    EXPECT_EQ(list.fields[1].networks, std::vector<std::string>{"x"});
}

TEST_F(Fields, OfAnyNumberAreCountedUpToALimit) {
    std::string lines;
    for (int i = 0; i < 101; ++i) {
        std::string more;
        for (int n = 0; n < 100; ++n) {
            more += ",\"f" + std::to_string(i * 100 + n) + "\":1";
        }
        lines += line(i, more + R"(,"everywhere":1)");
    }
    story->tell(lines);
    const UnknownFieldList list = list_fields(store());
    EXPECT_FALSE(list.complete);
    EXPECT_EQ(list.fields.size(), unknown_field_names_max);
    EXPECT_EQ(list.fields[0].name, "everywhere");
    EXPECT_EQ(list.fields[0].interactions_count, 101);
}

TEST_F(Fields, AreGoneFromTheFileOnceTheyAreDropped) {
    std::string lines;
    for (int i = 0; i < 5'000; ++i) {
        lines += line(
            i, R"(,"note":"MORCEAU)" + std::string(static_cast<std::size_t>(i % 300), 'x') + R"(","keep":"RESTE")");
    }
    lines += line(5'000, R"(,"note":"MORCEAU)" + std::string(100'000, 'y') + "\"");
    story->tell(lines);
    storage::Store other = storage::Store::open((folder / "fanal.db").string());  // as a server has several
    ASSERT_NE(bytes().find("MORCEAU"), std::string::npos);
    EXPECT_EQ(drop("note"), 5'001);
    EXPECT_EQ(bytes().find("MORCEAU"), std::string::npos);
    EXPECT_NE(bytes().find("RESTE"), std::string::npos);
    EXPECT_EQ(fields(), (std::vector<std::string>{"keep 5000", "dropped note"}));
    EXPECT_EQ(drop("note"), 0) << "Dropping it again is fine.";
}

TEST_F(Fields, ThatWereDroppedComeBackInNoWay) {
    const std::string lines = line(1, R"(,"note":"SECRET","n":1)") + line(2, R"(,"note":"SECRET")");
    story->tell(lines);
    drop("note");
    const std::string before = test::dump(store());
    EXPECT_EQ(story->tell(lines).repeated_count, 2) << "What is left out is nothing new.";
    EXPECT_EQ(test::dump(store()), before);
    story->tell(
        "network,kind,remote_id,occurred_at,handle,note\nfacebook,comment,1,2026-11-20T10:00:00Z,@ben,SECRET\n");
    story->tell("Date,Auteur,Commentaire,Lien,note\n24/02/2021 11:35,Zoé,Bon,https://www.facebook.com/a/1,SECRET\n");
    std::ofstream(folder / "lines.ndjson") << line(3, R"(,"note":"SECRET","n":2)");
    EXPECT_EQ(import_paths(store(), {folder / "lines.ndjson"}, {}).accepted_count, 1);
    fs::remove(folder / "lines.ndjson");
    EXPECT_EQ(bytes().find("SECRET"), std::string::npos);
    EXPECT_THAT(fields(), testing::ElementsAre("n 2", "display_name 1", "dropped note"));
}

TEST_F(Fields, OfRefusedRecordsStayInTheirBytesAlone) {
    story->tell(line(1, R"(,"note":"a")"));
    drop("note");
    story->tell(R"({"network":"x","kind":"comment","occurred_at":"soon","profile_remote_id":"1","note":"b"})");
    EXPECT_NE(list_rejections(store(), 1)[0].record.find(R"("note":"b")"), std::string::npos);
    store().database().run("UPDATE import_rejections SET record = CAST(replace(record, 'soon', '2026-11-20') AS BLOB)");
    EXPECT_EQ(retry_rejections(store(), {}, RetryFrom::kept_bytes).accepted_count, 1);
    EXPECT_EQ(fields(), std::vector<std::string>{"dropped note"});
}

/// The import began before the field was dropped, and has staged it.
TEST_F(Fields, OfAnImportThatIsUnderWayAreLeftOutToo) {
    std::ofstream file(folder / "lines.ndjson");
    for (int i = 0; i < 100; ++i) {
        file << line(i, R"(,"note":"a","n":1)");
    }
    file.close();
    story->tell(line(0, R"(,"note":"a","n":1)"));
    storage::Store other = storage::Store::open((folder / "fanal.db").string());
    std::int64_t lost_count = -1;
    ImportOptions options;
    options.batch_bytes = 1;
    options.on_progress = [&](const ImportProgress& progress) {
        if (lost_count < 0 && progress.records_count == 50) {
            lost_count = drop_field(other, "note", noon).lost_count;
        }
        return true;
    };
    EXPECT_EQ(import_paths(store(), {folder / "lines.ndjson"}, options).accepted_count, 99);
    EXPECT_EQ(lost_count, 1);
    EXPECT_EQ(fields(), (std::vector<std::string>{"n 100", "dropped note"}));
}

TEST_F(Fields, ThatAreKeptAgainComeWithTheNextImport) {
    story->tell(line(1, R"(,"note":"a")"));
    drop("note");
    EXPECT_FALSE(keep_field(store(), "note").dropped);
    EXPECT_TRUE(fields().empty());
    story->tell(line(2, R"(,"note":"b")"));
    EXPECT_EQ(fields(), std::vector<std::string>{"note 1"});
}

TEST_F(Fields, ThatNobodyKnowsAreRefusedWithTheNameMeant) {
    story->tell(line(1, R"(,"Note interne":"a","score":1)"));
    const std::string before = test::dump(store());
    EXPECT_EQ(refusal([&] { drop("note interne"); }),
              "No interaction keeps an unknown field called note interne; did you mean Note interne?");
    EXPECT_EQ(refusal([&] { drop("text"); }),
              "No interaction keeps an unknown field called text; `fanal fields` lists them.");
    EXPECT_EQ(test::dump(store()), before);
    EXPECT_EQ(refusal([&] { keep_field(store(), "score"); }),
              "No field called score was dropped; `fanal fields` lists them.");
    drop("score");
    EXPECT_EQ(refusal([&] { keep_field(store(), "scores"); }),
              "No field called scores was dropped; did you mean score?");
}

}  // namespace
}  // namespace fanal::app
