#pragma once
#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

struct sqlite3;
struct sqlite3_stmt;

namespace fanal::storage {

/// A write-ahead log of more pages than this is moved into the database file at the next commit.
inline constexpr int wal_autocheckpoint_pages = 4000;

/// A prepared statement. Parameters are `$1` … `$n` in SQL, so that the text also runs on PostgreSQL, and are bound by
/// number. Bound text is not copied: it must live until the next step() or run(). One thread at a time.
class Statement {
  public:
    Statement(sqlite3* connection, std::string_view sql);

    Statement& bind(int parameter, std::int64_t value);
    Statement& bind(int parameter, double value);
    Statement& bind(int parameter, std::string_view value);
    Statement& bind_bytes(int parameter, std::string_view value);
    Statement& bind_null(int parameter);
    /// 0 stands for "none" in our ids and becomes NULL.
    Statement& bind_id(int parameter, std::int64_t id) { return id == 0 ? bind_null(parameter) : bind(parameter, id); }

    /// Moves to the next row; false when there is none, and the statement is then ready to be bound and run again.
    bool step();
    /// Runs a statement that gives no rows; returns how many rows it inserted, changed or deleted.
    std::int64_t run();
    /// Lets go of the rows not yet read.
    void reset();

    std::int64_t integer(int column) const;
    double real(int column) const;
    /// Lives until the next step() or reset().
    std::string_view text(int column) const;
    /// The same for bytes that are no text.
    std::string_view bytes(int column) const;
    bool is_null(int column) const;

  private:
    [[noreturn]] void fail(const char* doing);

    struct Finalize {
        void operator()(sqlite3_stmt* statement) const;
    };
    int position(int parameter) const { return positions_[static_cast<std::size_t>(parameter)]; }

    sqlite3* connection_;
    std::unique_ptr<sqlite3_stmt, Finalize> statement_;
    std::array<unsigned char, 32> positions_{};  ///< where SQLite put `$n`: it numbers names by first appearance
};

/// One connection to one SQLite file. Movable; one thread at a time.
class Database {
  public:
    /// Opens or creates; WAL, foreign keys unused, a busy database is waited for 10 s. Throws unavailable, and
    /// bad_input when it is none.
    explicit Database(const std::string& path);
    /// Opens or creates with other settings, which are SQL.
    Database(const std::string& path, std::string_view settings);

    /// Takes the file for this connection alone; false when another one is at it. Under locking_mode EXCLUSIVE for as
    /// long as the connection lives, otherwise for nothing.
    bool try_lock();

    /// The file; empty when the database is in memory.
    std::string path() const;

    Statement prepare(std::string_view sql) { return Statement(connection_.get(), sql); }
    /// Runs statements that take no parameters and give no rows.
    void run(std::string_view sql);
    std::int64_t integer(std::string_view sql);

  private:
    /// The usual settings; says plainly why they cannot be had.
    void set_up(const std::string& path);

    struct Close {
        void operator()(sqlite3* connection) const;
    };
    std::unique_ptr<sqlite3, Close> connection_;
};

/// Takes the write lock at once; rolls back unless committed.
class Transaction {
  public:
    explicit Transaction(Database& database) : database_(database) { database_.run("BEGIN IMMEDIATE"); }
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;

    void commit();

  private:
    Database& database_;
    bool open_ = true;
};

}  // namespace fanal::storage
