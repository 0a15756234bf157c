#pragma once
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <utility>
#include <vector>

#include "crm/storage/pending_rows.hpp"
#include "crm/storage/store.hpp"
#include "models/import_report.hpp"

namespace fanal::storage {

/// Where an import of this source, with this very content, was cut short; nullopt when it was not.
std::optional<ImportPosition> find_position(Store& store, std::string_view source, std::string_view fingerprint);

/// Adds a line to the log of imports. `source` is the one under which rejections are kept.
void log_import(Store& store, std::string_view source, const FileReport& report, Instant imported_at);

/// Whence a refused record came, and what its import was told: what it takes to try it again alike.
struct RejectionOrigin {
    std::string file;         ///< absolute, on the disk; empty: it came over HTTP, and nothing is to be opened for it
    std::string fingerprint;  ///< of the file, as it was then
    std::string as_network;
    std::string columns;
    bool include_private = false;
};

/// Keeps a refused record with its bytes, and returns its id. The same bytes at the same place of the same source are
/// the same rejection: the last reason and origin stand. A source on the disk and one from elsewhere are never the
/// same.
std::int64_t keep_rejection(Store& store, const KeptRejection& kept, const RejectionOrigin& origin = {});

/// By source and place; at most `limit`.
std::vector<KeptRejection> kept_rejections(Store& store, std::int64_t limit);
std::int64_t rejections_count(Store& store);
std::optional<KeptRejection> find_rejection(Store& store, std::int64_t id);

/// Each origin once, and what is kept of it.
std::vector<RejectionOrigin> rejection_origins(Store& store);
std::vector<std::int64_t> rejections_of(Store& store, const RejectionOrigin& origin);

/// Because it was taken in.
void forget_rejection(Store& store, std::int64_t id);
/// Those of one source or one file on the disk; how many there were.
std::int64_t forget_rejections(Store& store, std::string_view source);

/// A source that lies in a file on the disk: the file, then the source.
using SourceInFile = std::pair<std::string, std::string>;

/// Forgets what was kept of sources that were now read from beginning to end, each with the fingerprint of its file,
/// but for `refused_again`. Of another content of the same file, whatever was kept with its bytes stays.
void forget_mended(Store& store, const std::map<SourceInFile, std::string>& fingerprints,
                   const std::unordered_set<std::int64_t>& refused_again);

/// The network as which a source was last read; empty when nobody knows.
std::string network_of_source(Store& store, std::string_view source);

}  // namespace fanal::storage
