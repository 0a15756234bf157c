#pragma once
#include <string>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"

namespace fanal::storage {

/// What a profile is called now.
struct ProfileNaming {
    ProfileId profile_id;
    std::string remote_id;
    std::string handle;
    std::string display_name;
};

/// Every profile of a network, in order of ids.
std::vector<ProfileNaming> profile_namings(Store& store, const std::string& network);

}  // namespace fanal::storage
