#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/fan_output.hpp"
#include "crm/cli/format.hpp"
#include "crm/json/json.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

constexpr std::int64_t usual_limit = 20;

constexpr Option by_option = {"by", "NAME", "Who decides, for the record; otherwise your name on this machine"};
constexpr Option why_option = {"why", "TEXT", "Why, for the record"};

app::Decision decision_of(const Call& call) {
    return {call.by(), call.text("why"), call.clock()};
}

void print(const Call& call, const MergeView& merge, const std::string& sentence) {
    call.terminal.out << (call.json ? json::to_json(merge) + "\n" : sentence_text(call.terminal, sentence));
}

std::string pair_text(const MergeView& merge) {
    return merged_profile_text(merge.profile) + " and " + merged_profile_text(merge.other_profile);
}

int verify_decisions(const Call& call, storage::Store& store) {
    const DecisionLogCheck check = app::check_decisions(store);
    if (!check.problem.empty()) {
        throw Error(ErrorKind::conflict, check.problem);
    }
    if (call.json) {
        call.terminal.out << json::to_json(check) << "\n";
    } else if (check.decisions_count == 0) {
        call.terminal.out << "Nothing was decided yet.\n";
    } else {
        call.terminal.out << counted(check.decisions_count, "decision", "decisions") << ", as they were written"
                          << (check.erased_count == 0
                                  ? std::string()
                                  : "; of " + grouped(check.erased_count) + " it was erased whom they were about")
                          << ". The last digest, to note elsewhere:\n"
                          << check.last_digest << "\n";
    }
    return 0;
}

}  // namespace

Help fan_merge_help() {
    return {
        "Says that ID and OTHER are one person. Each is the id of a profile, the id of a fan, which stands for the "
        "fan's first profile, or a handle as `fanal fan` takes it. No interaction changes, answers go to the profile "
        "that wrote, and `fanal merge ID undo` takes it back at any time.",
        {by_option, why_option},
        {"fanal fan x:@ana merge mastodon:@ana@mas.to --why \"She told us\""}};
}

int merge_fan(const Call& call) {
    const MergeView merge = app::merge_fans(*call.open(), call.arguments[0], call.arguments[1], decision_of(call));
    print(call, merge,
          pair_text(merge) + " are one fan now, " + to_text(merge.fan_id) + ". `fanal merge " +
              to_text(merge.merge_id) + " undo` takes it back.");
    return 0;
}

Help fan_do_not_link_help() {
    return {
        "For a fan who objects: each of their profiles becomes a fan of its own, and nothing links it again, neither "
        "the networks nor a person, also after it was erased and imported anew. What is kept of the objection is a "
        "hash under a key of this database. There is no way back.",
        {by_option, why_option},
        {"fanal fan x:@ana do-not-link --why \"Her letter of 3 May\""}};
}

int object_to_linking(const Call& call) {
    const auto fans = app::object_to_linking(*call.open(), call.arguments[0], decision_of(call));
    if (call.json) {
        call.terminal.out << json::to_json(fans) << "\n";
        return 0;
    }
    std::vector<std::string> ids;
    for (const FanId fan : fans) {
        ids.push_back(to_text(fan));
    }
    call.terminal.out << sentence_text(call.terminal, "Nothing links " + joined(ids) + " from now on.");
    return 0;
}

Help merges_help() {
    return {
        "Lists the merges that stand, the newest first: which two profiles are one person, who decided so and on what "
        "grounds.",
        {{"limit", "N", "How many to show; otherwise 20"}, {"verify", "", "Check the log of decisions instead"}},
        {"fanal merges", "fanal merges --verify"}};
}

int list_merges(const Call& call) {
    const auto limit = call.number("limit", usual_limit);
    const auto store = call.open();
    if (call.has("verify")) {
        return verify_decisions(call, *store);
    }
    const auto merges = app::list_merges(*store, limit);
    const std::int64_t merges_count = app::count_merges(*store);
    if (call.json) {
        call.terminal.out << json::to_json(merges, merges_count) << "\n";
        return 0;
    }
    const auto shown = static_cast<std::int64_t>(merges.size());
    call.terminal.out << (merges.empty() ? "No profiles are merged.\n" : merges_text(call.terminal, merges, 0));
    if (shown < merges_count) {
        call.terminal.out << "… and " << grouped(merges_count - shown) << " more; --limit shows them\n";
    }
    return 0;
}

Help merge_undo_help() {
    return {
        "Takes a merge back, as `fanal merges` lists it. Everything, scores and queue included, becomes what it would "
        "be without it. A link that the networks vouch for stays undone; `fanal fan ID merge OTHER` joins the two "
        "again.",
        {by_option, why_option},
        {"fanal merge 4413509630068233792 undo"}};
}

int undo_merge(const Call& call) {
    const MergeView merge = app::undo_merge(*call.open(), call.arguments[0], decision_of(call));
    print(call, merge, "The merge of " + pair_text(merge) + " is undone.");
    return 0;
}

}  // namespace fanal::cli
