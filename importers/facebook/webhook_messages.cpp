#include "importers/facebook/messages.hpp"
#include "importers/facebook/webhook.hpp"

namespace fanal::importers::facebook {
namespace {

/// Between whom: the page, and the one who is not the page.
struct Sides {
    std::string page_id;
    std::string person_id;
    bool by_page = false;
};

Sides sides_of(const Payload& exchange, const Entry& entry) {
    const std::string sender = exchange["sender"]["id"].text();
    const std::string recipient = exchange["recipient"]["id"].text();
    const bool echo = exchange["message"]["is_echo"].boolean();
    if (echo || sender == entry.page_id) {
        return {entry.page_id, recipient == entry.page_id ? sender : recipient, true};
    }
    return {entry.page_id, sender, false};
}

Record message_between(const Sides& sides, Instant sent_at, const Reading& reading) {
    Record record = reading.record(InteractionKind::message, sent_at);
    record.profile.remote_id = sides.by_page ? sides.page_id : sides.person_id;
    record.to_profile_remote_id = sides.by_page ? sides.person_id : sides.page_id;
    return record;
}

void read_message_sent(const Payload& message, const Sides& sides, Instant sent_at, Reading& reading) {
    const std::string id = message_id(message["mid"]);
    if (message["is_deleted"].boolean()) {
        if (id.empty()) {
            reading.sink().reject(message, "This message was deleted, but its mid is missing.");
        } else {
            reading.sink().removal(reading.removal(id, sent_at));
        }
        return;
    }
    Record record = message_between(sides, sent_at, reading);
    record.remote_id = id;
    record.in_reply_to_remote_id = message_id(message["reply_to"]["mid"]);
    record.text = message["text"].text();
    reading.interaction(std::move(record), message);
}

void read_message_edit(const Payload& edit, const Sides& sides, Instant edited_at, Reading& reading) {
    Record record = message_between(sides, edited_at, reading);
    record.remote_id = message_id(edit["mid"]);
    record.edited_at = edited_at;
    record.text = edit["text"].text();
    reading.interaction(std::move(record), edit);
}

void read_message_reaction(const Payload& reaction, const Sides& sides, Instant reacted_at, Reading& reading) {
    Record record = message_between(sides, reacted_at, reading);
    record.kind = InteractionKind::reaction;
    record.in_reply_to_remote_id = message_id(reaction["mid"]);
    record.reaction = reaction["reaction"].is_text() ? reaction["reaction"].text() : reaction["emoji"].text();
    if (reaction["action"].view() == "unreact") {
        reading.sink().removal(reading.removal(record, reacted_at));
    } else {
        reading.interaction(std::move(record), reaction);
    }
}

}  // namespace

void read_exchange(const Payload& exchange, const Entry& entry, Reading& reading) {
    const auto told_at = exchange["timestamp"].instant();
    const auto at = told_at ? told_at : entry.delivered_at;
    const Payload message = exchange["message"];
    const Payload edit = exchange["message_edit"];
    const Payload reaction = exchange["reaction"];
    if (!message.is_object() && !edit.is_object() && !reaction.is_object()) {
        reading.sink().skip(exchange, "a receipt, a tapped button or another thing in Messenger that is no message");
    } else if (!at) {
        reading.sink().reject(exchange["timestamp"],
                              "This message has no timestamp, and its entry no time: it cannot be dated.");
    } else if (const Sides sides = sides_of(exchange, entry); message.is_object()) {
        read_message_sent(message, sides, *at, reading);
    } else if (edit.is_object()) {
        read_message_edit(edit, sides, *at, reading);
    } else {
        read_message_reaction(reaction, sides, *at, reading);
    }
}

}  // namespace fanal::importers::facebook
