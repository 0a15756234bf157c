#include "crm/cli/commands.hpp"

#include <algorithm>
#include <cctype>
#include <sstream>

#include "crm/text/nearest.hpp"

namespace fanal::cli {

// Plural noun: a list. Singular noun and id: a view. Singular noun, id and verb: an act.
// clang-format off
static constexpr Command table[] = {
    {"import",         "FILE-OR-FOLDER…",   "Bring payloads in, whatever network they come from",     import_payloads,   import_help},
    {"rejections",     "",                  "List records that an import refused",                    list_rejections,   rejections_help},
    {"rejections retry", "",                "Try refused records again",                              retry_rejections,  rejections_retry_help},
    {"rejections forget", "FILE",           "Forget what was refused of a file",                      forget_rejections, rejections_forget_help},
    {"fields",         "",                  "List unknown fields of records and columns of tables",   list_fields,       fields_help},
    {"field NAME drop", "",                 "Drop an unknown field, now and from later imports",      drop_field,        field_drop_help},
    {"field NAME keep", "",                 "Let later imports keep a dropped field again",           keep_field,        field_keep_help},
    {"accounts",       "",                  "List our own presences on the networks",                 list_accounts,     accounts_help},
    {"account",        "NETWORK:REMOTE_ID", "Show one of our own presences",                          view_account,      account_help},
    {"account add",    "NETWORK REMOTE_ID", "Declare one of our own presences",                       add_account,       account_add_help},
    {"fans",           "",                  "List fans, the largest first",                           list_fans,         fans_help},
    {"fan",            "ID",                "Show a fan: profiles, counts, scores, history",          view_fan,          fan_help},
    {"fan ID merge",   "OTHER",             "Say that two fans are one person",                       merge_fan,         fan_merge_help},
    {"fan ID do-not-link", "",              "Never link a fan's profiles, as the fan asked",           object_to_linking, fan_do_not_link_help},
    {"merges",         "",                  "List which profiles are one person, and why",            list_merges,       merges_help},
    {"merge ID undo",  "",                  "Take a merge back",                                      undo_merge,        merge_undo_help},
    {"matches",        "",                  "List profiles that may be one person",                   list_matches,      matches_help},
    {"matches accept", "",                  "Accept all matches from a probability on",               accept_matches,    matches_accept_help},
    {"match",          "ID",                "Show two profiles that may be one person, and why",      view_match,        match_help},
    {"match ID accept", "",                 "Say that the two are one person",                        accept_match,      match_accept_help},
    {"match ID reject", "",                 "Say that the two are two people",                        reject_match,      match_reject_help},
    {"match ID forget", "",                 "Take a rejection back",                                  forget_match,      match_forget_help},
    {"queue",          "",                  "List what to answer next, and why",                      list_queue,        queue_help},
    {"conversation",   "ID",                "Show a conversation",                                    view_conversation, conversation_help},
    {"identity evaluate", "",               "Say how right profiles are matched where it is known",   evaluate_identity, identity_evaluate_help},
    {"identity train", "",                  "Learn anew what handles and names are worth",            train_identity,    identity_train_help},
    {"scores refresh", "",                  "Compute every fan's scores anew",                        refresh_scores,    scores_refresh_help},
    {"scores evaluate", "",                 "Say how well scores told who was taken up next",         evaluate_scores,   scores_evaluate_help},
    {"graph export",   "FILE",              "Write fans and their ties as GraphML, GEXF or CSV",      export_graph,      graph_export_help},
    {"cascades",       "",                  "List posts that were passed on, the largest first",      list_cascades,     cascades_help},
    {"cascade",        "POST",              "Draw how a post was passed on",                          view_cascade,      cascade_help},
    {"cascade POST export", "FILE",         "Write it as GraphML, GEXF, CSV or an SVG picture",       export_cascade,    cascade_export_help},
    {"demo",           "",                  "Write the payloads of a made-up seafood bar in Bordeaux", write_demo,       demo_help},
    {"serve",          "",                  "Open the page and the API for a browser",                serve,             serve_help},
    {"version",        "",                  "Print the version",                                      print_version,     version_help},
};
// clang-format on

namespace {

std::vector<std::string> split(std::string_view words) {
    std::istringstream in{std::string(words)};
    std::vector<std::string> parts;
    for (std::string part; in >> part;) {
        parts.push_back(part);
    }
    return parts;
}

/// Whether a word of a command's name stands for what a person puts there.
bool is_value(const std::string& word) {
    return std::isupper(static_cast<unsigned char>(word[0])) != 0;
}

}  // namespace

std::span<const Command> commands() {
    return table;
}

FoundCommand find_command(const std::vector<std::string>& words) {
    const auto fits = [](const std::string& name, const std::string& word) {
        return is_value(name) ? !word.starts_with('-') : name == word;
    };
    FoundCommand found;
    for (const Command& command : table) {
        const auto name = split(command.words);
        const bool begins = name.size() <= words.size() && std::equal(name.begin(), name.end(), words.begin(), fits);
        if (begins && name.size() > found.words_count) {
            found = {&command, name.size(), {}};
            for (std::size_t i = 0; i < name.size(); ++i) {
                if (is_value(name[i])) {
                    found.values.push_back(words[i]);
                }
            }
        }
    }
    return found;
}

std::string_view nearest_command(const std::vector<std::string>& words) {
    std::vector<std::string_view> names;
    for (const Command& command : table) {
        names.push_back(command.words);
    }
    if (words.size() > 1) {
        if (const auto name = text::nearest(words[0] + " " + words[1], names); !name.empty()) {
            return name;
        }
    }
    // A noun without its verb ("scores") means the first command that begins with it.
    for (const std::string_view name : names) {
        if (!words.empty() && name.starts_with(words[0] + " ")) {
            return name;
        }
    }
    return words.empty() ? std::string_view() : text::nearest(words[0], names);
}

}  // namespace fanal::cli
