#include "crm/storage/database.hpp"

#include <sqlite3.h>

#include "models/error.hpp"

namespace fanal::storage {
namespace {

[[noreturn]] void fail_on(sqlite3* connection, std::string_view doing) {
    const int code = sqlite3_errcode(connection);
    const bool passing = code == SQLITE_BUSY || code == SQLITE_LOCKED || code == SQLITE_CANTOPEN ||
                         code == SQLITE_FULL || code == SQLITE_IOERR || code == SQLITE_READONLY ||
                         code == SQLITE_NOTADB || code == SQLITE_CORRUPT;
    throw Error(passing ? ErrorKind::unavailable : ErrorKind::internal,
                "The database refused " + std::string(doing) + ": " + sqlite3_errmsg(connection) + ".");
}

constexpr int busy_timeout_ms = 10'000;
constexpr int retry_ms = 20;

/// Pages of 8 KB: a fifth less work than with 4 KB in a large import. Only a new file listens. What is deleted is
/// overwritten (secure_delete), as Debian's SQLite does unasked: texts that were taken back should be gone.
constexpr std::string_view usual_settings =
    "PRAGMA page_size = 8192; PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; "
    "PRAGMA secure_delete = ON; PRAGMA trusted_schema = OFF; PRAGMA cache_size = -77824";

}  // namespace

Statement::Statement(sqlite3* connection, std::string_view sql) : connection_(connection) {
    sqlite3_stmt* raw = nullptr;
    if (sqlite3_prepare_v3(connection, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT, &raw,
                           nullptr) != SQLITE_OK) {
        fail("a statement");
    }
    statement_.reset(raw);
    for (std::size_t n = 1; n < positions_.size(); ++n) {
        const std::string name = "$" + std::to_string(n);
        positions_[n] = static_cast<unsigned char>(sqlite3_bind_parameter_index(raw, name.c_str()));
    }
}

void Statement::Finalize::operator()(sqlite3_stmt* statement) const {
    sqlite3_finalize(statement);
}

void Statement::fail(const char* doing) {
    reset();
    fail_on(connection_, doing);
}

Statement& Statement::bind(int parameter, std::int64_t value) {
    sqlite3_bind_int64(statement_.get(), position(parameter), value);
    return *this;
}

Statement& Statement::bind(int parameter, double value) {
    sqlite3_bind_double(statement_.get(), position(parameter), value);
    return *this;
}

Statement& Statement::bind(int parameter, std::string_view value) {
    // A null pointer would bind NULL; an empty view may hold one.
    sqlite3_bind_text(statement_.get(), position(parameter), value.empty() ? "" : value.data(),
                      static_cast<int>(value.size()), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind_bytes(int parameter, std::string_view value) {
    sqlite3_bind_blob(statement_.get(), position(parameter), value.empty() ? "" : value.data(),
                      static_cast<int>(value.size()), SQLITE_STATIC);
    return *this;
}

Statement& Statement::bind_null(int parameter) {
    sqlite3_bind_null(statement_.get(), position(parameter));
    return *this;
}

bool Statement::step() {
    const int code = sqlite3_step(statement_.get());
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        fail("a query");
    }
    reset();
    return false;
}

std::int64_t Statement::run() {
    const int code = sqlite3_step(statement_.get());
    if (code != SQLITE_DONE && code != SQLITE_ROW) {
        fail("a change");
    }
    reset();
    return sqlite3_changes64(connection_);
}

void Statement::reset() {
    sqlite3_reset(statement_.get());
}

std::int64_t Statement::integer(int column) const {
    return sqlite3_column_int64(statement_.get(), column);
}
double Statement::real(int column) const {
    return sqlite3_column_double(statement_.get(), column);
}
bool Statement::is_null(int column) const {
    return sqlite3_column_type(statement_.get(), column) == SQLITE_NULL;
}

std::string_view Statement::bytes(int column) const {
    const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_.get(), column));
    return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column))};
}

std::string_view Statement::text(int column) const {
    const auto* bytes = reinterpret_cast<const char*>(sqlite3_column_text(statement_.get(), column));
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_.get(), column)));
}

Database::Database(const std::string& path, std::string_view settings) {
    // SQLite counts its memory behind a lock that every allocation takes; nobody here asks for the count.
    [[maybe_unused]] static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    sqlite3* raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags, nullptr);
    connection_.reset(raw);
    if (code != SQLITE_OK) {
        throw Error(ErrorKind::unavailable,
                    "The database " + path + " cannot be opened: " + sqlite3_errstr(code) + ".");
    }
    sqlite3_busy_timeout(raw, busy_timeout_ms);
    run(settings);
}

Database::Database(const std::string& path) : Database(path, std::string_view()) {
    set_up(path);
    run("PRAGMA wal_autocheckpoint = " + std::to_string(wal_autocheckpoint_pages));
}

void Database::set_up(const std::string& path) {
    const std::string settings(usual_settings);
    int code = sqlite3_exec(connection_.get(), settings.c_str(), nullptr, nullptr, nullptr);
    // Of two who begin a database, SQLite makes neither wait for the other.
    for (int waited_ms = 0; code == SQLITE_BUSY && waited_ms < busy_timeout_ms; waited_ms += retry_ms) {
        sqlite3_sleep(retry_ms);
        code = sqlite3_exec(connection_.get(), settings.c_str(), nullptr, nullptr, nullptr);
    }
    if (code == SQLITE_NOTADB) {
        throw Error(ErrorKind::bad_input, path + " is not a Fanal database.");
    }
    if (code == SQLITE_READONLY || code == SQLITE_CANTOPEN) {
        throw Error(ErrorKind::unavailable,
                    "The database " + path +
                        " cannot be used, because Fanal may not write in its folder, and does so even to read: ask "
                        "for that right, or copy the database elsewhere.");
    }
    if (code != SQLITE_OK) {
        fail_on(connection_.get(), "a change");
    }
}

bool Database::try_lock() {
    const int code = sqlite3_exec(connection_.get(), "BEGIN EXCLUSIVE; COMMIT", nullptr, nullptr, nullptr);
    if (code != SQLITE_OK && code != SQLITE_BUSY) {
        fail_on(connection_.get(), "a lock");
    }
    return code == SQLITE_OK;
}

std::string Database::path() const {
    const char* const path = sqlite3_db_filename(connection_.get(), "main");
    return path == nullptr ? std::string() : path;
}

void Database::Close::operator()(sqlite3* connection) const {
    sqlite3_close_v2(connection);
}

void Database::run(std::string_view sql) {
    if (sqlite3_exec(connection_.get(), std::string(sql).c_str(), nullptr, nullptr, nullptr) != SQLITE_OK) {
        fail_on(connection_.get(), "a change");
    }
}

std::int64_t Database::integer(std::string_view sql) {
    Statement statement = prepare(sql);
    return statement.step() ? statement.integer(0) : 0;
}

Transaction::~Transaction() {
    if (open_) {
        try {
            database_.run("ROLLBACK");
        } catch (const Error&) {
            // SQLite has already rolled back by itself.
        }
    }
}

void Transaction::commit() {
    database_.run("COMMIT");
    open_ = false;
}

}  // namespace fanal::storage
