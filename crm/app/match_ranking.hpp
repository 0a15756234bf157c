#pragma once
#include <optional>
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
    repeated,  ///< another match of the same two fans, on more evidence, asks the same
    accepted,  ///< the two are one fan
    rejected,  ///< a person said that the two fans are two people, or undid what the networks vouch for
    closed,    ///< the fans of both have profiles on one network already, as a person has one on each
    hidden,    ///< one side objected, or is one of our own presences
};

/// Matches beside each other: which can be proposed, one for each two fans, and how probable each is when a profile has
/// one other profile on a network at most, so that those that have a profile in common compete.
class MatchRanking {
  public:
    struct Ranked {
        storage::MatchBits bits;
        MatchState state = MatchState::proposed;
        int total = 0;  ///< log-odds in thousandths of a bit, competition included
        identity::CalibratedProbability probability;
    };

    /// Ranks every match, at 120 bytes each. What is neither proposed nor repeated has no total.
    explicit MatchRanking(storage::Store& store);
    /// Every match, by id.
    const std::vector<Ranked>& all() const { return ranked_; }

    /// Ranks one match as all would be, from the matches of the same fans' profiles alone; one that is not open to be
    /// decided is weighed beside all, decided or not. nullopt when there is none.
    static std::optional<Ranked> of(storage::Store& store, MatchId id);

  private:
    std::vector<Ranked> ranked_;
};

/// proposed, repeated, accepted, rejected, closed or hidden.
std::string_view to_text(MatchState state);

}  // namespace fanal::app
