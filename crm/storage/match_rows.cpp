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

std::vector<MatchBits> all_matches(Store& store) {
    Statement all = store.database().prepare(
        "SELECT m.match_id, m.profile_id, m.other_profile_id, a.fan_id, b.fan_id, a.network, b.network, m.millibits "
        "FROM matches m JOIN profiles a ON a.profile_id = m.profile_id JOIN profiles b ON b.profile_id = "
        "m.other_profile_id ORDER BY m.match_id");
    std::vector<MatchBits> found;
    while (all.step()) {
        found.push_back({{all.integer(0)},
                         {all.integer(1)},
                         {all.integer(2)},
                         {all.integer(3)},
                         {all.integer(4)},
                         std::string(all.text(5)),
                         std::string(all.text(6)),
                         static_cast<int>(all.integer(7))});
    }
    return found;
}

std::optional<MatchRow> find_match(Store& store, MatchId id) {
    Statement find = store.database().prepare(
        "SELECT profile_id, other_profile_id, model_id, parts FROM matches WHERE match_id = $1");
    if (!find.bind(1, id.value).step()) {
        return std::nullopt;
    }
    return MatchRow{id, {find.integer(0)}, {find.integer(1)}, find.integer(2), decode(find.text(3))};
}

std::map<FanId, std::set<std::string>> networks_of_joined(Store& store) {
    Statement all = store.database().prepare(
        "SELECT fan_id, network FROM profiles WHERE fan_id <> profile_id UNION SELECT p.fan_id, p.network FROM "
        "profiles p WHERE p.profile_id IN (SELECT fan_id FROM profiles WHERE fan_id <> profile_id)");
    std::map<FanId, std::set<std::string>> found;
    while (all.step()) {
        found[{all.integer(0)}].insert(std::string(all.text(1)));
    }
    return found;
}

ProfileCounts counts_of(Store& store, ProfileId id, std::int64_t interactions_max) {
    Statement find = store.database().prepare(
        "SELECT (SELECT count(*) FROM (SELECT 1 FROM interactions WHERE profile_id = $1 LIMIT $2)), "
        "(SELECT count(*) FROM queue WHERE profile_id = $1), "
        "(SELECT min(occurred_at) FROM interactions WHERE profile_id = $1), "
        "(SELECT max(occurred_at) FROM interactions WHERE profile_id = $1)");
    find.bind(1, id.value).bind(2, interactions_max).step();
    ProfileCounts counts{find.integer(0), find.integer(1), {}, {}};
    if (!find.is_null(2)) {
        counts.first_interaction_at = Instant{find.integer(2)};
        counts.last_interaction_at = Instant{find.integer(3)};
    }
    return counts;
}

}  // namespace fanal::storage
