#pragma once
#include <vector>

#include "crm/storage/store.hpp"
#include "models/fan.hpp"

namespace fanal::app {

/// The merges that name one of a fan's profiles, by id.
std::vector<MergeView> merges_among(storage::Store& store, const std::vector<Profile>& profiles);

}  // namespace fanal::app
