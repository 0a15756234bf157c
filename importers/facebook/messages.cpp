#include "importers/facebook/messages.hpp"

#include "importers/facebook/profiles.hpp"

namespace fanal::importers::facebook {
namespace {

/// "/PAGE/inbox/…" tells whose inbox a conversation stands in.
std::string page_of_inbox(std::string_view link) {
    const std::size_t end = link.find("/inbox/");
    if (!link.starts_with('/') || end == std::string_view::npos || end < 2) {
        return {};
    }
    const std::string_view page = link.substr(1, end - 1);
    return page.find_first_not_of("0123456789") == std::string_view::npos ? std::string(page) : std::string();
}

/// The first of those it was written to who did not write it.
std::string recipient_of(const Payload& message) {
    const std::string author = message["from"]["id"].text();
    std::string recipient;
    message["to"]["data"].each([&](const Payload& other) {
        const std::string id = other["id"].text();
        recipient = recipient.empty() && id != author ? id : recipient;
    });
    return recipient;
}

void reject_undated(const Payload& time, const Reading& reading) {
    reading.sink().reject(time,
                          "This message has no created_time that is a time: ask the Graph API for that field too.");
}

/// The inbox of a person, as answers before 2015 have it: the messages are its "comments".
void read_old_inbox(const Payload& thread, Reading& reading) {
    thread["comments"]["data"].each([&](const Payload& message) {
        const auto created_at = message["created_time"].instant();
        if (!created_at) {
            reject_undated(message["created_time"], reading);
            return;
        }
        Record record = reading.record(InteractionKind::message, *created_at);
        record.remote_id = message["id"].text();
        record.profile = author_of(message["from"], *created_at, reading);
        thread["to"]["data"].each([&](const Payload& other) {
            if (record.to_profile_remote_id.empty() && other["id"].text() != record.profile.remote_id) {
                record.to_profile_remote_id = other["id"].text();
            }
        });
        record.text = message["message"].text();
        reading.interaction(std::move(record), message);
    });
}

}  // namespace

std::string message_id(const Payload& id) {
    const std::string text = id.text();
    return text.substr(text.starts_with("m_mid.") || text.starts_with("m_id.") ? 2 : 0);
}

bool is_message(const Payload& value) {
    const std::string_view id = value["id"].view();
    return id.starts_with("m_") || id.starts_with("mid.") ||
           (value["from"]["email"].view().ends_with("@facebook.com") && value["to"]["data"].is_array());
}

bool is_conversation(const Payload& value) {
    if (value["id"].view().starts_with("t_") &&
        (value["participants"].is_object() || value["messages"].is_object() || value["updated_time"].exists())) {
        return true;
    }
    return value["unread"].exists() && value["unseen"].exists() && value["to"].is_object();
}

void read_message(const Payload& message, const std::string& page_id, Reading& reading) {
    const auto created_at = message["created_time"].instant();
    if (!created_at) {
        if (message["message"].exists()) {
            reject_undated(message["created_time"], reading);
        } else {
            reading.sink().skip(message, "a message without its text and time");
        }
        return;
    }
    Record record = reading.record(InteractionKind::message, *created_at);
    record.remote_id = message_id(message["id"]);
    record.profile = author_of(message["from"], *created_at, reading);
    const bool ours = !page_id.empty() && record.profile.remote_id == page_id;
    const std::string recipient = recipient_of(message);
    record.to_profile_remote_id = ours || page_id.empty() ? recipient : page_id;
    record.text = message["message"].text();
    if (ours) {
        reading.account(page_id, record.profile.handle, record.profile.display_name);
    }
    reading.interaction(std::move(record), message);
}

void read_conversation(const Payload& conversation, Reading& reading) {
    const Payload messages = conversation["messages"]["data"];
    const std::string page_id = page_of_inbox(conversation["link"].view());
    reading.account(page_id);
    if (conversation["comments"]["data"].first().exists()) {
        read_old_inbox(conversation, reading);
        return;
    }
    if (messages.first().exists()) {
        messages.each([&](const Payload& message) { read_message(message, page_id, reading); });
        return;
    }
    reading.sink().skip(conversation, "a conversation without its messages");
}

}  // namespace fanal::importers::facebook
