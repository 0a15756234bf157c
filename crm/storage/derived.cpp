#include "crm/storage/derived.hpp"

#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <vector>

#include "crm/storage/migrations.hpp"

namespace fanal::storage {

namespace {

/// The processes whose marks nobody but us will take away.
std::vector<std::int64_t> abandoned(Database& database) {
    std::vector<std::int64_t> processes;
    Statement marks = database.prepare("SELECT process_id FROM derived_stale");
    while (marks.step()) {
        const auto process = static_cast<pid_t>(marks.integer(0));
        if (process == getpid() || (kill(process, 0) != 0 && errno == ESRCH)) {
            processes.push_back(process);
        }
    }
    return processes;
}

}  // namespace

void mark_derived_stale(Database& database) {
    database.prepare("INSERT INTO derived_stale (process_id) VALUES ($1) ON CONFLICT DO NOTHING")
        .bind(1, std::int64_t{getpid()})
        .run();
}

void mark_derived_fresh(Store& store) {
    store.database().prepare("DELETE FROM derived_stale WHERE process_id = $1").bind(1, std::int64_t{getpid()}).run();
}

bool derived_is_abandoned(Store& store) {
    return !abandoned(store.database()).empty();
}

void forget_abandoned_marks(Store& store) {
    Statement forget = store.database().prepare("DELETE FROM derived_stale WHERE process_id = $1");
    for (const std::int64_t process : abandoned(store.database())) {
        forget.bind(1, process).run();
    }
}

void suspend_indexes(Store& store) {
    Transaction transaction(store.database());
    mark_derived_stale(store.database());
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
