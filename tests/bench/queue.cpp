// The next ten of a queue with as many open conversations as comments, by what a person asks for: list_queue() on a
// store that is open, names, texts and reasons included; against the same in a queue a tenth as long, because it must
// not grow.
#include <chrono>
#include <string>
#include <vector>

#include <unistd.h>

#include "crm/app/use_cases.hpp"
#include "tests/bench/figure.hpp"
#include "tests/bench/shared/comments.hpp"

namespace {

namespace fs = std::filesystem;
using namespace fanal;
using namespace fanal::bench;

struct Inbox {
    std::shared_ptr<storage::Store> store;
    std::int64_t waiting_count = 0;
};

/// Every comment by another person or under another post waits: conversations are nearly as many as comments.
Inbox fill(const fs::path& folder, std::int64_t conversations_count) {
    const std::string name = std::to_string(conversations_count);
    const fs::path csv = folder / (name + ".csv");
    write_comments(csv, folder / (name + ".ndjson"), conversations_count);
    Inbox inbox;
    inbox.store = app::open_store((folder / (name + ".db")).string());
    app::import_paths(*inbox.store, {csv}, {});
    inbox.waiting_count = app::count_queue(*inbox.store);
    return inbox;
}

double milliseconds_of_next_ten(const Inbox& inbox) {
    const auto start = std::chrono::steady_clock::now();
    const auto items = app::list_queue(*inbox.store, 10, *parse_instant("2026-11-23T09:00:00Z"));
    const std::chrono::duration<double, std::milli> taken = std::chrono::steady_clock::now() - start;
    return items.size() == 10 ? taken.count() : 1e9;
}

}  // namespace

int main(int argc, char** argv) {
    // A sixth of these comments falls into conversations that are open already.
    const auto comments_count = static_cast<std::int64_t>(number_argument(argc, argv, "--comments", 1'200'000));
    const auto rounds = static_cast<int>(number_argument(argc, argv, "--rounds", 201));
    const fs::path folder = fs::temp_directory_path() / ("fanal-bench-queue-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const Inbox long_queue = fill(folder, comments_count);
    const Inbox short_queue = fill(folder, comments_count / 10);

    std::vector<double> long_ms, short_ms;
    for (int round = 0; round < rounds; ++round) {
        long_ms.push_back(milliseconds_of_next_ten(long_queue));
        short_ms.push_back(milliseconds_of_next_ten(short_queue));
    }
    fs::remove_all(folder);

    Report report(argc, argv);
    report.add({"queue_waiting_count", static_cast<double>(long_queue.waiting_count), "conversations", "", {}, {}});
    report.add({"queue_next_ten_ms", median(long_ms), "ms", "2 ms", median(long_ms) / 2, Bar{Bar::Side::at_most, 1}});
    report.add({"queue_growth", median(long_ms), "ms", "a queue a tenth as long", median(long_ms) / median(short_ms),
                Bar{Bar::Side::at_most, 1.5}});
    return report.exit_code();
}
