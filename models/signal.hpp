#pragma once
#include <string>
#include <vector>

namespace fanal {

/// One term of the sum that orders the queue. The unit is hours: a complaint of 12 h counts as if it had waited 12
/// hours longer.
struct Signal {
    std::string name;    ///< a word of the signals' table in crm/queue/signals.hpp
    double value = 0;    ///< hours; negative ones let others pass
    std::string reason;  ///< why, in a few words, for a person
};

}  // namespace fanal
