#pragma once
#include <string>

#include "models/ids.hpp"

namespace fanal {

/// One of our own presences on a network. It is a profile too, and keeps that profile's id: what it writes is ours.
struct Account {
    ProfileId account_id;
    std::string network;
    std::string remote_id;
    std::string handle;
    std::string display_name;
    bool declared = false;  ///< a person said so; otherwise a payload did
};

}  // namespace fanal
