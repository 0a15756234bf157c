#include "crm/cli/help.hpp"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/parse.hpp"

namespace fanal::cli {
namespace {

struct Screen {
    std::ostringstream out;
    Terminal terminal{out, out};
};

std::vector<std::string> lines(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> found;
    for (std::string line; std::getline(in, line);) {
        found.push_back(line);
    }
    return found;
}

/// A line of examples as a shell would split it.
std::vector<std::string> shell_words(std::string_view line) {
    std::vector<std::string> words(1);
    bool quoted = false;
    for (const char c : line) {
        if (c == '"') {
            quoted = !quoted;
        } else if (c == ' ' && !quoted) {
            words.emplace_back();
        } else {
            words.back() += c;
        }
    }
    return words;
}

TEST(Help, OfEveryCommandFitsAScreenAndHasALineForEachOption) {
    Screen screen;
    for (const Command& command : commands()) {
        const std::string text = help_of(screen.terminal, command);
        for (const Option& option : command.help().options) {
            EXPECT_NE(text.find("\n  --" + std::string(option.name)), std::string::npos) << command.words;
        }
        for (const std::string& line : lines(text)) {
            EXPECT_LE(columns_of(line), 100U) << line;
        }
        for (const char* const common : {"\n  --db FILE", "\n  --json", "\n  --help", "\nUsage: fanal "}) {
            EXPECT_NE(text.find(common), std::string::npos) << command.words;
        }
    }
}

TEST(Help, HasExamplesThatAreReadAsThatCommand) {
    Screen screen;
    for (const Command& command : commands()) {
        ASSERT_FALSE(command.help().examples.empty()) << command.words;
        for (const std::string_view example : command.help().examples) {
            auto words = shell_words(example);
            ASSERT_EQ(words[0], "fanal");
            words.erase(words.begin());
            Call call{.terminal = screen.terminal, .clock = nullptr};
            EXPECT_NO_THROW(parse(words, call)) << example;
            EXPECT_EQ(call.command, &command) << example;
        }
    }
}

TEST(Help, ListsEveryCommandOnce) {
    Screen screen;
    const std::string text = overview(screen.terminal);
    std::set<std::string_view> names;
    for (const Command& command : commands()) {
        EXPECT_TRUE(names.insert(command.words).second) << command.words;
        EXPECT_NE(text.find("\n  " + std::string(command.words)), std::string::npos) << command.words;
        EXPECT_NE(text.find(command.summary), std::string::npos) << command.words;
    }
}

}  // namespace
}  // namespace fanal::cli
