#include <filesystem>
#include <limits>

#include "crm/app/use_cases.hpp"
#include "crm/storage/import_log.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;

/// The file in which a source stands: itself, or the archive that it is a member of; empty when it is gone.
fs::path file_of(const std::string& source) {
    std::error_code ignored;
    for (fs::path path = source; !path.empty() && path != path.root_path(); path = path.parent_path()) {
        if (fs::is_regular_file(path, ignored)) {
            return path;
        }
    }
    return {};
}

void add(ImportReport& sum, ImportReport&& report) {
    sum.files.insert(sum.files.end(), report.files.begin(), report.files.end());
    sum.rejections.insert(sum.rejections.end(), report.rejections.begin(), report.rejections.end());
    sum.accepted_count += report.accepted_count;
    sum.repeated_count += report.repeated_count;
    sum.skipped_count += report.skipped_count;
    sum.rejected_count += report.rejected_count;
    sum.private_count += report.private_count;
    sum.unknown_author_count += report.unknown_author_count;
    sum.seconds += report.seconds;
}

/// The bytes alone, under a name of their own so that the place in the file that is gone stays what it was.
ImportReport retry_bytes(storage::Store& store, const KeptRejection& kept, ImportOptions options) {
    const std::string name = kept.rejection.source + ", " + kept.rejection.path;
    ImportReport report = import_bytes(store, name, kept.record, options);
    if (report.accepted_count + report.repeated_count == 0 && options.as_network.empty()) {
        options.as_network = storage::network_of_source(store, kept.rejection.source);
        if (!options.as_network.empty()) {
            report = import_bytes(store, name, kept.record, options);
        }
    }
    storage::forget_rejections(store, name);
    if (report.rejected_count == 0 && report.accepted_count + report.repeated_count > 0) {
        storage::forget_rejection(store, kept.rejection);
    } else if (report.rejected_count == 0) {
        // Nothing in it for us when it stands alone: that mends nothing.
        report.rejected_count = 1;
        report.rejections.push_back(kept.rejection);
    }
    return report;
}

}  // namespace

std::vector<KeptRejection> list_rejections(storage::Store& store, std::int64_t limit) {
    return storage::kept_rejections(store, "", limit);
}

std::int64_t count_rejections(storage::Store& store) {
    return storage::rejections_count(store);
}

ImportReport retry_rejections(storage::Store& store, const ImportOptions& options) {
    ImportReport sum;
    std::vector<fs::path> files;
    for (const std::string& source : storage::rejected_sources(store)) {
        const fs::path file = file_of(source);
        if (!file.empty()) {
            if (files.empty() || files.back() != file) {
                files.push_back(file);
            }
            continue;
        }
        for (const KeptRejection& kept :
             storage::kept_rejections(store, source, std::numeric_limits<std::int64_t>::max())) {
            add(sum, retry_bytes(store, kept, options));
        }
    }
    if (!files.empty()) {
        add(sum, import_paths(store, files, options));
    }
    const auto records = sum.accepted_count + sum.repeated_count + sum.skipped_count + sum.rejected_count;
    sum.records_per_second = sum.seconds > 0 ? static_cast<double>(records) / sum.seconds : 0;
    return sum;
}

}  // namespace fanal::app
