#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "crm/storage/pending_rows.hpp"
#include "crm/storage/store.hpp"
#include "models/import_report.hpp"

namespace fanal::storage {

/// Where an import of this source, with this very content, was cut short; nullopt when it was not.
std::optional<ImportPosition> find_position(Store& store, std::string_view source, std::string_view fingerprint);

/// Adds a line to the log of imports.
void log_import(Store& store, const FileReport& report, Instant imported_at);

/// Keeps a refused record with its bytes; the same place of the same source again replaces it.
void keep_rejection(Store& store, const Rejection& rejection, std::string_view record);

}  // namespace fanal::storage
