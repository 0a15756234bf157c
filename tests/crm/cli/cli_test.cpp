#include "crm/cli/cli.hpp"

#include <gtest/gtest.h>
#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>

namespace fanal::cli {
namespace {

namespace fs = std::filesystem;

/// A folder for one test's database and payloads, and a clock that stands.
class Cli : public testing::Test {
  protected:
    void SetUp() override {
        unsetenv("FANAL_DB");
        std::string name = (fs::temp_directory_path() / "fanal-cli-XXXXXX").string();
        ASSERT_NE(mkdtemp(name.data()), nullptr);
        folder_ = name;
    }
    void TearDown() override { fs::remove_all(folder_); }

    std::string path(const std::string& name) const { return (folder_ / name).string(); }

    int run(std::vector<std::string> words) {
        out_.str("");
        err_.str("");
        words.insert(words.begin(), {"--db", path("test.db")});
        return cli::run(words, {out_, err_}, [] { return *parse_instant("2026-11-23T12:00:00Z"); });
    }

    void import(const std::string& lines) {
        std::ofstream(path("in.ndjson")) << lines;
        ASSERT_EQ(run({"import", path("in.ndjson")}), 0) << err_.str();
    }

    std::string out() const { return out_.str(); }
    std::string err() const { return err_.str(); }
    nlohmann::json json() const { return nlohmann::json::parse(out_.str()); }

  private:
    fs::path folder_;
    std::ostringstream out_;
    std::ostringstream err_;
};

constexpr const char* one_comment =
    R"({"network":"mastodon","kind":"comment","remote_id":"c1","occurred_at":"2026-11-23T10:00:00Z",)"
    R"("profile_remote_id":"ana","handle":"ana","display_name":"Ana","post_remote_id":"p1","text":"Hi\u001b[2J"})"
    "\n";

TEST_F(Cli, FailsWithOneSentenceAndTheCodeOfItsKind) {
    EXPECT_EQ(run({"fasn"}), 2);
    EXPECT_EQ(err(), "fanal: There is no command \"fasn\"; did you mean `fanal fans`?\n");
    EXPECT_EQ(out(), "");
    EXPECT_EQ(run({"fans"}), 3);
    EXPECT_EQ(run({"import", path("none.json")}), 2);
    EXPECT_NE(err().find("none.json"), std::string::npos);
    EXPECT_EQ(run({"queue", "--now", "soon"}), 2);
}

TEST_F(Cli, NeverBeginsADatabaseByReadingOne) {
    for (const std::vector<std::string>& words : {std::vector<std::string>{"fans"},
                                                  {"fan", "@ana"},
                                                  {"accounts"},
                                                  {"queue"},
                                                  {"cascades"},
                                                  {"cascade", "1"},
                                                  {"conversation", "1-2"},
                                                  {"scores", "refresh"},
                                                  {"account", "x:1"},
                                                  {"serve", "--port", "0"}}) {
        EXPECT_EQ(run(words), 3) << words[0];
        EXPECT_NE(err().find("fanal import"), std::string::npos) << err();
        EXPECT_FALSE(fs::exists(path("test.db"))) << words[0];
    }
}

TEST_F(Cli, BeginsNoDatabaseForAFileThatIsNotThere) {
    EXPECT_EQ(run({"import", path("none.json")}), 2);
    EXPECT_FALSE(fs::exists(path("test.db")));
}

TEST_F(Cli, SendsNothingOfStrangersToTheTerminal) {
    import(one_comment);
    for (const std::vector<std::string>& words :
         {std::vector<std::string>{"fans"}, {"fan", "@ana"}, {"queue", "--explain"}, {"fan", "\x1b[31m"}}) {
        run(words);
        EXPECT_EQ((out() + err()).find('\x1b'), std::string::npos) << words[0];
    }
}

TEST_F(Cli, SaysWhenNothingRefusedCouldBeReadAndForgetsIt) {
    std::ofstream(path("bad.ndjson")) << R"({"network":"x","kind":"comment","occurred_at":"soon","handle":"ana"})"
                                         "\n";
    EXPECT_EQ(run({"import", path("bad.ndjson")}), 2);
    EXPECT_EQ(run({"rejections", "retry"}), 2);
    EXPECT_NE(err().find("Nothing of what was refused could be read"), std::string::npos) << err();
    EXPECT_EQ(run({"rejections", "forget", path("other.ndjson")}), 3);
    EXPECT_EQ(run({"rejections", "forget", path("bad.ndjson")}), 0);
    EXPECT_EQ(run({"rejections", "retry"}), 0);
}

TEST_F(Cli, AnswersInJsonThatIsOneObject) {
    import(one_comment);
    ASSERT_EQ(run({"fans", "--json"}), 0);
    ASSERT_EQ(json()["fans"].size(), 1U);
    const std::string id = json()["fans"][0]["fan_id"];
    ASSERT_EQ(run({"--json", "fan", id}), 0);
    EXPECT_EQ(json()["summary"]["comments_given"], 1);
    ASSERT_EQ(run({"queue", "--json"}), 0);
    EXPECT_TRUE(json()["queue"].is_array());
    ASSERT_EQ(run({"version", "--json"}), 0);
    EXPECT_TRUE(json()["version"].is_string());
}

TEST_F(Cli, FailsInJsonToo) {
    import(one_comment);
    EXPECT_EQ(run({"fan", "nobody", "--json"}), 3);
    EXPECT_EQ(json()["error"]["kind"], "not_found");
    EXPECT_EQ("fanal: " + json()["error"]["sentence"].get<std::string>() + "\n", err());
}

TEST_F(Cli, SaysWhenTheAnswerCouldNotBeWritten) {
    std::ofstream full("/dev/full");
    std::ostringstream complaint;
    EXPECT_EQ(cli::run({"--help"}, {full, complaint}, nullptr), 5);
    EXPECT_EQ(complaint.str(), "fanal: The answer could not be written; is the disk full?\n");
}

TEST_F(Cli, ExitsWithTwoOnlyWhenNothingWasUnderstood) {
    std::ofstream(path("broken.json")) << "{\"network\": ";
    EXPECT_EQ(run({"import", path("broken.json")}), 2);
    EXPECT_NE(out().find("Rejected"), std::string::npos);
    std::ofstream(path("sound.ndjson")) << one_comment;
    EXPECT_EQ(run({"import", path("broken.json"), path("sound.ndjson")}), 0);
    fs::create_directory(path("empty"));
    EXPECT_EQ(run({"import", path("empty")}), 2);
}

TEST(Version, IsThatOfTheProject) {
    std::ifstream in(FANAL_ROOT "/CMakeLists.txt");
    const std::string text(std::istreambuf_iterator<char>(in), {});
    std::smatch version;
    ASSERT_TRUE(std::regex_search(text, version, std::regex("project\\(fanal VERSION ([0-9.]+)")));
    std::ostringstream out;
    for (const char* const word : {"version", "--version"}) {
        out.str("");
        EXPECT_EQ(run({word}, {out, out}, nullptr), 0);
        EXPECT_EQ(out.str(), "fanal " + version[1].str() + "\n");
    }
}

}  // namespace
}  // namespace fanal::cli
