#pragma once
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "crm/storage/interaction_row.hpp"
#include "models/import_report.hpp"
#include "models/record.hpp"

// Rows on their way into the store, one struct a table. Texts belong to whoever hands the row out. Each has the order
// in which its table is written, so that every page of a table is visited once.
namespace fanal::storage {

struct PendingInteraction {
    InteractionRow row;
    std::uint32_t file = 0;    ///< the file whose report counts it
    std::uint32_t record = 0;  ///< names it in a refusal
};

/// Another id under which the interaction may be taken back.
struct PendingAlias {
    std::int64_t interaction_id = 0;
    std::int64_t alias_id = 0;
};

struct PendingRemoval {
    std::int64_t interaction_id = 0;
    std::int64_t removed_at = 0;
    std::string_view network;
    std::string_view remote_id;
    std::uint32_t file = 0;
};

struct PendingProfile {
    std::int64_t profile_id = 0;
    std::int64_t followers_count = -1;  ///< -1: not said
    std::int64_t observed_at = 0;
    std::string_view network;
    std::string_view remote_id;
    std::uint32_t sighting_of_file = 0;  ///< file + 1 when the sighting is a record of its own, else 0
};

struct PendingFact {
    std::int64_t profile_id = 0;
    std::string_view field;
    std::string_view value;
    std::string_view source;
    std::int64_t first_observed_at = 0;
    std::int64_t last_observed_at = 0;
};

struct PendingThread {
    std::int64_t thread_id = 0;
    std::string_view network;
    std::string_view remote_id;
};

struct PendingAccount {
    AccountSighting sighting;
    bool declared = false;

    bool operator==(const PendingAccount&) const = default;
};

/// Where an import stands in a file, kept with its rows so that an import cut short goes on from there.
struct ImportPosition {
    std::string source;
    std::string fingerprint;
    std::int64_t bytes_done = 0;
    std::int64_t lines_done = 0;
    bool finished = false;
    FileReport so_far{};  ///< of what stands before it, all but what the writing counts
};

inline std::int64_t leading_id(const PendingInteraction& item) {
    return item.row.interaction_id;
}
inline std::int64_t leading_id(const PendingAlias& alias) {
    return alias.interaction_id;
}
inline std::int64_t leading_id(const PendingRemoval& removal) {
    return removal.interaction_id;
}
inline std::int64_t leading_id(const PendingProfile& profile) {
    return profile.profile_id;
}
inline std::int64_t leading_id(const PendingFact& fact) {
    return fact.profile_id;
}
inline std::int64_t leading_id(const PendingThread& thread) {
    return thread.thread_id;
}

template <class Row>
std::int64_t order(const Row& row) {
    return leading_id(row);
}
inline auto order(const PendingAlias& alias) {
    return std::pair(alias.interaction_id, alias.alias_id);
}
/// The newest sighting of a profile first: times and counts are far from the ends of their type.
inline auto order(const PendingProfile& profile) {
    return std::tuple(profile.profile_id, -profile.observed_at, -profile.followers_count, profile.sighting_of_file);
}
inline auto order(const PendingFact& fact) {
    return std::tie(fact.profile_id, fact.field, fact.value, fact.source);
}

/// Rows of one table in their order; of equals, in the order in which they came.
template <class Row>
class RowStream {
  public:
    virtual ~RowStream() = default;
    /// Lives until the next call; null at the end.
    virtual const Row* next() = 0;
};

/// What a write takes: everything that is to go into the store, table by table. Not thread-safe.
class PendingRows {
  public:
    virtual ~PendingRows() = default;

    virtual std::vector<PendingAccount> accounts() = 0;
    virtual std::vector<ImportPosition> positions() = 0;
    virtual std::unique_ptr<RowStream<PendingAlias>> aliases() = 0;
    virtual std::unique_ptr<RowStream<PendingRemoval>> removals() = 0;
    virtual std::unique_ptr<RowStream<PendingInteraction>> interactions() = 0;
    virtual std::unique_ptr<RowStream<PendingProfile>> profiles() = 0;
    virtual std::unique_ptr<RowStream<PendingFact>> facts() = 0;
    virtual std::unique_ptr<RowStream<PendingThread>> threads() = 0;
};

}  // namespace fanal::storage
