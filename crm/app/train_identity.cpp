#include <chrono>
#include <cmath>
#include <map>
#include <set>

#include "crm/app/match_ranking.hpp"
#include "crm/app/merges.hpp"
#include "crm/app/settle.hpp"
#include "crm/app/settle_matches.hpp"
#include "crm/app/steps.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/identity/learning.hpp"
#include "crm/identity/match_settings.hpp"
#include "crm/identity/model_statistics.hpp"
#include "crm/storage/decision_rows.hpp"
#include "crm/storage/model_rows.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

using identity::MatchModel;
using identity::NetworkPair;

storage::MatchModelRow learn(const std::vector<identity::KnownProfile>& known, const Decision& decision,
                             const Steps& steps) {
    const identity::Learned learned = identity::learn(known, [&](double done) { steps.reach(done); });
    storage::MatchModelRow row{0, decision.at, decision.by, static_cast<std::int64_t>(known.size()), learned.statistics,
                               {}};
    for (const identity::LearnedPair& pair : learned.pairs) {
        row.fits.push_back({pair.networks.first, pair.networks.second, static_cast<std::int64_t>(pair.candidates_count),
                            pair.model.pairs_a_candidate, pair.model.expected_matches_count, pair.model.match_rate,
                            rates_to_text(pair.model)});
    }
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
    const Steps steps(on_progress, "The training was stopped; nothing was changed.");
    steps.reach(0);
    const std::vector<identity::KnownProfile> known = known_profiles(store);
    std::set<std::string> networks;
    for (const identity::KnownProfile& one : known) {
        networks.insert(one.network);
    }
    if (networks.size() < 2) {
        throw Error(ErrorKind::bad_input, "There are no profiles of two networks with names to learn from.");
    }
    const storage::MatchModelRow row = learn(known, decision, steps);
    storage::Transaction transaction(store.database());
    const auto before = active_model(store);
    const auto row_before = storage::active_model_row(store);
    const auto matches_before = matches_now(store);
    IdentityTraining training;
    training.previous_model_id = before->model_id;
    training.previous_profiles_count = row_before ? row_before->profiles_count : 0;
    training.profiles_count = row.profiles_count;
    training.model_id = storage::add_model(store, row);
    rebuild_matches(store);
    steps.reach(0.95);
    compare(matches_before, matches_now(store), training);
    const auto after = active_model(store);
    for (const storage::MatchFitRow& fit : row.fits) {
        const NetworkPair pair{fit.network, fit.other_network};
        training.fits.push_back({fit.network, fit.other_network, fit.candidates_count, weights_of(*after, pair), {}});
        if (before->networks.contains(pair)) {
            training.fits.back().before = weights_of(*before, pair);
        }
    }
    storage::append_decision(store, {decision.at, decision.by, "train", training.model_id, {}, {}, {}, decision.why});
    transaction.commit();
    training.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    return training;
}

}  // namespace fanal::app
