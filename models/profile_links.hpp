#pragma once
#include <string>
#include <vector>

#include "models/ids.hpp"

namespace fanal {

/// What a profile says about its own places on the web.
struct ProfileLinks {
    ProfileId profile_id;
    std::vector<std::string> urls;   ///< where the network shows it
    std::vector<std::string> links;  ///< what it lists: URLs, or texts with URLs in them
};

}  // namespace fanal
