// One word per thing: fan, profile, interaction … A synonym in a name makes the next reader ask whether it means
// something else. Names are looked at, not texts: a network's own field stands in a string literal and may be called
// anything.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>
#include <optional>

#include "tests/tidy/tree.hpp"

namespace fanal::tidy {
namespace {

struct Synonym {
    std::string_view word;     ///< in the singular, lower case
    std::string_view instead;  ///< what we call it
};

constexpr Synonym synonyms[] = {
    {"platform", "network"},
    {"provider", "network"},
    {"user", "fan, profile or agent"},
    {"username", "handle"},
    {"nickname", "handle"},
    {"lead", "fan"},
    {"contact", "fan"},
    {"customer", "fan"},
    {"client", "fan"},
    {"subscriber", "follower"},
    {"friend", "follower"},
    {"superfan", "advocate"},
    {"partner", "ambassador"},
    {"vip", "influencer"},
    {"kol", "influencer"},
    {"moderator", "agent"},
    {"dedupe", "merge"},
    {"blob", "payload"},
    {"dump", "payload or export"},
    {"tweet", "post"},
    {"media", "post"},
    {"event", "interaction"},
    {"activity", "interaction"},
    {"engagement", "interaction, or engagements for the count"},
    {"response", "reply"},
    {"dm", "message"},
    {"chat", "message"},
    {"like", "reaction"},
    {"favourite", "reaction"},
    {"favorite", "reaction"},
    {"share", "reshare"},
    {"retweet", "reshare"},
    {"repost", "reshare"},
    {"boost", "reshare"},
    {"subscribe", "follow"},
    {"subscription", "follow"},
    {"tag", "label or mention"},
    {"polarity", "sentiment"},
    {"mood", "sentiment"},
    {"mailbox", "inbox"},
    {"ticket", "conversation"},
    {"backlog", "queue"},
    {"factor", "signal"},
    {"violation", "breach"},
    {"criterion", "condition"},
    {"affinity", "tie strength"},
    {"coreness", "core_number"},
    {"cluster", "community"},
    {"tribe", "community"},
    {"clout", "influence"},
};

/// A name that carries such a word and is right, in files whose path begins like this.
struct Allowance {
    std::string_view path;
    std::string_view part;  ///< of the name
};

constexpr Allowance allowances[] = {
    // The glossary's own.
    {"", "engagement_received"},
    {"", "engagement_rate"},
    {"", "EngagementRate"},
    {"", "first_response"},
    {"", "next_response"},
    // English and C++.
    {"", "looks_like"},
    {"", "largest_cluster"},    // what the literature on matching calls it
    {"models/ids.hpp", "Tag"},  // the type that keeps one kind of id from another
    // Unicode: the first byte of a character, and what follows it.
    {"crm/text/", "lead"},
    {"crm/cli/display.cpp", "lead"},
    // HTTP has clients, and responses to them.
    {"crm/http/", "esponse"},
    {"crm/cli/serve", "esponse"},
    {"tests/crm/http/", "esponse"},
    {"tests/crm/http/", "lient"},
    {"crm/http/", "lient"},
    // Other people's libraries, tools and data.
    {"", "sqlite3_"},
    {"", "SQLITE_"},
    {"", "XML_"},
    {"", "BOOST_"},
    {"crm/graph/graph_concepts.hpp", "_tag"},
    {"tests/bench/", "boost_"},
    {"tests/crm/graph/", "igraph_"},
    {"", "parse_event_t"},
    {"crm/json/", "event"},
    {"tests/", "dump"},
    {"tests/crm/app/datasets_test.cpp", "ctivity"},
    {"tests/support/", "ctivity"},
};

/// Whole names that C++ and libraries have.
constexpr std::string_view names_of_others[] = {"friend", "dump", "boost"};

bool is_allowed(std::string_view name, std::string_view path) {
    return std::find(std::begin(names_of_others), std::end(names_of_others), name) != std::end(names_of_others) ||
           std::any_of(std::begin(allowances), std::end(allowances), [&](const Allowance& allowance) {
               return path.starts_with(allowance.path) && name.find(allowance.part) != std::string_view::npos;
           });
}

/// "screenName", "screen_name" and "SCREEN_NAME" are screen and name.
std::vector<std::string> parts(std::string_view name) {
    std::vector<std::string> found(1);
    for (std::size_t i = 0; i < name.size(); ++i) {
        const bool upper = std::isupper(static_cast<unsigned char>(name[i]));
        const bool after_lower = i > 0 && std::islower(static_cast<unsigned char>(name[i - 1]));
        if (!std::isalnum(static_cast<unsigned char>(name[i])) || (upper && after_lower)) {
            found.emplace_back();
        }
        if (std::isalnum(static_cast<unsigned char>(name[i]))) {
            found.back() += static_cast<char>(std::tolower(static_cast<unsigned char>(name[i])));
        }
    }
    return found;
}

bool says(std::string_view part, std::string_view word) {
    if (!part.starts_with(word)) {
        return false;
    }
    // "engagements" is the glossary's word for the count.
    const std::string_view ending = part.substr(word.size());
    return ending.empty() || (word != "engagement" && (ending == "s" || ending == "es"));
}

std::optional<Synonym> synonym_in(std::string_view name, std::string_view path) {
    for (const auto& part : parts(name)) {
        for (const Synonym& synonym : synonyms) {
            if (says(part, synonym.word)) {
                return is_allowed(name, path) ? std::nullopt : std::optional(synonym);
            }
        }
    }
    return std::nullopt;
}

std::string offence(const std::string& where, std::string_view name, const Synonym& synonym) {
    return where + ": " + std::string(name) + ": say " + std::string(synonym.instead);
}

/// Every identifier of code without comments and literals.
void check_code(const std::string& path, const std::string& code, std::vector<std::string>& offenders) {
    for (std::size_t at = 0; at < code.size();) {
        std::size_t end = at;
        while (end < code.size() && is_word(code[end])) {
            ++end;
        }
        const std::string_view name = std::string_view(code).substr(at, end - at);
        if (const auto found = synonym_in(name, path)) {
            offenders.push_back(offence(place(path, code, at), name, *found));
        }
        at = std::max(end, at + 1);
    }
}

void check_name(std::string_view name, const std::string& path, std::vector<std::string>& offenders) {
    if (const auto found = synonym_in(name, path)) {
        offenders.push_back(offence(path, name, *found));
    }
}

/// Blanks out #include lines: their names are other people's, or files, which are looked at themselves.
std::string without_includes(std::string code) {
    for (std::size_t at = code.find("#include"); at != std::string::npos; at = code.find("#include", at)) {
        for (; at < code.size() && code[at] != '\n'; ++at) {
            code[at] = ' ';
        }
    }
    return code;
}

/// Keeps the names of SQL: our names are lower case, its keywords are not.
std::string sql_names(std::string text) {
    bool comment = false;
    bool literal = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        comment = (comment || text.compare(at, 2, "--") == 0) && text[at] != '\n';
        literal = literal != (!comment && text[at] == '\'');
        const bool upper = std::isupper(static_cast<unsigned char>(text[at]));
        text[at] = text[at] != '\n' && (comment || literal || upper) ? ' ' : text[at];
    }
    return text;
}

/// The keys under any "properties", and the names of "definitions", "schemas" and "parameters".
void check_schema(const nlohmann::json& node, const std::string& path, std::vector<std::string>& offenders) {
    if (node.is_object()) {
        for (const char* const holder : {"properties", "definitions", "$defs", "schemas"}) {
            if (node.contains(holder) && node[holder].is_object()) {
                for (const auto& [name, value] : node[holder].items()) {
                    check_name(name, path, offenders);
                }
            }
        }
        if (node.contains("in") && node.contains("name") && node["name"].is_string()) {
            check_name(node["name"].get<std::string>(), path, offenders);
        }
    }
    if (node.is_structured()) {
        for (const auto& child : node) {
            check_schema(child, path, offenders);
        }
    }
}

const std::vector<std::string> folders = {"models", "schemas", "importers", "crm", "tests"};

TEST(Words, OfTheCode) {
    std::vector<std::string> offenders;
    for (const auto& path : cpp_files(folders)) {
        check_code(path, without_includes(code_only(read(path))), offenders);
    }
    EXPECT_TRUE(offenders.empty()) << listed(offenders);
}

TEST(Words, OfTheDatabase) {
    std::vector<std::string> offenders;
    for (const auto& path : files({"schemas/database"}, {".sql"})) {
        check_code(path, sql_names(read(path)), offenders);
    }
    EXPECT_TRUE(offenders.empty()) << listed(offenders);
}

TEST(Words, OfTheSchemas) {
    std::vector<std::string> offenders;
    for (const auto& path : files({"schemas"}, {".json"})) {
        check_schema(nlohmann::json::parse(read(path)), path, offenders);
    }
    EXPECT_TRUE(offenders.empty()) << listed(offenders);
}

TEST(Words, OfTheFiles) {
    std::vector<std::string> offenders;
    for (const auto& path : files({"models", "schemas", "importers", "crm"}, {""})) {
        check_name(path, path, offenders);
        for (const auto& part : parts(path)) {
            for (const char* const empty : {"utils", "helpers", "common", "manager", "info", "misc"}) {
                if (part == empty) {
                    offenders.push_back(path + ": " + part + " says nothing");
                }
            }
        }
    }
    EXPECT_TRUE(offenders.empty()) << listed(offenders);
}

TEST(Words, SynonymsAreFound) {
    for (const char* const name :
         {"user_id", "UserId", "likes_count", "screenUser", "retweets", "engagement", "event"}) {
        EXPECT_TRUE(synonym_in(name, "crm/x.cpp")) << name;
    }
    for (const char* const name : {"fan_id", "engagement_received", "engagements_count", "is_likely", "shared_ptr",
                                   "boost", "first_response_seconds", "leading"}) {
        EXPECT_FALSE(synonym_in(name, "crm/x.cpp")) << name;
    }
}

}  // namespace
}  // namespace fanal::tidy
