#include "crm/cli/match_output.hpp"

#include <algorithm>

#include "crm/cli/display.hpp"
#include "crm/cli/fan_output.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/table.hpp"

namespace fanal::cli {
namespace {

/// Nobody is surer than 99.9 %.
std::string percent(double probability) {
    return decimal(100 * std::min(probability, 0.999), 1) + " %";
}

/// "+14.120": thousandths are written out, so that a person who adds up gets the total.
std::string bits(std::int64_t millibits) {
    const std::int64_t size = millibits < 0 ? -millibits : millibits;
    const std::string fraction = std::to_string(1000 + size % 1000).substr(1);
    return (millibits < 0 ? "-" : "+") + std::to_string(size / 1000) + "." + fraction;
}

/// What a part of both profiles' own words means; empty for another part.
std::string_view trait_meaning(std::string_view part) {
    return part == "link"     ? "one lists the address where the other stands"
           : part == "site"   ? "both list the same address"
           : part == "email"  ? "both write the same e-mail address"
           : part == "avatar" ? "the same picture, from the same place"
           : part == "bio"    ? "a rare word in both bios"
                              : "";
}

/// What a part means for these two.
std::string meaning(const MatchPart& part) {
    if (part.name == "handle" || part.name == "name" || part.name == "place") {
        return part.compared.empty() ? "not said on both sides" : part.compared;
    }
    if (const auto said = trait_meaning(part.name); !said.empty()) {
        return std::string(said);
    }
    if (part.name == "prior") {
        return "how rarely two that are alike at all are one person";
    }
    return part.millibits == 0 ? "no other profile fits as well" : "other profiles fit as well";
}

std::string evidence_text(const Terminal& terminal, const Match& match) {
    using enum Table::Kind;
    Table table({{"evidence", id}, {"bits", number}, {"", whole}});
    for (const MatchPart& part : match.parts) {
        table.add({part.name, bits(part.millibits), meaning(part)});
    }
    table.add({"total", bits(match.total_millibits), ""});
    return table.text(terminal);
}

std::string sides_text(const Terminal& terminal, const Match& match) {
    const MatchSide& one = match.profile;
    const MatchSide& other = match.other_profile;
    using enum Table::Kind;
    Table table({{"", id}, {one.network, whole}, {other.network, whole}});
    const auto row = [&](std::string name, std::string left, std::string right) {
        if (!left.empty() || !right.empty()) {
            table.add({std::move(name), std::move(left), std::move(right)});
        }
    };
    const auto count = [](std::optional<std::int64_t> number) { return number ? grouped(*number) : std::string(); };
    const auto when = [](const std::optional<Instant>& at) { return at ? moment(*at) : std::string(); };
    row("name", one.display_name, other.display_name);
    row("handle", one.handle, other.handle);
    row("place", one.place, other.place);
    row("bio", one.bio, other.bio);
    row("address", one.url, other.url);
    row("followers", count(one.followers_count), count(other.followers_count));
    row("interactions", grouped(one.interactions_count), grouped(other.interactions_count));
    row("waiting", grouped(one.waiting_count), grouped(other.waiting_count));
    row("first", when(one.first_interaction_at), when(other.first_interaction_at));
    row("last", when(one.last_interaction_at), when(other.last_interaction_at));
    row("fan", to_text(one.fan_id), to_text(other.fan_id));
    row("networks", joined(one.fan_networks), joined(other.fan_networks));
    return table.text(terminal);
}

std::string state_text(const Match& match) {
    if (match.state == "accepted") {
        return "The two are one fan.";
    }
    if (match.state == "rejected") {
        return "The two are kept apart; `fanal match " + to_text(match.match_id) + " forget` takes that back.";
    }
    if (match.state == "closed") {
        return "Not proposed: both are fans with a profile on one network already.";
    }
    const std::string asks =
        "`fanal match " + to_text(match.match_id) + " accept` makes them one fan, `reject` keeps them apart.";
    return match.state == "repeated" ? "Another match, on more evidence, asks the same of the two fans. " + asks : asks;
}

}  // namespace

std::string match_side_text(const MatchSide& side) {
    const std::string& name = side.handle.empty() ? side.display_name : side.handle;
    return side.network + " " + (name.empty() ? side.remote_id : name);
}

std::string matches_text(const Terminal& terminal, const std::vector<Match>& matches) {
    const auto side = [](const MatchSide& one) {
        return match_side_text(one) + (one.handle.empty() || one.display_name.empty() ? "" : ", " + one.display_name);
    };
    using enum Table::Kind;
    Table table({{"match", id}, {"probability", number}, {"profile", whole}, {"and", whole}});
    for (const Match& match : matches) {
        table.add(
            {to_text(match.match_id), percent(match.probability), side(match.profile), side(match.other_profile)});
    }
    return table.text(terminal);
}

std::string separations_text(const Terminal& terminal, const std::vector<SeparationView>& separations) {
    using enum Table::Kind;
    Table table({{"match", id}, {"profile", whole}, {"and", whole}, {"why", id}, {"when", id}});
    for (const SeparationView& one : separations) {
        table.add({to_text(one.match_id), merged_profile_text(one.profile), merged_profile_text(one.other_profile),
                   one.reason, day(one.decided_at)});
    }
    return table.text(terminal);
}

std::string match_text(const Terminal& terminal, const Match& match) {
    std::string sentence = "One person with " + percent(match.probability) + " (" + percent(match.probability_low) +
                           " to " + percent(match.probability_high) + "), by model " + std::to_string(match.model_id);
    sentence += match.decisions_count == 0 ? "; people decided nothing yet about matches as probable."
                                           : " and " + counted(match.decisions_count, "decision", "decisions") +
                                                 " of people about matches as probable.";
    return styled(terminal, Style::faint, "match " + to_text(match.match_id)) + "\n" + sides_text(terminal, match) +
           "\n" + evidence_text(terminal, match) + "\n" + sentence_text(terminal, sentence) +
           sentence_text(terminal, state_text(match));
}

std::string accepted_matches_text(const Terminal& terminal, const AcceptedMatches& accepted) {
    if (accepted.matches_count == 0) {
        return "No match is as probable.\n";
    }
    const std::string count = counted(accepted.matches_count, "match", "matches");
    const std::string wrong = decimal(accepted.wrong_expected_count, 1);
    std::string text = sentence_text(
        terminal, accepted.accepted ? count + " accepted, of which " + wrong +
                                          " are expected to be wrong. `fanal "
                                          "merges` lists them, each to be undone by itself."
                                    : count + " would be accepted, of which " + wrong +
                                          " are expected to be wrong; --yes does it, and with --digest " +
                                          accepted.digest + " only as long as it is these. The least certain:");
    return accepted.accepted ? text : text + matches_text(terminal, accepted.least_certain);
}

}  // namespace fanal::cli
