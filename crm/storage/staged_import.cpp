#include "crm/storage/staged_import.hpp"

#include <algorithm>
#include <filesystem>
#include <utility>

#include "crm/storage/derived.hpp"
#include "crm/storage/packed_rows.hpp"

namespace fanal::storage {
namespace {

/// A database of less than so many times the rows to come is small beside them.
constexpr std::int64_t small_ratio = 4;

/// Rows are kept in pieces of this size; a merge holds one of each batch.
constexpr std::size_t piece_bytes = 64U << 10;

/// Goes up when packed rows change, which another version of Fanal cannot read.
constexpr std::int64_t rows_version = 1;

/// Locked from the first transaction until it is closed; a kill leaves whole transactions.
constexpr std::string_view settings =
    "PRAGMA busy_timeout = 0; PRAGMA page_size = 32768; PRAGMA locking_mode = EXCLUSIVE";

constexpr std::string_view tables =
    "CREATE TABLE IF NOT EXISTS pieces (batch INTEGER, of_table TEXT, piece INTEGER, bytes BLOB, "
    "UNIQUE (of_table, batch, piece));"
    "CREATE TABLE IF NOT EXISTS places (source TEXT PRIMARY KEY, fingerprint TEXT, bytes_done INTEGER, "
    "lines_done INTEGER, finished INTEGER, network TEXT, skipped_count INTEGER, skipped_reason TEXT, "
    "rejected_count INTEGER, private_count INTEGER, unknown_author_count INTEGER);"
    "CREATE TABLE IF NOT EXISTS sources (number INTEGER PRIMARY KEY, source TEXT);"
    "CREATE TABLE IF NOT EXISTS accounts (network TEXT, remote_id TEXT, handle TEXT, display_name TEXT, "
    "declared INTEGER, PRIMARY KEY (network, remote_id, handle, display_name, declared)) WITHOUT ROWID;";

std::string path_beside(Database& database) {
    const std::string path = database.path();
    return path.empty() ? path : path + "-import";
}

/// Hears of each piece that is begun, with its size.
using OnPiece = std::function<void(std::size_t)>;

/// One batch's rows of one table.
template <class Row>
class BatchRows {
  public:
    BatchRows(Database& database, std::string_view table, std::int64_t batch, const OnPiece& on_piece)
        : pieces_(database.prepare("SELECT bytes FROM pieces WHERE of_table = $1 AND batch = $2 ORDER BY piece")),
          table_(table),
          on_piece_(on_piece) {
        pieces_.bind(1, table_).bind(2, batch);
    }

    /// False at the end.
    bool next() {
        if (rest_.empty()) {
            if (!pieces_.step()) {
                return false;
            }
            rest_ = pieces_.bytes(0);
            on_piece_(rest_.size());
        }
        row_ = unpack<Row>(rest_);
        return true;
    }
    /// Lives until next().
    const Row& row() const { return row_; }

  private:
    Statement pieces_;
    std::string table_;
    const OnPiece& on_piece_;
    std::string_view rest_;
    Row row_;
};

/// Several batches as one sequence; of equals, the earlier batch's first.
template <class Row>
class MergedRows final : public RowStream<Row> {
  public:
    MergedRows(Database& database, std::string_view table, std::int64_t batches_count, const OnPiece& on_piece) {
        for (std::int64_t batch = 0; batch < batches_count; ++batch) {
            batches_.push_back(std::make_unique<BatchRows<Row>>(database, table, batch, on_piece));
            push(static_cast<std::size_t>(batch));
        }
    }

    const Row* next() override {
        if (last_) {
            push(*std::exchange(last_, std::nullopt));
        }
        if (heads_.empty()) {
            return nullptr;
        }
        std::pop_heap(heads_.begin(), heads_.end(), later());
        last_ = heads_.back();
        heads_.pop_back();
        return &batches_[*last_]->row();
    }

  private:
    void push(std::size_t batch) {
        if (batches_[batch]->next()) {
            heads_.push_back(batch);
            std::push_heap(heads_.begin(), heads_.end(), later());
        }
    }

    auto later() {
        return [this](std::size_t a, std::size_t b) {
            const Row &one = batches_[a]->row(), &other = batches_[b]->row();
            return order(other) < order(one) || (!(order(one) < order(other)) && b < a);
        };
    }

