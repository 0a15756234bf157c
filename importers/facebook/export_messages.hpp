#pragma once
#include "importers/reading.hpp"

/// The message threads of Meta's exports, which Facebook and Instagram write alike: {participants, messages, title,
/// thread_path}. They are private.
namespace fanal::importers::facebook {

bool is_exported_thread(const Payload& document);
/// A message that stands alone.
bool is_exported_message(const Payload& value);

/// Which network wrote a thread, where anything in it tells.
enum class ThreadSide { facebook, instagram, unknown };
ThreadSide side_of(const Payload& thread);

void read_exported_thread(const Payload& thread, Reading& reading);
void read_exported_message(const Payload& message, Reading& reading);

}  // namespace fanal::importers::facebook
