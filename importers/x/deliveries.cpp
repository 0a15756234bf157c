#include "importers/x/deliveries.hpp"

#include <algorithm>
#include <array>

#include "importers/x/ids.hpp"
#include "importers/x/messages.hpp"
#include "importers/x/notices.hpp"
#include "importers/x/profiles.hpp"
#include "importers/x/statuses.hpp"

namespace fanal::importers::x {
namespace {

void read_post(const Payload& post, Reading& reading) {
    if (is_status(post)) {
        read_status(post, reading);
    } else {
        reading.sink().reject(post, "This post has no id_str, no created_at or no text.");
    }
}

void read_reaction(const Payload& reaction, Reading& reading) {
    const Payload post = reaction["favorited_status"];
    const auto reacted_at = reaction["created_at"].instant();
    std::string post_id = id_of(post);
    if (!reacted_at || !is_id(post_id) || !is_profile(reaction["user"])) {
        reading.sink().reject(reaction, "This reaction does not say who reacted to what, or when.");
        return;
    }
    Record record = reading.record(InteractionKind::reaction, *reacted_at);
    record.profile = sighting_of(reaction["user"], *reacted_at, reading);
    record.post_remote_id = post["in_reply_to_status_id_str"].is_text() ? std::string() : post_id;
    record.in_reply_to_remote_id = std::move(post_id);
    record.to_profile_remote_id = id_of(post["user"]);
    record.reaction = "like";
    reading.interaction(std::move(record), reaction);
    if (is_status(post)) {
        read_status(post, reading, *reacted_at);
    }
}

void read_follow(const Payload& follow, Reading& reading) {
    const auto at = follow["created_timestamp"].instant();
    const Payload source = follow["source"];
    const Payload target = follow["target"];
    if (!at || !is_profile(source) || !is_profile(target)) {
        reading.sink().reject(follow, "This follow does not say who follows whom, or since when.");
        return;
    }
    Record record = reading.record(InteractionKind::follow, *at);
    record.profile = sighting_of(source, *at, reading);
    record.to_profile_remote_id = id_of(target);
    if (follow["type"].view() == "unfollow") {
        reading.sink().removal(reading.removal(record, *at));
        return;
    }
    record.to_handle = target["screen_name"].text();
    reading.interaction(std::move(record), follow);
}

void read_message(const Payload& message, Reading& reading) {
    const Payload said = message["message_create"];
    const Payload text = said["message_data"]["text"];
    if (text.is_text()) {
        hand_over(message,
                  MessageTelling{message["id"].text(), message["created_timestamp"].instant(), said["sender_id"].text(),
                                 said["target"]["recipient_id"].text(), text.view()},
                  reading);
    } else {
        reading.sink().skip(message, "a conversation's coming and going");
    }
}

struct List {
    const char* name;
    void (*read)(const Payload&, Reading&);  ///< null: nothing for us
    std::string_view reason;
};

constexpr std::array lists = std::to_array<List>({
    {"tweet_create_events", read_post, ""},
    {"favorite_events", read_reaction, ""},
    {"follow_events", read_follow, ""},
    {"direct_message_events", read_message, ""},
    {"events", read_message, ""},
    {"tweet_delete_events", read_removal, ""},
    {"block_events", nullptr, "a block of our own"},
    {"mute_events", nullptr, "a mute of our own"},
    {"direct_message_indicate_typing_events", nullptr, "somebody typing"},
    {"direct_message_mark_read_events", nullptr, "somebody reading"},
});

}  // namespace

bool is_delivery(const Payload& value) {
    const Payload page = value["events"].first();
    return (value["for_user_id"].exists() && value.is_object()) || page["message_create"].is_object();
}

void read_delivery(const Payload& delivery, Reading& reading) {
    reading.account(delivery["for_user_id"].text());
    std::int64_t count = 0;
    for (const List& list : lists) {
        delivery[list.name].each([&](const Payload& item) {
            ++count;
            list.read == nullptr ? reading.sink().skip(item, list.reason) : list.read(item, reading);
        });
    }
    delivery["users"].each_member([&](std::string_view, const Payload& profile) {
        ++count;
        read_profile(profile, reading.origin().imported_at, reading);
    });
    if (count == 0) {
        reading.sink().skip(delivery, "a delivery of nothing for us");
    }
}

}  // namespace fanal::importers::x
