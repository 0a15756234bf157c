#include "crm/storage/understanding_rows.hpp"

#include <utility>
#include <vector>

#include "crm/storage/derived.hpp"

namespace fanal::storage {
namespace {

constexpr std::int64_t rows_at_once = 10'000;

}  // namespace

bool understanding_is_outdated(Store& store, std::int64_t version) {
    Statement find = store.database().prepare("SELECT 1 FROM understanding_models WHERE version = $1");
    return !find.bind(1, version).step();
}

void understand_again(Store& store, std::int64_t version,
                      const std::function<std::string(std::string_view text)>& understand) {
    Transaction transaction(store.database());
    Statement some = store.database().prepare(
        "SELECT interaction_id, text, understanding FROM interactions WHERE interaction_id > $1 "
        "ORDER BY interaction_id LIMIT $2");
    Statement set = store.database().prepare("UPDATE interactions SET understanding = $2 WHERE interaction_id = $1");
    std::vector<std::pair<std::int64_t, std::string>> changed;
    for (std::int64_t last = 0, before = -1; before < last;) {
        before = last;
        some.bind(1, last).bind(2, rows_at_once);
        while (some.step()) {
            last = some.integer(0);
            if (std::string judged = some.text(1).empty() ? std::string() : understand(some.text(1));
                judged != some.bytes(2)) {
                changed.emplace_back(last, std::move(judged));
            }
        }
        if (!changed.empty()) {
            mark_derived_stale(store.database());
        }
        for (const auto& [id, judged] : changed) {
            set.bind(1, id).bind_bytes(2, judged).run();
        }
        changed.clear();
    }
    store.database()
        .prepare(
            "INSERT INTO understanding_models (model_id, version) VALUES (1, $1) "
            "ON CONFLICT (model_id) DO UPDATE SET version = excluded.version")
        .bind(1, version)
        .run();
    transaction.commit();
}

}  // namespace fanal::storage
