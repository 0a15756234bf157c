#pragma once
#include <cstdint>
#include <string>
#include <vector>

namespace fanal {

/// What an export wrote.
struct ExportReport {
    std::vector<std::string> files;  ///< in the order in which they belong together
    std::int64_t nodes_count = 0;
    std::int64_t edges_count = 0;
};

}  // namespace fanal
