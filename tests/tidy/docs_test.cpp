// What the documents say must be so: what they name exists, and what exists is in them.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <regex>
#include <set>

#include "tests/tidy/tree.hpp"

namespace fanal::tidy {
namespace {

const std::vector<std::string> pages = {"README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "SECURITY.md"};

/// What stands between backticks in running text; fenced blocks are left out.
std::vector<std::string> code_spans(const std::string& page) {
    static const std::regex span("`([^`\n]+)`");
    std::vector<std::string> found;
    bool fenced = false;
    for (const auto& line : lines(page)) {
        const std::size_t first = line.find_first_not_of(' ');
        fenced = fenced != (first != std::string::npos && line.compare(first, 3, "```") == 0);
        for (std::sregex_iterator match(line.begin(), line.end(), span), end; !fenced && match != end; ++match) {
            found.push_back((*match)[1]);
        }
    }
    return found;
}

/// Every first group of `pattern` in `text`.
std::set<std::string> all_of(const std::string& text, const char* pattern) {
    const std::regex regex(pattern);
    std::set<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), regex), end; match != end; ++match) {
        found.insert((*match)[1]);
    }
    return found;
}

/// A command with what follows it, as `fanal --help` and the README write it: "account add NETWORK REMOTE_ID".
std::set<std::string> commands() {
    const std::string table = read("crm/cli/commands.cpp");
    static const std::regex row(R"row(\{"([a-z][A-Za-z -]*)",\s*"([^"]*)",\s*"[^"]+",)row");
    std::set<std::string> found;
    for (std::sregex_iterator match(table.begin(), table.end(), row), end; match != end; ++match) {
        found.insert((*match)[1].str() + ((*match)[2].length() == 0 ? "" : " ") + (*match)[2].str());
    }
    return found;
}

TEST(Docs, EveryPathTheyNameExists) {
    static const std::regex path(
        R"(^(?:\./)?((?:\.?[A-Za-z_][\w.-]*/)+[\w.-]*|[A-Z]+\.md|[\w-]+\.(?:txt|json|cpp|hpp|sh)|LICENSE|run|test)$)");
    // Capitals stand for a name the reader chooses; build/ is made by building.
    static const std::regex example(R"((?:^|/)[A-Z_]{4,}/|^build/)");
    std::vector<std::string> offenders;
    for (const auto& page : pages) {
        for (const auto& span : code_spans(read(page))) {
            std::smatch match;
            const std::string first_word = span.substr(0, span.find(' '));
            if (std::regex_match(first_word, match, path) && !std::regex_search(first_word, example) &&
                !exists(match[1]) && first_word.find(".expected.") == std::string::npos &&
                !first_word.starts_with("accept_") && !first_word.starts_with("reject_")) {
                offenders.push_back(page + ": " + span);
            }
        }
    }
    EXPECT_TRUE(offenders.empty()) << "There is no such file or folder:\n" << listed(offenders);
}

TEST(Docs, TheReadmeListsTheCommandsThatThereAre) {
    const auto there_are = commands();
    ASSERT_GT(there_are.size(), 5U) << "The table in crm/cli/commands.cpp is no longer read right.";
    const auto listed_ones = all_of(read("README.md"), R"(\n\| `fanal ([^`]+)` \|)");
    EXPECT_EQ(listed_ones, there_are);
}

TEST(Docs, TheReadmeShowsEveryFolder) {
    const std::string readme = read("README.md");
    for (const char* const folder : {"models/", "importers/", "schemas/", "crm/", "tests/"}) {
        EXPECT_NE(readme.find("`" + std::string(folder) + "`"), std::string::npos) << folder;
    }
}

TEST(Docs, TheArchitectureNamesEveryTable) {
    const std::string page = read("ARCHITECTURE.md");
    const std::size_t begin = page.find("\n## How the data is stored\n");
    ASSERT_NE(begin, std::string::npos);
    const std::string section = page.substr(begin, page.find("\n## ", begin + 1) - begin);
    std::set<std::string> tables;
    for (const auto& path : files({"schemas/database"}, {".sql"})) {
        tables.merge(all_of(read(path), R"(CREATE (?:VIRTUAL )?TABLE (\w+))"));
    }
    ASSERT_FALSE(tables.empty());
    for (const auto& table : tables) {
        EXPECT_NE(section.find("`" + table + "`"), std::string::npos) << table << " is not told in that section.";
    }
}

TEST(Docs, TheArchitectureSaysWhereEveryRoomIs) {
    const std::string page = read("ARCHITECTURE.md");
    for (const auto& room : all_of(page, R"(\n([\w/]+) +->)")) {
        EXPECT_TRUE(room == "crm" || page.find("`" + room + "/`") != std::string::npos) << room;
    }
}

TEST(Docs, TheArchitectureHasAReasonForEveryDependency) {
    // A package of the build, and the name under which the page speaks of it.
    const std::vector<std::pair<std::string, std::string>> names = {
        {"find_package(SQLite3", "SQLite"},    {"find_package(ICU", "ICU"},
        {"find_package(Boost", "Boost"},       {"find_package(simdjson", "simdjson"},
        {"find_package(CLI11", "CLI11"},       {"find_package(ZLIB", "zlib"},
        {"find_package(nlohmann", "nlohmann"}, {"find_package(GTest", "GoogleTest"},
        {"find_package(valijson", "valijson"}, {"find_package(Threads", "Dependencies"},
        {"find_package(EXPAT", "Expat"}};
    const std::string page = read("ARCHITECTURE.md");
    const std::string table = page.substr(page.find("\n## Dependencies\n"));
    for (const auto& package : all_of(read("CMakeLists.txt") + read("cmake/tests.cmake"), R"((find_package\(\w+))")) {
        const auto known =
            std::find_if(names.begin(), names.end(), [&](const auto& name) { return package.starts_with(name.first); });
        ASSERT_NE(known, names.end()) << package << ") is new: give its reason in ARCHITECTURE.md, and its name here.";
        EXPECT_NE(table.find(known->second), std::string::npos) << known->second;
    }
}

TEST(Docs, EveryRouteTheyNameIsInTheApi) {
    const auto api = nlohmann::json::parse(read("schemas/api.openapi.json"));
    ASSERT_TRUE(api["paths"].is_object());
    for (const auto& page : pages) {
        for (const auto& span : code_spans(read(page))) {
            std::smatch match;
            if (std::regex_match(span, match, std::regex(R"((?:(?:GET|POST|PUT|DELETE) )?(/api/[\w/{}.-]*))"))) {
                EXPECT_TRUE(api["paths"].contains(match[1].str())) << page << ": " << span;
            }
        }
    }
}

}  // namespace
}  // namespace fanal::tidy
