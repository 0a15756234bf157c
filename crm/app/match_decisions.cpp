#include <algorithm>
#include <functional>
#include <map>
#include <utility>
#include <vector>

#include "crm/app/match_ranking.hpp"
#include "crm/app/matches.hpp"
#include "crm/app/merges.hpp"
#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/identity/match_settings.hpp"
#include "crm/storage/decision_rows.hpp"
#include "crm/storage/fan_rows.hpp"
#include "crm/storage/separation_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

using Ranked = MatchRanking::Ranked;

constexpr std::size_t least_certain_max = 10;

/// "handle=9120;name=7840;prior=-6810;others=-20", behind why it was decided, if anybody said; and the model's id.
MergeGrounds grounds_of(storage::Store& store, const Ranked& match, std::string_view act, const Decision& decision) {
    std::string text = decision.why.empty() ? "" : decision.why + " | ";
    const storage::MatchRow row = storage::find_match(store, match.bits.match_id).value();
    for (const MatchPart& part : row.parts) {
        text += part.name + "=" + std::to_string(part.millibits) + ";";
    }
    return {act, row.model_id, text + "others=" + std::to_string(match.total - match.bits.millibits)};
}

void accept(storage::Store& store, const Ranked& match, const Decision& decision) {
    add_merge(store, match.bits.profile_id, match.bits.other_profile_id, decision,
              grounds_of(store, match, "accept", decision));
}

void log(storage::Store& store, const Ranked& match, std::string_view act, const Decision& decision) {
    const MergeGrounds grounds = grounds_of(store, match, act, decision);
    storage::append_decision(store, {decision.at,
                                     decision.by,
                                     grounds.act,
                                     grounds.model_id,
                                     {},
                                     match.bits.profile_id,
                                     match.bits.other_profile_id,
                                     grounds.evidence});
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

/// Of the matches to be accepted at once, those that leave each person with one profile on a network, and none with two
/// that somebody said are two people; the most probable first.
class PersonsToBe {
  public:
    explicit PersonsToBe(storage::Store& store) : store_(store), reader_(store) {}

    /// Whether both persons can become one beside those that were joined before; if so, they are.
    bool join(const storage::MatchBits& match) {
        const FanId one = root(match.fan_id), other = root(match.other_fan_id);
        if (one == other || are_apart(profiles_.at(one), profiles_.at(other))) {
            return false;
        }
        auto& profiles = profiles_.at(one);
        profiles.insert(profiles.end(), profiles_.at(other).begin(), profiles_.at(other).end());
        joined_[other] = one;
        return true;
    }

  private:
    FanId root(FanId fan) {
        while (joined_.contains(fan)) {
            fan = joined_.at(fan);
        }
        if (!profiles_.contains(fan)) {
            for (const Profile& profile : reader_.profiles_of(fan)) {
                profiles_[fan].push_back({profile.profile_id, profile.network});
            }
        }
        return fan;
    }

    using Profiles = std::vector<std::pair<ProfileId, std::string>>;

    bool are_apart(const Profiles& ones, const Profiles& others) {
        for (const auto& [one, network] : ones) {
            for (const auto& [other, other_network] : others) {
                if (network == other_network || storage::rejected_at(store_, one, other)) {
                    return true;
                }
            }
        }
        return false;
    }

    storage::Store& store_;
    storage::FanReader reader_;
    std::map<FanId, FanId> joined_;
    std::map<FanId, Profiles> profiles_;
};

/// What nobody would be shown one by one is not accepted at once either.
std::vector<const Ranked*> acceptable(storage::Store& store, const MatchRanking& ranking, double above) {
    const double least = std::max(above, identity::propose_probability);
    std::vector<const Ranked*> found;
    for (const Ranked& match : ranking.all()) {
        if (match.state == MatchState::proposed && match.probability.probability >= least) {
            found.push_back(&match);
        }
    }
    std::stable_sort(found.begin(), found.end(), [](const Ranked* a, const Ranked* b) { return a->total > b->total; });
    PersonsToBe persons(store);
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
        if (match.state == MatchState::closed) {
            refuse(
                "One of the two is a person with a profile on the other's network already: if they are one all the "
                "same, `fanal fan " +
                to_text(match.bits.fan_id) + " merge " + to_text(match.bits.other_fan_id) + "` joins them.");
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
    const std::vector<const Ranked*> matches = acceptable(store, ranking, above.value_or(identity::bulk_probability));
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
