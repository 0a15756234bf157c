#include <algorithm>
#include <filesystem>
#include <map>
#include <tuple>

#include "crm/app/file_on_disk.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/storage/import_log.hpp"
#include "models/error.hpp"

namespace fanal::app {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t reported_rejections_max = 1000;

void add(ImportReport& sum, ImportReport&& report) {
    sum.files.insert(sum.files.end(), report.files.begin(), report.files.end());
    const std::size_t room = reported_rejections_max - std::min(reported_rejections_max, sum.rejections.size());
    const auto end = report.rejections.begin() + static_cast<std::ptrdiff_t>(std::min(room, report.rejections.size()));
    sum.rejections.insert(sum.rejections.end(), report.rejections.begin(), end);
    sum.accepted_count += report.accepted_count;
    sum.repeated_count += report.repeated_count;
    sum.skipped_count += report.skipped_count;
    sum.rejected_count += report.rejected_count;
    sum.private_count += report.private_count;
    sum.unknown_author_count += report.unknown_author_count;
    sum.seconds += report.seconds;
}

/// What the import was told then, unless the one who tries again says otherwise.
ImportOptions told(ImportOptions options, const storage::RejectionOrigin& origin) {
    options.as_network = options.as_network.empty() ? origin.as_network : options.as_network;
    options.columns = origin.columns;
    options.include_private = origin.include_private;
    return options;
}

/// The bytes alone, as one payload in memory. What is refused of them is not kept anew: the rejection itself stays.
ImportReport retry_bytes(storage::Store& store, std::int64_t id, const KeptRejection& kept, ImportOptions options) {
    const std::string name = kept.rejection.source + ", " + kept.rejection.path;
    options.keep_rejections = false;
    ImportReport report = import_bytes(store, name, kept.record, options);
    if (report.accepted_count + report.repeated_count == 0 && options.as_network.empty()) {
        options.as_network = storage::network_of_source(store, kept.rejection.source);
        if (!options.as_network.empty()) {
            report = import_bytes(store, name, kept.record, options);
        }
    }
    if (report.rejected_count == 0 && report.accepted_count + report.repeated_count > 0) {
        storage::forget_rejection(store, id);
    } else if (report.rejected_count == 0) {
        // Nothing in it for us when it stands alone: that mends nothing.
        report.rejected_count = 1;
        report.rejections.push_back(kept.rejection);
    }
    return report;
}

/// The files to be read again with one set of options.
struct FilesToRetry {
    ImportOptions options;
    std::vector<fs::path> paths;
};

}  // namespace

std::vector<KeptRejection> list_rejections(storage::Store& store, std::int64_t limit) {
    return storage::kept_rejections(store, limit);
}

std::int64_t count_rejections(storage::Store& store) {
    return storage::rejections_count(store);
}

ImportReport retry_rejections(storage::Store& store, const ImportOptions& options, RetryFrom from) {
    ImportReport sum;
    std::map<std::tuple<std::string, std::string, bool>, FilesToRetry> files;
    for (const storage::RejectionOrigin& origin : storage::rejection_origins(store)) {
        const ImportOptions as_then = told(options, origin);
        const std::string fingerprint =
            from == RetryFrom::files && !origin.file.empty() ? fingerprint_of(origin.file) : std::string();
        if (!fingerprint.empty()) {
            auto& [together, paths] = files[{as_then.as_network, as_then.columns, as_then.include_private}];
            together = as_then;
            if (paths.empty() || paths.back() != origin.file) {
                paths.emplace_back(origin.file);
            }
        }
        if (!fingerprint.empty() && fingerprint == origin.fingerprint) {
            continue;
        }
        for (const std::int64_t id : storage::rejections_of(store, origin)) {
            if (const auto kept = storage::find_rejection(store, id)) {
                add(sum, retry_bytes(store, id, *kept, as_then));
            }
        }
    }
    for (const auto& [key, again] : files) {
        add(sum, import_paths(store, again.paths, again.options));
    }
    const auto records = sum.accepted_count + sum.repeated_count + sum.skipped_count + sum.rejected_count;
    sum.records_per_second = sum.seconds > 0 ? static_cast<double>(records) / sum.seconds : 0;
    return sum;
}

std::int64_t forget_rejections(storage::Store& store, const std::string& source) {
    std::int64_t count = storage::forget_rejections(store, source);
    std::error_code problem;
    const fs::path absolute = fs::absolute(source, problem).lexically_normal();
    if (!problem && absolute != source) {
        count += storage::forget_rejections(store, absolute.string());
    }
    if (count == 0) {
        throw Error(ErrorKind::not_found,
                    "No refused record of " + source + " is kept; `fanal rejections` lists those that are.");
    }
    return count;
}

}  // namespace fanal::app
