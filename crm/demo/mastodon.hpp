#pragma once
#include <memory>

#include "crm/demo/files.hpp"

namespace fanal::demo {

/// Mastodon, as our own server's REST API tells it: our posts, the context of each, our notifications, and the home
/// timeline. Borrows all, which outlive it.
std::unique_ptr<NetworkFiles> mastodon_files(const Crowd& crowd, const Calendar& calendar, const Write& write);

}  // namespace fanal::demo
