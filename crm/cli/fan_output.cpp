#include "crm/cli/fan_output.hpp"

#include <algorithm>
#include <numeric>

#include "crm/cli/display.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/table.hpp"

namespace fanal::cli {
namespace {

std::string heading(const Terminal& terminal, std::string_view text) {
    return "\n" + styled(terminal, Style::strong, text) + "\n";
}

std::string profile_text(const Terminal& terminal, const Profile& profile) {
    std::string line = profile.network + (profile.handle.empty() ? "" : " " + profile.handle);
    if (profile.followers_count) {
        line += ", " + counted(*profile.followers_count, "follower", "followers");
    }
    line += ", remote_id " + profile.remote_id;
    constexpr std::size_t lines_max = 4;
    std::string text = wrapped(line, static_cast<std::size_t>(terminal.width) - 2, 2, lines_max);
    if (profile.facts.empty()) {
        return text;
    }
    constexpr auto id = Table::Kind::id;
    Table table({{"field", id}, {"value", Table::Kind::whole}, {"from"}, {"first seen", id}, {"last seen", id}});
    for (const Fact& fact : profile.facts) {
        table.add({fact.field, fact.value, fact.source, day(fact.first_observed_at), day(fact.last_observed_at)});
    }
    return text + table.text(terminal, 4);
}

/// What each profile says now, where they do not say the same.
std::string disagreements_text(const Terminal& terminal, const FanView& view) {
    using enum Table::Kind;
    Table table({{"field", id}, {"value", whole}, {"says", whole}, {"from"}, {"last seen", id}});
    for (const SaidFact& said : view.disagreements) {
        const auto profile = std::find_if(view.profiles.begin(), view.profiles.end(),
                                          [&said](const Profile& one) { return one.profile_id == said.profile_id; });
        const std::string handle = profile == view.profiles.end() ? std::string() : " " + profile->handle;
        table.add({said.fact.field, said.fact.value, said.network + handle, said.fact.source,
                   day(said.fact.last_observed_at)});
    }
    return table.text(terminal, 2);
}

std::string counts_text(const Terminal& terminal, const FanSummary& fan) {
    using enum Table::Kind;
    Table table({{""}, {"given", number}, {"received", number}});
    for (std::size_t kind = 0; kind < fan.given.size(); ++kind) {
        if (fan.given[kind] + fan.received[kind] > 0) {
            table.add({std::string(plural(static_cast<InteractionKind>(kind))), grouped(fan.given[kind]),
                       grouped(fan.received[kind])});
        }
    }
    return total(fan.given) + total(fan.received) == 0 ? "  nothing yet\n" : table.text(terminal, 2);
}

std::string fan_scores_text(const FanView& view) {
    if (!view.summary.scores) {
        return "  not computed yet: fanal scores refresh\n";
    }
    const Scores& scores = *view.summary.scores;
    const std::string interval = scores.influence_low && scores.influence_high
                                     ? decimal(*scores.influence_low, 2) + " to " + decimal(*scores.influence_high, 2)
                                     : "not enough data for an interval";
    std::string text = "  influence " + decimal(scores.influence, 2) + " (" + interval + ")  pagerank " +
                       significant(scores.pagerank) + "  core " + grouped(scores.core_number) + "\n  " +
                       counted(scores.in_degree, "fan", "fans") + " acted towards this one, this one towards " +
                       counted(scores.out_degree, "fan", "fans") + "\n";
    return view.scores_as_of ? text + "  as of " + moment(*view.scores_as_of) + "\n" : text;
}

std::string history_text(const Terminal& terminal, const FanView& view, std::int64_t history_max) {
    Table table({{"when (UTC)"}, {"network"}, {"kind"}, {"text"}});
    const auto shown = std::min(view.history.size(), static_cast<std::size_t>(history_max));
    for (std::size_t i = 0; i < shown; ++i) {
        const HistoryEntry& entry = view.history[i];
        table.add({moment(entry.occurred_at), entry.network, std::string(to_text(entry.kind)),
                   entry.text.empty() ? entry.reaction : entry.text});
    }
    if (shown == 0) {
        return "  nothing that still stands\n";
    }
    const auto left = static_cast<std::int64_t>(view.history.size() - shown);
    return table.text(terminal, 2) + (left == 0 ? "" : "  … and " + grouped(left) + " more; --limit shows them\n");
}

}  // namespace

std::int64_t total(const KindCounts& counts) {
    return std::accumulate(counts.begin(), counts.end(), std::int64_t{0});
}

std::string merged_profile_text(const MergedProfile& profile) {
    const std::string& name = profile.handle.empty() ? profile.display_name : profile.handle;
    return profile.network + " " + (name.empty() ? to_text(profile.profile_id) : name);
}

std::string merges_text(const Terminal& terminal, const std::vector<MergeView>& merges, std::size_t indent) {
    using enum Table::Kind;
    Table table(
        {{"merge", id}, {"profile", whole}, {"and", whole}, {"decided by", id}, {"evidence", whole}, {"when", id}});
    for (const MergeView& merge : merges) {
        table.add({to_text(merge.merge_id), merged_profile_text(merge.profile),
                   merged_profile_text(merge.other_profile), merge.decided_by, merge.evidence, day(merge.merged_at)});
    }
    return table.text(terminal, indent);
}

std::string fan_text(const Terminal& terminal, const FanView& view, std::int64_t history_max) {
    const FanSummary& fan = view.summary;
    std::string text =
        styled(terminal, Style::strong, fitted(fan.display_name, static_cast<std::size_t>(terminal.width))) + "\n" +
        styled(terminal, Style::faint, "fan " + to_text(fan.fan_id)) + "\n";
    if (view.do_not_link) {
        text += "do not link: nothing joins these profiles with others, as the fan asked\n";
    }
    text += heading(terminal, "Profiles");
    for (const Profile& profile : view.profiles) {
        text += profile_text(terminal, profile);
    }
    if (!view.disagreements.empty()) {
        text += heading(terminal, "They disagree") + disagreements_text(terminal, view);
    }
    if (!view.merges.empty()) {
        text += heading(terminal, "Merges") + merges_text(terminal, view.merges, 2);
    }
    text += heading(terminal, "Counts") + counts_text(terminal, fan);
    text += heading(terminal, "Scores") + fan_scores_text(view);
    return text + heading(terminal, "History") + history_text(terminal, view, history_max);
}

}  // namespace fanal::cli
