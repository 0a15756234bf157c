#pragma once
#include <cstdint>
#include <limits>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "crm/identity/handle_evidence.hpp"
#include "crm/identity/match_keys.hpp"
#include "crm/identity/naming.hpp"
#include "crm/identity/network_model.hpp"
#include "crm/identity/surprisal.hpp"
#include "crm/identity/traits.hpp"

namespace fanal::identity {

/// A profile made ready to be weighed by a MatchModel.
struct MatchProfile {
    std::string network;
    std::vector<std::string> tokens;
    PreparedHandle handle;
    std::vector<std::string> traits;
};

/// How common names, handles and stretches of them are, as of the moment when a model was made. They stay as they are
/// until the next model, so that what a pair of profiles is worth hangs on these two alone, and not on who else came
/// since, or when.
struct MatchStatistics {
    TokenCounts tokens;
    GramCounts grams;
    TraitCounts traits;
    std::map<std::string, Surprisal, std::less<>> letters;  ///< of each network's handles
    Surprisal other_letters;                                ///< of a network that is not among these
};

/// Two networks, the smaller name first.
using NetworkPair = std::pair<std::string, std::string>;

/// All that it takes to say how far two profiles speak for one person.
class MatchModel {
  public:
    /// The model with which a database begins: nothing in it was learned from anybody's profiles.
    static MatchModel built_in();
    static constexpr std::int64_t built_in_id = 1;

    std::int64_t model_id = built_in_id;
    MatchStatistics statistics;
    std::map<NetworkPair, NetworkModel> networks;
    NetworkModel other_networks;  ///< for two networks that are not among these
    /// Agreement of handles that are not equal counts no further: without knowing which names are common, a family name
    /// in a handle looks like more than it is.
    double unequal_handle_bits_max = std::numeric_limits<double>::infinity();

    /// The keys under which a profile is found.
    std::vector<std::uint64_t> keys(const Naming& naming) const { return match_keys(naming, statistics.grams); }
    MatchProfile prepare(std::string_view network, const Naming& naming) const;
    /// How far two profiles of two networks agree; in whatever order they are given.
    NetworkCandidate compare(const MatchProfile& one, const MatchProfile& other) const;
    /// What their agreement is worth; in whatever order they are given.
    NetworkEvidence weigh(const MatchProfile& one, const MatchProfile& other) const;
};

}  // namespace fanal::identity
