#pragma once
#include "importers/facebook/ids.hpp"
#include "importers/reading.hpp"

namespace fanal::importers::threads {

/// Whether an object is a post or a reply, and surely of Threads: an image of Instagram looks much the same.
bool is_post(const Payload& object);
/// Whether it could be: a reply of which little was asked looks like a comment on Instagram.
bool may_be_post(const Payload& object);

/// Reads a post, a reply, a reshare or a quote, and the replies under it. `edge` is in whose list it stands.
void read_post(const Payload& post, const facebook::Edge& edge, Reading& reading);

/// Reads a delivery: {app_id, topic, target_id, time, values: {field, value}}.
bool is_delivery(const Payload& document);
void read_delivery(const Payload& document, Reading& reading);

}  // namespace fanal::importers::threads
