#include "importers/facebook/export_messages.hpp"

#include "importers/facebook/export_items.hpp"

namespace fanal::importers::facebook {
namespace {

/// What a thread says for all of its messages.
struct Thread {
    std::string id;          ///< the last part of its path; empty when unknown
    std::string owner_name;  ///< whose export it is; empty where nothing tells
};

/// A thread of two is called after the other one.
std::string owner_of(const Payload& thread) {
    const std::string title = meant(thread["title"]);
    std::string owner;
    int count = 0;
    int called = 0;
    thread["participants"].each([&](const Payload& participant) {
        const std::string name = meant(participant["name"]);
        ++count;
        called += name == title ? 1 : 0;
        owner = name == title ? owner : name;
    });
    return count == 2 && called == 1 ? owner : std::string();
}

ProfileSighting sender_of(const std::string& name, Instant at, const Thread& thread, Reading& reading) {
    if (!name.empty() && name == thread.owner_name) {
        return owner_named(name, at, reading);
    }
    ProfileSighting sender = reading.profile({}, at);
    sender.display_name = name;
    return sender;
}

/// Hands a private record over, named already: it is the same whatever its thread is called in this export.
void hand_over(Record&& record, const Payload& told, const Thread& thread, const Reading& reading) {
    record.is_private = true;
    record.post_remote_id = thread.id;
    if (record.profile.remote_id.empty() && !thread.owner_name.empty()) {
        record.to_profile_remote_id = id_of_name(thread.owner_name);
    }
    reading.interaction(std::move(record), told);
}

void read_reactions(const Payload& message, const std::string& message_id, const Thread& thread, Reading& reading) {
    message["reactions"].each([&](const Payload& reaction) {
        const auto reacted_at = told_at(reaction["timestamp"]);
        if (!reacted_at) {
            reading.sink().skip(reaction, "a reaction to a message, without its time");
            return;
        }
        Record record = reading.record(InteractionKind::reaction, *reacted_at);
        record.profile = sender_of(meant(reaction["actor"]), *reacted_at, thread, reading);
        record.in_reply_to_remote_id = message_id;
        record.reaction = meant(reaction["reaction"]);
        name_by_content(record);
        hand_over(std::move(record), reaction, thread, reading);
    });
}

void read_message_of(const Payload& message, const Thread& thread, Reading& reading) {
    const auto sent_at = told_at(message["timestamp_ms"]);
    if (message["is_unsent"].boolean()) {
        reading.sink().skip(message, "a message that its sender took back");
        return;
    }
    if (!sent_at) {
        reading.sink().reject(message["timestamp_ms"],
                              "This message has no timestamp_ms that is a time: ask for the export anew, as JSON.");
        return;
    }
    Record record = reading.record(InteractionKind::message, *sent_at);
    record.profile = sender_of(meant(message["sender_name"]), *sent_at, thread, reading);
    record.text = meant(message["content"]);
    record.text = record.text.empty() ? meant(message["share"]["link"]) : record.text;
    name_by_content(record);
    const std::string id = record.remote_id;
    hand_over(std::move(record), message, thread, reading);
    read_reactions(message, id, thread, reading);
}

/// The files and links of a message show in whose folders and pages they lie.
ThreadSide side_of_message(const Payload& message) {
    if (message["share"]["link"].view().starts_with("https://www.instagram.com/")) {
        return ThreadSide::instagram;
    }
    for (const char* const list : {"photos", "videos", "audio_files", "gifs", "files"}) {
        const std::string_view path = message[list].first()["uri"].view();
        if (path.starts_with("your_instagram_activity/")) {
            return ThreadSide::instagram;
        }
        if (path.starts_with("your_facebook_activity/") || path.starts_with("your_activity_across_facebook/")) {
            return ThreadSide::facebook;
        }
    }
    return message["sender_name"].view() == "Facebook User" ? ThreadSide::facebook : ThreadSide::unknown;
}

}  // namespace

bool is_exported_thread(const Payload& document) {
    return document["messages"].is_array() && document["participants"].first()["name"].is_text() &&
           (document["thread_path"].is_text() || is_exported_message(document["messages"].first()));
}

bool is_exported_message(const Payload& value) {
    return value["sender_name"].is_text() && value["timestamp_ms"].exists();
}

ThreadSide side_of(const Payload& thread) {
    ThreadSide side = ThreadSide::unknown;
    thread["participants"].each([&](const Payload& participant) {
        const std::string_view name = participant["name"].view();
        side = name == "Instagram User" ? ThreadSide::instagram : name == "Facebook User" ? ThreadSide::facebook : side;
    });
    thread["messages"].each(
        [&](const Payload& message) { side = side == ThreadSide::unknown ? side_of_message(message) : side; });
    return side;
}

void read_exported_thread(const Payload& thread, Reading& reading) {
    const Thread common{std::string(file_name(thread["thread_path"].view())), owner_of(thread)};
    if (!thread["messages"].first().exists()) {
        reading.sink().skip(thread, "a thread without messages");
    }
    thread["messages"].each([&](const Payload& message) { read_message_of(message, common, reading); });
}

void read_exported_message(const Payload& message, Reading& reading) {
    read_message_of(message, {}, reading);
}

}  // namespace fanal::importers::facebook
