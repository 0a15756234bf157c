#include "importers/x/messages.hpp"

#include "importers/x/ids.hpp"
#include "importers/x/telling.hpp"

namespace fanal::importers::x {

void hand_over(const Payload& at, MessageTelling&& telling, Reading& reading) {
    const auto sent_at = telling.sent_at ? telling.sent_at : time_in(telling.id);
    if (!is_id(telling.id) || !sent_at) {
        reading.sink().reject(at, "This message has no id that is a number, or no time.");
        return;
    }
    // Some forms tell the millisecond, others only the second.
    Record record = reading.record(InteractionKind::message, Instant{sent_at->ms - sent_at->ms % ms_per_second});
    record.remote_id = std::move(telling.id);
    record.profile.remote_id = std::move(telling.sender_id);
    record.to_profile_remote_id = std::move(telling.recipient_id);
    record.text = plain(telling.text);
    record.is_private = telling.is_private;
    reading.interaction(std::move(record), at);
}

}  // namespace fanal::importers::x
