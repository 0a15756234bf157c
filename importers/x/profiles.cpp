#include "importers/x/profiles.hpp"

#include "importers/x/ids.hpp"

namespace fanal::importers::x {
namespace {

Payload handle_in(const Payload& named) {
    const Payload handle = named["username"];
    return handle.is_text() ? handle : named["screen_name"];
}

/// The addresses behind the short ones, of the profile's own site and of its bio.
void add_links(const Payload& profile, std::vector<std::string>& links) {
    const Payload entities = profile["entities"];
    for (const char* const place : {"url", "description"}) {
        entities[place]["urls"].each([&](const Payload& address) {
            if (std::string whole = address["expanded_url"].text(); !whole.empty()) {
                links.push_back(std::move(whole));
            }
        });
    }
    const Payload own = profile["url"];
    if (links.empty() && !own.view().empty()) {
        links.push_back(own.text());
    }
}

}  // namespace

bool is_profile(const Payload& value) {
    return value["name"].is_text() && handle_in(value).is_text() && (value["id"].exists() || value["id_str"].is_text());
}

ProfileSighting sighting_of(const Payload& profile, Instant observed_at, const Reading& reading) {
    ProfileSighting sighting = reading.profile(id_of(profile), observed_at);
    sighting.handle = handle_in(profile).text();
    sighting.display_name = plain(profile["name"].view());
    sighting.place = plain(profile["location"].view());
    sighting.bio = plain(profile["description"].view());
    sighting.url = sighting.handle.empty() ? std::string() : "https://x.com/" + sighting.handle;
    const Payload avatar = profile["profile_image_url_https"];
    sighting.avatar_url = avatar.is_text() ? avatar.text() : profile["profile_image_url"].text();
    const Payload metrics = profile["public_metrics"];
    sighting.followers_count = (metrics.is_object() ? metrics : profile)["followers_count"].count();
    add_links(profile, sighting.links);
    return sighting;
}

void read_profile(const Payload& profile, Instant observed_at, Reading& reading) {
    ProfileSighting sighting = sighting_of(profile, observed_at, reading);
    if (is_id(sighting.remote_id)) {
        reading.sink().profile(std::move(sighting));
    } else {
        reading.sink().reject(profile, "This profile has no id that is a number: ask X for that field too.");
    }
}

Named first_mentioned(const Payload& mentions) {
    const Payload first = mentions.first();
    return {id_of(first), handle_in(first).text()};
}

}  // namespace fanal::importers::x
