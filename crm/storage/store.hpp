#pragma once
#include <optional>
#include <string>
#include <utility>

#include "crm/storage/database.hpp"

namespace fanal::storage {

/// The one place where everything is kept: a SQLite file, migrated to the schema of this binary. What can be asked of
/// it stands in the headers beside this one, a concern each, as free functions that take a Store. Movable; one thread
/// at a time, and a store per thread on the same file is fine: there is one writer at a time and readers never wait for
/// it.
class Store {
  public:
    /// Opens or creates. ":memory:" gives an empty store that goes when this does. Throws unavailable.
    static Store open(const std::string& path);
    /// Opens what is there. Throws not_found with a sentence that says how to make one.
    static Store open_existing(const std::string& path);

    /// Another connection to the same file, for a long read on another thread while this one writes: it sees what is
    /// committed when it first reads. nullopt when the store is in memory.
    std::optional<Store> open_reader() const;

    Database& database() { return database_; }

  private:
    explicit Store(Database&& database) : database_(std::move(database)) {}

    Database database_;
};

}  // namespace fanal::storage
