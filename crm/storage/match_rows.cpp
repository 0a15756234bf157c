#include "crm/storage/match_rows.hpp"

#include <algorithm>
#include <charconv>
#include <string_view>

namespace fanal::storage {
namespace {

std::string encode(const std::vector<MatchPart>& parts) {
    std::string text;
    for (const MatchPart& part : parts) {
        text += (text.empty() ? "" : ";") + part.name + "=" + std::to_string(part.millibits);
    }
    return text;
}

std::vector<MatchPart> decode(std::string_view text) {
    std::vector<MatchPart> parts;
    while (!text.empty()) {
        const std::string_view part = text.substr(0, text.find(';'));
        text.remove_prefix(std::min(part.size() + 1, text.size()));
        const std::size_t equals = part.find('=');
        std::int64_t millibits = 0;
        std::from_chars(part.data() + equals + 1, part.data() + part.size(), millibits);
        parts.push_back({std::string(part.substr(0, equals)), millibits});
    }
    return parts;
}

}  // namespace

std::int64_t MatchRow::millibits() const {
    std::int64_t sum = 0;
    for (const MatchPart& part : parts) {
        sum += part.millibits;
    }
    return sum;
}

MatchId match_id(ProfileId one, ProfileId other) {
    const auto [smaller, larger] = std::minmax(one, other);
    return {derive_id("match", "", fanal::to_text(smaller) + "-" + fanal::to_text(larger))};
}

MatchTable::MatchTable(Store& store)
    : database_(store.database()),
      find_naming_(
          database_.prepare("SELECT network, core, name, lookalikes, traits FROM match_namings WHERE profile_id = $1")),
      put_naming_(
          database_.prepare("INSERT INTO match_namings (profile_id, network, core, name, lookalikes, traits) VALUES "
                            "($1, $2, $3, $4, $5, $6) "
                            "ON CONFLICT (profile_id) DO UPDATE SET core = excluded.core, name = excluded.name, "
                            "lookalikes = excluded.lookalikes, traits = excluded.traits")),
      add_key_(database_.prepare("INSERT INTO match_keys (key, profile_id) VALUES ($1, $2) ON CONFLICT DO NOTHING")),
      remove_key_(database_.prepare("DELETE FROM match_keys WHERE key = $1 AND profile_id = $2")),
      with_key_(database_.prepare("SELECT profile_id FROM match_keys WHERE key = $1 ORDER BY profile_id LIMIT $2")),
      put_(database_.prepare("INSERT INTO matches (match_id, profile_id, other_profile_id, model_id, "
                             "millibits, parts) VALUES ($1, $2, $3, $4, $5, $6)")),
      remove_(database_.prepare("DELETE FROM matches WHERE profile_id = $1")),
      remove_other_(database_.prepare("DELETE FROM matches WHERE other_profile_id = $1")),
      remove_one_(database_.prepare("DELETE FROM matches WHERE match_id = $1")),
      matched_with_(database_.prepare("SELECT other_profile_id FROM matches WHERE profile_id = $1 "
                                      "UNION ALL SELECT profile_id FROM matches WHERE other_profile_id = $1")) {}

bool MatchTable::is_begun() {
    return database_.integer("SELECT EXISTS (SELECT 1 FROM match_namings)") > 0;
}

std::int64_t MatchTable::namings_count() {
    return database_.integer("SELECT count(*) FROM match_namings");
}

std::optional<MatchNamingRow> MatchTable::naming(ProfileId id) {
    if (!find_naming_.bind(1, id.value).step()) {
        return std::nullopt;
    }
    MatchNamingRow row{id,
                       std::string(find_naming_.text(0)),
                       std::string(find_naming_.text(1)),
                       std::string(find_naming_.text(2)),
                       std::string(find_naming_.text(3)),
                       std::string(find_naming_.text(4))};
    find_naming_.reset();
    return row;
}

void MatchTable::put_naming(const MatchNamingRow& row) {
    put_naming_.bind(1, row.profile_id.value)
        .bind(2, row.network)
        .bind(3, row.core)
        .bind(4, row.name)
        .bind(5, row.lookalikes)
        .bind(6, row.traits)
        .run();
}

void MatchTable::remove_naming(ProfileId id) {
    database_.prepare("DELETE FROM match_namings WHERE profile_id = $1").bind(1, id.value).run();
}

void MatchTable::add_key(std::uint64_t key, ProfileId id) {
    add_key_.bind(1, static_cast<std::int64_t>(key)).bind(2, id.value).run();
}

void MatchTable::remove_key(std::uint64_t key, ProfileId id) {
    remove_key_.bind(1, static_cast<std::int64_t>(key)).bind(2, id.value).run();
}

std::vector<ProfileId> MatchTable::with_key(std::uint64_t key, std::size_t limit) {
    std::vector<ProfileId> profiles;
    with_key_.bind(1, static_cast<std::int64_t>(key)).bind(2, static_cast<std::int64_t>(limit));
    while (with_key_.step()) {
        profiles.push_back({with_key_.integer(0)});
    }
    return profiles;
}

void MatchTable::put(const MatchRow& row) {
    const std::string parts = encode(row.parts);
    put_.bind(1, row.match_id.value)
        .bind(2, row.profile_id.value)
        .bind(3, row.other_profile_id.value)
        .bind(4, row.model_id)
        .bind(5, row.millibits())
        .bind(6, parts)
        .run();
}

void MatchTable::remove(MatchId id) {
    remove_one_.bind(1, id.value).run();
}

std::vector<ProfileId> MatchTable::matched_with(ProfileId id) {
    std::vector<ProfileId> profiles;
    matched_with_.bind(1, id.value);
    while (matched_with_.step()) {
        profiles.push_back({matched_with_.integer(0)});
    }
    return profiles;
}

void MatchTable::remove_matches_of(ProfileId id) {
    remove_.bind(1, id.value).run();
    remove_other_.bind(1, id.value).run();
}

void MatchTable::clear() {
    database_.run("DELETE FROM match_namings; DELETE FROM match_keys; DELETE FROM matches");
}

MatchReader::MatchReader(Store& store)
    : database_(store.database()),
      find_(database_.prepare("SELECT profile_id, other_profile_id, model_id, parts FROM matches WHERE match_id = $1")),
      find_place_(database_.prepare("SELECT fan_id, network FROM profiles WHERE profile_id = $1")),
      find_profiles_(database_.prepare(
          "SELECT profile_id FROM profiles WHERE fan_id = $1 AND fan_id <> profile_id ORDER BY profile_id")),
      of_profile_(database_.prepare("SELECT match_id, profile_id, other_profile_id, millibits FROM matches WHERE "
                                    "profile_id = $1 UNION ALL SELECT match_id, profile_id, other_profile_id, "
                                    "millibits FROM matches WHERE other_profile_id = $1")) {}

std::uint16_t MatchReader::number_of(std::string_view network) {
    const auto found = std::find(networks_.begin(), networks_.end(), network);
    if (found == networks_.end()) {
        networks_.emplace_back(network);
        return static_cast<std::uint16_t>(networks_.size() - 1);
    }
    return static_cast<std::uint16_t>(found - networks_.begin());
}

const MatchReader::Place& MatchReader::place_of(ProfileId id) {
    auto found = places_.find(id);
    if (found == places_.end()) {
        Place place{{id.value}, static_cast<std::uint32_t>(places_.size()), 0};
        if (find_place_.bind(1, id.value).step()) {
            place.fan_id = {find_place_.integer(0)};
            place.network = number_of(find_place_.text(1));
        }
        find_place_.reset();
        found = places_.emplace(id, place).first;
    }
    return found->second;
}

MatchBits MatchReader::bits(const Statement& row) {
    const ProfileId one{row.integer(1)}, other{row.integer(2)};
    const Place place = place_of(one), other_place = place_of(other);
    return {{row.integer(0)},
            one,
            other,
            place.fan_id,
            other_place.fan_id,
            static_cast<int>(row.integer(3)),
            place.number,
            other_place.number,
            place.network,
            other_place.network};
}

std::vector<MatchBits> MatchReader::all() {
    Statement profiles = database_.prepare("SELECT profile_id, fan_id, network FROM profiles");
    places_.reserve(static_cast<std::size_t>(database_.integer("SELECT count(*) FROM profiles")));
    while (profiles.step()) {
        const auto number = static_cast<std::uint32_t>(places_.size());
        places_.insert({{profiles.integer(0)}, {{profiles.integer(1)}, number, number_of(profiles.text(2))}});
    }
    Statement all =
        database_.prepare("SELECT match_id, profile_id, other_profile_id, millibits FROM matches ORDER BY match_id");
    std::vector<MatchBits> found;
    while (all.step()) {
        found.push_back(bits(all));
    }
    return found;
}

std::vector<MatchBits> MatchReader::of(const std::vector<ProfileId>& profiles) {
    std::vector<MatchBits> found;
    for (const ProfileId id : profiles) {
        of_profile_.bind(1, id.value);
        while (of_profile_.step()) {
            found.push_back(bits(of_profile_));
        }
    }
    std::sort(found.begin(), found.end(),
              [](const MatchBits& a, const MatchBits& b) { return a.match_id < b.match_id; });
    const auto same = [](const MatchBits& a, const MatchBits& b) { return a.match_id == b.match_id; };
    found.erase(std::unique(found.begin(), found.end(), same), found.end());
    return found;
}

std::optional<MatchRow> MatchReader::find(MatchId id) {
    if (!find_.bind(1, id.value).step()) {
        return std::nullopt;
    }
    MatchRow row{id, {find_.integer(0)}, {find_.integer(1)}, find_.integer(2), decode(find_.text(3))};
    find_.reset();
    return row;
}

std::vector<ProfileId> MatchReader::profiles_of(FanId id) {
    std::vector<ProfileId> profiles = {{id.value}};
    find_profiles_.bind(1, id.value);
    while (find_profiles_.step()) {
        profiles.push_back({find_profiles_.integer(0)});
    }
    return profiles;
}

std::unordered_set<FanId> MatchReader::joined_fans() {
    Statement all = database_.prepare("SELECT fan_id FROM profiles WHERE fan_id <> profile_id");
    std::unordered_set<FanId> fans;
    while (all.step()) {
        fans.insert({all.integer(0)});
    }
    return fans;
}

ProfileCounts counts_of(Store& store, ProfileId id) {
    Statement find = store.database().prepare(
        "SELECT count(*), (SELECT count(*) FROM queue WHERE profile_id = $1), min(occurred_at), max(occurred_at) "
        "FROM interactions WHERE profile_id = $1");
    find.bind(1, id.value).step();
    ProfileCounts counts{find.integer(0), find.integer(1), {}, {}};
    if (!find.is_null(2)) {
        counts.first_interaction_at = Instant{find.integer(2)};
        counts.last_interaction_at = Instant{find.integer(3)};
    }
    return counts;
}

ProfileTallies::ProfileTallies(Store& store, std::int64_t interactions_max)
    : interactions_max_(interactions_max),
      count_interactions_(store.database().prepare(
          "SELECT count(*) FROM (SELECT 1 FROM interactions WHERE profile_id = $1 LIMIT $2)")) {
    Statement waiting = store.database().prepare("SELECT profile_id, count(*) FROM queue GROUP BY profile_id");
    while (waiting.step()) {
        waiting_[{waiting.integer(0)}] = waiting.integer(1);
    }
}

ProfileTallies::Counts ProfileTallies::of(ProfileId id) {
    auto found = interactions_.find(id);
    if (found == interactions_.end()) {
        count_interactions_.bind(1, id.value).bind(2, interactions_max_).step();
        found = interactions_.emplace(id, count_interactions_.integer(0)).first;
        count_interactions_.reset();
    }
    const auto waiting = waiting_.find(id);
    return {found->second, waiting == waiting_.end() ? 0 : waiting->second};
}

}  // namespace fanal::storage
