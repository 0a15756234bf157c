#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "crm/app/settle.hpp"
#include "crm/app/settle_matches.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/identity/evaluation.hpp"
#include "crm/identity/match_crowd.hpp"
#include "crm/identity/network_matches.hpp"
#include "crm/storage/merge_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

/// The profiles of the database, and which of them are labelled.
struct Labelled {
    std::vector<identity::KnownProfile> profiles;
    std::vector<std::int64_t> labelled;  ///< each profile's number among the labelled ones, or -1
    std::map<ProfileId, std::uint32_t> numbers;
    std::vector<std::uint32_t> network_of;
    identity::Truth truth;
    std::int64_t unknown_count = 0;
};

Labelled read_labelled(storage::Store& store, const std::vector<LabelledProfile>& labels) {
    std::map<std::pair<std::string, std::string>, std::string> person_of;
    std::map<std::string, std::uint32_t> networks;
    for (const LabelledProfile& label : labels) {
        person_of[{label.network, label.remote_id}] = label.person;
        networks.try_emplace(label.network, static_cast<std::uint32_t>(networks.size()));
    }
    Labelled found;
    std::map<std::string, std::uint32_t> people;
    found.profiles = known_profiles(store, [&](const storage::ProfileNaming& profile) {
        found.labelled.push_back(-1);
        const auto label = person_of.find({profile.network, profile.remote_id});
        if (label != person_of.end()) {
            const auto number = static_cast<std::uint32_t>(found.network_of.size());
            found.labelled.back() = number;
            found.numbers[profile.profile_id] = number;
            found.network_of.push_back(networks.at(profile.network));
            found.truth.person.push_back(
                people.try_emplace(label->second, static_cast<std::uint32_t>(people.size())).first->second);
        }
    });
    found.unknown_count = static_cast<std::int64_t>(person_of.size() - found.network_of.size());
    return found;
}

/// What the model that serves says of the labelled profiles among all.
struct Pairs {
    std::vector<identity::RatedPair> candidates;  ///< that were looked at: 0 for those that were not kept
    std::vector<identity::RatedPair> best;
    std::vector<identity::WeighedPair> weighed;
};

Pairs match_labelled(const Labelled& labelled, const identity::MatchModel& model) {
    identity::MatchCrowd crowd(model);
    crowd.add(labelled.profiles);
    Pairs pairs;
    const auto rated = [&](std::uint32_t one, std::uint32_t other, double probability) {
        const std::int64_t a = labelled.labelled[one];
        const std::int64_t b = labelled.labelled[other];
        return a < 0 || b < 0 ? std::nullopt
                              : std::optional(identity::RatedPair{static_cast<std::uint32_t>(a),
                                                                  static_cast<std::uint32_t>(b), probability});
    };
    const auto matches = crowd.matches([&](std::uint32_t one, std::uint32_t other) {
        if (const auto pair = rated(one, other, 0)) {
            pairs.candidates.push_back(*pair);
        }
    });
    for (const identity::NetworkMatch& match : matches) {
        if (const auto pair = rated(match.profile, match.other, match.probability)) {
            pairs.weighed.push_back({pair->one, pair->other, match.total() / 1000.0});
            if (match.mutual_best) {
                pairs.best.push_back(*pair);
            }
        }
    }
    return pairs;
}

IdentityEvaluation::Said said(const identity::PairFigures& figures) {
    return {figures.precision, figures.recall, figures.f1, figures.recall_at_precision_99};
}

std::int64_t count_wrong_links(storage::Store& store, const Labelled& labelled) {
    const auto links = storage::merged_pairs(store, storage::MergeDecider::networks);
    return std::count_if(links.begin(), links.end(), [&](const std::pair<ProfileId, ProfileId>& link) {
        const auto one = labelled.numbers.find(link.first);
        const auto other = labelled.numbers.find(link.second);
        return one != labelled.numbers.end() && other != labelled.numbers.end() &&
               labelled.truth.person[one->second] != labelled.truth.person[other->second];
    });
}

}  // namespace

IdentityEvaluation evaluate_identity(storage::Store& store, const std::vector<LabelledProfile>& labels) {
    const auto start = std::chrono::steady_clock::now();
    settle_if_abandoned(store);
    Labelled labelled = read_labelled(store, labels);
    if (labelled.network_of.empty()) {
        throw Error(ErrorKind::bad_input, "The database has none of the labelled profiles.");
    }
    const Pairs pairs = match_labelled(labelled, *active_model(store));
    const auto groups = identity::group_profiles(labelled.network_of, pairs.weighed);
    const std::chrono::duration<double> seconds = std::chrono::steady_clock::now() - start;

    // One side: two profiles of one network may be one person too, and are then a pair that is not found.
    labelled.truth.side.assign(labelled.network_of.size(), 0);
    const auto grouped = identity::judge_groups(labelled.truth, groups, pairs.candidates);
    const std::set<std::uint32_t> people(labelled.truth.person.begin(), labelled.truth.person.end());
    IdentityEvaluation found;
    found.profiles_count = static_cast<std::int64_t>(labelled.network_of.size());
    found.unknown_count = labelled.unknown_count;
    found.people_count = static_cast<std::int64_t>(people.size());
    found.true_pairs_count = static_cast<std::int64_t>(identity::count_true_pairs(labelled.truth));
    found.blocking_recall = identity::blocking_recall(labelled.truth, pairs.candidates);
    found.pairs = said(identity::judge_pairs(labelled.truth, pairs.best));
    found.after_clustering = said(grouped.pairs);
    found.b_cubed_f1 = grouped.b_cubed_f1;
    found.largest_cluster = static_cast<std::int64_t>(grouped.largest);
    found.automatic_links_wrong = count_wrong_links(store, labelled);
    found.seconds = seconds.count();
    return found;
}

}  // namespace fanal::app
