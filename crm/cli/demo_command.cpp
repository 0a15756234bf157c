#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/fan_output.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/import_output.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {
namespace {

/// Brings the payloads in as anyone's, with the demo's own presences declared and the scores computed.
int import_demo(const Call& call, const std::string& folder, Instant ends_at) {
    const auto store = call.open_or_create();
    for (const AccountSighting& account : app::demo_accounts()) {
        app::add_account(*store, account.network, account.remote_id, account.handle, account.display_name);
    }
    const Imported imported = import_with_progress(call, *store, {folder}, {});
    call.terminal.out << (call.json ? json::to_json(imported.report) + "\n"
                                    : import_text(call.terminal, imported.report));
    if (imported.interrupted) {
        return interrupted_exit_code;
    }
    const ScoresReport scores = app::refresh_scores(*store, ends_at);
    if (!call.json) {
        call.terminal.out << scores_text(scores) << "\nNext: fanal queue --explain"
                          << (call.db == "fanal.db" ? "" : " --db " + call.db) << "\n";
    }
    return 0;
}

}  // namespace

Help demo_help() {
    return {
        "Writes payloads in the networks' own formats: a seafood bar in Bordeaux prepares an evening of oysters and "
        "white wine. The same numbers and the same last day give the same bytes. With --import they are brought into "
        "the database as anyone's payloads would be, with the bar's presences declared and scores computed.",
        {{"fans", "N", "How many people; otherwise 400"},
         {"days", "N", "How many days they talk; otherwise 30"},
         {"seed", "N", "Another number gives other people; otherwise 7"},
         {"out", "DIR", "The folder to write to; otherwise demo-payloads"},
         {"now", "INSTANT", "When the story ends; otherwise the clock's"},
         {"import", "", "Bring them into the database at once"}},
        {"fanal demo --import", "fanal demo --fans 5000 --days 90 --out payloads"}};
}

int write_demo(const Call& call) {
    app::DemoPlan plan;
    plan.fans_count = call.number("fans", plan.fans_count);
    plan.days_count = call.number("days", plan.days_count);
    plan.seed = static_cast<std::uint64_t>(call.number("seed", static_cast<std::int64_t>(plan.seed), 0));
    plan.ends_at = call.instant("now");
    const std::string folder = call.text("out", "demo-payloads");
    const std::int64_t files_count = app::write_demo(folder, plan);
    if (!call.json) {
        call.terminal.out << counted(files_count, "file", "files") << " written to " << folder << std::endl;
    } else if (!call.has("import")) {
        call.terminal.out << "{\"files_count\":" << files_count << "}\n";
    }
    return call.has("import") ? import_demo(call, folder, plan.ends_at) : 0;
}

}  // namespace fanal::cli
