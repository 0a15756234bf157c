#pragma once
#include <string>
#include <string_view>

#include "crm/identity/match_model.hpp"

namespace fanal::identity {

/// Statistics as bytes, to be kept. Words of names and stretches of handles that one profile alone has are left out:
/// they weigh the same as words never seen, and a model outlives what is known of a person.
std::string to_bytes(const MatchStatistics& statistics);

/// Throws internal when they are broken.
MatchStatistics statistics_from_bytes(std::string_view bytes);

/// A model's rates of one pair of networks as text, exact to the bit.
std::string rates_to_text(const NetworkModel& model);
/// Throws internal when it is broken.
void rates_from_text(std::string_view text, NetworkModel& model);

}  // namespace fanal::identity
