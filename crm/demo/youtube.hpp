#pragma once
#include <memory>

#include "crm/demo/files.hpp"

namespace fanal::demo {

/// YouTube: pages of commentThreads.list, comments.list for long threads, videos.list and channels.list of the Data API
/// v3, all asked for at the end. Borrows all, which outlive it.
std::unique_ptr<NetworkFiles> youtube_files(const Crowd& crowd, const Calendar& calendar, const Write& write);

}  // namespace fanal::demo
