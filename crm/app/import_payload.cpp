#include <algorithm>
#include <chrono>
#include <cstdio>
#include <memory>

#include "crm/app/import_session.hpp"
#include "crm/app/use_cases.hpp"
#include "models/ids.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t fingerprint_bytes = 64U << 10;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};
using File = std::unique_ptr<std::FILE, CloseFile>;

/// Every file below the paths, folders walked in name order so that a report reads the same everywhere.
std::vector<fs::path> files_below(const std::vector<fs::path>& paths) {
    std::vector<fs::path> files;
    for (const fs::path& path : paths) {
        std::error_code error;
        if (!fs::is_directory(path, error)) {
            files.push_back(path);
            continue;
        }
        std::vector<fs::path> inside;
        for (fs::recursive_directory_iterator walk(path, fs::directory_options::skip_permission_denied, error), end;
             !error && walk != end; walk.increment(error)) {
            if (walk->is_regular_file(error)) {
                inside.push_back(walk->path());
            }
        }
        std::sort(inside.begin(), inside.end());
        files.insert(files.end(), inside.begin(), inside.end());
    }
    return files;
}

std::string fingerprint_of(std::FILE* file, std::int64_t size) {
    std::string start(fingerprint_bytes, '\0');
    start.resize(std::fread(start.data(), 1, start.size(), file));
    std::rewind(file);
    return std::to_string(size) + "-" + std::to_string(siphash(1, 2, start));
}

/// When the file was last written: the nearest thing to the date of facts that carry none.
Instant written_at(const fs::path& path) {
    std::error_code error;
    const auto time = fs::last_write_time(path, error);
    if (error) {
        return {};
    }
    const auto since_epoch = std::chrono::file_clock::to_sys(time).time_since_epoch();
    return {std::chrono::duration_cast<std::chrono::milliseconds>(since_epoch).count()};
}

void read_file(ImportSession& session, const fs::path& path) {
    const std::string source = path.lexically_normal().string();
    std::error_code error;
    const auto size = static_cast<std::int64_t>(fs::file_size(path, error));
    const File file(error ? nullptr : std::fopen(path.c_str(), "rb"));
    if (!file) {
        session.refuse(source, fs::exists(path, error) ? "This file cannot be read." : "There is no such file.");
        return;
    }
    const importers::ReadBytes read = [&](char* buffer, std::size_t count) {
        return std::fread(buffer, 1, count, file.get());
    };
    session.read(source, read, size, fingerprint_of(file.get(), size), written_at(path));
    if (std::ferror(file.get()) != 0) {
        session.refuse(source, "Reading this file failed before its end.");
    }
}

/// Times a whole import; the only durations in the core, for the report alone.
template <class Work>
ImportReport timed(Work&& work) {
    const auto start = std::chrono::steady_clock::now();
    ImportReport report = work();
    report.seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    const auto records = report.accepted_count + report.repeated_count + report.skipped_count + report.rejected_count;
    report.records_per_second = report.seconds > 0 ? static_cast<double>(records) / report.seconds : 0;
    return report;
}

}  // namespace

ImportReport import_paths(storage::Store& store, const std::vector<fs::path>& paths, const ImportOptions& options) {
    return timed([&] {
        ImportSession session(store, options);
        for (const fs::path& path : files_below(paths)) {
            if (session.stopped()) {
                break;
            }
            read_file(session, path);
        }
        return session.finish();
    });
}

ImportReport import_bytes(storage::Store& store, std::string_view source, std::string_view bytes,
                          const ImportOptions& options) {
    return timed([&] {
        ImportSession session(store, options);
        const importers::ReadBytes read = [rest = bytes](char* buffer, std::size_t count) mutable {
            const std::size_t taken = rest.copy(buffer, count);
            rest.remove_prefix(taken);
            return taken;
        };
        session.read(std::string(source), read, static_cast<std::int64_t>(bytes.size()), "", options.imported_at);
        return session.finish();
    });
}

}  // namespace fanal::app