    std::vector<std::unique_ptr<BatchRows<Row>>> batches_;
    std::vector<std::size_t> heads_;   ///< a heap of the batches by their rows at hand, the first in order at its top
    std::optional<std::size_t> last_;  ///< the batch whose row was handed out
};

}  // namespace

StagedImport::StagedImport(const std::string& path) : path_(path), database_(path, settings) {}

std::optional<StagedImport> StagedImport::open(Database& database) {
    const std::string path = path_beside(database);
    if (path.empty()) {
        return std::nullopt;
    }
    try {
        StagedImport staged(path);
        if (!staged.database_.try_lock()) {
            return std::nullopt;
        }
        staged.database_.integer("PRAGMA journal_mode = TRUNCATE");
        staged.database_.run("PRAGMA synchronous = NORMAL; PRAGMA cache_size = -4096");
        if (staged.database_.integer("SELECT count(*) FROM sqlite_master") > 0 &&
            staged.database_.integer("PRAGMA user_version") != rows_version) {
            throw Error(ErrorKind::conflict, "It was begun by another version of Fanal.");
        }
        staged.database_.run(tables);
        staged.database_.run("PRAGMA user_version = " + std::to_string(rows_version));
        staged.sources_count_ = static_cast<std::size_t>(staged.database_.integer("SELECT count(*) FROM sources"));
        return staged;
    } catch (const Error& error) {
        throw Error(error.kind(), "The unfinished import in " + path + " cannot be gone on with: " + error.what() +
                                      " Delete that file and import again.");
    }
}

bool StagedImport::exists(Database& database) {
    const std::string path = path_beside(database);
    std::error_code ignored;
    return !path.empty() && std::filesystem::exists(path, ignored);
}

template <class Row>
void StagedImport::append_rows(std::int64_t batch, std::string_view table, RowStream<Row>& rows) {
    Statement insert = database_.prepare("INSERT INTO pieces (of_table, batch, piece, bytes) VALUES ($1,$2,$3,$4)");
    std::string bytes;
    std::int64_t piece = 0;
    const auto flush = [&] {
        if (!bytes.empty()) {
            insert.bind(1, table).bind(2, batch).bind(3, piece++).bind_bytes(4, bytes).run();
            bytes.clear();
        }
    };
    while (const Row* row = rows.next()) {
        pack(*row, bytes);
        if (bytes.size() >= piece_bytes) {
            flush();
        }
    }
    flush();
}

void StagedImport::append(ImportBatch& batch, const std::vector<std::string>& sources) {
    Transaction transaction(database_);
    const std::int64_t number = database_.integer("SELECT coalesce(max(batch) + 1, 0) FROM pieces");
    append_rows(number, "aliases", *batch.aliases());
    append_rows(number, "removals", *batch.removals());
    append_rows(number, "interactions", *batch.interactions());
    append_rows(number, "profiles", *batch.profiles());
    append_rows(number, "facts", *batch.facts());
    append_rows(number, "threads", *batch.threads());
    Statement account = database_.prepare(
        "INSERT INTO accounts (network, remote_id, handle, display_name, declared) VALUES ($1,$2,$3,$4,$5) "
        "ON CONFLICT DO NOTHING");
    for (const auto& [sighting, declared] : batch.accounts()) {
        account.bind(1, sighting.network)
            .bind(2, sighting.remote_id)
            .bind(3, sighting.handle)
            .bind(4, sighting.display_name)
            .bind(5, std::int64_t{declared})
            .run();
    }
    append_positions(batch.positions());
    append_sources(sources);
    transaction.commit();
    sources_count_ = std::max(sources_count_, sources.size());
    batch.clear();
}

void StagedImport::append_positions(const std::vector<ImportPosition>& positions) {
    Statement insert = database_.prepare(
        "INSERT OR REPLACE INTO places (source, fingerprint, bytes_done, lines_done, finished, network, skipped_count, "
        "skipped_reason, rejected_count, private_count, unknown_author_count) "
        "VALUES ($1,$2,$3,$4,$5,$6,$7,$8,$9,$10,$11)");
    for (const ImportPosition& at : positions) {
        insert.bind(1, at.source)
            .bind(2, at.fingerprint)
            .bind(3, at.bytes_done)
            .bind(4, at.lines_done)
            .bind(5, std::int64_t{at.finished})
            .bind(6, at.so_far.network)
            .bind(7, at.so_far.skipped_count)
            .bind(8, at.so_far.skipped_reason)
            .bind(9, at.so_far.rejected_count)
            .bind(10, at.so_far.private_count)
            .bind(11, at.so_far.unknown_author_count)
            .run();
    }
}

void StagedImport::append_sources(const std::vector<std::string>& sources) {
    Statement insert = database_.prepare("INSERT OR REPLACE INTO sources (number, source) VALUES ($1,$2)");
    for (std::size_t i = sources_count_; i < sources.size(); ++i) {
        insert.bind(1, static_cast<std::int64_t>(i)).bind(2, sources[i]).run();
    }
}

std::vector<std::string> StagedImport::sources() {
    std::vector<std::string> names;
    Statement rows = database_.prepare("SELECT source FROM sources ORDER BY number");
    while (rows.step()) {
        names.emplace_back(rows.text(0));
    }
    return names;
}

std::vector<ImportPosition> StagedImport::positions() {
    std::vector<ImportPosition> all;
    Statement rows = database_.prepare(
        "SELECT source, fingerprint, bytes_done, lines_done, finished, network, skipped_count, skipped_reason, "
        "rejected_count, private_count, unknown_author_count FROM places ORDER BY 1");
    while (rows.step()) {
        ImportPosition& at = all.emplace_back();
        at.source = rows.text(0);
        at.fingerprint = rows.text(1);
        at.bytes_done = rows.integer(2);
        at.lines_done = rows.integer(3);
        at.finished = rows.integer(4) != 0;
        at.so_far.network = rows.text(5);
        at.so_far.skipped_count = rows.integer(6);
        at.so_far.skipped_reason = rows.text(7);
        at.so_far.rejected_count = rows.integer(8);
        at.so_far.private_count = rows.integer(9);
        at.so_far.unknown_author_count = rows.integer(10);
    }
    return all;
}

std::optional<ImportPosition> StagedImport::find_position(std::string_view source, std::string_view fingerprint) {
    for (ImportPosition& position : positions()) {
        if (position.source == source && position.fingerprint == fingerprint) {
            return std::move(position);
        }
    }
    return std::nullopt;
}

BatchOutcome StagedImport::write_to(Store& store, const OnProgress& on_progress) {
    // Where most of what will be there is new, making the indexes once at the end costs less than keeping them up.
    if (database_bytes(store) < small_ratio * static_cast<std::int64_t>(std::filesystem::file_size(path_))) {
        suspend_indexes(store);
    }
    if (on_progress) {
        const std::int64_t total = database_.integer("SELECT coalesce(sum(length(bytes)), 0) FROM pieces");
        std::int64_t done = 0, told = 0;
        on_piece_ = [=](std::size_t size) mutable {
            done += static_cast<std::int64_t>(size);
            if (done - told >= total / 200) {
                told = done;
                on_progress(done, total);
            }
        };
    }
    BatchOutcome outcome = write(store, *this);
    remove();
    return outcome;
}

void StagedImport::remove() {
    database_ = Database(":memory:", {});  // closes the file
    for (const char* const suffix : {"", "-journal"}) {
        std::error_code ignored;
        std::filesystem::remove(path_ + suffix, ignored);
    }
}

std::vector<PendingAccount> StagedImport::accounts() {
    std::vector<PendingAccount> all;
    Statement rows =
        database_.prepare("SELECT network, remote_id, handle, display_name, declared FROM accounts ORDER BY 1, 2, 3");
    while (rows.step()) {
        all.push_back({{std::string(rows.text(0)), std::string(rows.text(1)), std::string(rows.text(2)),
                        std::string(rows.text(3))},
                       rows.integer(4) != 0});
    }
    return all;
}

template <class Row>
std::unique_ptr<RowStream<Row>> StagedImport::merged(std::string_view table) {
    return std::make_unique<MergedRows<Row>>(
        database_, table, database_.integer("SELECT coalesce(max(batch) + 1, 0) FROM pieces"), on_piece_);
}

std::unique_ptr<RowStream<PendingAlias>> StagedImport::aliases() {
    return merged<PendingAlias>("aliases");
}
std::unique_ptr<RowStream<PendingRemoval>> StagedImport::removals() {
    return merged<PendingRemoval>("removals");
}
std::unique_ptr<RowStream<PendingInteraction>> StagedImport::interactions() {
    return merged<PendingInteraction>("interactions");
}
std::unique_ptr<RowStream<PendingProfile>> StagedImport::profiles() {
    return merged<PendingProfile>("profiles");
}
std::unique_ptr<RowStream<PendingFact>> StagedImport::facts() {
    return merged<PendingFact>("facts");
}
std::unique_ptr<RowStream<PendingThread>> StagedImport::threads() {
    return merged<PendingThread>("threads");
}

}  // namespace fanal::storage
