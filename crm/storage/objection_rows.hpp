#pragma once
#include <cstdint>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"
#include "models/instant.hpp"

namespace fanal::storage {

/// Which profiles nothing may link. Kept as a hash of network and remote id under a key of this database, so that an
/// objection outlives everything that is known of the profile, and tells nobody without the key whose it is.
class Objections {
  public:
    explicit Objections(Store& store);

    bool holds(ProfileId id);
    /// Every profile there is that objected. Reads all profiles, unless nobody ever did.
    std::vector<ProfileId> all();
    /// Remembers an objection; again is fine. Makes the key when this is the first.
    void add(ProfileId id, Instant objected_at);

  private:
    using Key = std::pair<std::uint64_t, std::uint64_t>;

    /// nullopt when there is no such profile.
    std::optional<std::int64_t> hash_of(ProfileId id);
    std::int64_t hash_of(std::string_view network, std::string_view remote_id) const;
    void read_key();

    Database& database_;
    std::optional<Key> key_;
};

}  // namespace fanal::storage
