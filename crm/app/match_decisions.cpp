#include <algorithm>
#include <functional>
#include <map>
#include <optional>
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
#include "models/digest.hpp"
#include "models/error.hpp"
#include "models/id_text.hpp"

namespace fanal::app {
namespace {

using Ranked = MatchRanking::Ranked;

constexpr std::size_t least_certain_max = 10;

/// "handle=9120;name=7840;prior=-6810;others=-20", behind why it was decided, if anybody said; and the model's id.
MergeGrounds grounds_of(storage::Store& store, const Ranked& match, std::string_view act, const Decision& decision) {
    const storage::MatchRow row = storage::MatchReader(store).find(match.bits.match_id).value();
    std::string text;
    for (const MatchPart& part : parts_of(row, match)) {
        text += (text.empty() ? "" : ";") + part.name + "=" + std::to_string(part.millibits);
    }
    return {act, row.model_id, decision.why.empty() ? text : decision.why + " | " + text};
}

void accept(storage::Store& store, const Ranked& match, const Decision& decision, bool in_bulk) {
    MergeGrounds grounds = grounds_of(store, match, "accept", decision);
    grounds.in_bulk = in_bulk;
    add_merge(store, match.bits.profile_id, match.bits.other_profile_id, decision, grounds);
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
    act(ranked_match(store, id));
    settle_merges(store);
    const Match decided = view_match(store, id);
    transaction.commit();
    return decided;
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

std::vector<const Ranked*> acceptable(storage::Store& store, const MatchRanking& ranking, double least) {
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

/// The same for the same matches.
std::string digest_of(const std::vector<const Ranked*>& matches) {
    constexpr std::size_t letters = 16;
    std::vector<MatchId> ids;
    for (const Ranked* match : matches) {
        ids.push_back(match->bits.match_id);
    }
    std::sort(ids.begin(), ids.end());
    std::string text;
    for (const MatchId id : ids) {
        text += to_text(id) + ",";
    }
    return sha256(text).substr(0, letters);
}

/// The pair of this id, and what keeps the two fans apart to whom its profiles belong.
struct Apart {
    bool is_known = false;  ///< there is a match or a separation of this id
    std::vector<storage::Separation> separations;
};

Apart find_apart(storage::Store& store, MatchId id) {
    storage::MatchReader reader(store);
    const std::vector<storage::Separation> all = storage::all_separations(store);
    Apart found;
    std::optional<std::pair<ProfileId, ProfileId>> pair;
    if (const auto row = reader.find(id)) {
        pair = {row->profile_id, row->other_profile_id};
    }
    for (const storage::Separation& one : all) {
        if (!pair && storage::match_id(one.profile_id, one.other_profile_id) == id) {
            pair = {one.profile_id, one.other_profile_id};
        }
    }
    if (!pair) {
        return found;
    }
    found.is_known = true;
    const auto fans = std::minmax({reader.fan_of(pair->first), reader.fan_of(pair->second)});
    for (const storage::Separation& one : all) {
        if (std::pair(one.profile_id, one.other_profile_id) == *pair ||
            std::minmax({reader.fan_of(one.profile_id), reader.fan_of(one.other_profile_id)}) == fans) {
            found.separations.push_back(one);
        }
    }
    return found;
}

SeparationView view(storage::FanReader& reader, const storage::Separation& separation) {
    return {storage::match_id(separation.profile_id, separation.other_profile_id), named(reader, separation.profile_id),
            named(reader, separation.other_profile_id), std::string(storage::to_text(separation.reason)),
            separation.decided_at};
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
        accept(store, match, decision, false);
    });
}

Match reject_match(storage::Store& store, std::string_view id, const Decision& decision) {
    return decide(store, id, decision, [&](const Ranked& match) {
        if (match.state == MatchState::accepted) {
            refuse("The two are one fan: undo their merge first; `fanal fan " + to_text(match.bits.fan_id) +
                   "` shows it.");
        }
        const auto apart = find_apart(store, match.bits.match_id).separations;
        if (std::any_of(apart.begin(), apart.end(), [](const storage::Separation& one) {
                return one.reason == storage::SeparationReason::rejected;
            })) {
            refuse("That the two are two people was said before.");
        }
        storage::add_separation(store, match.bits.profile_id, match.bits.other_profile_id,
                                storage::SeparationReason::rejected, decision.at);
        log(store, match, "reject", decision);
    });
}

std::vector<SeparationView> list_separations(storage::Store& store, std::int64_t limit) {
    std::vector<storage::Separation> separations = storage::all_separations(store);
    std::stable_sort(separations.begin(), separations.end(),
                     [](const auto& a, const auto& b) { return a.decided_at > b.decided_at; });
    separations.resize(std::min(separations.size(), static_cast<std::size_t>(limit)));
    storage::FanReader reader(store);
    std::vector<SeparationView> views;
    for (const storage::Separation& separation : separations) {
        views.push_back(view(reader, separation));
    }
    return views;
}

std::int64_t count_separations(storage::Store& store) {
    return static_cast<std::int64_t>(storage::all_separations(store).size());
}

std::vector<SeparationView> forget_match(storage::Store& store, std::string_view id, const Decision& decision) {
    check(decision);
    storage::Transaction transaction(store.database());
    const auto match_id = parse_id(id);
    const Apart apart = match_id ? find_apart(store, {*match_id}) : Apart();
    if (!apart.is_known) {
        throw Error(ErrorKind::not_found,
                    "There is no match " + std::string(id) +
                        " and no rejection; `fanal matches --rejected` lists what is kept apart.");
    }
    if (apart.separations.empty()) {
        refuse("Nobody said that the two are two people, so there is nothing to forget.");
    }
    storage::FanReader reader(store);
    std::vector<SeparationView> views;
    for (const storage::Separation& one : apart.separations) {
        views.push_back(view(reader, one));
        storage::remove_separation(store, one.profile_id, one.other_profile_id);
        storage::append_decision(store, {decision.at,
                                         decision.by,
                                         "forget",
                                         0,
                                         {},
                                         one.profile_id,
                                         one.other_profile_id,
                                         decision.why.empty() ? views.back().reason : decision.why});
    }
    settle_links(store);
    transaction.commit();
    return views;
}

AcceptedMatches accept_matches(storage::Store& store, std::optional<double> above,
                               const std::optional<Decision>& decision, std::string_view previewed) {
    if (decision) {
        check(*decision);
    }
    const double least = above.value_or(identity::bulk_probability);
    if (!(least >= identity::propose_probability)) {
        throw Error(ErrorKind::bad_input,
                    "What is less probable than 0.5 is not proposed, and so not accepted at once either.");
    }
    storage::Transaction transaction(store.database());
    const MatchRanking ranking(store);
    const std::vector<const Ranked*> matches = acceptable(store, ranking, least);
    AcceptedMatches found;
    found.matches_count = static_cast<std::int64_t>(matches.size());
    found.digest = digest_of(matches);
    if (!previewed.empty() && previewed != found.digest) {
        refuse("What would be accepted is no longer what the preview showed: look at a new one first.");
    }
    found.accepted = decision.has_value();
    for (const Ranked* match : matches) {
        found.wrong_expected_count += 1 - match->probability.probability;
    }
    for (std::size_t i = matches.size(); i > 0 && found.least_certain.size() < least_certain_max; --i) {
        found.least_certain.push_back(view(store, *matches[i - 1]));
    }
    if (decision) {
        for (const Ranked* match : matches) {
            accept(store, *match, *decision, true);
        }
        settle_merges(store);
    }
    transaction.commit();
    return found;
}

}  // namespace fanal::app
