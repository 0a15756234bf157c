#include <chrono>
#include <cmath>
#include <limits>
#include <map>
#include <set>

#include "crm/app/match_ranking.hpp"
#include "crm/app/merges.hpp"
#include "crm/app/settle.hpp"
#include "crm/app/settle_matches.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/identity/match_index.hpp"
#include "crm/identity/match_settings.hpp"
#include "crm/identity/model_statistics.hpp"
#include "crm/storage/decision_rows.hpp"
#include "crm/storage/model_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

using identity::MatchModel;
using identity::NetworkPair;

/// From fewer matches expected nothing is learned about two networks: what is believed beforehand weighs more.
constexpr double matches_min = 30;

/// Tells how far the training has come, and stops it when asked to.
class Steps {
  public:
    explicit Steps(const std::function<bool(double)>& on_progress) : on_progress_(on_progress) {}

    void reach(double done) const {
        if (on_progress_ && !on_progress_(done)) {
            throw Error(ErrorKind::conflict, "The training was stopped; nothing was changed.");
        }
    }

  private:
    const std::function<bool(double)>& on_progress_;
};

/// How common names and handles are among these, and what was believed before, like so many names more: in a small
/// database no name is rare.
identity::MatchStatistics learn_statistics(const std::vector<KnownNaming>& known) {
    identity::MatchStatistics statistics;
    statistics.tokens = MatchModel::built_in().statistics.tokens;
    std::map<std::string, std::vector<identity::Naming>> networks;
    for (const KnownNaming& one : known) {
        statistics.tokens.add(one.naming);
        statistics.grams.add(one.naming);
        networks[one.network].push_back(one.naming);
    }
    for (const auto& [network, namings] : networks) {
        statistics.letters.emplace(network, identity::learn_letters(namings));
    }
    return statistics;
}

/// The pairs of each two networks that have a key in common, and how far they agree.
std::map<NetworkPair, std::vector<identity::NetworkCandidate>> candidates_of(const std::vector<KnownNaming>& known,
                                                                             const MatchModel& model,
                                                                             const Steps& steps) {
    std::vector<identity::MatchIndex::Posting> postings;
    std::vector<identity::MatchProfile> profiles;
    for (const KnownNaming& one : known) {
        for (const std::uint64_t key : model.keys(one.naming)) {
            postings.push_back({key, static_cast<std::uint32_t>(profiles.size())});
        }
        profiles.push_back(model.prepare(one.network, one.naming));
    }
    std::map<NetworkPair, std::vector<identity::NetworkCandidate>> found;
    std::uint32_t last = 0;
    identity::each_pair_with_key(postings, identity::profiles_of_key_max, [&](std::uint32_t one, std::uint32_t other) {
        if (one / 1000 != last / 1000) {
            steps.reach(0.1 + 0.5 * one / static_cast<double>(profiles.size()));
            last = one;
        }
        if (profiles[one].network != profiles[other].network) {
            const bool in_order = profiles[one].network < profiles[other].network;
            identity::NetworkCandidate candidate = model.compare(profiles[one], profiles[other]);
            candidate.profile = in_order ? one : other;
            candidate.other = in_order ? other : one;
            found[std::minmax(profiles[one].network, profiles[other].network)].push_back(candidate);
        }
    });
    return found;
}

storage::MatchModelRow learn(const std::vector<KnownNaming>& known, const Decision& decision, const Steps& steps) {
    MatchModel model = MatchModel::built_in();
    storage::MatchModelRow row{0, decision.at, decision.by, static_cast<std::int64_t>(known.size()), {}, {}};
    row.statistics = to_bytes(learn_statistics(known));
    // What is kept is what serves: the weights are learned from statistics as they are read back.
    identity::Surprisal other_letters = std::move(model.statistics.other_letters);
    model.statistics = identity::statistics_from_bytes(row.statistics);
    model.statistics.other_letters = std::move(other_letters);
    model.unequal_handle_bits_max = std::numeric_limits<double>::infinity();
    std::map<std::string, std::size_t> sizes;
    for (const KnownNaming& one : known) {
        ++sizes[one.network];
    }
    steps.reach(0.1);
    for (const auto& [networks, candidates] : candidates_of(known, model, steps)) {
        steps.reach(0.6);
        const auto& [network, other] = networks;
        const identity::NetworkModel fitted = identity::fit(candidates, sizes[network], sizes[other]);
        if (fitted.expected_matches_count >= matches_min) {
            row.fits.push_back({network, other, static_cast<std::int64_t>(candidates.size()), fitted.pairs_a_candidate,
                                fitted.expected_matches_count, fitted.match_rate, rates_to_text(fitted)});
        }
    }
    steps.reach(0.8);
    return row;
}

