#include "crm/storage/model_rows.hpp"

namespace fanal::storage {

std::optional<MatchModelRow> active_model_row(Store& store) {
    Statement find = store.database().prepare(
        "SELECT model_id, trained_at, trained_by, profiles_count, statistics FROM match_models WHERE active = 1");
    if (!find.step()) {
        return std::nullopt;
    }
    MatchModelRow row{find.integer(0), {find.integer(1)},          std::string(find.text(2)),
                      find.integer(3), std::string(find.bytes(4)), {}};
    Statement fits = store.database().prepare(
        "SELECT network, other_network, candidates_count, pairs_a_candidate, expected_matches_count, match_rate, rates "
        "FROM match_fits WHERE model_id = $1 ORDER BY network, other_network");
    fits.bind(1, row.model_id);
    while (fits.step()) {
        row.fits.push_back({std::string(fits.text(0)), std::string(fits.text(1)), fits.integer(2), fits.real(3),
                            fits.real(4), fits.real(5), std::string(fits.text(6))});
    }
    return row;
}

std::string active_model_mark(Store& store) {
    Statement find = store.database().prepare(
        "SELECT model_id || ' ' || trained_at || ' ' || profiles_count || ' ' || length(statistics) || ' ' || "
        "hex(substr(statistics, 1, 4096)) || (SELECT coalesce(group_concat(rates), '') FROM match_fits f "
        "WHERE f.model_id = m.model_id) FROM match_models m WHERE active = 1");
    return find.step() ? std::string(find.text(0)) : std::string();
}

std::int64_t add_model(Store& store, const MatchModelRow& model) {
    Database& database = store.database();
    const std::int64_t id = 1 + database.integer("SELECT coalesce(max(model_id), 1) FROM match_models");
    database.run("UPDATE match_models SET active = 0 WHERE active = 1");
    database
        .prepare(
            "INSERT INTO match_models (model_id, trained_at, trained_by, active, profiles_count, statistics) "
            "VALUES ($1, $2, $3, 1, $4, $5)")
        .bind(1, id)
        .bind(2, model.trained_at.ms)
        .bind(3, model.trained_by)
        .bind(4, model.profiles_count)
        .bind_bytes(5, model.statistics)
        .run();
    Statement insert = database.prepare(
        "INSERT INTO match_fits (model_id, network, other_network, candidates_count, pairs_a_candidate, "
        "expected_matches_count, match_rate, rates) VALUES ($1, $2, $3, $4, $5, $6, $7, $8)");
    for (const MatchFitRow& fit : model.fits) {
        insert.bind(1, id)
            .bind(2, fit.network)
            .bind(3, fit.other_network)
            .bind(4, fit.candidates_count)
            .bind(5, fit.pairs_a_candidate)
            .bind(6, fit.expected_matches_count)
            .bind(7, fit.match_rate)
            .bind(8, fit.rates)
            .run();
    }
    return id;
}

}  // namespace fanal::storage
