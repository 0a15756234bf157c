#include "importers/instagram/people.hpp"

#include "importers/facebook/posts.hpp"
#include "importers/instagram/posts.hpp"
#include "models/ids.hpp"

namespace fanal::importers::instagram {
namespace {

bool is_asked_of(const Payload& profile) {
    return profile["mentioned_media"].is_object() || profile["mentioned_comment"].is_object() ||
           profile["business_discovery"].is_object();
}

/// Only one's own profile is answered with these.
bool is_own(const Payload& profile) {
    return is_asked_of(profile) || profile["account_type"].is_text() || profile["stories"].is_object() ||
           profile["tags"].is_object() || profile["live_media"].is_object();
}

bool has_facts(const Payload& profile) {
    return profile["username"].is_text() || profile["name"].is_text() || profile["biography"].is_text() ||
           profile["followers_count"].exists();
}

ProfileSighting sighting_of(const Payload& profile, const Reading& reading) {
    ProfileSighting sighting = reading.profile(profile["id"].text(), reading.origin().imported_at);
    sighting.handle = profile["username"].text();
    sighting.display_name = profile["name"].text();
    sighting.bio = profile["biography"].text();
    sighting.avatar_url = profile["profile_picture_url"].text();
    sighting.followers_count = profile["followers_count"].count();
    if (profile["website"].is_text() && !profile["website"].view().empty()) {
        sighting.links.push_back(profile["website"].text());
    }
    return sighting;
}

/// What was asked for with a profile; returns how many things there were.
int read_below(const Payload& profile, const ProfileSighting& owner, Reading& reading) {
    int count = 0;
    for (const char* const list : {"media", "stories", "live_media", "tags"}) {
        profile[list]["data"].each([&](const Payload& post) {
            ++count;
            read_post(post, {list == std::string_view("tags"), owner}, reading);
        });
    }
    if (const Payload post = profile["mentioned_media"]; post.is_object()) {
        ++count;
        read_post(post, {true, owner}, reading);
    }
    if (const Payload comment = profile["mentioned_comment"]; comment.is_object()) {
        ++count;
        read_mention(comment, owner, reading);
    }
    return count;
}

}  // namespace

ProfileSighting author_of(const Payload& value, Instant observed_at, const Reading& reading) {
    ProfileSighting author = reading.profile({}, observed_at);
    for (const char* const who : {"from", "user", "owner"}) {
        const Payload person = value[who];
        author.remote_id = author.remote_id.empty() ? person["id"].text() : author.remote_id;
        author.handle = author.handle.empty() ? person["username"].text() : author.handle;
    }
    if (const Payload handle = value["username"]; handle.is_text()) {
        author.handle = handle.text();
    }
    return author;
}

void tell_account(const ProfileSighting& ours, Reading& reading) {
    reading.account(ours.remote_id, ours.handle, ours.display_name);
    if (!ours.handle.empty()) {
        reading.account(remote_id_of_handle(ours.handle), ours.handle, ours.display_name);
    }
}

bool is_profile(const Payload& object) {
    const auto has = [&](const char* field) { return object[field].exists(); };
    return is_asked_of(object) ||
           (object["username"].is_text() && !has("text") && !has("timestamp") && !has("media_type") &&
            (has("follows_count") || has("media_count") || has("ig_id") || has("account_type") || has("biography") ||
             has("profile_picture_url")));
}

void read_profile(const Payload& profile, Reading& reading) {
    if (profile.depth() > facebook::depth_max) {
        reading.sink().skip(profile, "a profile inside too many others");
        return;
    }
    const ProfileSighting owner = sighting_of(profile, reading);
    if (is_own(profile)) {
        tell_account(owner, reading);
    }
    const int below = read_below(profile, owner, reading);
    const Payload discovered = profile["business_discovery"];
    if (has_facts(profile)) {
        reading.sink().profile(ProfileSighting(owner));
    } else if (below == 0 && !discovered.is_object()) {
        reading.sink().skip(profile, "a profile of which nothing is told");
    }
    if (discovered.is_object()) {
        read_profile(discovered, reading);
    }
}

}  // namespace fanal::importers::instagram
