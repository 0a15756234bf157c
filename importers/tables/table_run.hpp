#pragma once
#include <string>

#include "importers/byte_window.hpp"
#include "importers/import_run.hpp"

namespace fanal::importers {

/// Reads the table that a file is, row by row: finds its separator, its header and the form that this shows. What is no
/// table is skipped with a word of what it is. Returns the network that most rows were of, empty when there was none.
std::string run_table(ByteWindow& window, const RunOptions& options, RunSink& sink);

}  // namespace fanal::importers
