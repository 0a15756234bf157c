#include "crm/storage/fan_rows.hpp"

#include <algorithm>

#include "models/error.hpp"

namespace fanal::storage {
namespace {

/// Who is acted upon: the profile that the payload names, else the author of what is answered, else that of the post.
constexpr std::string_view target_of_i =
    "coalesce(i.to_profile_id, (SELECT p.profile_id FROM interactions p WHERE p.interaction_id = i.in_reply_to_id), "
    "(SELECT p.profile_id FROM interactions p WHERE p.interaction_id = i.post_id))";

/// "comments_given" -> kind and direction; nullopt for anything else.
std::optional<std::pair<InteractionKind, bool>> parse_count_field(std::string_view field) {
    for (std::size_t k = 0; k < interaction_kind_names.size(); ++k) {
        const auto kind = static_cast<InteractionKind>(k);
        const std::string_view name = plural(kind);
        if (field.starts_with(name) && field.substr(name.size()) == "_given") {
            return std::pair(kind, true);
        }
        if (field.starts_with(name) && field.substr(name.size()) == "_received") {
            return std::pair(kind, false);
        }
    }
    return std::nullopt;
}

std::string sorting_query(std::string_view field) {
    constexpr std::string_view ours =
        "(SELECT p.fan_id FROM accounts a JOIN profiles p ON p.profile_id = a.account_id)";
    if (field == "followers_count") {
        return "SELECT fan_id FROM profiles WHERE fan_id NOT IN " + std::string(ours) +
               " GROUP BY fan_id ORDER BY coalesce(max(followers_count), -1) DESC, fan_id LIMIT $1";
    }
    if (std::find(score_sort_fields.begin(), score_sort_fields.end(), field) != score_sort_fields.end()) {
        // Who came after the last refresh has no scores yet, and stands at the end.
        return "SELECT fan_id FROM (SELECT s.fan_id AS fan_id, s." + std::string(field) +
               " AS value FROM fan_scores s UNION ALL SELECT profile_id, -1 FROM profiles WHERE profile_id = fan_id "
               "AND fan_id "
               "NOT IN (SELECT fan_id FROM fan_scores)) WHERE fan_id NOT IN " +
               std::string(ours) + " ORDER BY value DESC, fan_id LIMIT $1";
    }
    const auto count = parse_count_field(field);
    if (!count) {
        throw Error(ErrorKind::bad_input, "Fans cannot be sorted by " + std::string(field) +
                                              ": give influence, pagerank, core_number, followers_count, or a count "
                                              "such as comments_given or reshares_received.");
    }
    const std::string target = count->second ? "i.profile_id" : std::string(target_of_i);
    return "SELECT f.fan_id FROM profiles f LEFT JOIN (SELECT p.fan_id AS fan_id, count(*) AS number FROM (SELECT " +
           target + " AS target FROM interactions i WHERE i.kind = '" + std::string(to_text(count->first)) +
           "' AND i.removed_at IS NULL) t JOIN profiles p ON p.profile_id = t.target GROUP BY p.fan_id) n "
           "ON n.fan_id = f.fan_id WHERE f.profile_id = f.fan_id AND f.fan_id NOT IN " +
           std::string(ours) + " ORDER BY coalesce(n.number, 0) DESC, f.fan_id LIMIT $1";
}

std::optional<Scores> scores_of(Database& database, FanId id) {
    Statement find = database.prepare(
        "SELECT influence, influence_low, influence_high, pagerank, core_number, in_degree, out_degree FROM fan_scores "
        "WHERE fan_id = $1");
    if (!find.bind(1, id.value).step()) {
        return std::nullopt;
    }
    const auto real = [&find](int column) {
        return find.is_null(column) ? std::nullopt : std::optional(find.real(column));
    };
    return Scores{find.real(0), real(1), real(2), find.real(3), find.integer(4), find.integer(5), find.integer(6)};
}

}  // namespace

FanReader::FanReader(Store& store)
    : database_(store.database()),
      facts_(database_.prepare("SELECT field, value, source, first_observed_at, last_observed_at FROM profile_facts "
                               "WHERE profile_id = $1 ORDER BY field, last_observed_at DESC, value DESC, source")),
      name_(database_.prepare("SELECT field, value FROM profile_facts WHERE profile_id = $1 AND "
                              "(field = 'handle' OR field = 'display_name') ORDER BY last_observed_at, value")),
      given_(database_.prepare(
          "SELECT kind, count(*) FROM interactions WHERE profile_id = $1 AND removed_at IS NULL GROUP BY kind")),
      // What names the profile; what answers it and names nobody; what stands under its posts, answers nothing and
      // names nobody.
      received_(database_.prepare(
          "SELECT kind, count(*) FROM ("
          "SELECT i.interaction_id, i.kind FROM interactions i WHERE i.to_profile_id = $1 AND i.removed_at IS NULL "
          "UNION SELECT i.interaction_id, i.kind FROM interactions o JOIN interactions i ON i.in_reply_to_id = "
          "o.interaction_id "
          "WHERE o.profile_id = $1 AND i.to_profile_id IS NULL AND i.removed_at IS NULL "
          "UNION SELECT i.interaction_id, i.kind FROM interactions o JOIN interactions i ON i.thread_id = "
          "o.interaction_id "
          "WHERE o.profile_id = $1 AND i.post_id = o.interaction_id AND i.to_profile_id IS NULL AND i.removed_at IS "
          "NULL AND "
          "(i.in_reply_to_id IS NULL OR NOT EXISTS (SELECT 1 FROM interactions p WHERE p.interaction_id = "
          "i.in_reply_to_id "
          "AND p.profile_id IS NOT NULL))) GROUP BY kind")) {}

std::vector<FanId> FanReader::sorted_by(std::string_view field, std::int64_t limit) {
    Statement sorted = database_.prepare(sorting_query(field));
    std::vector<FanId> ids;
    sorted.bind(1, limit);
    while (sorted.step()) {
        ids.push_back({sorted.integer(0)});
    }
    return ids;
}

std::optional<FanId> FanReader::fan_of(ProfileId id) {
    Statement find = database_.prepare("SELECT fan_id FROM profiles WHERE profile_id = $1");
    return find.bind(1, id.value).step() ? std::optional<FanId>(FanId{find.integer(0)}) : std::nullopt;
}

std::vector<ProfileId> FanReader::with_handle(std::string_view handle, std::string_view network) {
    Statement find = database_.prepare(
        "SELECT DISTINCT p.profile_id FROM profile_facts f JOIN profiles p ON p.profile_id = f.profile_id WHERE "
        "f.field = "
        "'handle' "
        "AND f.value COLLATE NOCASE IN ($1, $2) AND ($3 = '' OR p.network = $3) ORDER BY p.profile_id LIMIT 20");
    const std::string with_at = "@" + std::string(handle);
    std::vector<ProfileId> ids;
    find.bind(1, handle).bind(2, with_at).bind(3, network);
    while (find.step()) {
        ids.push_back({find.integer(0)});
    }
    return ids;
}

std::vector<Profile> FanReader::profiles_of(FanId id) {
    Statement find = database_.prepare(
        "SELECT profile_id, network, remote_id, followers_count FROM profiles WHERE profile_id = $1 AND fan_id = $1 "
        "UNION ALL SELECT profile_id, network, remote_id, followers_count FROM profiles WHERE fan_id = $1 AND fan_id "
        "<> profile_id "
        "ORDER BY 1");
    std::vector<Profile> profiles;
    find.bind(1, id.value);
    while (find.step()) {
        Profile profile;
        profile.profile_id = {find.integer(0)};
        profile.fan_id = id;
        profile.network = find.text(1);
        profile.remote_id = find.text(2);
        if (!find.is_null(3)) {
            profile.followers_count = find.integer(3);
        }
        facts_.bind(1, profile.profile_id.value);
        while (facts_.step()) {
            profile.facts.push_back({std::string(facts_.text(0)),
                                     std::string(facts_.text(1)),
                                     std::string(facts_.text(2)),
                                     {facts_.integer(3)},
                                     {facts_.integer(4)}});
        }
        const Name name = name_of(profile.profile_id);
        profile.handle = name.handle;
        profile.display_name = name.display_name;
        profiles.push_back(std::move(profile));
    }
    return profiles;
}

FanReader::Name FanReader::name_of(ProfileId id) {
    Name name;
    name_.bind(1, id.value);
    while (name_.step()) {
        (name_.text(0) == "handle" ? name.handle : name.display_name) = name_.text(1);
    }
    if (name.display_name.empty()) {
        name.display_name = name.handle;
    }
    if (name.display_name.empty() && id) {
        Statement find = database_.prepare("SELECT remote_id FROM profiles WHERE profile_id = $1");
        if (find.bind(1, id.value).step()) {
            name.display_name = find.text(0);
        }
    }
    return name;
}

std::string FanReader::network_of(ProfileId id) {
    Statement find = database_.prepare("SELECT network FROM profiles WHERE profile_id = $1");
    return find.bind(1, id.value).step() ? std::string(find.text(0)) : std::string();
}

void FanReader::count_given(ProfileId id, KindCounts& counts) {
    given_.bind(1, id.value);
    while (given_.step()) {
        if (const auto kind = parse_interaction_kind(given_.text(0))) {
            counts[static_cast<std::size_t>(*kind)] += given_.integer(1);
        }
    }
}

void FanReader::count_received(ProfileId id, KindCounts& counts) {
    received_.bind(1, id.value);
    while (received_.step()) {
        if (const auto kind = parse_interaction_kind(received_.text(0))) {
            counts[static_cast<std::size_t>(*kind)] += received_.integer(1);
        }
    }
}

FanSummary FanReader::summary(FanId id) {
    FanSummary summary;
    summary.fan_id = id;
    Instant newest{-1};
    for (const Profile& profile : profiles_of(id)) {
        Instant seen;
        for (const Fact& fact : profile.facts) {
            seen = std::max(seen, fact.last_observed_at);
        }
        if (seen > newest) {
            newest = seen;
            summary.display_name = profile.display_name;
            summary.handle = profile.handle;
        }
        if (std::find(summary.networks.begin(), summary.networks.end(), profile.network) == summary.networks.end()) {
            summary.networks.push_back(profile.network);
        }
        if (profile.followers_count) {
            summary.followers_count = std::max(summary.followers_count.value_or(0), *profile.followers_count);
        }
        count_given(profile.profile_id, summary.given);
        count_received(profile.profile_id, summary.received);
    }
    summary.scores = scores_of(database_, id);
    return summary;
}

std::vector<HistoryEntry> FanReader::history(FanId id, std::int64_t limit) {
    Statement find = database_.prepare(
        "SELECT i.interaction_id, i.profile_id, i.thread_id, i.network, i.kind, i.occurred_at, i.text, i.reaction, "
        "i.url "
        "FROM interactions i WHERE i.profile_id IN (SELECT profile_id FROM profiles WHERE profile_id = $1 OR "
        "(fan_id = $1 AND fan_id <> profile_id)) AND i.removed_at IS NULL ORDER BY i.occurred_at DESC, "
        "i.interaction_id LIMIT $2");
    std::vector<HistoryEntry> entries;
    find.bind(1, id.value).bind(2, limit);
    while (find.step()) {
        HistoryEntry entry;
        entry.interaction_id = {find.integer(0)};
        entry.profile_id = {find.integer(1)};
        entry.thread_id = {find.integer(2)};
        entry.network = find.text(3);
        entry.kind = parse_interaction_kind(find.text(4)).value_or(InteractionKind::comment);
        entry.occurred_at = {find.integer(5)};
        entry.text = find.text(6);
        entry.reaction = find.text(7);
        entry.url = find.text(8);
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::optional<Instant> scores_as_of(Store& store) {
    Statement find = store.database().prepare("SELECT as_of FROM score_refreshes");
    return find.step() ? std::optional<Instant>(Instant{find.integer(0)}) : std::nullopt;
}

}  // namespace fanal::storage
