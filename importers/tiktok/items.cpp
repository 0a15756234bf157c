#include "importers/tiktok/items.hpp"

#include <algorithm>
#include <vector>

#include "importers/tiktok/profiles.hpp"

namespace fanal::importers::tiktok {
namespace {

/// An id; "0" stands for none.
std::string id_in(const Payload& value, std::initializer_list<std::string_view> keys) {
    std::string id = any_of(value, keys).text();
    return id == "0" ? std::string() : id;
}

/// Whom the text names first.
std::string mentioned_in(const Payload& mentions) {
    std::string found;
    mentions.each([&](const Payload& mention) {
        if (found.empty()) {
            found = id_in(mention, {"user_id", "userId", "UserId"});
        }
    });
    return found;
}

void set_mentioned(const Payload& item, Record& record) {
    record.to_profile_remote_id = mentioned_in(any_of(item, {"text_extra", "textExtra"}));
    if (record.to_profile_remote_id == record.profile.remote_id) {
        record.to_profile_remote_id.clear();
    }
}

std::string language_in(const Payload& value) {
    std::string language = value.text();
    return language == "un" ? std::string() : language;  // undetermined
}

/// What a comment answers: the comment that it is meant for, or the one at the top, or the video.
std::string answered_by(const Payload& comment, const std::string& video_id) {
    for (const std::string_view key : {"reply_to_reply_id", "reply_id", "parent_comment_id"}) {
        if (std::string id = id_in(comment, {key}); !id.empty()) {
            return id;
        }
    }
    return video_id;
}

ProfileSighting author_of(const Payload& comment, Instant occurred_at, const Reading& reading) {
    const Payload person = comment["user"];
    if (person.is_object()) {
        return sighting_of(person, occurred_at, reading);
    }
    // The Business API puts the person's members among the comment's; the Research API has none.
    return comment["user_id"].exists() ? sighting_of(comment, occurred_at, reading) : reading.profile({}, occurred_at);
}

void read_one_comment(const Payload& comment, Reading& reading) {
    const std::string id = id_in(comment, {"cid", "comment_id", "id"});
    const std::string video_id = id_in(comment, {"aweme_id", "video_id"});
    const auto occurred_at = comment["create_time"].instant();
    if (id.empty() || video_id.empty() || !occurred_at) {
        reading.sink().reject(comment,
                              "This comment has no id, no video, or no create_time that is a time: ask for "
                              "the fields id, video_id and create_time too.");
        return;
    }
    Record record = reading.record(InteractionKind::comment, *occurred_at);
    record.remote_id = id;
    record.profile = author_of(comment, *occurred_at, reading);
    record.post_remote_id = video_id;
    record.in_reply_to_remote_id = answered_by(comment, video_id);
    set_mentioned(comment, record);
    record.text = comment["text"].view();
    record.language = language_in(comment["comment_language"]);
    if (comment["owner"].boolean()) {
        reading.account(record.profile.remote_id, record.profile.handle, record.profile.display_name);
    }
    reading.interaction(std::move(record), comment);
}

/// The author of a video: an object, or beside it a handle and the id alone.
ProfileSighting author_of_video(const Payload& video, const Payload& item, Instant at, const Reading& reading) {
    const Payload person = any_of(video, {"author", "authorInfos"});
    if (person.is_object()) {
        ProfileSighting sighting = sighting_of(person, at, reading);
        const Payload followers = video["authorStats"]["followerCount"];
        sighting.followers_count = followers.exists() ? followers.count() : sighting.followers_count;
        return sighting;
    }
    ProfileSighting sighting = reading.profile(id_in(item, {"authorId", "author_user_id"}), at);
    sighting.handle = person.exists() ? person.text() : video["username"].text();
    return sighting;
}

bool is_private(const Payload& video, const Payload& item) {
    const Payload status = item["status"];
    const Payload person = any_of(video, {"author", "authorInfos"});
    return is_set(status["is_private"]) || status["private_status"].integer().value_or(0) > 0 ||
           is_set(item["secret"]) || is_set(any_of(person, {"secret", "isSecret", "privateAccount"}));
}

}  // namespace

bool is_comment(const Payload& value) {
    const bool named = value["cid"].exists() || value["comment_id"].exists() || value["parent_comment_id"].exists();
    return named && value["text"].is_text() && (value["aweme_id"].exists() || value["video_id"].exists());
}

bool is_video(const Payload& value) {
    if (value["itemInfos"].is_object()) {
        return true;
    }
    const bool in_app = value["aweme_id"].exists() && value["desc"].is_text();
    const bool on_site = value["createTime"].exists() && value["desc"].is_text() &&
                         (value["author"].exists() || value["video"].is_object());
    return in_app || on_site || (value["id"].exists() && value["video_description"].is_text());
}

bool is_profile(const Payload& value) {
    const Payload person = profile_in(value);
    const bool in_app = person["uid"].exists() && (person["unique_id"].is_text() || person["sec_uid"].is_text());
    const bool on_site = person["uniqueId"].is_text() && person["secUid"].is_text();
    return in_app || on_site || value["extraInfo"]["secUid"].is_text();
}

void read_comment(const Payload& comment, Reading& reading) {
    std::vector<Payload> waiting = {comment};
    while (!waiting.empty()) {
        const Payload at = waiting.back();
        waiting.pop_back();
        read_one_comment(at, reading);
        const std::size_t before = waiting.size();
        at["reply_comment"].each([&](const Payload& reply) { waiting.push_back(reply); });
        std::reverse(waiting.begin() + static_cast<std::ptrdiff_t>(before), waiting.end());
    }
}

void read_video(const Payload& video, Reading& reading) {
    const Payload item = video["itemInfos"].is_object() ? video["itemInfos"] : video;
    const std::string id = id_in(item, {"aweme_id", "id", "video_id"});
    const auto occurred_at = any_of(item, {"create_time", "createTime"}).instant();
    if (!id.empty() && is_set(item["status"]["is_delete"])) {
        reading.sink().removal(reading.removal(id, reading.origin().imported_at));
        return;
    }
    if (id.empty() || !occurred_at) {
        reading.sink().reject(video,
                              "This video has no id, or no create_time that is a time: ask for the fields id "
                              "and create_time too.");
        return;
    }
    Record record = reading.record(InteractionKind::post, *occurred_at);
    record.remote_id = id;
    record.profile = author_of_video(video, item, *occurred_at, reading);
    set_mentioned(video, record);
    record.text = any_of(item, {"desc", "text", "video_description", "title"}).text();
    record.language = language_in(item["desc_language"]);
    record.url = "https://m.tiktok.com/v/" + id + ".html";
    record.is_private = is_private(video, item);
    reading.interaction(std::move(record), item, video);
}

void read_profile(const Payload& value, Reading& reading) {
    ProfileSighting sighting = sighting_of(profile_in(value), reading.origin().imported_at, reading);
    if (sighting.remote_id.empty()) {
        reading.sink().skip(value, "a person without a numeric id");
        return;
    }
    if (const Payload followers = any_of(value, {"stats", "authorStats"})["followerCount"]; followers.exists()) {
        sighting.followers_count = followers.count();
    }
    if (!sighting.handle.empty()) {
        sighting.url = "https://www.tiktok.com/@" + sighting.handle;
    }
    reading.sink().profile(std::move(sighting));
}

}  // namespace fanal::importers::tiktok
