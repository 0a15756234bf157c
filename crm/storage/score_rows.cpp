#include "crm/storage/score_rows.hpp"

namespace fanal::storage {

std::int64_t interactions_count(Store& store) {
    return store.database().integer("SELECT count(*) FROM interactions");
}

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
    Statement tie =
        database.prepare("INSERT INTO scored_ties (from_profile_id, to_profile_id, fast, slow) VALUES ($1,$2,$3,$4)");
    for (const TieRow& one : ties) {
        tie.bind(1, one.from.value).bind(2, one.to.value).bind(3, one.fast).bind(4, one.slow).run();
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
        "SELECT from_profile_id, to_profile_id, fast, slow FROM scored_ties "
        "ORDER BY from_profile_id, to_profile_id");
    while (ties.step()) {
        visit({{ties.integer(0)}, {ties.integer(1)}, ties.integer(2), ties.integer(3)});
    }
}

void each_score(Store& store, const std::function<void(FanId, const Scores&)>& visit) {
    Statement all = store.database().prepare(
        "SELECT fan_id, influence, influence_low, influence_high, pagerank, core_number, in_degree, out_degree "
        "FROM fan_scores ORDER BY fan_id");
    const auto known = [&all](int column) {
        return all.is_null(column) ? std::nullopt : std::optional(all.real(column));
    };
    while (all.step()) {
        visit({all.integer(0)},
              {all.real(1), known(2), known(3), all.real(4), all.integer(5), all.integer(6), all.integer(7)});
    }
}

void replace_scores(Store& store, std::span<const std::pair<FanId, Scores>> scores) {
    Database& database = store.database();
    database.run("DELETE FROM fan_scores");
    Statement insert = database.prepare(
        "INSERT INTO fan_scores (fan_id, influence, influence_low, influence_high, pagerank, core_number, in_degree, "
        "out_degree) VALUES ($1,$2,$3,$4,$5,$6,$7,$8)");
    const auto bind_known = [&insert](int parameter, const std::optional<double>& value) {
        value ? insert.bind(parameter, *value) : insert.bind_null(parameter);
    };
    for (const auto& [fan, one] : scores) {
        bind_known(3, one.influence_low);
        bind_known(4, one.influence_high);
        insert.bind(1, fan.value)
            .bind(2, one.influence)
            .bind(5, one.pagerank)
            .bind(6, one.core_number)
            .bind(7, one.in_degree)
            .bind(8, one.out_degree)
            .run();
    }
}

void replace_score_evaluations(Store& store, std::span<const ScoreEvaluation> evaluations) {
    Database& database = store.database();
    database.run("DELETE FROM score_evaluations");
    Statement insert = database.prepare(
        "INSERT INTO score_evaluations (score, splits_count, received_count, from_at, ndcg_at_100, capture_at_100) "
        "VALUES ($1,$2,$3,$4,$5,$6)");
    for (const ScoreEvaluation& one : evaluations) {
        insert.bind(1, one.score)
            .bind(2, one.splits_count)
            .bind(3, one.received_count)
            .bind(4, one.from_at.ms)
            .bind(5, one.ndcg_at_100)
            .bind(6, one.capture_at_100)
            .run();
    }
}

std::vector<ScoreEvaluation> score_evaluations(Store& store) {
    Statement all = store.database().prepare(
        "SELECT score, splits_count, received_count, from_at, ndcg_at_100, capture_at_100 FROM score_evaluations "
        "ORDER BY ndcg_at_100 DESC, score");
    std::vector<ScoreEvaluation> evaluations;
    while (all.step()) {
        evaluations.push_back(
            {std::string(all.text(0)), all.integer(1), all.integer(2), {all.integer(3)}, all.real(4), all.real(5)});
    }
    return evaluations;
}

}  // namespace fanal::storage
