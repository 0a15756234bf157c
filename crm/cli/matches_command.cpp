#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/fan_output.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/match_output.hpp"
#include "crm/json/json.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

constexpr std::int64_t usual_limit = 20;

constexpr Option by_option = {"by", "NAME", "Who decides, for the record; otherwise your name on this machine"};
constexpr Option why_option = {"why", "TEXT", "Why, for the record"};

std::optional<double> probability_of(const Call& call, std::string_view option) {
    const auto number = call.has(option) ? parse_probability(call.text(option)) : std::nullopt;
    if (call.has(option) && !number) {
        throw Error(ErrorKind::bad_input,
                    "--" + std::string(option) + " takes a number from 0 to 1, not \"" + call.text(option) + "\".");
    }
    return number;
}

app::Decision decision_of(const Call& call) {
    return {call.by(), call.text("why"), call.clock()};
}

int list_separations(const Call& call, std::int64_t limit) {
    const auto store = call.open();
    const auto separations = app::list_separations(*store, limit);
    const std::int64_t separations_count = app::count_separations(*store);
    if (call.json) {
        call.terminal.out << json::to_json(separations, separations_count) << "\n";
        return 0;
    }
    call.terminal.out << (separations.empty() ? "Nobody is kept apart.\n"
                                              : separations_text(call.terminal, separations));
    const auto shown = static_cast<std::int64_t>(separations.size());
    if (shown < separations_count) {
        call.terminal.out << "… and " << grouped(separations_count - shown) << " more; --limit shows them\n";
    }
    return 0;
}

int print(const Call& call, const Match& match, const std::string& sentence) {
    call.terminal.out << (call.json ? json::to_json(match) + "\n" : sentence_text(call.terminal, sentence));
    return 0;
}

std::string pair_text(const Match& match) {
    return match_side_text(match.profile) + " and " + match_side_text(match.other_profile);
}

}  // namespace

Help matches_help() {
    return {
        "Lists pairs of profiles on different networks that may be one person, the most valuable to decide first: "
        "probable, active on both sides, waiting for an answer; of two fans with several profiles the likest pair. No "
        "two are joined before a person says so.",
        {{"limit", "N", "How many to show; otherwise 20"},
         {"min-probability", "P", "From which probability on; otherwise 0.5"},
         {"rejected", "", "List instead what people keep apart, also what matches no more"}},
        {"fanal matches", "fanal matches --min-probability 0.9 --json", "fanal matches --rejected"}};
}

int list_matches(const Call& call) {
    const auto limit = call.number("limit", usual_limit);
    const auto least = probability_of(call, "min-probability");
    if (call.has("rejected")) {
        return list_separations(call, limit);
    }
    const MatchList list = app::list_matches(*call.open(), limit, least);
    if (call.json) {
        call.terminal.out << json::to_json(list) << "\n";
        return 0;
    }
    call.terminal.out << (list.matches.empty() ? "No two profiles look like one person.\n"
                                               : matches_text(call.terminal, list.matches));
    const auto shown = static_cast<std::int64_t>(list.matches.size());
    if (shown < list.matches_count) {
        call.terminal.out << "… and " << grouped(list.matches_count - shown) << " more; --limit shows them\n";
    }
    return 0;
}

Help match_help() {
    return {
        "Shows the two profiles of a match side by side, what speaks for one person and what against in bits, which "
        "add up to the total, and how probable that makes it.",
        {},
        {"fanal match 4413509630068233792"}};
}

int view_match(const Call& call) {
    const Match match = app::view_match(*call.open(), call.arguments[0]);
    call.terminal.out << (call.json ? json::to_json(match) + "\n" : match_text(call.terminal, match));
    return 0;
}

Help match_accept_help() {
    return {
        "Says that the two profiles of a match are one person, and makes them one fan. No interaction changes, answers "
        "go to the profile that wrote, and `fanal merge ID undo` takes it back at any time.",
        {by_option, why_option},
        {"fanal match 4413509630068233792 accept"}};
}

int accept_match(const Call& call) {
    const Match match = app::accept_match(*call.open(), call.arguments[0], decision_of(call));
    return print(call, match,
                 pair_text(match) + " are one fan now, " + to_text(match.profile.fan_id) + ". `fanal merge " +
                     to_text(match.merge_id) + " undo` takes it back.");
}

Help match_reject_help() {
    return {
        "Says that the two profiles of a match are two people: they are proposed no more, and nothing joins them. "
        "`fanal match ID forget` takes it back.",
        {by_option, why_option},
        {"fanal match 4413509630068233792 reject --why \"Father and son\""}};
}

int reject_match(const Call& call) {
    const Match match = app::reject_match(*call.open(), call.arguments[0], decision_of(call));
    return print(call, match,
                 pair_text(match) + " are two people from now on. `fanal match " + to_text(match.match_id) +
                     " forget` takes it back.");
}

Help match_forget_help() {
    return {
        "Takes back all that keeps the fans of a match apart: that they are two people, and that a link between them "
        "was "
        "undone for which the networks vouch. `fanal matches --rejected` lists it, also where the two match no more.",
        {by_option, why_option},
        {"fanal match 4413509630068233792 forget"}};
}

int forget_match(const Call& call) {
    const auto store = call.open();
    const auto separations = app::forget_match(*store, call.arguments[0], decision_of(call));
    if (call.json) {
        call.terminal.out << json::to_json(separations, app::count_separations(*store)) << "\n";
        return 0;
    }
    for (const SeparationView& one : separations) {
        call.terminal.out << sentence_text(call.terminal, merged_profile_text(one.profile) + " and " +
                                                              merged_profile_text(one.other_profile) +
                                                              " may be one person again.");
    }
    return 0;
}

Help matches_accept_help() {
    return {
        "Accepts all matches from a probability on at once. Without --yes it only says how many that are, how many of "
        "them are expected to be wrong, and which are the least certain.",
        {{"above", "P", "From which probability on; otherwise 0.99"},
         {"yes", "", "Do it"},
         {"digest", "TEXT", "Do it only if it is still what was shown under this digest"},
         by_option,
         why_option},
        {"fanal matches accept --above 0.99", "fanal matches accept --above 0.99 --yes"}};
}

int accept_matches(const Call& call) {
    const auto above = probability_of(call, "above");
    const auto decision = call.has("yes") ? std::optional(decision_of(call)) : std::nullopt;
    const AcceptedMatches found = app::accept_matches(*call.open(), above, decision, call.text("digest"));
    call.terminal.out << (call.json ? json::to_json(found) + "\n" : accepted_matches_text(call.terminal, found));
    return 0;
}

}  // namespace fanal::cli
