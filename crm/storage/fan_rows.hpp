#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/fan.hpp"

namespace fanal::storage {

/// Answers questions about fans. Holds prepared statements: make one per use case.
class FanReader {
  public:
    explicit FanReader(Store& store);

    /// Fan ids, largest first by a score, followers_count or a count ("comments_given"), ties by id; our own presences
    /// left out. A score or follower count is read from an index or one pass over profiles; a count is one pass over
    /// interactions.
    std::vector<FanId> sorted_by(std::string_view field, std::int64_t limit);

    /// The person a profile belongs to; nullopt when there is no such profile.
    std::optional<FanId> fan_of(ProfileId id);
    /// Every profile that has, or once had, this handle (without its @), on one network or (empty) on any, by id; at
    /// most 20.
    std::vector<ProfileId> with_handle(std::string_view handle, std::string_view network);

    std::vector<Profile> profiles_of(FanId id);
    FanSummary summary(FanId id);
    std::vector<HistoryEntry> history(FanId id, std::int64_t limit);

    /// The newest name and handle of a profile, for lists.
    struct Name {
        std::string display_name;  ///< the handle, or the remote id, of one without a name
        std::string handle;
    };
    Name name_of(ProfileId id);
    /// Empty when there is no such profile.
    std::string network_of(ProfileId id);

  private:
    void count_given(ProfileId id, KindCounts& counts);
    void count_received(ProfileId id, KindCounts& counts);

    Database& database_;
    Statement facts_;
    Statement name_;
    Statement given_;
    Statement received_;
};

/// The instant for which scores hold; nullopt before the first refresh.
std::optional<Instant> scores_as_of(Store& store);

}  // namespace fanal::storage
