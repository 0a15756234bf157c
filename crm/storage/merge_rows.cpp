#include "crm/storage/merge_rows.hpp"

#include <algorithm>
#include <map>

namespace fanal::storage {

std::vector<ProfileLinks> linking_profiles(Store& store) {
    Statement facts = store.database().prepare(
        "SELECT profile_id, field, value FROM profile_facts WHERE (field = 'url' OR field = 'link' OR field = 'bio') "
        "AND "
        "profile_id IN (SELECT profile_id FROM profile_facts WHERE (field = 'link' OR field = 'bio') AND value LIKE "
        "'%http%') "
        "ORDER BY profile_id");
    std::vector<ProfileLinks> profiles;
    while (facts.step()) {
        const ProfileId id{facts.integer(0)};
        if (profiles.empty() || profiles.back().profile_id != id) {
            profiles.push_back({id, {}, {}});
        }
        auto& values = facts.text(1) == "url" ? profiles.back().urls : profiles.back().links;
        values.emplace_back(facts.text(2));
    }
    return profiles;
}

void replace_vouched_merges(Store& store, std::span<const VouchedMerge> merges) {
    store.database().run("DELETE FROM merges WHERE decided_by = 'networks' AND undone_at IS NULL");
    Statement insert = store.database().prepare(
        "INSERT INTO merges (merge_id, profile_id, other_profile_id, decided_by, evidence, merged_at) "
        "SELECT $1, $2, $3, 'networks', $4, coalesce(max(first_observed_at), 0) FROM profile_facts "
        "WHERE profile_id IN ($2, $3) AND (field = 'link' OR field = 'bio' OR field = 'url') ON CONFLICT DO NOTHING");
    for (const VouchedMerge& merge : merges) {
        const auto [smaller, larger] = std::minmax(merge.profile_id, merge.other_profile_id);
        insert.bind(1, derive_id("merge", "networks", to_text(smaller) + "-" + to_text(larger)))
            .bind(2, smaller.value)
            .bind(3, larger.value)
            .bind(4, merge.evidence)
            .run();
    }
}

std::vector<std::pair<ProfileId, ProfileId>> active_merges(Store& store) {
    Statement all = store.database().prepare(
        "SELECT profile_id, other_profile_id FROM merges WHERE undone_at IS NULL ORDER BY profile_id, "
        "other_profile_id");
    std::vector<std::pair<ProfileId, ProfileId>> pairs;
    while (all.step()) {
        pairs.push_back({{all.integer(0)}, {all.integer(1)}});
    }
    return pairs;
}

std::vector<ProfileId> set_persons(Store& store, std::span<const std::pair<ProfileId, FanId>> persons) {
    std::map<ProfileId, FanId> before;
    {
        Statement joined =
            store.database().prepare("SELECT profile_id, fan_id FROM profiles WHERE fan_id <> profile_id");
        while (joined.step()) {
            before[{joined.integer(0)}] = {joined.integer(1)};
        }
    }
    std::map<ProfileId, FanId> after;
    for (const auto& [profile, fan] : persons) {
        if (fan.value != profile.value) {
            after[profile] = fan;
        }
    }
    Statement set = store.database().prepare("UPDATE profiles SET fan_id = $2 WHERE profile_id = $1");
    std::vector<ProfileId> changed;
    const auto assign = [&](ProfileId profile, FanId fan) {
        set.bind(1, profile.value).bind(2, fan.value).run();
        changed.push_back(profile);
    };
    for (const auto& [profile, fan] : before) {
        if (!after.contains(profile)) {
            assign(profile, {profile.value});
        }
    }
    for (const auto& [profile, fan] : after) {
        const auto known = before.find(profile);
        if (known == before.end() || known->second != fan) {
            assign(profile, fan);
        }
    }
    return changed;
}

}  // namespace fanal::storage
