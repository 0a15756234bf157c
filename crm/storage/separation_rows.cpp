#include "crm/storage/separation_rows.hpp"

#include <algorithm>

namespace fanal::storage {

std::string_view to_text(SeparationReason reason) {
    return reason == SeparationReason::undone ? "undone" : "rejected";
}

void add_separation(Store& store, ProfileId one, ProfileId other, SeparationReason reason, Instant decided_at) {
    const auto [smaller, larger] = std::minmax(one, other);
    store.database()
        .prepare(
            "INSERT INTO separations (profile_id, other_profile_id, reason, decided_at) VALUES ($1, $2, $3, $4) "
            "ON CONFLICT DO UPDATE SET reason = excluded.reason, decided_at = excluded.decided_at "
            "WHERE reason = 'undone' AND excluded.reason = 'rejected'")
        .bind(1, smaller.value)
        .bind(2, larger.value)
        .bind(3, to_text(reason))
        .bind(4, decided_at.ms)
        .run();
}

void remove_separation(Store& store, ProfileId one, ProfileId other) {
    const auto [smaller, larger] = std::minmax(one, other);
    store.database()
        .prepare("DELETE FROM separations WHERE profile_id = $1 AND other_profile_id = $2")
        .bind(1, smaller.value)
        .bind(2, larger.value)
        .run();
}

std::optional<Instant> rejected_at(Store& store, ProfileId one, ProfileId other) {
    const auto [smaller, larger] = std::minmax(one, other);
    Statement find = store.database().prepare(
        "SELECT decided_at FROM separations WHERE profile_id = $1 AND other_profile_id = $2 AND reason = 'rejected'");
    return find.bind(1, smaller.value).bind(2, larger.value).step() ? std::optional<Instant>(Instant{find.integer(0)})
                                                                    : std::nullopt;
}

std::vector<Separation> all_separations(Store& store) {
    Statement all = store.database().prepare(
        "SELECT profile_id, other_profile_id, reason, decided_at FROM separations ORDER BY profile_id, "
        "other_profile_id");
    std::vector<Separation> separations;
    while (all.step()) {
        separations.push_back(
            {{all.integer(0)},
             {all.integer(1)},
             all.text(2) == to_text(SeparationReason::undone) ? SeparationReason::undone : SeparationReason::rejected,
             {all.integer(3)}});
    }
    return separations;
}

std::vector<std::pair<ProfileId, ProfileId>> separated_pairs(Store& store, SeparationReason reason) {
    std::vector<std::pair<ProfileId, ProfileId>> pairs;
    for (const Separation& separation : all_separations(store)) {
        if (separation.reason == reason) {
            pairs.emplace_back(separation.profile_id, separation.other_profile_id);
        }
    }
    return pairs;
}

}  // namespace fanal::storage
