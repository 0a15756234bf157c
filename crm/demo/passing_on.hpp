#pragma once
#include <vector>

#include "crm/demo/story.hpp"

namespace fanal::demo {

/// How a post travels.
enum class Spread : unsigned char {
    broadcast,  ///< nearly everybody has it from the opening
    branching,  ///< every second one has it from another fan
    handed_on,  ///< from hand to hand, in long chains
};

/// Adds the reshares of `fans`, each of whom passes the opening on once, as a tree of at most seven steps.
void pass_on(Discussion& discussion, const std::vector<std::int64_t>& fans, Spread spread, const Calendar& calendar,
             Random& random);

}  // namespace fanal::demo
