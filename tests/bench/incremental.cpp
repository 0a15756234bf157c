// What a thousand new comments cost in a database that has many already, from the file to the queue, against the same
// in an empty one. The curve over the database's size is what counts: it should be flat.
#include <algorithm>
#include <chrono>
#include <memory>
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

constexpr std::int64_t new_count = 1000;

struct Contestant {
    std::int64_t known_count = 0;
    std::shared_ptr<storage::Store> store;
    std::vector<double> seconds;
};

std::shared_ptr<storage::Store> filled(const fs::path& folder, std::int64_t comments_count) {
    const std::string name = std::to_string(comments_count);
    const fs::path csv = folder / (name + ".csv"), ndjson = folder / (name + ".ndjson");
    write_comments(csv, ndjson, comments_count);
    auto store = app::open_store((folder / (name + ".db")).string());
    app::import_paths(*store, {csv}, {});
    fs::remove(csv);
    fs::remove(ndjson);
    return store;
}

double import_seconds(storage::Store& store, const fs::path& csv) {
    const auto start = std::chrono::steady_clock::now();
    const ImportReport report = app::import_paths(store, {csv}, {});
    const std::chrono::duration<double> taken = std::chrono::steady_clock::now() - start;
    return report.accepted_count == new_count ? taken.count() : 1e9;
}

}  // namespace

int main(int argc, char** argv) {
    const auto comments_max = static_cast<std::int64_t>(number_argument(argc, argv, "--comments", 10'000'000));
    const auto rounds = static_cast<int>(number_argument(argc, argv, "--rounds", 11));
    const fs::path folder = fs::temp_directory_path() / ("fanal-bench-incremental-" + std::to_string(getpid()));
    fs::create_directories(folder);
    std::vector<Contestant> contestants;
    for (std::int64_t known_count = comments_max / 100; known_count <= comments_max; known_count *= 10) {
        contestants.push_back({known_count, filled(folder, known_count), {}});
    }
    std::vector<double> empty_seconds;
    const fs::path csv = folder / "new.csv";
    for (int round = 0; round < rounds; ++round) {
        for (Contestant& contestant : contestants) {
            write_more_comments(csv, contestant.known_count, new_count, static_cast<std::uint64_t>(round + 1));
            const std::string name = "empty-" + std::to_string(contestant.known_count) + "-" + std::to_string(round);
            const auto empty = app::open_store((folder / (name + ".db")).string());
            empty_seconds.push_back(import_seconds(*empty, csv));
            contestant.seconds.push_back(import_seconds(*contestant.store, csv));
        }
    }

    Report report(argc, argv);
    const double empty = median(empty_seconds);
    report.add({"incremental_into_0_ms", 1000 * empty, "ms", "", {}, {}});
    for (const Contestant& contestant : contestants) {
        const double seconds = median(contestant.seconds);
        report.add({"incremental_into_" + std::to_string(contestant.known_count) + "_ms", 1000 * seconds, "ms",
                    "an empty database", seconds / empty, Bar{Bar::Side::at_most, 2}});
    }
    contestants.clear();
    fs::remove_all(folder);
    return report.exit_code();
}
