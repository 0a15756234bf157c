#include "crm/storage/import_log.hpp"

namespace fanal::storage {

std::optional<ImportPosition> find_position(Store& store, std::string_view source, std::string_view fingerprint) {
    Statement find = store.database().prepare(
        "SELECT bytes_done, lines_done FROM import_progress WHERE source = $1 AND fingerprint = $2");
    if (!find.bind(1, source).bind(2, fingerprint).step()) {
        return std::nullopt;
    }
    return ImportPosition{std::string(source), std::string(fingerprint), find.integer(0), find.integer(1), false};
}

void log_import(Store& store, const FileReport& report, Instant imported_at) {
    store.database()
        .prepare(
            "INSERT INTO import_log (source, network, imported_at, accepted_count, repeated_count, skipped_count, "
            "rejected_count) VALUES ($1,$2,$3,$4,$5,$6,$7)")
        .bind(1, report.source)
        .bind(2, report.network)
        .bind(3, imported_at.ms)
        .bind(4, report.accepted_count)
        .bind(5, report.repeated_count)
        .bind(6, report.skipped_count)
        .bind(7, report.rejected_count)
        .run();
}

void keep_rejection(Store& store, const Rejection& rejection, std::string_view record) {
    store.database()
        .prepare(
            "INSERT INTO import_rejections (source, path, reason, record) VALUES ($1,$2,$3,$4) "
            "ON CONFLICT (source, path) DO UPDATE SET reason = excluded.reason, record = excluded.record")
        .bind(1, rejection.source)
        .bind(2, rejection.path)
        .bind(3, rejection.reason)
        .bind_bytes(4, record)
        .run();
}

}  // namespace fanal::storage
