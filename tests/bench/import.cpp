// Import of canonical comments into a new database, profiles, fans and the queue included, against the sqlite3 shell's
// raw
// `.import` of the same rows into one table without indexes. Both as whole processes, in turn; CPU seconds of each,
// because other programs on the machine lengthen wall time.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <cstdlib>
#include <string>
#include <vector>

#include "tests/bench/figure.hpp"
#include "tests/bench/shared/comments.hpp"

namespace {

namespace fs = std::filesystem;
using namespace fanal::bench;

struct Cost {
    double cpu_seconds = 0;
    double resident_mb = 0;
};

/// Runs a program to its end with its output thrown away; exits when it fails.
Cost run(const std::vector<std::string>& command) {
    const pid_t child = fork();
    if (child == 0) {
        std::vector<char*> arguments;
        for (const std::string& word : command) {
            arguments.push_back(const_cast<char*>(word.c_str()));
        }
        arguments.push_back(nullptr);
        if (std::freopen("/dev/null", "w", stdout) != nullptr) {
            execvp(arguments[0], arguments.data());
        }
        _exit(127);
    }
    int status = 0;
    rusage usage{};
    if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status) || WEXITSTATUS(status) != 0) {
        std::fprintf(stderr, "%s failed.\n", command[0].c_str());
        std::exit(2);
    }
    const auto seconds = [](const timeval& time) {
        return static_cast<double>(time.tv_sec) + 1e-6 * static_cast<double>(time.tv_usec);
    };
    return {seconds(usage.ru_utime) + seconds(usage.ru_stime), static_cast<double>(usage.ru_maxrss) / 1024};
}

void remove_database(const fs::path& path) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
        fs::remove(path.string() + suffix);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const auto comments_count = static_cast<std::int64_t>(number_argument(argc, argv, "--comments", 1'000'000));
    const auto rounds = static_cast<int>(number_argument(argc, argv, "--rounds", 3));
    const fs::path folder = fs::temp_directory_path() / ("fanal-bench-import-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const fs::path csv = folder / "comments.csv";
    if (const auto data = text_argument(argc, argv, "--data")) {
        fs::copy_file(*data, csv);
    } else {
        write_comments_csv(csv, comments_count);
    }
    const fs::path ours = folder / "ours.db";
    const fs::path raw = folder / "raw.db";

    std::vector<double> our_seconds, raw_seconds, our_memory;
    for (int round = 0; round < rounds; ++round) {
        remove_database(ours);
        const Cost our_cost = run({FANAL_BINARY, "import", csv.string(), "--db", ours.string()});
        our_seconds.push_back(our_cost.cpu_seconds);
        our_memory.push_back(our_cost.resident_mb);
        remove_database(raw);
        // The shell makes the table from the header, with every column as text.
        raw_seconds.push_back(
            run({"sqlite3", raw.string(), ".import --csv " + csv.string() + " comments"}).cpu_seconds);
    }
    fs::remove_all(folder);

    Report report(argc, argv);
    const double our_median = median(our_seconds);
    const double raw_median = median(raw_seconds);
    report.add({"import_cpu_seconds", our_median, "s", "sqlite3 .import", our_median / raw_median,
                Bar{Bar::Side::at_most, 4}});
    report.add({"import_resident_mb", median(our_memory), "MB", "300 MB", median(our_memory) / 300,
                Bar{Bar::Side::at_most, 1}});
    return report.exit_code();
}
