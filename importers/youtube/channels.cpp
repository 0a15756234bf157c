#include "importers/youtube/resources.hpp"

namespace fanal::importers::youtube {
namespace {

std::string without_at(std::string handle) {
    handle.erase(0, handle.starts_with('@') ? 1 : 0);
    return handle;
}

}  // namespace

void read_video(const Payload& video, Reading& reading) {
    const Payload snippet = video["snippet"];
    const std::string id = video["id"].text();
    const auto published_at = snippet["publishedAt"].instant();
    if (!snippet.is_object() || id.empty()) {
        reading.sink().skip(video, "a video without its snippet");
        return;
    }
    if (!published_at) {
        reading.sink().reject(snippet["publishedAt"],
                              "This video has no publishedAt that is a time: ask the API for the whole snippet.");
        return;
    }
    Record record = reading.record(InteractionKind::post, *published_at);
    record.remote_id = id;
    record.profile.remote_id = snippet["channelId"].text();
    record.profile.display_name = snippet["channelTitle"].text();
    record.text = snippet["title"].text();
    if (const std::string_view description = snippet["description"].view(); !description.empty()) {
        record.text += (record.text.empty() ? "" : "\n\n") + std::string(description);
    }
    const Payload spoken = snippet["defaultAudioLanguage"];
    record.language = spoken.exists() ? spoken.text() : snippet["defaultLanguage"].text();
    record.url = "https://www.youtube.com/watch?v=" + id;
    record.is_private = video["status"]["privacyStatus"].view() == "private";
    reading.interaction(std::move(record), snippet, video);
}

void read_channel(const Payload& channel, Reading& reading) {
    const std::string id = channel["id"].text();
    const Payload snippet = channel["snippet"];
    // An update answers with the branding alone.
    const Payload names = snippet.is_object() ? snippet : channel["brandingSettings"]["channel"];
    if (id.empty() || !names["title"].is_text()) {
        reading.sink().skip(channel, "a channel without its name");
        return;
    }
    ProfileSighting sighting = reading.profile(id, reading.origin().imported_at);
    sighting.display_name = names["title"].text();
    sighting.handle = without_at(names["customUrl"].text());
    sighting.place = names["country"].text();
    sighting.bio = names["description"].text();
    sighting.url = "https://www.youtube.com/channel/" + id;
    sighting.avatar_url = names["thumbnails"]["default"]["url"].text();
    const Payload statistics = channel["statistics"];
    if (!statistics["hiddenSubscriberCount"].boolean()) {
        sighting.followers_count = statistics["subscriberCount"].count();
    }
    if (reading.origin().request_path.find("mine=true") != std::string_view::npos) {
        reading.account(id, sighting.handle, sighting.display_name);
    }
    reading.sink().profile(std::move(sighting));
}

void read_follow(const Payload& resource, Reading& reading) {
    const Payload snippet = resource["snippet"];
    const Payload follower = resource["subscriberSnippet"];
    const auto published_at = snippet["publishedAt"].instant();
    const std::string target = snippet["resourceId"]["channelId"].text();
    const std::string actor =
        follower["channelId"].exists() ? follower["channelId"].text() : snippet["channelId"].text();
    if (target.empty() || actor.empty() || !published_at) {
        reading.sink().skip(resource, "a subscription that does not say who follows whom since when");
        return;
    }
    Record record = reading.record(InteractionKind::follow, *published_at);
    record.profile.remote_id = actor;
    record.profile.display_name = follower["title"].text();
    record.profile.bio = follower["description"].text();
    record.to_profile_remote_id = target;
    reading.interaction(std::move(record), snippet, resource);
}

void read_member(const Payload& member, Reading& reading) {
    const Payload snippet = member["snippet"];
    const Payload details = snippet["memberDetails"];
    reading.account(snippet["creatorChannelId"].text());
    if (details["channelId"].text().empty()) {
        reading.sink().skip(member, "a member without a channel");
        return;
    }
    ProfileSighting sighting = reading.profile(details["channelId"].text(), reading.origin().imported_at);
    sighting.display_name = details["displayName"].text();
    sighting.url = details["channelUrl"].text();
    sighting.avatar_url = details["profileImageUrl"].text();
    reading.sink().profile(std::move(sighting));
}

}  // namespace fanal::importers::youtube
