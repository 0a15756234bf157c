#include "crm/http/worker.hpp"

#include <utility>

namespace fanal::http {

Worker::Worker(Handler handler, const std::atomic<bool>& stopping)
    : handler_(std::move(handler)), keep_going_([&stopping] { return !stopping.load(); }) {}

Worker::~Worker() {
    finish();
}

void Worker::start() {
    thread_ = std::thread(&Worker::work, this);
}

void Worker::add(Request request, Done done) {
    const std::lock_guard lock(mutex_);
    tasks_.push_back({std::move(request), std::move(done)});
    changed_.notify_one();
}

void Worker::finish() {
    if (thread_.joinable()) {
        add({}, nullptr);
        thread_.join();
    }
}

void Worker::work() {
    for (Task task = take(); task.done; task = take()) {
        task.done(handler_(task.request, keep_going_));
    }
}

Worker::Task Worker::take() {
    std::unique_lock lock(mutex_);
    changed_.wait(lock, [this] { return !tasks_.empty(); });
    Task task = std::move(tasks_.front());
    tasks_.pop_front();
    return task;
}

}  // namespace fanal::http
