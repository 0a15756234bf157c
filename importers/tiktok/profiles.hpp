#pragma once
#include <initializer_list>

#include "importers/reading.hpp"

namespace fanal::importers::tiktok {

/// The first of these members that exists; does not exist when none does.
Payload any_of(const Payload& value, std::initializer_list<std::string_view> keys);

/// `true`, or 1.
bool is_set(const Payload& value);

/// Where the profile stands in an item of a list: in it as a whole, or as one of its members.
Payload profile_in(const Payload& value);

/// What an object with a person's members says of that person.
ProfileSighting sighting_of(const Payload& person, Instant observed_at, const Reading& reading);

}  // namespace fanal::importers::tiktok
