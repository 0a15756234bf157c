#pragma once
#include <string_view>
#include <vector>

#include "crm/identity/calibration.hpp"
#include "crm/storage/match_rows.hpp"
#include "crm/storage/store.hpp"
#include "models/ids.hpp"

namespace fanal::app {

/// Whether a match is there to be decided, or why it is not.
enum class MatchState {
    proposed,
    accepted,  ///< the two are one fan
    rejected,  ///< a person said that they are two people, or undid what the networks vouch for
    closed,    ///< the fan of one side has a profile on the other's network already, as a person has one on each
    hidden,    ///< one side objected, or is one of our own presences
};

/// All matches beside each other: which can be proposed, and how probable each is when a profile has one other profile
/// on a network at most, so that those that have a profile in common compete. Reads every match, at 100 bytes each.
class MatchRanking {
  public:
    explicit MatchRanking(storage::Store& store);

    struct Ranked {
        storage::MatchBits bits;
        MatchState state = MatchState::proposed;
        int total = 0;  ///< log-odds in thousandths of a bit, competition included
        identity::CalibratedProbability probability;
    };

    /// Every match, by id. One that is not proposed is weighed beside all, decided or not.
    const std::vector<Ranked>& all() const { return ranked_; }
    /// nullptr when there is none.
    const Ranked* find(MatchId id) const;

  private:
    std::vector<Ranked> ranked_;
};

/// proposed, accepted, rejected, closed or hidden.
std::string_view to_text(MatchState state);

}  // namespace fanal::app
