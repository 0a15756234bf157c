#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/fan_output.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {

constexpr std::int64_t usual_limit = 20;

Help fan_help() {
    return {
        "ID is a fan's id, the id of one of their profiles, or a handle: @ana, or mastodon:@ana where several networks "
        "have one. Every fact stands with the payload's network it came from and when it was first and last seen "
        "there.",
        {{"limit", "N", "How many lines of history to show, at most 200; otherwise 20"}},
        {"fanal fan @ana", "fanal fan mastodon:@ana --json"}};
}

int view_fan(const Call& call) {
    const auto limit = call.number("limit", usual_limit);
    const FanView view = app::view_fan(*call.open(), call.arguments[0]);
    call.terminal.out << (call.json ? json::to_json(view) + "\n" : fan_text(call.terminal, view, limit));
    return 0;
}

}  // namespace fanal::cli
