#include "crm/identity/learning.hpp"

#include <limits>
#include <map>

#include "crm/identity/model_statistics.hpp"

namespace fanal::identity {
namespace {

/// From fewer matches expected nothing is learned about two networks: what is believed beforehand weighs more.
constexpr double matches_min = 30;

/// How common names and handles are among these, and what was believed before, like so many names more: in a small
/// database no name is rare.
MatchStatistics learn_statistics(std::span<const KnownProfile> profiles) {
    MatchStatistics statistics;
    statistics.tokens = MatchModel::built_in().statistics.tokens;
    std::map<std::string, std::vector<Naming>> networks;
    for (const KnownProfile& profile : profiles) {
        statistics.tokens.add(profile.naming);
        statistics.grams.add(profile.naming);
        statistics.traits.add(profile.naming.traits);
        networks[profile.network].push_back(profile.naming);
    }
    for (const auto& [network, namings] : networks) {
        statistics.letters.emplace(network, learn_letters(namings));
    }
    return statistics;
}

/// The pairs of each two networks that have a key in common, and how far they agree.
std::map<NetworkPair, std::vector<NetworkCandidate>> candidates_of(MatchCrowd& crowd, const MatchModel& model,
                                                                   const std::function<void(double)>& reach) {
    constexpr std::uint32_t profiles_a_step = 1000;
    std::map<NetworkPair, std::vector<NetworkCandidate>> found;
    std::uint32_t last = 0;
    crowd.each_pair([&](std::uint32_t one, std::uint32_t other) {
        if (one / profiles_a_step != last / profiles_a_step) {
            reach(0.2 + 0.4 * one / static_cast<double>(crowd.size()));
            last = one;
        }
        const MatchProfile& profile = crowd.at(one);
        const MatchProfile& smaller = crowd.at(other);
        const bool in_order = profile.network < smaller.network;
        NetworkCandidate candidate = model.compare(profile, smaller);
        candidate.profile = in_order ? one : other;
        candidate.other = in_order ? other : one;
        found[std::minmax(profile.network, smaller.network)].push_back(candidate);
    });
    return found;
}

}  // namespace

MatchModel model_with(std::string_view statistics) {
    MatchModel model = MatchModel::built_in();
    Surprisal other_letters = std::move(model.statistics.other_letters);
    model.statistics = statistics_from_bytes(statistics);
    model.statistics.other_letters = std::move(other_letters);
    model.unequal_handle_bits_max = std::numeric_limits<double>::infinity();
    return model;
}

MatchModel Learned::model() const {
    MatchModel model = model_with(statistics);
    for (const LearnedPair& pair : pairs) {
        model.networks[pair.networks] = pair.model;
    }
    return model;
}

Learned learn(std::span<const KnownProfile> profiles, const std::function<void(double)>& reach) {
    Learned learned{to_bytes(learn_statistics(profiles)), {}};
    // What is kept is what serves: the weights are learned from statistics as they are read back.
    const MatchModel model = model_with(learned.statistics);
    reach(0.1);
    MatchCrowd crowd(model);
    crowd.add(profiles);
    std::map<std::string, std::size_t> sizes;
    for (const KnownProfile& profile : profiles) {
        ++sizes[profile.network];
    }
    reach(0.2);
    for (const auto& [networks, candidates] : candidates_of(crowd, model, reach)) {
        reach(0.6);
        NetworkModel fitted = fit(candidates, sizes[networks.first], sizes[networks.second]);
        if (fitted.expected_matches_count >= matches_min) {
            learned.pairs.push_back({networks, candidates.size(), std::move(fitted)});
        }
    }
    reach(0.8);
    return learned;
}

}  // namespace fanal::identity
