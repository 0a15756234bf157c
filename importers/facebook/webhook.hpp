#pragma once
#include "importers/reading.hpp"

/// What Facebook delivers to the address that a page registered: {object, entry: [{id, time, changes or messaging}]}.
/// Deliveries come in batches, in any order, and more than once.
namespace fanal::importers::facebook {

/// Whether a document is a delivery, for whatever kind of object.
bool is_delivery(const Payload& document);
void read_delivery(const Payload& document, Reading& reading);

/// One entry of a delivery: what became of one page.
struct Entry {
    std::string page_id;  ///< empty in a delivery made to try an address out
    std::optional<Instant> delivered_at;
};

using ReadChange = void (*)(const Payload& change, const Entry& entry, Reading& reading);

/// Reads an entry, whose page is ours: its changes with `read`, what happened in its inbox, and on standby too, as
/// another app of the page may be answering.
void read_entry(const Payload& value, ReadChange read, Reading& reading);

/// One change of the page's feed, of its ratings, or of posts that name it.
void read_change(const Payload& change, const Entry& entry, Reading& reading);

/// One thing that happened between the page and somebody in Messenger.
void read_exchange(const Payload& exchange, const Entry& entry, Reading& reading);

}  // namespace fanal::importers::facebook
