#pragma once
#include <memory>

#include "crm/demo/files.hpp"

namespace fanal::demo {

/// Facebook: the Graph API's feed pages as read four fifths of the way, and webhook deliveries of all that came later.
/// Borrows all, which outlive it.
std::unique_ptr<NetworkFiles> facebook_files(const Crowd& crowd, const Calendar& calendar, const Write& write);

}  // namespace fanal::demo
