#include "crm/storage/score_rows.hpp"

namespace fanal::storage {

void each_act(Store& store, Instant as_of, const std::function<void(const ActRow&)>& visit) {
    Statement acts = store.database().prepare(
        "SELECT f.fan_id, t.fan_id, i.kind, i.occurred_at FROM interactions i "
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

void each_fan(Store& store, const std::function<void(FanId)>& visit) {
    Statement fans = store.database().prepare("SELECT fan_id FROM profiles WHERE fan_id = profile_id ORDER BY fan_id");
    while (fans.step()) {
        visit({fans.integer(0)});
    }
}

void replace_scores(Store& store, Instant as_of, std::span<const std::pair<FanId, Scores>> scores) {
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
    database
        .prepare(
            "INSERT INTO score_refreshes (refresh_id, as_of) VALUES (1, $1) ON CONFLICT (refresh_id) "
            "DO UPDATE SET as_of = excluded.as_of")
        .bind(1, as_of.ms)
        .run();
}

}  // namespace fanal::storage
