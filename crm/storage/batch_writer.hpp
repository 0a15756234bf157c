#pragma once
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "crm/storage/pending_rows.hpp"
#include "crm/storage/store.hpp"
#include "models/ids.hpp"

namespace fanal::storage {

/// What became of one file's share of a batch.
struct BatchCounts {
    std::int64_t accepted_count = 0;
    std::int64_t repeated_count = 0;
};

/// A record that the store refuses: its id is already another's.
struct BatchRefusal {
    std::uint32_t file = 0;
    std::uint32_t record = 0;  ///< the `record` it was added with
    std::string reason;
};

struct BatchOutcome {
    std::vector<BatchCounts> files;  ///< by the `file` the records were added with
    std::vector<BatchRefusal> refusals;
    std::vector<InteractionId> changed;       ///< interactions that are new or differ; at most `changed_limit`
    std::vector<ProfileId> changed_profiles;  ///< known ones whose followers_count is another now; same limit
    std::vector<ProfileId> named_profiles{};  ///< those of which something new was seen; at most `changed_limit`
    bool named_is_complete = true;            ///< false: there are more
    std::map<std::string, std::int64_t> new_profiles{};  ///< how many are new, by network
    bool links_changed = false;                          ///< a profile lists web addresses that may vouch for another
    bool changed_is_complete = true;  ///< false: more changed than `changed` holds, or the accounts did
};

/// Beyond this many changed interactions, what is derived from them is rebuilt whole.
inline constexpr std::size_t changed_limit = 20'000;

/// Writes the rows, joined with what is there: all of them or none when there are at most a batch of them; of more, in
/// transactions of that many, which a second write() of the same rows completes to the same end. Marks the derived
/// tables as lagging behind; settle() in crm/app brings them up.
BatchOutcome write(Store& store, PendingRows& rows);

}  // namespace fanal::storage
