#include "importers/instagram/webhook.hpp"

#include "importers/facebook/webhook.hpp"
#include "importers/instagram/people.hpp"

namespace fanal::importers::instagram {
namespace {

/// A comment on one of our posts. Deliveries before 2021 tell its id and its text, and nothing else.
void read_comment_change(const Payload& value, const facebook::Entry& entry, Reading& reading) {
    const std::string id = value["id"].text();
    if (id.empty()) {
        reading.sink().reject(value, "This comment does not say which one it is: its id is missing.");
        return;
    }
    if (!entry.delivered_at) {
        reading.sink().reject(value, "The entry of this comment has no time: it cannot be dated.");
        return;
    }
    Record record = reading.record(InteractionKind::comment, *entry.delivered_at);
    record.remote_id = id;
    record.profile = author_of(value, *entry.delivered_at, reading);
    record.post_remote_id = value["media"]["id"].text();
    const std::string parent = value["parent_id"].text();
    record.in_reply_to_remote_id = parent.empty() ? record.post_remote_id : parent;
    if (!entry.page_id.empty() && record.profile.remote_id == entry.page_id) {
        tell_account(record.profile, reading);
    } else if (parent.empty()) {
        record.to_profile_remote_id = entry.page_id;
    }
    record.text = value["text"].text();
    reading.interaction(std::move(record), value);
}

void read_change(const Payload& change, const facebook::Entry& entry, Reading& reading) {
    const std::string_view field = change["field"].view();
    const Payload value = change["value"];
    if (value["sender"].is_object() && value["recipient"].is_object()) {
        facebook::read_exchange(value, entry, reading);
    } else if (field == "comments" || field == "live_comments") {
        read_comment_change(value, entry, reading);
    } else if (field == "mentions") {
        reading.sink().skip(change, "a mention by its ids alone: its text must be asked for");
    } else if (field == "story_insights") {
        reading.sink().skip(change, "statistics of a story");
    } else {
        reading.sink().skip(change, "a change of something that is no comment, mention or message");
    }
}

}  // namespace

bool is_delivery(const Payload& document) {
    return document["object"].view() == "instagram" && document["entry"].is_array();
}

void read_delivery(const Payload& document, Reading& reading) {
    if (!document["entry"].first().exists()) {
        reading.sink().skip(document, "a delivery without entries");
    }
    document["entry"].each([&](const Payload& entry) { facebook::read_entry(entry, read_change, reading); });
}

}  // namespace fanal::importers::instagram
