#pragma once
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"

namespace fanal::storage {

/// What a profile is called and says of itself now.
struct ProfileNaming {
    ProfileId profile_id;
    std::string network;
    std::string remote_id;
    std::string handle;
    std::string display_name;
    std::string place;
    std::string bio;
    std::string url;
    std::string avatar_url;
    std::vector<std::string> links;  ///< all that it ever listed
};

/// Every profile, one after the other, in order of ids.
void each_profile_naming(Store& store, const std::function<void(const ProfileNaming&)>& visit);

/// Of one profile; nullopt when there is none.
std::optional<ProfileNaming> profile_naming(Store& store, ProfileId id);

/// Whether there are profiles of two networks now, when there were not before so many came, by network. Looks at no
/// more profiles than came.
bool another_network_came(Store& store, const std::map<std::string, std::int64_t>& new_profiles);
/// Whether there are profiles of two networks. Looks at every profile when there are not.
bool has_two_networks(Store& store);

}  // namespace fanal::storage
