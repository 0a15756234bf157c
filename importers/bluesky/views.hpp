#pragma once
#include "importers/reading.hpp"

/// What the AppView answers: records with the profiles of who wrote them, and what they stand among.
namespace fanal::importers::bluesky {

/// Whether a value is a post as the AppView shows it, alone or quoted by another.
bool is_post_view(const Payload& value);

/// Whether a value stands for a post that cannot be shown: gone, or blocked.
bool is_hidden_post(const Payload& value);

bool is_profile(const Payload& value);
bool is_notification(const Payload& value);

/// Reads a post, a place in a feed ({post, reason, reply}), or a place in a thread ({post, parent, replies}) with all
/// that hangs on it.
void read_posts(const Payload& value, Reading& reading);

void read_profile(const Payload& profile, Reading& reading);
/// One of getLikes: {actor, createdAt}, of the post with that uri.
void read_reaction(const Payload& reaction, std::string_view post_uri, Reading& reading);
void read_notification(const Payload& notification, Reading& reading);
/// Tells who a notification is for, so that a post which names us is known to. Anything else tells nobody.
void tell_receiver(const Payload& notification, Reading& reading);

}  // namespace fanal::importers::bluesky
