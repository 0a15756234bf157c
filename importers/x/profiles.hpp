#pragma once
#include "importers/reading.hpp"
#include "importers/x/telling.hpp"

namespace fanal::importers::x {

/// Whether a value is a profile of the newer or of the older API.
bool is_profile(const Payload& value);

/// What a profile of either API says. Without an id it is nobody.
ProfileSighting sighting_of(const Payload& profile, Instant observed_at, const Reading& reading);

/// Hands over a profile by itself, or rejects it for want of an id.
void read_profile(const Payload& profile, Instant observed_at, Reading& reading);

/// The first whom a list of mentions names.
Named first_mentioned(const Payload& mentions);

}  // namespace fanal::importers::x
