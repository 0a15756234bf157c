#include "crm/cli/commands.hpp"

#include <algorithm>
#include <sstream>

namespace fanal::cli {

// Plural noun: a list. Singular noun and id: a view. Singular noun, id and verb: an act.
// clang-format off
static constexpr Command table[] = {
    {"import",         "FILE-OR-FOLDER…",   "Bring payloads in, whatever network they come from",     import_payloads,   import_help},
    {"rejections",     "",                  "List records that an import refused",                    list_rejections,   rejections_help},
    {"rejections retry", "",                "Try refused records again",                              retry_rejections,  rejections_retry_help},
    {"rejections forget", "FILE",           "Forget what was refused of a file",                      forget_rejections, rejections_forget_help},
    {"accounts",       "",                  "List our own presences on the networks",                 list_accounts,     accounts_help},
    {"account",        "NETWORK:REMOTE_ID", "Show one of our own presences",                          view_account,      account_help},
    {"account add",    "NETWORK REMOTE_ID", "Declare one of our own presences",                       add_account,       account_add_help},
    {"fans",           "",                  "List fans, the largest first",                           list_fans,         fans_help},
    {"fan",            "ID",                "Show a fan: profiles, counts, scores, history",          view_fan,          fan_help},
    {"queue",          "",                  "List what to answer next, and why",                      list_queue,        queue_help},
    {"conversation",   "ID",                "Show a conversation",                                    view_conversation, conversation_help},
    {"scores refresh", "",                  "Compute every fan's scores anew",                        refresh_scores,    scores_refresh_help},
    {"cascades",       "",                  "List posts that were passed on, the largest first",      list_cascades,     cascades_help},
    {"cascade",        "POST",              "Draw how a post was passed on",                          view_cascade,      cascade_help},
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

/// Letters left out, put in, put wrong, or two neighbours swapped (Damerau 1964, optimal string alignment).
std::size_t slips_between(std::string_view a, std::string_view b) {
    std::vector<std::vector<std::size_t>> slips(a.size() + 1, std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                slips[i][j] = i + j;
                continue;
            }
            const std::size_t changed = slips[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1);
            slips[i][j] = std::min({slips[i - 1][j] + 1, slips[i][j - 1] + 1, changed});
            if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
                slips[i][j] = std::min(slips[i][j], slips[i - 2][j - 2] + 1);
            }
        }
    }
    return slips[a.size()][b.size()];
}

}  // namespace

std::span<const Command> commands() {
    return table;
}

const Command* find_command(const std::vector<std::string>& words, std::size_t& words_count) {
    const Command* found = nullptr;
    words_count = 0;
    for (const Command& command : table) {
        const auto name = split(command.words);
        const bool begins = name.size() <= words.size() && std::equal(name.begin(), name.end(), words.begin());
        if (begins && name.size() > words_count) {
            found = &command;
            words_count = name.size();
        }
    }
    return found;
}

std::string_view nearest(std::string_view typed, std::span<const std::string_view> candidates) {
    constexpr std::size_t longest = 64;  // Nobody mistypes more than that, and the comparison is quadratic.
    std::string_view best;
    std::size_t fewest = 1 + std::min(typed.size(), longest) / 3;
    for (const std::string_view candidate : candidates) {
        const std::size_t slips = typed.size() > longest ? longest : slips_between(typed, candidate);
        if (slips < fewest || (slips == fewest && best.empty())) {
            best = candidate;
            fewest = slips;
        }
    }
    return best;
}

std::string_view nearest_command(const std::vector<std::string>& words) {
    std::vector<std::string_view> names;
    for (const Command& command : table) {
        names.push_back(command.words);
    }
    if (words.size() > 1) {
        if (const auto name = nearest(words[0] + " " + words[1], names); !name.empty()) {
            return name;
        }
    }
    // A noun without its verb ("scores") means the first command that begins with it.
    for (const std::string_view name : names) {
        if (!words.empty() && name.starts_with(words[0] + " ")) {
            return name;
        }
    }
    return words.empty() ? std::string_view() : nearest(words[0], names);
}

}  // namespace fanal::cli
