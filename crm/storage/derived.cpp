#include "crm/storage/derived.hpp"

#include "crm/storage/migrations.hpp"

namespace fanal::storage {

bool derived_is_stale(Store& store) {
    return store.database().integer("SELECT count(*) FROM derived_stale") > 0;
}

void mark_derived_fresh(Store& store) {
    store.database().run("DELETE FROM derived_stale");
}

void suspend_indexes(Store& store) {
    Transaction transaction(store.database());
    // From here on until the indexes are back, an opening finds the mark and repairs.
    store.database().run("INSERT INTO derived_stale (stale_id) VALUES (1) ON CONFLICT DO NOTHING");
    drop_indexes(store.database());
    transaction.commit();
}

void restore_indexes(Store& store) {
    Transaction transaction(store.database());
    make_indexes(store.database());
    transaction.commit();
}

std::int64_t database_bytes(Store& store) {
    return store.database().integer("PRAGMA page_count") * store.database().integer("PRAGMA page_size");
}

}  // namespace fanal::storage
