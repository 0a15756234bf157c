#include <algorithm>
#include <chrono>
#include <map>

#include "crm/app/file_on_disk.hpp"
#include "crm/app/import_session.hpp"
#include "crm/app/known_tables.hpp"
#include "crm/app/use_cases.hpp"
#include "importers/containers/unpack.hpp"
#include "models/secrets.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;

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

/// One import's files, each taken apart into what can be read in it.
class Files final : private importers::UnpackSink {
  public:
    Files(storage::Store& store, const ImportOptions& options)
        : store_(store), tables_(store, options), session_(store, options) {}

    bool stopped() const { return session_.stopped(); }

    void read(const fs::path& path) {
        const std::string name = path.lexically_normal().string();
        std::error_code error;
        const fs::path absolute = fs::absolute(path, error).lexically_normal();
        const auto size = static_cast<std::int64_t>(fs::file_size(path, error));
        const File file = error ? nullptr : open_file(path);
        const std::string fingerprint = fingerprint_of(file.get(), size);
        session_.enter({name, absolute.string(), fingerprint});
        if (!file) {
            const auto kind = fs::status(path, error).type();
            refuse(name, kind == fs::file_type::not_found ? "There is no such file."
                         : kind == fs::file_type::regular
                             ? "This file cannot be read."
                             : "This is no file but a pipe or device: put what it holds into a file first.");
            return;
        }
        const importers::ReadBytes bytes = [&](char* buffer, std::size_t count) {
            return std::fread(buffer, 1, count, file.get());
        };
        observed_at_ = written_at(path);
        importers::unpack({name, bytes, size, fingerprint}, path.string(), *this);
        if (std::ferror(file.get()) != 0) {
            refuse(name, "Reading this file failed before its end.");
        }
    }

    void read(std::string_view name, std::string_view bytes, Instant observed_at) {
        const importers::ReadBytes rest = [left = bytes](char* buffer, std::size_t count) mutable {
            const std::size_t taken = left.copy(buffer, count);
            left.remove_prefix(taken);
            return taken;
        };
        observed_at_ = observed_at;
        session_.enter({std::string(name), "", ""});
        importers::unpack({std::string(name), rest, static_cast<std::int64_t>(bytes.size()), ""}, "", *this);
    }

    ImportReport finish() {
        ImportReport report = session_.finish();
        tables_.keep(store_);
        for (FileReport& file : report.files) {
            if (auto notes = notes_.extract(file.source)) {
                file.notes = std::move(notes.mapped());
            }
        }
        return report;
    }

  private:
    bool read(const importers::Source& source) override {
        tables_.begin(source.is_sheet);
        session_.read(source.name, source.read, source.size, source.fingerprint, observed_at_, &tables_);
        if (auto notes = tables_.notes(); !notes.empty()) {
            notes_[source.name] = std::move(notes);
        }
        return !session_.stopped();
    }
    void refuse(const std::string& name, const std::string& sentence) override { session_.refuse(name, sentence); }

    storage::Store& store_;
    KnownTables tables_;
    ImportSession session_;
    Instant observed_at_;
    std::map<std::string, std::vector<std::string>> notes_;  ///< by source
};

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
        Files files(store, options);
        for (const fs::path& path : files_below(paths)) {
            if (files.stopped()) {
                break;
            }
            files.read(path);
        }
        return files.finish();
    });
}

ImportReport import_bytes(storage::Store& store, std::string_view source, std::string_view bytes,
                          const ImportOptions& options) {
    return timed([&] {
        Files files(store, options);
        files.read(without_secrets(source), bytes, options.imported_at);
        return files.finish();
    });
}

}  // namespace fanal::app
