#include "crm/storage/import_log.hpp"

#include "models/ids.hpp"

namespace fanal::storage {
namespace {

constexpr std::string_view same_origin =
    "file = $1 AND fingerprint = $2 AND as_network = $3 AND columns = $4 AND include_private = $5";

/// Bytes where there are any; otherwise two refusals of one place differ by why.
std::int64_t rejection_id(const KeptRejection& kept, const RejectionOrigin& origin) {
    std::string what = kept.rejection.path;
    what += '\0';
    what += kept.record.empty() ? kept.rejection.reason : kept.record;
    return derive_id(origin.file.empty() ? "received" : "file", kept.rejection.source, what);
}

KeptRejection read_kept(const Statement& row) {
    return {{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(2))}, std::string(row.bytes(3))};
}

}  // namespace

std::optional<ImportPosition> find_position(Store& store, std::string_view source, std::string_view fingerprint) {
    Statement find = store.database().prepare(
        "SELECT bytes_done, lines_done, network FROM import_progress WHERE source = $1 AND fingerprint = $2");
    if (!find.bind(1, source).bind(2, fingerprint).step()) {
        return std::nullopt;
    }
    ImportPosition position{std::string(source), std::string(fingerprint), find.integer(0), find.integer(1), false};
    position.so_far.network = find.text(2);
    return position;
}

void log_import(Store& store, std::string_view source, const FileReport& report, Instant imported_at) {
    store.database()
        .prepare(
            "INSERT INTO import_log (source, network, imported_at, accepted_count, repeated_count, skipped_count, "
            "rejected_count) VALUES ($1,$2,$3,$4,$5,$6,$7)")
        .bind(1, source)
        .bind(2, report.network)
        .bind(3, imported_at.ms)
        .bind(4, report.accepted_count)
        .bind(5, report.repeated_count)
        .bind(6, report.skipped_count)
        .bind(7, report.rejected_count)
        .run();
}

std::int64_t keep_rejection(Store& store, const KeptRejection& kept, const RejectionOrigin& origin) {
    const std::int64_t id = rejection_id(kept, origin);
    store.database()
        .prepare(
            "INSERT INTO import_rejections (rejection_id, source, path, reason, file, fingerprint, as_network, "
            "columns, include_private, record) VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10) "
            "ON CONFLICT (rejection_id) DO UPDATE SET reason = excluded.reason, fingerprint = excluded.fingerprint, "
            "as_network = excluded.as_network, columns = excluded.columns, include_private = excluded.include_private")
        .bind(1, id)
        .bind(2, kept.rejection.source)
        .bind(3, kept.rejection.path)
        .bind(4, kept.rejection.reason)
        .bind(5, origin.file)
        .bind(6, origin.fingerprint)
        .bind(7, origin.as_network)
        .bind(8, origin.columns)
        .bind(9, std::int64_t{origin.include_private})
        .bind_bytes(10, kept.record)
        .run();
    return id;
}

std::vector<KeptRejection> kept_rejections(Store& store, std::int64_t limit) {
    std::vector<KeptRejection> kept;
    Statement rows = store.database().prepare(
        "SELECT source, path, reason, record FROM import_rejections ORDER BY source, path, rejection_id LIMIT $1");
    rows.bind(1, limit);
    while (rows.step()) {
        kept.push_back(read_kept(rows));
    }
    return kept;
}

std::int64_t rejections_count(Store& store) {
    return store.database().integer("SELECT count(*) FROM import_rejections");
}

std::optional<KeptRejection> find_rejection(Store& store, std::int64_t id) {
    Statement find =
        store.database().prepare("SELECT source, path, reason, record FROM import_rejections WHERE rejection_id = $1");
    return find.bind(1, id).step() ? std::optional(read_kept(find)) : std::nullopt;
}

std::vector<RejectionOrigin> rejection_origins(Store& store) {
    std::vector<RejectionOrigin> origins;
    Statement rows = store.database().prepare(
        "SELECT DISTINCT file, fingerprint, as_network, columns, include_private FROM import_rejections "
        "ORDER BY 1, 2, 3, 4, 5");
    while (rows.step()) {
        origins.push_back({std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)),
                           std::string(rows.text(3)), rows.integer(4) != 0});
    }
    return origins;
}

std::vector<std::int64_t> rejections_of(Store& store, const RejectionOrigin& origin) {
    std::vector<std::int64_t> ids;
    Statement rows = store.database().prepare("SELECT rejection_id FROM import_rejections WHERE " +
                                              std::string(same_origin) + " ORDER BY source, path, rejection_id");
    rows.bind(1, origin.file)
        .bind(2, origin.fingerprint)
        .bind(3, origin.as_network)
        .bind(4, origin.columns)
        .bind(5, std::int64_t{origin.include_private});
    while (rows.step()) {
        ids.push_back(rows.integer(0));
    }
    return ids;
}

void forget_rejection(Store& store, std::int64_t id) {
    store.database().prepare("DELETE FROM import_rejections WHERE rejection_id = $1").bind(1, id).run();
}

std::int64_t forget_rejections(Store& store, std::string_view source) {
    return store.database()
        .prepare("DELETE FROM import_rejections WHERE source = $1 OR (file = $1 AND file <> '')")
        .bind(1, source)
        .run();
}

void forget_mended(Store& store, const std::map<SourceInFile, std::string>& fingerprints,
                   const std::unordered_set<std::int64_t>& refused_again) {
    std::vector<std::int64_t> mended;
    Statement rows = store.database().prepare(
        "SELECT rejection_id, file, source, fingerprint, length(record) FROM import_rejections WHERE file <> ''");
    while (!fingerprints.empty() && rows.step()) {
        const auto read = fingerprints.find({std::string(rows.text(1)), std::string(rows.text(2))});
        const bool holds_nothing = rows.integer(4) == 0;
        if (read != fingerprints.end() && (read->second == rows.text(3) || holds_nothing) &&
            !refused_again.contains(rows.integer(0))) {
            mended.push_back(rows.integer(0));
        }
    }
    for (const std::int64_t id : mended) {
        forget_rejection(store, id);
    }
}

std::string network_of_source(Store& store, std::string_view source) {
    Statement newest = store.database().prepare(
        "SELECT network FROM import_log WHERE source = $1 AND network <> '' ORDER BY import_id DESC LIMIT 1");
    return newest.bind(1, source).step() ? std::string(newest.text(0)) : std::string();
}

}  // namespace fanal::storage
