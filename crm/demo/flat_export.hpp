#pragma once
#include <memory>

#include "crm/demo/files.hpp"

namespace fanal::demo {

/// X, as a monitoring tool exports it: flat records, one JSON object a line, with the reshare through which each
/// reshare came, which the network's own API never tells. Borrows all, which outlive it.
std::unique_ptr<NetworkFiles> flat_export_files(const Crowd& crowd, const Write& write);

}  // namespace fanal::demo
