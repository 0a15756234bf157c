#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"
#include "models/instant.hpp"
#include "models/match.hpp"

namespace fanal::storage {

/// What a profile is called, in the form in which profiles are compared.
struct MatchNamingRow {
    ProfileId profile_id;
    std::string network;
    std::string core;
    std::string name;
    std::string lookalikes;
    std::string traits;

    bool operator==(const MatchNamingRow&) const = default;
};

struct MatchRow {
    MatchId match_id;
    ProfileId profile_id;  ///< the smaller of the two ids
    ProfileId other_profile_id;
    std::int64_t model_id = 0;
    std::vector<MatchPart> parts;

    std::int64_t millibits() const;
};

/// The id of the match of two profiles, given in any order.
MatchId match_id(ProfileId one, ProfileId other);

/// The tables of which matches are derived, and the matches. Holds prepared statements: make one per use case.
class MatchTable {
  public:
    explicit MatchTable(Store& store);

    /// Whether any profile has a naming.
    bool is_begun();
    std::int64_t namings_count();
    std::optional<MatchNamingRow> naming(ProfileId id);
    void put_naming(const MatchNamingRow& row);
    void remove_naming(ProfileId id);

    void add_key(std::uint64_t key, ProfileId id);
    void remove_key(std::uint64_t key, ProfileId id);
    /// The profiles that have a key, by id, at most so many.
    std::vector<ProfileId> with_key(std::uint64_t key, std::size_t limit);

    void put(const MatchRow& row);
    void remove(MatchId id);
    /// The profiles that have a match with this one.
    std::vector<ProfileId> matched_with(ProfileId id);
    /// Removes the matches in which a profile is.
    void remove_matches_of(ProfileId id);

    void clear();

  private:
    Database& database_;
    Statement find_naming_;
    Statement put_naming_;
    Statement add_key_;
    Statement remove_key_;
    Statement with_key_;
    Statement put_;
    Statement remove_;
    Statement remove_other_;
    Statement remove_one_;
    Statement matched_with_;
};

/// A match without its parts, and to which persons on which networks its profiles belong now.
struct MatchBits {
    MatchId match_id;
    ProfileId profile_id;
    ProfileId other_profile_id;
    FanId fan_id;
    FanId other_fan_id;
    std::string network;
    std::string other_network;
    int millibits = 0;
};

/// Every match that is kept, by id.
std::vector<MatchBits> all_matches(Store& store);
std::optional<MatchRow> find_match(Store& store, MatchId id);

/// The networks of each person who has several profiles.
std::map<FanId, std::set<std::string>> networks_of_joined(Store& store);

/// How much was said and waits behind a profile.
struct ProfileCounts {
    std::int64_t interactions_count = 0;
    std::int64_t waiting_count = 0;  ///< conversations
    std::optional<Instant> first_interaction_at;
    std::optional<Instant> last_interaction_at;
};

/// Interactions are counted up to `interactions_max`.
ProfileCounts counts_of(Store& store, ProfileId id, std::int64_t interactions_max);

}  // namespace fanal::storage
