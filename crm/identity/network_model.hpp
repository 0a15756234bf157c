#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "crm/identity/handle_evidence.hpp"
#include "crm/identity/naming.hpp"
#include "crm/identity/traits.hpp"

namespace fanal::identity {

/// Two profiles, one of each network, that have a key in common, and how far they agree.
struct NetworkCandidate {
    std::uint32_t profile;  ///< index in its network
    std::uint32_t other;
    float handle_bits = 0;  ///< HandleBits
    float own_handle_bits = 0;
    float name_bits = 0;
    bool handles_known = false;
    bool handles_equal = false;
    bool names_known = false;
    bool handle_missing = false;  ///< of either profile: the evidence of handles, if any, is a name's in a handle
};

/// Agreement is counted in levels of two bits. The last level of handles is equality.
inline constexpr double bits_a_level = 2;
inline constexpr double first_handle_bits = -8;  ///< where level 0 begins
inline constexpr double first_name_bits = -4;
inline constexpr std::size_t handle_levels_count = 20;
inline constexpr std::size_t name_levels_count = 16;

/// The level of a candidate's handles or names; nullopt when they are not known on both sides.
std::optional<std::size_t> handle_level(const NetworkCandidate& candidate);
std::optional<std::size_t> name_level(const NetworkCandidate& candidate);

/// What is known of a candidate at all, as a number: handles, names, and whether a handle is missing.
inline constexpr std::size_t candidate_kinds_count = 8;
std::size_t candidate_kind(const NetworkCandidate& candidate);

/// How often each level comes among candidates that are one person, and among those that are two.
template <std::size_t levels>
struct LevelRates {
    std::array<double, levels> match;
    std::array<double, levels> chance;
};

/// What the candidates between two networks taught, without anybody saying which are right.
struct NetworkModel {
    LevelRates<handle_levels_count> handle;
    LevelRates<name_levels_count> name;
    double match_rate = 0;  ///< of candidates
    /// Of candidates of each kind: profiles known by a name alone are another crowd than those with a handle, and other
    /// shares of them are on both networks.
    std::array<double, candidate_kinds_count> match_rates{};
    double pairs_a_candidate = 1;  ///< of all pairs of profiles, how many stand behind one candidate
    double expected_matches_count = 0;
    int rounds_count = 0;
};

/// Fits by expectation and maximisation. How often agreement comes by chance is read off the pairs that are nobody's
/// best; what a match looks like starts from pairs that are each other's best, and is then weighed anew with
/// probabilities() until it settles. Deterministic.
NetworkModel fit(std::span<const NetworkCandidate> candidates, std::size_t profiles_count, std::size_t others_count);

/// What a candidate is worth under a model, in thousandths of a bit: integers, so that parts add up exactly.
struct NetworkEvidence {
    int handle = 0;
    int name = 0;
    TraitEvidence traits;
    int prior = 0;  ///< how rarely a candidate of its kind is a match at all

    int sum() const { return handle + name + traits.sum() + prior; }
};

/// What handles and names are worth; each part is kept between -15 and 20 bits. What the profiles say of themselves
/// besides hangs on the model as a whole (MatchModel::weigh).
NetworkEvidence evidence(const NetworkModel& model, const NetworkCandidate& candidate);

/// Finite, however large the evidence.
double odds_of(double bits);

/// The probability of one candidate with these odds, when a profile has one other profile on the other network at most;
/// `of_profile` and `of_other` are the sums of the odds of all candidates that have either profile, its own among them.
double probability_among(double odds, double of_profile, double of_other);

/// The probability of each candidate when a profile has one other profile on the other network at most: candidates that
/// have a profile in common compete. `bits` is each one's evidence, prior included.
std::vector<double> probabilities(std::span<const NetworkCandidate> candidates, std::span<const double> bits);

}  // namespace fanal::identity
