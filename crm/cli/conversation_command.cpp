#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/queue_output.hpp"
#include "crm/json/json.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

constexpr std::size_t text_lines_max = 1000;

std::string entry_text(const Terminal& terminal, const ConversationEntry& entry) {
    std::string who = fitted(entry.display_name.empty() ? "someone unknown" : entry.display_name, 40);
    who += entry.ours ? " (us)" : "";
    const std::string rest = "  " + moment(entry.occurred_at) + "  " + std::string(to_text(entry.kind));
    std::string text =
        styled(terminal, entry.ours ? Style::good : Style::strong, who) + styled(terminal, Style::faint, rest) + "\n";
    if (entry.removed) {
        return text + "  (gone on the network)\n\n";
    }
    return text + wrapped(entry.text, static_cast<std::size_t>(terminal.width) - 2, 2, text_lines_max) + "\n";
}

std::string conversation_text(const Terminal& terminal, const ConversationView& view, Instant now) {
    std::string text;
    if (view.post) {
        text += entry_text(terminal, *view.post);
    }
    for (const ConversationEntry& entry : view.entries) {
        text += entry_text(terminal, entry);
    }
    if (!view.queue_item) {
        return text + "Nothing here waits for an answer.\n";
    }
    text += "Waits " + duration(now.ms - view.queue_item->waiting_since.ms) + ":\n";
    return text + explanation_text(terminal, *view.queue_item);
}

}  // namespace

Help conversation_help() {
    return {
        "Shows a thread with one profile, oldest first, our replies among it. ID is as `fanal queue` prints it. "
        "Instants are in UTC.",
        {{"now", "INSTANT", "Say how long it waits as of this instant; otherwise the clock's"}},
        {"fanal conversation 3104118264427861-7720144193370216"}};
}

int view_conversation(const Call& call) {
    const auto id = parse_conversation_id(call.arguments[0]);
    if (!id) {
        throw Error(ErrorKind::bad_input,
                    "\"" + call.arguments[0] + "\" is not a conversation's id; `fanal queue` prints them.");
    }
    const Instant now = call.instant("now");
    const ConversationView view = app::view_conversation(*call.open(), *id, now);
    call.terminal.out << (call.json ? json::to_json(view) + "\n" : conversation_text(call.terminal, view, now));
    return 0;
}

}  // namespace fanal::cli
