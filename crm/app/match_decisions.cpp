#include <algorithm>
#include <functional>
#include <map>
#include <set>

#include "crm/app/match_ranking.hpp"
#include "crm/app/matches.hpp"
#include "crm/app/merges.hpp"
#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/identity/match_settings.hpp"
#include "crm/storage/decision_rows.hpp"
#include "crm/storage/separation_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

using Ranked = MatchRanking::Ranked;

constexpr std::size_t least_certain_max = 10;

/// "handle=9120;name=7840;prior=-6810;others=-20", behind why it was decided, if anybody said.
std::string evidence_of(storage::Store& store, const Ranked& match, const Decision& decision) {
    std::string text = decision.why.empty() ? "" : decision.why + " | ";
    const storage::MatchRow row = storage::find_match(store, match.bits.match_id).value();
    for (const MatchPart& part : row.parts) {
        text += part.name + "=" + std::to_string(part.millibits) + ";";
    }
    return text + "others=" + std::to_string(match.total - match.bits.millibits);
}

std::int64_t model_of(storage::Store& store, const Ranked& match) {
    return storage::find_match(store, match.bits.match_id).value().model_id;
}

void accept(storage::Store& store, const Ranked& match, const Decision& decision) {
    add_merge(store, match.bits.profile_id, match.bits.other_profile_id, decision,
              {"accept", model_of(store, match), evidence_of(store, match, decision)});
}

void log(storage::Store& store, const Ranked& match, std::string_view act, const Decision& decision) {
    storage::append_decision(store, {decision.at,
                                     decision.by,
                                     act,
                                     model_of(store, match),
                                     {},
                                     match.bits.profile_id,
                                     match.bits.other_profile_id,
                                     evidence_of(store, match, decision)});
}

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::conflict, sentence);
}

/// Decides one match in a transaction, and gives what it is then.
Match decide(storage::Store& store, std::string_view id, const Decision& decision,
             const std::function<void(const Ranked&)>& act) {
    check(decision);
    storage::Transaction transaction(store.database());
    {
        const MatchRanking ranking(store);
        act(find_match(ranking, id));
    }
    settle_merges(store);
    transaction.commit();
    return view_match(store, id);
}

/// Of the matches to be accepted at once, those that leave each person with one profile on a network, the most probable
/// first.
class PersonsToBe {
  public:
    /// Whether both persons can become one beside those that were joined before; if so, they are.
    bool join(const storage::MatchBits& match) {
        const FanId one = root(match.fan_id, match.network);
        const FanId other = root(match.other_fan_id, match.other_network);
        auto& networks = networks_.at(one);
        const auto& others = networks_.at(other);
        if (one == other || std::any_of(others.begin(), others.end(),
                                        [&](const std::string& network) { return networks.contains(network); })) {
            return false;
        }
        networks.insert(others.begin(), others.end());
        joined_[other] = one;
        return true;
    }

  private:
    FanId root(FanId fan, const std::string& network) {
        while (joined_.contains(fan)) {
            fan = joined_.at(fan);
        }
        networks_[fan].insert(network);
        return fan;
    }

    std::map<FanId, FanId> joined_;
    std::map<FanId, std::set<std::string>> networks_;
};

std::vector<const Ranked*> acceptable(const MatchRanking& ranking, double above) {
    std::vector<const Ranked*> found;
    for (const Ranked& match : ranking.all()) {
        if (match.state == MatchState::proposed && match.probability.probability >= above) {
            found.push_back(&match);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Ranked* a, const Ranked* b) { return a->total > b->total; });
    PersonsToBe persons;
    std::erase_if(found, [&](const Ranked* match) { return !persons.join(match->bits); });
    return found;
}

}  // namespace

Match accept_match(storage::Store& store, std::string_view id, const Decision& decision) {
    return decide(store, id, decision, [&](const Ranked& match) {
        if (match.state == MatchState::accepted) {
            refuse("The two are one fan already.");
        }
        if (match.state == MatchState::rejected) {
            refuse("The two are kept apart: a person said that they are two people, or undid their link.");
        }
        accept(store, match, decision);
    });
}

Match reject_match(storage::Store& store, std::string_view id, const Decision& decision) {
    return decide(store, id, decision, [&](const Ranked& match) {
        if (match.state == MatchState::accepted) {
            refuse("The two are one fan: undo their merge first; `fanal fan " + to_text(match.bits.fan_id) +
                   "` shows it.");
        }
        if (storage::rejected_at(store, match.bits.profile_id, match.bits.other_profile_id)) {
            refuse("That the two are two people was said before.");
        }
        storage::add_separation(store, match.bits.profile_id, match.bits.other_profile_id,
                                storage::SeparationReason::rejected, decision.at);
        log(store, match, "reject", decision);
    });
}

Match forget_match(storage::Store& store, std::string_view id, const Decision& decision) {
    return decide(store, id, decision, [&](const Ranked& match) {
        if (!storage::rejected_at(store, match.bits.profile_id, match.bits.other_profile_id)) {
            refuse("Nobody said that the two are two people, so there is nothing to forget.");
        }
        storage::remove_rejection(store, match.bits.profile_id, match.bits.other_profile_id);
        log(store, match, "forget", decision);
    });
}

AcceptedMatches accept_matches(storage::Store& store, std::optional<double> above,
                               const std::optional<Decision>& decision) {
    if (decision) {
        check(*decision);
    }
    storage::Transaction transaction(store.database());
    const MatchRanking ranking(store);
    const std::vector<const Ranked*> matches = acceptable(ranking, above.value_or(identity::bulk_probability));
    AcceptedMatches found;
    found.matches_count = static_cast<std::int64_t>(matches.size());
    found.accepted = decision.has_value();
    for (const Ranked* match : matches) {
        found.wrong_expected_count += 1 - match->probability.probability;
    }
    for (std::size_t i = matches.size(); i > 0 && found.least_certain.size() < least_certain_max; --i) {
        found.least_certain.push_back(view(store, *matches[i - 1]));
    }
    if (decision) {
        for (const Ranked* match : matches) {
            accept(store, *match, *decision);
        }
        settle_merges(store);
    }
    transaction.commit();
    return found;
}

}  // namespace fanal::app
