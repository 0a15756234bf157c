#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"
#include "models/instant.hpp"
#include "models/merge.hpp"

namespace fanal::storage {

/// One decision of a person, about a merge or a profile.
struct DecisionEntry {
    Instant decided_at;
    std::string decided_by;
    std::string_view act;       ///< merge, undo, object, accept, reject, forget, train
    std::int64_t model_id = 0;  ///< the match model that proposed it; 0: none did
    MergeId merge_id;           ///< 0: none
    ProfileId profile_id;
    ProfileId other_profile_id;  ///< 0: none
    std::string evidence;
};

/// Appends to the log. Each entry holds the digest of the one before it, and of whom it is about only a salted digest:
/// what names them stands in another table, of which a row can be erased without breaking the chain. Throws conflict,
/// and writes nothing, when the log does not end as it was written.
void append_decision(Store& store, const DecisionEntry& entry);

/// Reads the whole log, computes every digest anew, and looks whether it ends as was noted and tells of all that
/// people decided and that stands.
DecisionLogCheck check_decisions(Store& store);

}  // namespace fanal::storage
