#pragma once
#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

#include "crm/http/router.hpp"

namespace fanal::http {

/// A thread with a handler, which works off requests in their order.
class Worker {
  public:
    /// Called on the worker's thread with what the handler gave.
    using Done = std::function<void(Response response)>;

    /// `stopping` outlives this, and is what the handler's KeepGoing looks at.
    Worker(Handler handler, const std::atomic<bool>& stopping);
    ~Worker();
    Worker(const Worker&) = delete;
    Worker& operator=(const Worker&) = delete;

    void start();
    /// From any thread.
    void add(Request request, Done done);
    /// Works off what is there, and ends the thread.
    void finish();

  private:
    struct Task {
        Request request;
        Done done;  ///< an empty one ends the thread
    };

    void work();
    Task take();

    Handler handler_;
    KeepGoing keep_going_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Task> tasks_;
    std::thread thread_;
};

}  // namespace fanal::http
