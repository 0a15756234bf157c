#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::facebook {

/// A message's id without the "m_" that the Graph API puts before Messenger's own "mid.".
std::string message_id(const Payload& id);

/// Whether a value is a message, or a conversation of messages, of the Graph API.
bool is_message(const Payload& value);
bool is_conversation(const Payload& value);

/// Reads a message. `page_id` is whose inbox it lies in; empty when nothing tells.
void read_message(const Payload& message, const std::string& page_id, Reading& reading);

/// Reads the messages of a conversation, and the people in it where it has none.
void read_conversation(const Payload& conversation, Reading& reading);

}  // namespace fanal::importers::facebook
