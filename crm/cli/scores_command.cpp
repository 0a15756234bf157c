#include <cmath>
#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/fan_output.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/import_output.hpp"
#include "crm/cli/interrupt.hpp"
#include "crm/cli/table.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {

Help scores_refresh_help() {
    return {
        "Computes influence, PageRank and core numbers from the interactions up to an instant, tests how well each "
        "would "
        "have told who is taken up next, and reorders the queue. With --as-of scores are what they would have been "
        "then. Ctrl-C stops, and leaves all scores as they were.",
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
    const auto store = call.open();
    const Interrupt interrupt;
    ProgressLine line(call.terminal);
    const ScoresReport report = app::refresh_scores(*store, as_of, [&](double done) {
        line.say("scores: " + std::to_string(std::lround(done * 100)) + " %");
        return !interrupt.asked();
    });
    line.clear();
    call.terminal.out << (call.json ? json::to_json(report) + "\n" : scores_text(report));
    return 0;
}

Help scores_evaluate_help() {
    return {
        "Holds every score against this database's own past: computed from the first 60, 70, 80 and 90 % of what fans "
        "did towards each other, how well would it have told who was taken up next? `ndcg@100` is how right the order "
        "of the first hundred was, `capture@100` how much of what the best hundred received went to them; 1 is as good "
        "as can be. `interactions_received` is the plain count to beat. Found out by the last refresh.",
        {},
        {"fanal scores evaluate"}};
}

namespace {

std::string evaluations_text(const Terminal& terminal, const std::vector<ScoreEvaluation>& evaluations,
                             std::optional<Instant> as_of) {
    if (!as_of) {
        return "Scores are not computed yet: fanal scores refresh\n";
    }
    if (evaluations.empty()) {
        return "Not enough data: fans did too little towards each other to tell how good the scores are.\n";
    }
    using enum Table::Kind;
    Table table({{"score"}, {"ndcg@100", number}, {"capture@100", number}});
    for (const ScoreEvaluation& one : evaluations) {
        table.add({one.score, decimal(one.ndcg_at_100, 3), decimal(one.capture_at_100, 3)});
    }
    const ScoreEvaluation& any = evaluations.front();
    return table.text(terminal) + "\nTried as of " + counted(any.splits_count, "instant", "instants") + " from " +
           moment(any.from_at) + " UTC on, against " +
           counted(any.received_count, "interaction that came", "interactions that came") + " after.\nScores as of " +
           moment(*as_of) + " UTC.\n";
}

}  // namespace

int evaluate_scores(const Call& call) {
    const auto store = call.open();
    const auto evaluations = app::evaluate_scores(*store);
    const auto as_of = app::scores_as_of(*store);
    call.terminal.out << (call.json ? json::to_json(evaluations, as_of) + "\n"
                                    : evaluations_text(call.terminal, evaluations, as_of));
    return 0;
}

}  // namespace fanal::cli
