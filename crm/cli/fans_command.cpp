#include <algorithm>
#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/fan_output.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/table.hpp"
#include "crm/json/json.hpp"
#include "crm/text/nearest.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

constexpr std::int64_t usual_limit = 20;

std::vector<std::string> sort_fields() {
    std::vector<std::string> fields(score_sort_fields.begin(), score_sort_fields.end());
    for (const char* const suffix : {"_given", "_received"}) {
        for (std::size_t kind = 0; kind < interaction_kind_names.size(); ++kind) {
            fields.push_back(std::string(plural(static_cast<InteractionKind>(kind))) + suffix);
        }
    }
    return fields;
}

void check_sort_field(const std::string& sort) {
    const auto fields = sort_fields();
    if (std::find(fields.begin(), fields.end(), sort) != fields.end()) {
        return;
    }
    const std::vector<std::string_view> names(fields.begin(), fields.end());
    const std::string_view meant = text::nearest(sort, names);
    throw Error(ErrorKind::bad_input, "Fans cannot be sorted by \"" + sort + "\"; " +
                                          (meant.empty() ? "`fanal fans --help` says by what they can."
                                                         : "did you mean " + std::string(meant) + "?"));
}

/// What the fans are sorted by, where the table's own columns do not show it.
std::optional<std::int64_t> sorted_count(const FanSummary& fan, std::string_view sort) {
    for (std::size_t kind = 0; kind < interaction_kind_names.size(); ++kind) {
        const std::string name(plural(static_cast<InteractionKind>(kind)));
        if (sort == name + "_given") {
            return fan.given[kind];
        }
        if (sort == name + "_received") {
            return fan.received[kind];
        }
    }
    return std::nullopt;
}

std::string fans_text(const Terminal& terminal, const std::vector<FanSummary>& fans, const std::string& sort,
                      std::optional<Instant> scores_as_of) {
    if (fans.empty()) {
        return "No fan is known yet.\n";
    }
    using enum Table::Kind;
    const bool by_count = sorted_count(fans.front(), sort).has_value();
    std::vector<Table::Column> columns = {{"fan", id}, {"name"}, {"networks"}, {"followers", number}};
    if (by_count) {
        columns.push_back({sort, number});
    } else {
        columns.insert(columns.end(), {{"given", number}, {"received", number}});
    }
    columns.insert(columns.end(), {{"influence", number}, {"pagerank", number}, {"core", number}});
    Table table(columns);
    for (const FanSummary& fan : fans) {
        std::vector<std::string> cells = {to_text(fan.fan_id), fan.display_name, joined(fan.networks),
                                          fan.followers_count ? grouped(*fan.followers_count) : ""};
        if (by_count) {
            cells.push_back(grouped(*sorted_count(fan, sort)));
        } else {
            cells.insert(cells.end(), {grouped(total(fan.given)), grouped(total(fan.received))});
        }
        cells.push_back(fan.scores ? decimal(fan.scores->influence, 2) : "");
        cells.push_back(fan.scores ? significant(fan.scores->pagerank) : "");
        cells.push_back(fan.scores ? grouped(fan.scores->core_number) : "");
        table.add(cells);
    }
    return table.text(terminal) + "\n" +
           (scores_as_of ? "Scores as of " + moment(*scores_as_of) + " UTC."
                         : "Scores are not computed yet: fanal scores refresh") +
           "\n";
}

}  // namespace

Help fans_help() {
    return {
        "Sorted by one of: influence, pagerank, core_number, followers_count; or by a count of what a fan "
        "did or was done by others: posts, comments, mentions, messages, reactions, reshares, quotes or follows, "
        "followed by _given or _received. `influence` is what a fan sets in motion; `fanal scores "
        "evaluate` says how well it and the other scores told who would be taken up next.",
        {{"sort", "FIELD", "What to sort by, largest first; otherwise influence"},
         {"limit", "N", "How many to list; otherwise 20"}},
        {"fanal fans --sort reshares_received --limit 10"}};
}

int list_fans(const Call& call) {
    const std::string sort = call.text("sort", "influence");
    check_sort_field(sort);
    const auto limit = call.number("limit", usual_limit);
    const auto store = call.open();
    const auto fans = app::list_fans(*store, sort, limit);
    call.terminal.out << (call.json ? json::to_json(fans) + "\n"
                                    : fans_text(call.terminal, fans, sort, app::scores_as_of(*store)));
    return 0;
}

}  // namespace fanal::cli
