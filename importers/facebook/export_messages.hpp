#pragma once
#include "importers/reading.hpp"

/// The message threads of Meta's exports, which Facebook and Instagram write alike: {participants, messages, title,
/// thread_path}. They are private.
namespace fanal::importers::facebook {

/// Whether a document is a piece of an export, or one of the first in its list is: some say too little to be known by.
template <class IsPiece>
bool exported_one(const Payload& document, IsPiece&& is_piece) {
    constexpr int looked_at_max = 8;
    int looked_at_count = 0;
    bool found = !document.is_array() && is_piece(document);
    document.each([&](const Payload& value) {
        found = found || (looked_at_count < looked_at_max && is_piece(value));
        ++looked_at_count;
    });
    return found;
}

bool is_exported_thread(const Payload& document);
/// A message that stands alone.
bool is_exported_message(const Payload& value);

/// Which network wrote a thread, where anything in it tells.
enum class ThreadSide { facebook, instagram, unknown };
ThreadSide side_of(const Payload& thread);

void read_exported_thread(const Payload& thread, Reading& reading);
void read_exported_message(const Payload& message, Reading& reading);

}  // namespace fanal::importers::facebook
