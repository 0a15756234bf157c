#include "crm/storage/merge_rows.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace fanal::storage {
namespace {

constexpr std::string_view columns =
    "SELECT merge_id, profile_id, other_profile_id, decided_by, evidence, merged_at, in_bulk FROM merges ";

std::vector<MergeRow> read_rows(Statement& statement) {
    std::vector<MergeRow> rows;
    while (statement.step()) {
        rows.push_back({{statement.integer(0)},
                        {statement.integer(1)},
                        {statement.integer(2)},
                        statement.text(3) == "networks" ? MergeDecider::networks : MergeDecider::person,
                        std::string(statement.text(4)),
                        {statement.integer(5)},
                        statement.integer(6) == 1});
    }
    return rows;
}

/// The persons of profiles that are not the first of their person.
using Persons = std::map<ProfileId, FanId>;

/// Writes what differs; returns the persons that a profile left or came to.
std::set<FanId> changed_fans(Store& store, const Persons& before, const Persons& after) {
    Statement set = store.database().prepare("UPDATE profiles SET fan_id = $2 WHERE profile_id = $1");
    std::set<FanId> changed;
    const auto assign = [&](ProfileId profile, FanId from, FanId to) {
        if (from != to) {
            set.bind(1, profile.value).bind(2, to.value).run();
            changed.insert({from, to});
        }
    };
    for (const auto& [profile, fan] : before) {
        const auto now = after.find(profile);
        assign(profile, fan, now == after.end() ? FanId{profile.value} : now->second);
    }
    for (const auto& [profile, fan] : after) {
        if (!before.contains(profile)) {
            assign(profile, {profile.value}, fan);
        }
    }
    return changed;
}

}  // namespace

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
    store.database().run("DELETE FROM merges WHERE decided_by = 'networks'");
    Statement insert = store.database().prepare(
        "INSERT INTO merges (merge_id, profile_id, other_profile_id, decided_by, evidence, merged_at) "
        "SELECT $1, $2, $3, 'networks', $4, coalesce(max(first_observed_at), 0) FROM profile_facts "
        "WHERE profile_id IN ($2, $3) AND (field = 'link' OR field = 'bio' OR field = 'url') ON CONFLICT DO NOTHING");
    for (const VouchedMerge& merge : merges) {
        const auto [smaller, larger] = std::minmax(merge.profile_id, merge.other_profile_id);
        insert.bind(1, merge_id(MergeDecider::networks, smaller, larger).value)
            .bind(2, smaller.value)
            .bind(3, larger.value)
            .bind(4, merge.evidence)
            .run();
    }
}

std::string_view to_text(MergeDecider decider) {
    return decider == MergeDecider::networks ? "networks" : "person";
}

MergeId merge_id(MergeDecider decider, ProfileId one, ProfileId other) {
    const auto [smaller, larger] = std::minmax(one, other);
    return {derive_id("merge", to_text(decider), fanal::to_text(smaller) + "-" + fanal::to_text(larger))};
}

std::optional<MergeRow> find_merge(Store& store, MergeId id) {
    Statement find = store.database().prepare(std::string(columns) + "WHERE merge_id = $1");
    auto rows = read_rows(find.bind(1, id.value));
    return rows.empty() ? std::nullopt : std::optional(std::move(rows.front()));
}

std::vector<MergeRow> newest_merges(Store& store, std::int64_t limit) {
    Statement newest = store.database().prepare(std::string(columns) + "ORDER BY merged_at DESC, merge_id LIMIT $1");
    return read_rows(newest.bind(1, limit));
}

std::vector<MergeRow> newest_single_merges(Store& store, std::int64_t limit) {
    Statement newest = store.database().prepare(
        std::string(columns) +
        "WHERE decided_by = 'person' AND in_bulk = 0 ORDER BY merged_at DESC, merge_id LIMIT $1");
    return read_rows(newest.bind(1, limit));
}

std::int64_t count_merges(Store& store) {
    return store.database().integer("SELECT count(*) FROM merges");
}

std::vector<MergeRow> merges_of(Store& store, ProfileId id) {
    Statement of = store.database().prepare(std::string(columns) +
                                            "WHERE profile_id = $1 OR other_profile_id = $1 ORDER BY merge_id");
    return read_rows(of.bind(1, id.value));
}

void add_merge(Store& store, const MergeRow& merge) {
    store.database()
        .prepare(
            "INSERT INTO merges (merge_id, profile_id, other_profile_id, decided_by, evidence, merged_at, in_bulk) "
            "VALUES ($1, $2, $3, $4, $5, $6, $7)")
        .bind(1, merge.merge_id.value)
        .bind(2, merge.profile_id.value)
        .bind(3, merge.other_profile_id.value)
        .bind(4, to_text(merge.decider))
        .bind(5, merge.evidence)
        .bind(6, merge.merged_at.ms)
        .bind(7, std::int64_t{merge.in_bulk})
        .run();
}

void remove_merge(Store& store, MergeId id) {
    store.database().prepare("DELETE FROM merges WHERE merge_id = $1").bind(1, id.value).run();
}

std::vector<std::pair<ProfileId, ProfileId>> merged_pairs(Store& store, MergeDecider decider) {
    Statement all = store.database().prepare("SELECT profile_id, other_profile_id FROM merges WHERE decided_by = $1");
    all.bind(1, to_text(decider));
    std::vector<std::pair<ProfileId, ProfileId>> pairs;
    while (all.step()) {
        pairs.push_back({{all.integer(0)}, {all.integer(1)}});
    }
    return pairs;
}

std::vector<ProfileId> set_persons(Store& store, std::span<const std::pair<ProfileId, FanId>> persons) {
    Persons before;
    {
        Statement joined =
            store.database().prepare("SELECT profile_id, fan_id FROM profiles WHERE fan_id <> profile_id");
        while (joined.step()) {
            before[{joined.integer(0)}] = {joined.integer(1)};
        }
    }
    Persons after;
    for (const auto& [profile, fan] : persons) {
        if (fan.value != profile.value) {
            after[profile] = fan;
        }
    }
    const std::set<FanId> changed = changed_fans(store, before, after);
    std::set<ProfileId> touched;
    for (const FanId fan : changed) {
        touched.insert({fan.value});
    }
    for (const Persons* joined : {&before, &after}) {
        for (const auto& [profile, fan] : *joined) {
            if (changed.contains(fan)) {
                touched.insert(profile);
            }
        }
    }
    return {touched.begin(), touched.end()};
}

}  // namespace fanal::storage
