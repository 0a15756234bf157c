#pragma once
#include "importers/reading.hpp"

/// ActivityPub: what servers tell each other, and what an archive of a profile holds.
namespace fanal::importers::mastodon {

/// Whether a value is an act, an object or a collection of ActivityPub.
bool is_federated(const Payload& value);

/// Reads an act (Create, Update, Announce, Like, Follow, Undo, Delete …), a post, a profile, or a collection of them.
void read_federated(const Payload& value, Reading& reading);

}  // namespace fanal::importers::mastodon
