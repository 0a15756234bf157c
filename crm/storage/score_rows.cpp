#include "crm/storage/score_rows.hpp"

namespace fanal::storage {

void each_act(Store& store, Instant as_of, const std::function<void(const ActRow&)>& visit) {
    Statement acts = store.database().prepare(
        "SELECT f.profile_id, t.profile_id, i.kind, i.occurred_at FROM interactions i "
        "JOIN profiles f ON f.profile_id = i.profile_id "
        "JOIN profiles t ON t.profile_id = coalesce(i.to_profile_id, "
        "(SELECT p.profile_id FROM interactions p WHERE p.interaction_id = i.in_reply_to_id), "
        "(SELECT p.profile_id FROM interactions p WHERE p.interaction_id = i.post_id)) "
        "WHERE i.occurred_at <= $1 AND i.removed_at IS NULL");
    acts.bind(1, as_of.ms);
    while (acts.step()) {
        visit({{acts.integer(0)},
               {acts.integer(1)},
               parse_interaction_kind(acts.text(2)).value_or(InteractionKind::comment),
               {acts.integer(3)}});
    }
}

std::vector<ProfileId> all_profiles(Store& store) {
    Statement all = store.database().prepare("SELECT profile_id FROM profiles ORDER BY profile_id");
    std::vector<ProfileId> profiles;
    while (all.step()) {
        profiles.push_back({all.integer(0)});
    }
    return profiles;
}

void replace_scored(Store& store, Instant as_of, std::span<const ProfileId> profiles, std::span<const TieRow> ties) {
    Database& database = store.database();
    database.run("DELETE FROM scored_profiles; DELETE FROM scored_ties");
    Statement profile = database.prepare("INSERT INTO scored_profiles (profile_id) VALUES ($1)");
    for (const ProfileId id : profiles) {
        profile.bind(1, id.value).run();
    }
    Statement tie = database.prepare(
        "INSERT INTO scored_ties (from_profile_id, to_profile_id, weight, engagement_received) VALUES ($1,$2,$3,$4)");
    for (const TieRow& one : ties) {
        tie.bind(1, one.from.value).bind(2, one.to.value).bind(3, one.weight).bind(4, one.engagement_received).run();
    }
    database
        .prepare(
            "INSERT INTO score_refreshes (refresh_id, as_of) VALUES (1, $1) ON CONFLICT (refresh_id) "
            "DO UPDATE SET as_of = excluded.as_of")
        .bind(1, as_of.ms)
        .run();
}

std::vector<std::pair<ProfileId, FanId>> scored_profiles(Store& store) {
    Statement all = store.database().prepare(
        "SELECT s.profile_id, p.fan_id FROM scored_profiles s JOIN profiles p ON p.profile_id = s.profile_id "
        "ORDER BY s.profile_id");
    std::vector<std::pair<ProfileId, FanId>> profiles;
    while (all.step()) {
        profiles.push_back({{all.integer(0)}, {all.integer(1)}});
    }
    return profiles;
}

void each_tie(Store& store, const std::function<void(const TieRow&)>& visit) {
    Statement ties = store.database().prepare(
        "SELECT from_profile_id, to_profile_id, weight, engagement_received FROM scored_ties "
        "ORDER BY from_profile_id, to_profile_id");
    while (ties.step()) {
        visit({{ties.integer(0)}, {ties.integer(1)}, ties.real(2), ties.real(3)});
    }
}

void each_score(Store& store, const std::function<void(FanId, const Scores&)>& visit) {
    Statement all = store.database().prepare(
        "SELECT fan_id, engagement_received, pagerank, core_number, in_degree, out_degree FROM fan_scores "
        "ORDER BY fan_id");
    while (all.step()) {
        visit({all.integer(0)}, {all.real(1), all.real(2), all.integer(3), all.integer(4), all.integer(5)});
    }
}

void replace_scores(Store& store, std::span<const std::pair<FanId, Scores>> scores) {
    Database& database = store.database();
    database.run("DELETE FROM fan_scores");
    Statement insert = database.prepare(
        "INSERT INTO fan_scores (fan_id, engagement_received, pagerank, core_number, in_degree, out_degree) "
        "VALUES ($1,$2,$3,$4,$5,$6)");
    for (const auto& [fan, one] : scores) {
        insert.bind(1, fan.value)
            .bind(2, one.engagement_received)
            .bind(3, one.pagerank)
            .bind(4, one.core_number)
            .bind(5, one.in_degree)
            .bind(6, one.out_degree)
            .run();
    }
}

}  // namespace fanal::storage
