#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/queue_output.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {

constexpr std::int64_t usual_limit = 10;

Help queue_help() {
    return {
        "The order is a sum of signals in hours: a complaint of 12 h counts as if it had waited 12 hours longer. "
        "--explain shows each signal; they add up to the score.",
        {{"limit", "N", "How many conversations to list; otherwise 10"},
         {"explain", "", "Show what the score is made of"},
         {"now", "INSTANT", "Count the waiting up to this instant; otherwise the clock's"}},
        {"fanal queue --limit 3 --explain", "fanal queue --now 2026-11-23T18:00:00Z --json"}};
}

int list_queue(const Call& call) {
    const Instant now = call.instant("now");
    const auto limit = call.number("limit", usual_limit);
    const auto store = call.open();
    const auto items = app::list_queue(*store, limit, now);
    const std::int64_t waiting_count = app::count_queue(*store);
    if (call.json) {
        call.terminal.out << json::to_json(items, waiting_count) << "\n";
        return 0;
    }
    for (const QueueItem& item : items) {
        call.terminal.out << queue_item_text(call.terminal, item, now, call.has("explain")) << "\n";
    }
    call.terminal.out << (waiting_count == 0 ? "Nothing waits."
                                             : counted(waiting_count, "conversation waits", "conversations wait") + ".")
                      << "\n";
    if (waiting_count == 0 && app::list_accounts(*store).empty()) {
        call.terminal.out << "No account of ours is known, so nothing may seem to be said to us: `fanal account add` "
                             "declares one.\n";
    }
    return 0;
}

}  // namespace fanal::cli
