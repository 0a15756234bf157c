#pragma once
#include <cstdint>

namespace fanal {

/// A tie between two fans, on dense node indexes 0 … n-1 that the caller gives out. It points from the fan who acted to
/// the fan acted upon, so that PageRank flows to the influential.
struct Edge {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    float weight = 1;  ///< tie strength, > 0 and finite

    bool operator==(const Edge&) const = default;
};

}  // namespace fanal
