#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::x {

/// A direct message, as any form of X tells it. What a form does not say stays empty.
struct MessageTelling {
    std::string id;
    std::optional<Instant> sent_at;
    std::string sender_id;
    std::string recipient_id;
    std::string_view text;    ///< with entities
    bool is_private = false;  ///< not from an inbox that a brand opened to us
};

/// Hands over the message that stands at `at`, or rejects it.
void hand_over(const Payload& at, MessageTelling&& telling, Reading& reading);

}  // namespace fanal::importers::x
