#include "crm/storage/background_checkpoint.hpp"

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <string>
#include <thread>

#include "models/error.hpp"

namespace fanal::storage {
namespace {

constexpr auto pause = std::chrono::milliseconds(200);

}  // namespace

class BackgroundCheckpoint::Worker {
  public:
    explicit Worker(const std::string& path)
        : database_(path, "PRAGMA synchronous = NORMAL; PRAGMA busy_timeout = 0"), thread_([this] { work(); }) {}

    ~Worker() {
        {
            const std::lock_guard lock(mutex_);
            done_ = true;
        }
        wake_.notify_one();
        thread_.join();
    }

  private:
    void work() {
        std::unique_lock lock(mutex_);
        while (!wake_.wait_for(lock, pause, [this] { return done_; })) {
            lock.unlock();
            try {
                database_.integer("PRAGMA wal_checkpoint(PASSIVE)");
            } catch (const Error&) {
                // Somebody else is at it, or the disk is full: the writer will hear of that itself.
            }
            lock.lock();
        }
    }

    Database database_;
    std::mutex mutex_;
    std::condition_variable wake_;
    bool done_ = false;
    std::thread thread_;  ///< last, so that it ends before what it works on
};

BackgroundCheckpoint::BackgroundCheckpoint(Store& store) : store_(store) {
    if (const std::string path = store.database().path(); !path.empty()) {
        store.database().integer("PRAGMA wal_autocheckpoint = 0");
        worker_ = std::make_unique<Worker>(path);
    }
}

BackgroundCheckpoint::~BackgroundCheckpoint() {
    if (worker_) {
        worker_.reset();
        try {
            store_.database().integer("PRAGMA wal_autocheckpoint = " + std::to_string(wal_autocheckpoint_pages));
        } catch (const Error&) {
            // The store keeps working with a longer log.
        }
    }
}

}  // namespace fanal::storage
