#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "crm/app/settle.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/identity/evaluation.hpp"
#include "crm/identity/network_matches.hpp"
#include "crm/storage/merge_rows.hpp"
#include "crm/storage/naming_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

/// All profiles of one network, and which of them are labelled.
struct Network {
    std::vector<identity::Naming> namings;
    std::vector<std::int64_t> labelled;  ///< the profile's number among the labelled ones, or -1
};

/// The labelled profiles that the database has, and the networks that they are on.
struct Labelled {
    std::map<std::string, Network> networks;
    std::map<ProfileId, std::uint32_t> numbers;
    std::vector<std::uint32_t> network_of;
    identity::Truth truth;
    std::int64_t unknown_count = 0;
};

Labelled read_labelled(storage::Store& store, const std::vector<LabelledProfile>& labels) {
    std::map<std::pair<std::string, std::string>, std::string> person_of;
    std::set<std::string> names;
    for (const LabelledProfile& label : labels) {
        person_of[{label.network, label.remote_id}] = label.person;
        names.insert(label.network);
    }
    Labelled found;
    std::map<std::string, std::uint32_t> person_numbers;
    for (const std::string& name : names) {
        Network& network = found.networks[name];
        const auto network_number = static_cast<std::uint32_t>(found.networks.size());
        for (const storage::ProfileNaming& profile : storage::profile_namings(store, name)) {
            network.namings.push_back(identity::make_naming(profile.handle, profile.display_name));
            network.labelled.push_back(-1);
            if (const auto label = person_of.find({name, profile.remote_id}); label != person_of.end()) {
                network.labelled.back() = static_cast<std::int64_t>(found.network_of.size());
                found.numbers[profile.profile_id] = static_cast<std::uint32_t>(found.network_of.size());
                found.network_of.push_back(network_number);
                found.truth.person.push_back(
                    person_numbers.try_emplace(label->second, static_cast<std::uint32_t>(person_numbers.size()))
                        .first->second);
            }
        }
    }
    found.unknown_count = static_cast<std::int64_t>(person_of.size() - found.network_of.size());
    return found;
}

/// Matches each two networks, every profile of them, and keeps the pairs of labelled ones.
struct Pairs {
    std::vector<identity::RatedPair> candidates;
    std::vector<identity::RatedPair> best;
    std::vector<identity::WeighedPair> weighed;
};

Pairs match_labelled(const Labelled& labelled) {
    Pairs pairs;
    for (auto one = labelled.networks.begin(); one != labelled.networks.end(); ++one) {
        for (auto other = std::next(one); other != labelled.networks.end(); ++other) {
            const auto matches = identity::match_networks(one->second.namings, other->second.namings);
            for (const identity::NetworkMatch& match : matches.pairs) {
                const std::int64_t a = one->second.labelled[match.profile];
                const std::int64_t b = other->second.labelled[match.other];
                if (a < 0 || b < 0) {
                    continue;
                }
                const auto first = static_cast<std::uint32_t>(a);
                const auto second = static_cast<std::uint32_t>(b);
                pairs.candidates.push_back({first, second, match.probability});
                pairs.weighed.push_back({first, second, match.total() / 1000.0});
                if (match.mutual_best) {
                    pairs.best.push_back(pairs.candidates.back());
                }
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
    const Pairs pairs = match_labelled(labelled);
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
