#pragma once
#include <string_view>

#include "crm/storage/fan_rows.hpp"

namespace fanal::app {

/// The profile that a person means: `key` is a profile id, a fan id, which is that of the fan's first profile, or a
/// handle ("@ana", "mastodon:@ana"), of which the first profile that has it is taken. Throws not_found; a handle that
/// several fans have is a conflict whose sentence lists their ids.
ProfileId find_profile(storage::FanReader& reader, std::string_view key);

}  // namespace fanal::app
