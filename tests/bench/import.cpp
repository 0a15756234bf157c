// Import of canonical comments into a new database, profiles, fans and the queue included, against the sqlite3 shell's
// raw `.import` of the same rows into one table without indexes. Both as whole processes, in turn. The figure is wall
// time, which a second core shortens and other programs on the machine lengthen; CPU seconds stand beside it.
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
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
    double seconds = 0;
    double cpu_seconds = 0;
    double resident_mb = 0;
};

/// Runs a program to its end with its output thrown away; exits when it fails.
Cost run(const std::vector<std::string>& command) {
    const auto start = std::chrono::steady_clock::now();
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
    const std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
    return {wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime),
            static_cast<double>(usage.ru_maxrss) / 1024};
}

void remove_database(const fs::path& path) {
    for (const char* suffix : {"", "-wal", "-shm"}) {
        fs::remove(path.string() + suffix);
    }
}

/// The costs of several rounds, figure by figure.
struct Costs {
    std::vector<double> seconds, cpu_seconds, resident_mb;

    void add(const Cost& cost) {
        seconds.push_back(cost.seconds);
        cpu_seconds.push_back(cost.cpu_seconds);
        resident_mb.push_back(cost.resident_mb);
    }
};

void report_import(Report& report, const std::string& form, const Costs& ours, const Costs& raw, double bar) {
    const double seconds = median(ours.seconds), cpu_seconds = median(ours.cpu_seconds);
    report.add({"import_" + form + "_seconds", seconds, "s", "sqlite3 .import", seconds / median(raw.seconds),
                Bar{Bar::Side::at_most, bar}});
    report.add({"import_" + form + "_cpu_seconds",
                cpu_seconds,
                "s",
                "sqlite3 .import",
                cpu_seconds / median(raw.cpu_seconds),
                {}});
    const double resident_mb = median(ours.resident_mb);
    report.add({"import_" + form + "_resident_mb", resident_mb, "MB", "300 MB", resident_mb / 300,
                Bar{Bar::Side::at_most, 1}});
}

}  // namespace

int main(int argc, char** argv) {
    const auto comments_count = static_cast<std::int64_t>(number_argument(argc, argv, "--comments", 1'000'000));
    const auto rounds = static_cast<int>(number_argument(argc, argv, "--rounds", 3));
    const fs::path folder = fs::temp_directory_path() / ("fanal-bench-import-" + std::to_string(getpid()));
    fs::create_directories(folder);
    const fs::path csv = folder / "comments.csv", ndjson = folder / "comments.ndjson";
    const auto data = text_argument(argc, argv, "--data");  // canonical CSV
    if (data) {
        fs::copy_file(*data, csv);
    } else {
        write_comments(csv, ndjson, comments_count);
    }
    const std::string ours = folder / "ours.db", raw = folder / "raw.db";
    Costs csv_costs, ndjson_costs, raw_costs;
    for (int round = 0; round < rounds; ++round) {
        remove_database(ours);
        csv_costs.add(run({FANAL_BINARY, "import", csv.string(), "--db", ours}));
        remove_database(raw);
        // The shell makes the table from the header, with every column as text.
        raw_costs.add(run({"sqlite3", raw, ".import --csv " + csv.string() + " comments"}));
        if (!data) {
            remove_database(ours);
            ndjson_costs.add(run({FANAL_BINARY, "import", ndjson.string(), "--db", ours}));
        }
    }
    fs::remove_all(folder);

    Report report(argc, argv);
    report_import(report, "csv", csv_costs, raw_costs, 4);
    if (!data) {
        report_import(report, "ndjson", ndjson_costs, raw_costs, 2.5);
    }
    return report.exit_code();
}
