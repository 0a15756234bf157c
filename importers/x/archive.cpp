#include "importers/x/archive.hpp"

#include <algorithm>
#include <array>

#include "importers/x/ids.hpp"
#include "importers/x/messages.hpp"
#include "importers/x/statuses.hpp"

namespace fanal::importers::x {
namespace {

/// tweets.js, deleted-tweets.js, and the headings of both.
void read_own_post(const Payload& post, Reading& reading) {
    if (post["user_id"].exists() && post["tweet_id"].exists()) {
        reading.account(post["user_id"].text());
    }
    const Payload removed = post["deleted_at"];
    if (removed.exists()) {
        const Payload id = post["tweet_id"];
        std::string removed_id = id.exists() ? id.text() : id_of(post);
        const auto removed_at = removed.instant();
        if (removed_at && is_id(removed_id)) {
            reading.sink().removal(reading.removal(std::move(removed_id), *removed_at));
        } else {
            reading.sink().reject(post, "This removed post has no id, or no deleted_at that is a time.");
        }
    } else if (post["tweet_id"].exists()) {
        reading.sink().skip(post, "a heading of a post, which comes by itself");
    } else {
        read_status(post, reading);
    }
}

void read_own_reaction(const Payload& reaction, Reading& reading) {
    reading.sink().skip(reaction, "a reaction of our own, without its time");
}

/// follower.js and following.js tell who, but not since when.
void read_neighbour(const Payload& neighbour, Reading& reading) {
    ProfileSighting sighting = reading.profile(neighbour["accountId"].text(), reading.origin().imported_at);
    if (is_id(sighting.remote_id)) {
        reading.sink().profile(std::move(sighting));
    } else {
        reading.sink().reject(neighbour, "This profile has no accountId.");
    }
}

void read_owner(const Payload& id, const Payload& handle, const Payload& name, Reading& reading) {
    ProfileSighting sighting = reading.profile(id.text(), reading.origin().imported_at);
    if (!is_id(sighting.remote_id)) {
        reading.sink().reject(id, "The owner of this archive has no id.");
        return;
    }
    sighting.handle = handle.text();
    sighting.display_name = name.text();
    reading.account(sighting.remote_id, sighting.handle, sighting.display_name);
    reading.sink().profile(std::move(sighting));
}

void read_account(const Payload& account, Reading& reading) {
    read_owner(account["accountId"], account["username"], account["accountDisplayName"], reading);
}

void read_manifest(const Payload& owner, Reading& reading) {
    read_owner(owner["accountId"], owner["userName"], owner["displayName"], reading);
}

void read_message(const Payload& message, Reading& reading) {
    const Payload said = message["messageCreate"];
    if (!said["text"].is_text()) {
        reading.sink().skip(message, said.is_object() ? "a heading of a message, which comes by itself"
                                                      : "a conversation's coming and going");
        return;
    }
    hand_over(said,
              MessageTelling{said["id"].text(), said["createdAt"].instant(), said["senderId"].text(),
                             said["recipientId"].text(), said["text"].view(), true},
              reading);
}

void read_conversation(const Payload& conversation, Reading& reading) {
    const Payload messages = conversation["messages"];
    if (!messages.first().exists()) {
        reading.sink().skip(conversation, "a conversation without messages");
    }
    messages.each([&](const Payload& message) { read_message(message, reading); });
}

/// An entry is an object in an object: {"follower": {"accountId": "1"}}.
struct Entry {
    const char* outer;
    const char* inner;
    void (*read)(const Payload&, Reading&);
};

constexpr std::array entries = std::to_array<Entry>({
    {"tweet", "id_str", read_own_post},
    {"tweet", "tweet_id", read_own_post},
    {"like", "tweetId", read_own_reaction},
    {"follower", "accountId", read_neighbour},
    {"following", "accountId", read_neighbour},
    {"dmConversation", "conversationId", read_conversation},
    {"account", "accountId", read_account},
    {"userInfo", "accountId", read_manifest},
});

const Entry* entry_in(const Payload& value) {
    const auto fits = [&](const Entry& entry) { return value[entry.outer][entry.inner].exists(); };
    const auto found = std::find_if(entries.begin(), entries.end(), fits);
    return found == entries.end() ? nullptr : &*found;
}

}  // namespace

bool is_archived(const Payload& value) {
    return value.is_object() && entry_in(value) != nullptr;
}

void read_archived(const Payload& value, Reading& reading) {
    const Entry* const entry = entry_in(value);
    entry->read(value[entry->outer], reading);
}

}  // namespace fanal::importers::x
