// Every tests/journeys/*.journey, and the console blocks of README.md, run against the real binary in a fresh folder.
#include <gtest/gtest.h>
#include <stdlib.h>
#include <sys/wait.h>

#include <filesystem>
#include <fstream>

#include "tests/journeys/transcript.hpp"

namespace fanal::journeys {
namespace {

namespace fs = std::filesystem;

std::string read(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

/// A folder of its own for one journey, where `fanal` is found by its name and nothing of this machine's settings is.
class Place {
  public:
    Place() {
        std::string name = (fs::temp_directory_path() / "fanal-journey-XXXXXX").string();
        if (mkdtemp(name.data()) == nullptr) {
            throw std::runtime_error("No temporary folder could be made.");
        }
        root_ = name;
        fs::create_directory(root_ / "here");
    }
    ~Place() { fs::remove_all(root_); }
    Place(const Place&) = delete;
    Place& operator=(const Place&) = delete;

    /// What the command prints, on both streams. `$?` in it is the exit code of the one before.
    std::string run(const std::string& command) {
        std::ofstream(root_ / "script") << "(exit " << exit_code_ << ")\n" << command << "\n";
        const std::string path = fs::path(FANAL_BINARY).parent_path().string() + ":/usr/local/bin:/usr/bin:/bin";
        const std::string line = "cd '" + (root_ / "here").string() + "' && env -i PATH='" + path + "' HOME='" +
                                 root_.string() +
                                 "' LC_ALL=C.UTF-8 timeout 120 sh ../script > ../output 2>&1 < /dev/null";
        const int status = std::system(line.c_str());
        exit_code_ = WIFEXITED(status) ? WEXITSTATUS(status) : 1;
        return read(root_ / "output");
    }

  private:
    fs::path root_;
    int exit_code_ = 0;
};

std::string listed(const std::vector<std::string>& lines) {
    std::string text;
    for (const std::string& line : lines) {
        text += "    " + line + "\n";
    }
    return text.empty() ? "    (nothing)\n" : text;
}

void walk(const fs::path& path) {
    const auto steps = steps_of(read(path), path.extension() == ".md");
    ASSERT_FALSE(steps.empty()) << path << " has no command in it.";
    Place place;
    for (const Step& step : steps) {
        const auto actual = trimmed_lines(place.run(step.command));
        EXPECT_TRUE(lines_match(step.expected, actual))
            << path.string() << ":" << step.line << ": $ " << step.command << "\n  expected:\n"
            << listed(step.expected) << "  printed:\n"
            << listed(actual);
        if (testing::Test::HasFailure()) {
            return;  // What follows builds on it.
        }
    }
}

std::vector<std::string> journeys() {
    std::vector<std::string> names;
    for (const auto& entry : fs::directory_iterator(fs::path(FANAL_ROOT) / "tests/journeys")) {
        if (entry.path().extension() == ".journey") {
            names.push_back(entry.path().stem().string());
        }
    }
    std::sort(names.begin(), names.end());
    return names;
}

class Journey : public testing::TestWithParam<std::string> {};

TEST_P(Journey, GoesAsWritten) {
    walk(fs::path(FANAL_ROOT) / "tests/journeys" / (GetParam() + ".journey"));
}

INSTANTIATE_TEST_SUITE_P(All, Journey, testing::ValuesIn(journeys()),
                         [](const auto& journey) { return journey.param; });

TEST(Readme, GoesAsWritten) {
    const fs::path page = fs::path(FANAL_ROOT) / "README.md";
    if (read(page).find("\n```console\n") == std::string::npos) {
        GTEST_SKIP() << "README.md has no transcript in it.";
    }
    walk(page);
}

TEST(Transcript, IsReadStepByStep) {
    const auto steps =
        steps_of("# a remark\n$ cat > a <<'END'\n$ not a command\nEND\n\n$ echo b\nb\n# another\n\n", false);
    ASSERT_EQ(steps.size(), 2U);
    EXPECT_EQ(steps[0].command, "cat > a <<'END'\n$ not a command\nEND");
    EXPECT_TRUE(steps[0].expected.empty());
    EXPECT_EQ(steps[1].line, 6U);
    EXPECT_EQ(steps[1].expected, std::vector<std::string>{"b"});
}

TEST(Transcript, OfAPageIsInItsConsoleFences) {
    const auto steps = steps_of("text\n$ no\n```sh\n$ no\n```\n```console\n$ yes\nout\n```\nout\n", true);
    ASSERT_EQ(steps.size(), 1U);
    EXPECT_EQ(steps[0].command, "yes");
    EXPECT_EQ(steps[0].expected, std::vector<std::string>{"out"});
}

TEST(Transcript, MatchesAnyTextWhereItIsLeftOut) {
    EXPECT_TRUE(line_matches("a … c … e", "a b c d e"));
    EXPECT_TRUE(line_matches("…", ""));
    EXPECT_TRUE(line_matches("a…", "a"));
    EXPECT_TRUE(line_matches("…ab", "aab"));
    EXPECT_FALSE(line_matches("ab…ba", "aba"));
    EXPECT_FALSE(line_matches("a…b…c", "acb"));
    EXPECT_FALSE(line_matches("a", "a "));
}

TEST(Transcript, MatchesAnyLinesWhereTheyAreLeftOut) {
    EXPECT_TRUE(lines_match({"a", "…", "c"}, {"a", "c"}));
    EXPECT_TRUE(lines_match({"a", "…", "c"}, {"a", "b", "c", "b", "c"}));
    EXPECT_TRUE(lines_match({"…"}, {}));
    EXPECT_FALSE(lines_match({"a", "…"}, {"b", "a"}));
    EXPECT_FALSE(lines_match({"a", "…", "c"}, {"a", "c", "b"}));
    EXPECT_FALSE(lines_match({}, {"a"}));
}

TEST(Place, KeepsTheExitCodeForTheNextCommand) {
    Place place;
    place.run("exit 3");
    EXPECT_EQ(place.run("echo $?"), "3\n");
    EXPECT_EQ(place.run("echo $?"), "0\n");
    EXPECT_EQ(place.run("echo out; echo err >&2"), "out\nerr\n");
}

}  // namespace
}  // namespace fanal::journeys
