#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/fan_output.hpp"
#include "crm/cli/format.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {

Help scores_refresh_help() {
    return {
        "Computes PageRank, engagement received and core numbers from the interactions up to an instant, and reorders "
        "the queue by them. With --as-of they are what they would have been then.",
        {{"as-of", "INSTANT", "Count interactions up to this instant alone; otherwise the clock's"}},
        {"fanal scores refresh --as-of 2026-11-01"}};
}

std::string scores_text(const ScoresReport& report) {
    return "Scores of " + counted(report.fans_count, "fan", "fans") + " and " +
           counted(report.edges_count, "tie", "ties") + " as of " + moment(report.as_of) + " UTC, in " +
           decimal(report.seconds, 1) + " s\n";
}

int refresh_scores(const Call& call) {
    const Instant as_of = call.instant("as-of");
    const ScoresReport report = app::refresh_scores(*call.open(), as_of);
    call.terminal.out << (call.json ? json::to_json(report) + "\n" : scores_text(report));
    return 0;
}

}  // namespace fanal::cli
