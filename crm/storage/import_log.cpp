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

void keep_rejection(Store& store, const KeptRejection& kept) {
    store.database()
        .prepare(
            "INSERT INTO import_rejections (source, path, reason, record) VALUES ($1,$2,$3,$4) "
            "ON CONFLICT (source, path) DO UPDATE SET reason = excluded.reason, record = excluded.record")
        .bind(1, kept.rejection.source)
        .bind(2, kept.rejection.path)
        .bind(3, kept.rejection.reason)
        .bind_bytes(4, kept.record)
        .run();
}

std::vector<KeptRejection> kept_rejections(Store& store, std::string_view source, std::int64_t limit) {
    std::vector<KeptRejection> kept;
    Statement rows = store.database().prepare(
        "SELECT source, path, reason, record FROM import_rejections WHERE $1 = '' OR source = $1 "
        "ORDER BY source, path LIMIT $2");
    rows.bind(1, source).bind(2, limit);
    while (rows.step()) {
        kept.push_back({{std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2))},
                        std::string(rows.bytes(3))});
    }
    return kept;
}

std::int64_t rejections_count(Store& store) {
    return store.database().integer("SELECT count(*) FROM import_rejections");
}

std::vector<std::string> rejected_sources(Store& store) {
    std::vector<std::string> sources;
    Statement rows = store.database().prepare("SELECT DISTINCT source FROM import_rejections ORDER BY source");
    while (rows.step()) {
        sources.emplace_back(rows.text(0));
    }
    return sources;
}

void forget_rejections(Store& store, std::string_view source) {
    store.database().prepare("DELETE FROM import_rejections WHERE source = $1").bind(1, source).run();
}

void forget_rejection(Store& store, const Rejection& rejection) {
    store.database()
        .prepare("DELETE FROM import_rejections WHERE source = $1 AND path = $2")
        .bind(1, rejection.source)
        .bind(2, rejection.path)
        .run();
}

std::string network_of_source(Store& store, std::string_view source) {
    Statement newest = store.database().prepare(
        "SELECT network FROM import_log WHERE source = $1 AND network <> '' ORDER BY import_id DESC LIMIT 1");
    return newest.bind(1, source).step() ? std::string(newest.text(0)) : std::string();
}

}  // namespace fanal::storage
