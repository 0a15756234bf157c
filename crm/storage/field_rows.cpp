#include "crm/storage/field_rows.hpp"

#include "models/extra.hpp"

namespace fanal::storage {

std::vector<UnknownField> dropped_fields(Store& store) {
    std::vector<UnknownField> fields;
    Statement rows = store.database().prepare("SELECT name, dropped_at FROM dropped_fields ORDER BY name");
    while (rows.step()) {
        UnknownField& field = fields.emplace_back();
        field.name = rows.text(0);
        field.dropped_at = Instant{rows.integer(1)};
    }
    return fields;
}

std::vector<std::string> dropped_field_names(Database& database) {
    std::vector<std::string> names;
    Statement rows = database.prepare("SELECT name FROM dropped_fields ORDER BY name");
    while (rows.step()) {
        names.emplace_back(rows.text(0));
    }
    return names;
}

void each_extra(Store& store, const VisitExtra& visit) {
    Statement rows =
        store.database().prepare("SELECT network, extra FROM interactions WHERE extra <> '' ORDER BY interaction_id");
    while (rows.step()) {
        visit(rows.text(0), rows.text(1));
    }
}

std::int64_t take_field_out(Store& store, const std::string& name) {
    Statement rows = store.database().prepare(
        "SELECT interaction_id, extra FROM interactions WHERE extra <> '' ORDER BY interaction_id");
    Statement update = store.database().prepare("UPDATE interactions SET extra = $2 WHERE interaction_id = $1");
    std::int64_t lost_count = 0;
    // Rows are changed while they are read: should one be met again, there is nothing left to take out of it.
    while (rows.step()) {
        const std::string_view extra = rows.text(1);
        const std::string left = without_members(extra, {&name, 1});
        if (left.size() != extra.size()) {
            update.bind(1, rows.integer(0)).bind(2, left).run();
            ++lost_count;
        }
    }
    return lost_count;
}

void remember_dropped(Store& store, std::string_view name, Instant dropped_at) {
    store.database()
        .prepare("INSERT INTO dropped_fields (name, dropped_at) VALUES ($1,$2) ON CONFLICT DO NOTHING")
        .bind(1, name)
        .bind(2, dropped_at.ms)
        .run();
}

bool forget_dropped(Store& store, std::string_view name) {
    return store.database().prepare("DELETE FROM dropped_fields WHERE name = $1").bind(1, name).run() > 0;
}

void forget_old_pages(Store& store) {
    store.database().integer("PRAGMA wal_checkpoint(TRUNCATE)");
}

}  // namespace fanal::storage
