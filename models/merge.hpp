#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "models/ids.hpp"
#include "models/instant.hpp"

namespace fanal {

/// A profile as a list of merges names it.
struct MergedProfile {
    ProfileId profile_id;
    std::string network;
    std::string handle;
    std::string display_name;
};

/// Two profiles found to be one person.
struct MergeView {
    MergeId merge_id;
    FanId fan_id;  ///< the person of `profile` now
    MergedProfile profile;
    MergedProfile other_profile;
    std::string decided_by;  ///< networks: both vouch for each other; person: somebody said so
    std::string evidence;    ///< the addresses that name each other; who said so, and why
    Instant merged_at;
};

/// What a look through the decision log found.
struct DecisionLogCheck {
    std::int64_t decisions_count = 0;
    std::int64_t erased_count = 0;          ///< of these, those whose subject was erased: only that they were is known
    std::string last_digest;                ///< to note elsewhere, where nobody can rewrite it
    std::optional<std::int64_t> broken_at;  ///< the first entry, from 1, that is not as it was written
    std::string problem;                    ///< a sentence; empty: the log is as it was written
};

}  // namespace fanal