IdentityTraining::Weights weights_of(const MatchModel& model, const NetworkPair& networks) {
    const identity::NetworkModel& fitted = model.networks.at(networks);
    const auto bits = [](double match, double chance) {
        return static_cast<std::int64_t>(std::lround(1000 * std::log2(match / chance)));
    };
    return {fitted.expected_matches_count,
            static_cast<std::int64_t>(std::lround(1000 * std::log2(fitted.match_rate / (1 - fitted.match_rate)))),
            bits(fitted.handle.match.front(), fitted.handle.chance.front()),
            bits(fitted.handle.match.at(identity::handle_levels_count - 2),
                 fitted.handle.chance.at(identity::handle_levels_count - 2)),
            bits(fitted.name.match.front(), fitted.name.chance.front()),
            bits(fitted.name.match.back(), fitted.name.chance.back())};
}

/// Every match that is kept, and whether it is proposed so that people see it.
std::map<MatchId, bool> matches_now(storage::Store& store) {
    std::map<MatchId, bool> found;
    const MatchRanking ranking(store);
    for (const MatchRanking::Ranked& match : ranking.all()) {
        found[match.bits.match_id] =
            match.state == MatchState::proposed && match.probability.probability >= identity::propose_probability;
    }
    return found;
}

void compare(const std::map<MatchId, bool>& before, const std::map<MatchId, bool>& after, IdentityTraining& training) {
    training.previous_matches_count = static_cast<std::int64_t>(before.size());
    training.matches_count = static_cast<std::int64_t>(after.size());
    for (const auto& [id, shown] : after) {
        const auto was = before.find(id);
        training.came_count += was == before.end() ? 1 : 0;
        training.rose_count += shown && (was == before.end() || !was->second) ? 1 : 0;
    }
    for (const auto& [id, shown] : before) {
        const auto is = after.find(id);
        training.went_count += is == after.end() ? 1 : 0;
        training.fell_count += shown && (is == after.end() || !is->second) ? 1 : 0;
    }
}

}  // namespace

IdentityTraining train_identity(storage::Store& store, const Decision& decision,
                                const std::function<bool(double)>& on_progress) {
    check(decision);
    settle_if_abandoned(store);
    const auto start = std::chrono::steady_clock::now();
    const Steps steps(on_progress);
    steps.reach(0);
    const std::vector<KnownNaming> known = all_namings(store);
    std::set<std::string> networks;
    for (const KnownNaming& one : known) {
        networks.insert(one.network);
    }
    if (networks.size() < 2) {
        throw Error(ErrorKind::bad_input, "There are no profiles of two networks with names to learn from.");
    }
    const storage::MatchModelRow row = learn(known, decision, steps);
    storage::Transaction transaction(store.database());
    const MatchModel before = active_model(store);
    const auto row_before = storage::active_model_row(store);
    const auto matches_before = matches_now(store);
    IdentityTraining training;
    training.previous_model_id = before.model_id;
    training.previous_profiles_count = row_before ? row_before->profiles_count : 0;
    training.profiles_count = row.profiles_count;
    training.model_id = storage::add_model(store, row);
    rebuild_matches(store);
    steps.reach(0.95);
    compare(matches_before, matches_now(store), training);
    const MatchModel after = active_model(store);
    for (const storage::MatchFitRow& fit : row.fits) {
        const NetworkPair pair{fit.network, fit.other_network};
        training.fits.push_back({fit.network, fit.other_network, fit.candidates_count, weights_of(after, pair), {}});
        if (before.networks.contains(pair)) {
            training.fits.back().before = weights_of(before, pair);
        }
    }
    storage::append_decision(store, {decision.at, decision.by, "train", training.model_id, {}, {}, {}, decision.why});
    transaction.commit();
    training.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return training;
}

}  // namespace fanal::app
