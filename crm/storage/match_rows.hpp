#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
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
    int millibits = 0;
    std::uint32_t place = 0;  ///< of the profile among those that the MatchReader knows, from 0
    std::uint32_t other_place = 0;
    std::uint16_t network = 0;  ///< the same of its network
    std::uint16_t other_network = 0;
};

/// Reads matches as they are ranked. Holds prepared statements: make one per use case.
class MatchReader {
  public:
    explicit MatchReader(Store& store);

    /// Every match that is kept, by id. Reads every profile first.
    std::vector<MatchBits> all();
    /// The matches in which one of these profiles is, by id.
    std::vector<MatchBits> of(const std::vector<ProfileId>& profiles);
    std::optional<MatchRow> find(MatchId id);

    /// The person's profiles, the first of them first.
    std::vector<ProfileId> profiles_of(FanId id);
    /// The persons who have several profiles.
    std::unordered_set<FanId> joined_fans();
    FanId fan_of(ProfileId id) { return place_of(id).fan_id; }
    std::uint16_t network_of(ProfileId id) { return place_of(id).network; }

  private:
    struct Place {
        FanId fan_id;
        std::uint32_t number = 0;
        std::uint16_t network = 0;
    };
    const Place& place_of(ProfileId id);
    std::uint16_t number_of(std::string_view network);
    MatchBits bits(const Statement& row);

    Database& database_;
    Statement find_;
    Statement find_place_;
    Statement find_profiles_;
    Statement of_profile_;
    std::unordered_map<ProfileId, Place> places_;
    std::vector<std::string> networks_;
};

/// How much was said and waits behind a profile.
struct ProfileCounts {
    std::int64_t interactions_count = 0;
    std::int64_t waiting_count = 0;  ///< conversations
    std::optional<Instant> first_interaction_at;
    std::optional<Instant> last_interaction_at;
};

/// Of one profile, interactions counted to the last.
ProfileCounts counts_of(Store& store, ProfileId id);

/// How much is behind profiles, as far as it says what a match of them is worth to decide; each is looked up once.
class ProfileTallies {
  public:
    /// Interactions are counted up to `interactions_max`.
    ProfileTallies(Store& store, std::int64_t interactions_max);

    struct Counts {
        std::int64_t interactions_count = 0;
        std::int64_t waiting_count = 0;
    };
    Counts of(ProfileId id);

  private:
    std::int64_t interactions_max_;
    Statement count_interactions_;
    std::unordered_map<ProfileId, std::int64_t> waiting_;
    std::unordered_map<ProfileId, std::int64_t> interactions_;
};

}  // namespace fanal::storage
