#pragma once
#include "importers/reading.hpp"

/// The acts that the export's lists hold, an item each.
namespace fanal::importers::instagram {

void read_exported_comment(const Payload& item, Reading& reading);
void read_exported_reaction(const Payload& item, Reading& reading);
void read_follower(const Payload& item, Reading& reading);
void read_followed(const Payload& item, Reading& reading);
/// A post, a story or a reel: {media: [{uri, creation_timestamp, title}], title, creation_timestamp}, or one such
/// picture.
void read_exported_post(const Payload& item, Reading& reading);
/// Whose export it is.
void read_exported_owner(const Payload& item, Reading& reading);

/// The lists of 2019, whose items are [time, text, handle] and [time, handle], and whose followers are {handle: time}.
void read_old_comment(const Payload& item, Reading& reading);
void read_old_reaction(const Payload& item, Reading& reading);
void read_old_follow(std::string_view handle, const Payload& time, bool of_owner, Reading& reading);
void read_old_picture(const Payload& item, Reading& reading);
void read_old_conversation(const Payload& item, Reading& reading);

}  // namespace fanal::importers::instagram
