#pragma once
#include <memory>

#include "crm/storage/store.hpp"

namespace fanal::storage {

/// While it lives, what the store commits is moved from the write-ahead log into the database file by another thread,
/// on a connection of its own, so that a large write need not wait for the disk. Does nothing for a store in memory.
class BackgroundCheckpoint {
  public:
    explicit BackgroundCheckpoint(Store& store);
    ~BackgroundCheckpoint();
    BackgroundCheckpoint(const BackgroundCheckpoint&) = delete;
    BackgroundCheckpoint& operator=(const BackgroundCheckpoint&) = delete;

  private:
    class Worker;

    Store& store_;
    std::unique_ptr<Worker> worker_;
};

}  // namespace fanal::storage
