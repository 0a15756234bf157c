#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crm/storage/pending_rows.hpp"
#include "crm/storage/store.hpp"
#include "models/import_report.hpp"

namespace fanal::storage {

/// Where an import of this source, with this very content, was cut short; nullopt when it was not.
std::optional<ImportPosition> find_position(Store& store, std::string_view source, std::string_view fingerprint);

/// Adds a line to the log of imports.
void log_import(Store& store, const FileReport& report, Instant imported_at);

/// Keeps a refused record with its bytes; the same place of the same source again replaces it.
void keep_rejection(Store& store, const KeptRejection& kept);

/// Those of one source, or of all when it is empty, by source and place; at most `limit`.
std::vector<KeptRejection> kept_rejections(Store& store, std::string_view source, std::int64_t limit);
std::int64_t rejections_count(Store& store);
std::vector<std::string> rejected_sources(Store& store);
void forget_rejections(Store& store, std::string_view source);
void forget_rejection(Store& store, const Rejection& rejection);

/// The network as which a source was last read; empty when nobody knows.
std::string network_of_source(Store& store, std::string_view source);

}  // namespace fanal::storage
