#pragma once
#include <cstdint>
#include <set>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "crm/app/match_ranking.hpp"
#include "crm/storage/match_rows.hpp"
#include "crm/storage/objection_rows.hpp"
#include "crm/storage/store.hpp"
#include "models/ids.hpp"

namespace fanal::app {

/// What people said and what the networks are, as far as it decides which matches are shown. Reads what was decided,
/// and no match.
class MatchStates {
  public:
    MatchStates(storage::Store& store, storage::MatchReader& reader);

    /// Any state but repeated, which hangs on other matches.
    MatchState of(const storage::MatchBits& match);
    bool is_hidden(const storage::MatchBits& match);
    /// Whether one of the two persons has several profiles, so that several matches may ask about the two.
    bool is_joined(const storage::MatchBits& match) const {
        return joined_.contains(match.fan_id) || joined_.contains(match.other_fan_id);
    }
    /// Looks up all objections at once: pays where very many matches are asked about.
    void expect_all();

  private:
    bool is_hidden(ProfileId id);
    bool meet_on_a_network(const storage::MatchBits& match);
    const std::vector<std::uint16_t>& networks_of(FanId id);

    storage::MatchReader& reader_;
    storage::Objections objections_;
    std::unordered_map<ProfileId, bool> hidden_;
    bool expects_all_ = false;
    std::set<std::pair<FanId, FanId>> apart_;
    std::unordered_set<FanId> joined_;
    std::unordered_map<FanId, std::vector<std::uint16_t>> networks_;
};

}  // namespace fanal::app
