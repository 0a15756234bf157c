#pragma once
#include <cstdint>
#include <memory_resource>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include "crm/storage/interaction_row.hpp"
#include "crm/storage/store.hpp"
#include "models/ids.hpp"
#include "models/record.hpp"

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
    bool links_changed = false;               ///< a profile lists web addresses that may vouch for another
    bool changed_is_complete = true;          ///< false: more changed than `changed` holds, or the accounts did
};

/// Beyond this many changed interactions, what is derived from them is rebuilt whole.
inline constexpr std::size_t changed_limit = 20'000;

/// Where an import stands in a file, kept with the batch so that an import cut short goes on from there.
struct ImportPosition {
    std::string source;
    std::string fingerprint;
    std::int64_t bytes_done = 0;
    std::int64_t lines_done = 0;
    bool finished = false;
};

/// Records on their way into the store, in a compact form: some 350 bytes each with their text. Not thread-safe.
class ImportBatch {
  public:
    /// `source` names the importer, as the origin of the facts; it must outlive the batch. `file` groups the counts,
    /// `record` names the record in a refusal.
    void add(const Record& record, std::string_view source, std::uint32_t file, std::uint32_t record_number);
    void add(const Removal& removal, std::uint32_t file);
    void add(const ProfileSighting& sighting, std::string_view source, std::uint32_t file);
    void add(const AccountSighting& sighting, bool declared);
    void set_position(ImportPosition position);

    std::size_t size() const { return interactions_.size() + removals_.size() + sightings_count_; }
    /// Bytes held, roughly.
    std::size_t bytes() const { return bytes_; }
    bool empty() const { return size() == 0 && accounts_.empty() && positions_.empty(); }
    void clear();

  private:
    friend class BatchWriter;

    struct PendingInteraction {
        InteractionRow row;
        std::uint32_t file;
        std::uint32_t record;
    };
    struct PendingRemoval {
        std::int64_t interaction_id;
        std::int64_t removed_at;
        std::string_view network;
        std::string_view remote_id;
        std::uint32_t file;
    };
    struct PendingProfile {
        std::int64_t profile_id;
        std::string_view network;
        std::string_view remote_id;
        std::int64_t followers_count;  ///< -1: not said
        std::int64_t observed_at;
        std::uint32_t sighting_of_file;  ///< file + 1 when the sighting is a record of its own, else 0
    };
    struct PendingFact {
        std::int64_t profile_id;
        std::string_view field;
        std::string_view value;
        std::string_view source;
        std::int64_t first_observed_at;
        std::int64_t last_observed_at;
    };
    struct PendingThread {
        std::int64_t thread_id;
        std::string_view network;
        std::string_view remote_id;
    };
    struct PendingAccount {
        AccountSighting sighting;
        bool declared;
    };

    /// Where a profile's newest entries stand, so that one who says a hundred things is kept once.
    struct Known {
        std::size_t profile;
        std::size_t first_fact;
        std::size_t facts_count;
    };

    std::string_view keep(std::string_view text);
    std::string_view keep_network(std::string_view network);
    bool says_nothing_new(const Known& known, std::span<const std::pair<std::string_view, std::string_view>> said,
                          std::string_view source) const;
    std::int64_t add_profile(const ProfileSighting& sighting, std::string_view source, std::uint32_t sighting_of_file);
    void refer_to_thread(std::int64_t id, std::string_view network, std::string_view remote_id);
    std::int64_t refer(std::string_view network, std::string_view remote_id);
    std::int64_t refer_to_profile(const Record& record);

    std::pmr::monotonic_buffer_resource arena_{1 << 20};
    std::size_t bytes_ = 0;
    std::size_t sightings_count_ = 0;
    std::vector<PendingInteraction> interactions_;
    std::vector<PendingRemoval> removals_;
    std::vector<PendingProfile> profiles_;
    std::vector<PendingFact> facts_;
    std::vector<PendingThread> threads_;
    std::unordered_map<std::int64_t, Known> known_profiles_;
    std::unordered_set<std::int64_t> known_threads_;
    std::string_view last_network_;
    std::vector<std::pair<std::string_view, std::string_view>>
        said_;  ///< what the sighting at hand says, field by field
    std::vector<PendingAccount> accounts_;
    std::vector<ImportPosition> positions_;
};

/// Writes the whole batch in one transaction, or nothing of it, and empties it. Marks the derived tables as lagging
/// behind; settle() in crm/app brings them up.
BatchOutcome write(Store& store, ImportBatch& batch);

}  // namespace fanal::storage
