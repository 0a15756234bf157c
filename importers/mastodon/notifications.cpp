#include "importers/mastodon/notifications.hpp"

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <vector>

#include "importers/mastodon/posts.hpp"

namespace fanal::importers::mastodon {
namespace {

/// One act of one profile, as a notification or the newest of a group tells it.
struct Notice {
    Payload at;
    std::string_view type;
    std::optional<Instant> created_at;
    Payload profile;
    Payload post;
};

Notice single(const Payload& value) {
    return {value, value["type"].view(), value["created_at"].instant(), value["account"], value["status"]};
}

bool tells_of_our_post(const Notice& notice) {
    return (notice.type == "favourite" || notice.type == "reblog" || notice.type == "emoji_reaction" ||
            notice.type == "pleroma:emoji_reaction") &&
           is_post(notice.post);
}

/// Whose notifications these are: the author of the posts that others react to, or else the one profile that everyone
/// mentions. Nothing when the notifications do not tell.
Payload find_ours(const std::vector<Notice>& notices, const Payload& document) {
    std::vector<Payload> common;
    bool first = true;
    for (const Notice& notice : notices) {
        if (tells_of_our_post(notice)) {
            return notice.post["account"];
        }
        if (notice.type != "mention" || !is_post(notice.post)) {
            continue;
        }
        const auto is_mentioned = [&](const Payload& candidate) {
            bool found = false;
            notice.post["mentions"].each(
                [&](const Payload& mention) { found = found || mention["id"].text() == candidate["id"].text(); });
            return found;
        };
        if (first) {
            notice.post["mentions"].each([&](const Payload& mention) { common.push_back(mention); });
            first = false;
        } else {
            common.erase(
                std::remove_if(common.begin(), common.end(), [&](const Payload& c) { return !is_mentioned(c); }),
                common.end());
        }
    }
    return common.size() == 1 ? common.front() : document["nobody"];
}

std::string tell_ours(const Payload& ours, const Directory& directory, Reading& reading) {
    if (!ours["acct"].is_text()) {
        return {};
    }
    const std::string uri = directory.profile_uri(ours);
    reading.account(uri, full_handle(ours["acct"].view(), ours["url"].view()), ours["display_name"].text());
    return uri;
}

/// A reaction to, or a reshare of, a post of ours.
void read_act_on_post(const Notice& notice, InteractionKind kind, const Directory& directory, Reading& reading) {
    const Payload& post = notice.post;
    read_post(post, {}, directory, reading);
    Record record = reading.record(kind, *notice.created_at);
    record.profile = sighting_of(notice.profile, *notice.created_at, directory, reading);
    record.in_reply_to_remote_id = post["uri"].is_text() ? post["uri"].text() : post["url"].text();
    record.post_remote_id = directory.top_uri(post["id"].text());
    record.to_profile_remote_id = directory.profile_uri(post["account"]);
    if (kind == InteractionKind::reshare) {
        record.remote_id = reshare_id(record.profile.remote_id, record.in_reply_to_remote_id);
        record.post_remote_id = record.in_reply_to_remote_id;
    } else {
        record.reaction = notice.at["emoji"].is_text() ? notice.at["emoji"].text() : "favourite";
    }
    reading.interaction(std::move(record), notice.at);
}

void read_follow(const Notice& notice, const std::string& ours, const Directory& directory, Reading& reading) {
    Record record = reading.record(InteractionKind::follow, *notice.created_at);
    record.profile = sighting_of(notice.profile, *notice.created_at, directory, reading);
    record.to_profile_remote_id = ours;
    record.remote_id = record.profile.remote_id + "#follows:" + to_text(*notice.created_at);
    reading.interaction(std::move(record), notice.at);
}

void read_notice(const Notice& notice, const std::string& ours, const Directory& directory, Reading& reading) {
    const std::string_view type = notice.type;
    if (type.starts_with("admin.") || type == "follow_request" || type == "moderation_warning" ||
        type == "severed_relationships" || type == "annual_report") {
        reading.sink().skip(notice.at, "a notification of the server's own affairs");
    } else if (type == "mention" && is_post(notice.post)) {
        read_post(notice.post, {true, ours}, directory, reading);
    } else if (tells_of_our_post(notice) || type == "follow") {
        if (!notice.created_at || !is_profile(notice.profile)) {
            reading.sink().reject(
                notice.created_at ? notice.profile : notice.at["created_at"],
                "This notification does not say who acted, or when: it is no whole answer of a server.");
        } else if (type == "follow") {
            read_follow(notice, ours, directory, reading);
        } else {
            const bool reshared = type == "reblog";
            read_act_on_post(notice, reshared ? InteractionKind::reshare : InteractionKind::reaction, directory,
                             reading);
        }
    } else if (is_post(notice.post)) {
        read_post(notice.post, {}, directory, reading);
    } else {
        reading.sink().skip(notice.at, "a notification without a post");
    }
}

using ByNumber = std::unordered_map<std::string, Payload>;

ByNumber by_number(const Payload& list) {
    ByNumber found;
    list.each([&](const Payload& value) { found.emplace(value["id"].text(), value); });
    return found;
}

/// A group as the newest of its acts. Those of the others happened at times that nobody tells.
Notice newest_of(const Payload& group, const ByNumber& profiles, const ByNumber& posts) {
    const auto profile = profiles.find(group["sample_account_ids"].first().text());
    const auto post = posts.find(group["status_id"].text());
    return {group, group["type"].view(), group["latest_page_notification_at"].instant(),
            profile == profiles.end() ? group["nobody"] : profile->second,
            post == posts.end() ? group["nothing"] : post->second};
}

void read_groups(const Payload& page, const Directory& directory, Reading& reading) {
    const ByNumber profiles = by_number(page["accounts"]);
    const ByNumber posts = by_number(page["statuses"]);
    std::vector<Notice> notices;
    page["notification_groups"].each(
        [&](const Payload& group) { notices.push_back(newest_of(group, profiles, posts)); });
    if (notices.empty()) {
        reading.sink().skip(page, "a page without notifications");
    }
    const std::string ours = tell_ours(find_ours(notices, page), directory, reading);
    for (const Notice& notice : notices) {
        read_notice(notice, ours, directory, reading);
        bool newest = true;
        notice.at["sample_account_ids"].each([&](const Payload& number) {
            const auto profile = profiles.find(number.text());
            if (!newest && profile != profiles.end() && notice.created_at && is_profile(profile->second)) {
                reading.sink().profile(sighting_of(profile->second, *notice.created_at, directory, reading));
            }
            newest = false;
        });
    }
}

/// Reads one conversation. `accounts` are its other sides: who writes in it without being one of them is ours, and whom
/// the others mention beside them is ours too.
void read_conversation(const Payload& conversation, const Directory& directory, Reading& reading) {
    const Payload post = conversation["last_status"];
    if (!is_post(post)) {
        reading.sink().skip(conversation, "a conversation without its last post");
        return;
    }
    std::set<std::string> others = {conversation["account"]["id"].text()};
    conversation["accounts"].each([&](const Payload& profile) { others.insert(profile["id"].text()); });
    if (!others.contains(post["account"]["id"].text())) {
        tell_ours(post["account"], directory, reading);
        const Payload other = conversation["accounts"].first();
        read_post(post, {true, other.exists() ? directory.profile_uri(other) : std::string()}, directory, reading);
        return;
    }
    Payload ours = conversation["nobody"];
    int count = 0;
    post["mentions"].each([&](const Payload& mention) {
        if (!others.contains(mention["id"].text())) {
            ours = mention;
            ++count;
        }
    });
    const std::string uri = count == 1 ? tell_ours(ours, directory, reading) : std::string();
    read_post(post, {true, uri}, directory, reading);
}

}  // namespace

bool is_notification(const Payload& value) {
    return value["type"].is_text() && value["created_at"].is_text() && is_profile(value["account"]) &&
           !value["content"].exists();
}

void read_notifications(const Payload& document, const Directory& directory, Reading& reading) {
    if (document["notification_groups"].is_array()) {
        read_groups(document, directory, reading);
        return;
    }
    std::vector<Notice> notices;
    if (document.is_array()) {
        document.each([&](const Payload& value) { notices.push_back(single(value)); });
    } else {
        notices.push_back(single(document));
    }
    const std::string ours = tell_ours(find_ours(notices, document), directory, reading);
    for (const Notice& notice : notices) {
        read_notice(notice, ours, directory, reading);
    }
}

void read_conversations(const Payload& document, const Directory& directory, Reading& reading) {
    if (document.is_array()) {
        document.each([&](const Payload& conversation) { read_conversation(conversation, directory, reading); });
    } else {
        read_conversation(document, directory, reading);
    }
}

}  // namespace fanal::importers::mastodon
