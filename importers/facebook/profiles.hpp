#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::facebook {

/// Who acted: {id, name, picture …}; somebody unknown when it is missing, as it is without a page's token.
ProfileSighting author_of(const Payload& from, Instant observed_at, const Reading& reading);

/// Everybody in a list of reactions or likes that stands under a post. When they reacted is not told.
void read_reactors(const Payload& post, Instant observed_at, const Reading& reading);

/// Whether a value is a person or a page; `listed`: in a list of people, where an id and a name are enough.
bool is_profile(const Payload& value, bool listed);

/// Whether a value is somebody in a list of reactions, by the reaction that stands with the name.
bool is_reactor(const Payload& value);

/// Reads a person or a page. A page that comes with a token or with tasks is ours.
void read_profile(const Payload& profile, Reading& reading);

}  // namespace fanal::importers::facebook
