#include "crm/cli/parse.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cstdlib>
#include <sstream>

#include "crm/cli/commands.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

using testing::ElementsAre;

class Parse : public testing::Test {
  protected:
    void SetUp() override { unsetenv("FANAL_DB"); }
    void TearDown() override { unsetenv("FANAL_DB"); }

    Call parsed(const std::vector<std::string>& words) {
        Call call{.terminal = terminal_, .clock = [] { return Instant{42}; }};
        parse(words, call);
        return call;
    }

    std::string refusal(const std::vector<std::string>& words) {
        try {
            parsed(words);
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::bad_input);
            return error.what();
        }
        return "not refused";
    }

  private:
    std::ostringstream out_;
    Terminal terminal_{out_, out_};
};

TEST_F(Parse, FindsTheCommandItsArgumentsAndOptions) {
    const Call call = parsed({"fan", "@ana", "--limit", "3"});
    ASSERT_NE(call.command, nullptr);
    EXPECT_EQ(call.command->words, "fan");
    EXPECT_THAT(call.arguments, ElementsAre("@ana"));
    EXPECT_EQ(call.number("limit", 20), 3);
    EXPECT_EQ(call.db, "fanal.db");
    EXPECT_FALSE(call.json);
}

TEST_F(Parse, PrefersTheLongerName) {
    EXPECT_EQ(parsed({"account", "mastodon:1"}).command->words, "account");
    EXPECT_EQ(parsed({"account", "add", "mastodon", "1"}).command->words, "account add");
    EXPECT_EQ(parsed({"--json", "scores", "refresh"}).command->words, "scores refresh");
}

TEST_F(Parse, TakesTheIdThatStandsBeforeItsVerb) {
    const Call call = parsed({"--json", "field", "Note interne", "drop", "--db", "a.db"});
    EXPECT_EQ(call.command->words, "field NAME drop");
    EXPECT_THAT(call.arguments, ElementsAre("Note interne"));
    EXPECT_EQ(call.db, "a.db");
    EXPECT_THAT(parsed({"field", "drop", "keep"}).arguments, ElementsAre("drop"));
    EXPECT_THAT(refusal({"field", "Note", "drop", "now"}), testing::HasSubstr("takes no argument"));
    EXPECT_THAT(refusal({"field", "--json", "drop"}), testing::HasSubstr("did you mean `fanal field NAME drop`?"));
}

TEST_F(Parse, TakesCommonOptionsBeforeAndAfterTheCommand) {
    for (const auto& words : std::vector<std::vector<std::string>>{
             {"--db", "a.db", "--json", "fans"}, {"fans", "--json", "--db", "a.db"}, {"--db=a.db", "fans", "--json"}}) {
        const Call call = parsed(words);
        EXPECT_EQ(call.db, "a.db");
        EXPECT_TRUE(call.json);
        EXPECT_EQ(call.command->words, "fans");
    }
    EXPECT_EQ(parsed({"--db", "a.db", "fans", "--db", "b.db"}).db, "b.db");
}

TEST_F(Parse, FallsBackOnTheEnvironmentForTheDatabase) {
    setenv("FANAL_DB", "from-environment.db", 1);
    EXPECT_EQ(parsed({"fans"}).db, "from-environment.db");
    EXPECT_EQ(parsed({"fans", "--db", "given.db"}).db, "given.db");
}

TEST_F(Parse, TakesFilesOfAnyName) {
    EXPECT_THAT(parsed({"import", "[a,b].json", "queue", "{x}", "--", "-rf"}).arguments,
                ElementsAre("[a,b].json", "queue", "{x}", "-rf"));
}

TEST_F(Parse, KeepsFlagsApartFromValues) {
    EXPECT_TRUE(parsed({"queue", "--explain"}).has("explain"));
    EXPECT_FALSE(parsed({"queue"}).has("explain"));
    EXPECT_EQ(parsed({"queue", "--limit", "1", "--limit=2"}).number("limit", 10), 2);
    EXPECT_TRUE(parsed({"cascade", "--all", "1"}).has("all"));
}

TEST_F(Parse, AnswersHelpAndVersionWithoutArguments) {
    EXPECT_TRUE(parsed({"fan", "--help"}).help);
    EXPECT_TRUE(parsed({"-h"}).help);
    EXPECT_TRUE(parsed({"--version"}).version);
    EXPECT_EQ(parsed({}).command, nullptr);
}

TEST_F(Parse, SuggestsTheNearestCommand) {
    EXPECT_EQ(refusal({"fasn"}), "There is no command \"fasn\"; did you mean `fanal fans`?");
    EXPECT_EQ(refusal({"cascdes"}), "There is no command \"cascdes\"; did you mean `fanal cascades`?");
    EXPECT_EQ(refusal({"scores"}), "There is no command \"scores\"; did you mean `fanal scores refresh`?");
    EXPECT_EQ(refusal({"scores", "refesh"}), "There is no command \"scores\"; did you mean `fanal scores refresh`?");
    EXPECT_EQ(refusal({"xyzzy"}), "There is no command \"xyzzy\"; `fanal --help` lists them all.");
    EXPECT_EQ(refusal({std::string(100'000, 'q')}).substr(0, 25), "There is no command \"qqqq");
}

TEST_F(Parse, SaysWhatIsWrongWithOptions) {
    EXPECT_EQ(refusal({"fans", "--lmit", "3"}), "`fanal fans` has no option --lmit; did you mean --limit?");
    EXPECT_EQ(refusal({"fans", "--xyzzy=3"}),
              "`fanal fans` has no option --xyzzy; `fanal fans --help` lists those it has.");
    EXPECT_EQ(refusal({"fans", "--limit"}), "`fanal fans` needs a value for --limit; see `fanal fans --help`.");
    EXPECT_EQ(refusal({"fans", "--db", "--json"}), "`fanal fans` needs a value for --db, but \"--json\" follows it.");
    EXPECT_EQ(refusal({"--limit", "3", "fans"}),
              "There is no option --limit before a command; `fanal --help` lists the commands.");
}

TEST_F(Parse, SaysWhatIsWrongWithArguments) {
    EXPECT_EQ(refusal({"fan"}), "`fanal fan` needs ID, as in: fanal fan @ana");
    EXPECT_EQ(refusal({"fans", "ana"}), "`fanal fans` takes no argument, but was also given \"ana\".");
    EXPECT_EQ(refusal({"fan", "ana", "ben"}), "`fanal fan` takes ID alone, but was also given \"ben\".");
    EXPECT_EQ(refusal({"account", "add", "mastodon"}).substr(0, 50),
              "`fanal account add` needs NETWORK REMOTE_ID, as in");
    EXPECT_EQ(refusal({"import"}), "`fanal import` needs FILE-OR-FOLDER…, as in: fanal import comments.json");
}

TEST_F(Parse, ReadsNumbersAndInstants) {
    for (const char* const bad : {"0", "-1", "x", "3x", "", "99999999999999999999"}) {
        EXPECT_THROW(parsed({"fans", "--limit", bad}).number("limit", 20), Error) << bad;
    }
    EXPECT_EQ(parsed({"serve", "--port", "0"}).number("port", 1, 0), 0);
    EXPECT_EQ(parsed({"queue", "--now", "1970-01-01T00:00:07Z"}).instant("now"), Instant{7000});
    EXPECT_EQ(parsed({"queue"}).instant("now"), Instant{42});
    EXPECT_THROW(parsed({"queue", "--now", "yesterday"}).instant("now"), Error);
}

}  // namespace
}  // namespace fanal::cli
