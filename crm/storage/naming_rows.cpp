#include "crm/storage/naming_rows.hpp"

namespace fanal::storage {
namespace {

/// Profiles with what they say of themselves. The value seen last is the current one; ties fall to the larger value,
/// whatever the order of rows.
std::string query(const std::string& condition) {
    return "SELECT p.profile_id, p.network, p.remote_id, f.field, f.value FROM profiles p LEFT JOIN profile_facts f "
           "ON f.profile_id = p.profile_id AND f.field IN ('handle', 'display_name', 'place', 'bio', 'url', "
           "'avatar_url', 'link') " +
           condition + " ORDER BY p.profile_id, f.last_observed_at, f.value";
}

void put(ProfileNaming& profile, std::string_view field, std::string_view value) {
    if (field == "link") {
        profile.links.emplace_back(value);
        return;
    }
    std::string& kept = field == "handle"         ? profile.handle
                        : field == "display_name" ? profile.display_name
                        : field == "place"        ? profile.place
                        : field == "bio"          ? profile.bio
                        : field == "url"          ? profile.url
                                                  : profile.avatar_url;
    kept = value;
}

void read(Statement& rows, const std::function<void(ProfileNaming&&)>& visit) {
    ProfileNaming profile;
    while (rows.step()) {
        const ProfileId id{rows.integer(0)};
        if (profile.profile_id != id) {
            if (profile.profile_id) {
                visit(std::move(profile));
            }
            profile = {};
            profile.profile_id = id;
            profile.network = rows.text(1);
            profile.remote_id = rows.text(2);
        }
        if (!rows.is_null(3)) {
            put(profile, rows.text(3), rows.text(4));
        }
    }
    if (profile.profile_id) {
        visit(std::move(profile));
    }
}

}  // namespace

void each_profile_naming(Store& store, const std::function<void(const ProfileNaming&)>& visit) {
    Statement all = store.database().prepare(query(""));
    read(all, visit);
}

std::optional<ProfileNaming> profile_naming(Store& store, ProfileId id) {
    Statement one = store.database().prepare(query("WHERE p.profile_id = $1"));
    one.bind(1, id.value);
    std::optional<ProfileNaming> found;
    read(one, [&](ProfileNaming&& profile) { found = std::move(profile); });
    return found;
}

bool another_network_came(Store& store, const std::map<std::string, std::int64_t>& new_profiles) {
    if (new_profiles.size() != 1) {
        return new_profiles.size() > 1;
    }
    const auto& [network, count] = *new_profiles.begin();
    // Among one more than came is one that was there before, if any was, and those were all of one network.
    Statement other = store.database().prepare(
        "SELECT 1 FROM (SELECT network FROM profiles LIMIT $2 + 1) WHERE network <> $1 LIMIT 1");
    return other.bind(1, network).bind(2, count).step();
}

bool has_two_networks(Store& store) {
    Statement other = store.database().prepare(
        "SELECT 1 FROM profiles WHERE network <> (SELECT network FROM profiles LIMIT 1) LIMIT 1");
    return other.step();
}

}  // namespace fanal::storage
