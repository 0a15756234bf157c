#include "importers/tiktok/profiles.hpp"

namespace fanal::importers::tiktok {
namespace {

/// The address of a picture, alone, in a list, or in {url_list}, without its signature.
std::string picture_of(const Payload& person) {
    const Payload picture = any_of(person, {"avatar_thumb", "avatarThumb", "covers", "avatar_url", "profile_image"});
    const Payload address = picture.is_text()    ? picture
                            : picture.is_array() ? picture.first()
                                                 : picture["url_list"].first();
    return std::string(address.view().substr(0, address.view().find('?')));
}

void add_links(const Payload& person, std::vector<std::string>& links) {
    if (const std::string_view handle = person["ins_id"].view(); !handle.empty()) {
        links.push_back("https://www.instagram.com/" + std::string(handle));
    }
    if (const std::string_view channel = person["youtube_channel_id"].view(); !channel.empty()) {
        links.push_back("https://www.youtube.com/channel/" + std::string(channel));
    }
    if (const std::string_view address = person["bioLink"]["link"].view(); !address.empty()) {
        links.emplace_back(address);
    }
}

/// The card of a person whom the site suggests: {title, link: "/@handle", extraInfo: {userId, fans}}.
ProfileSighting sighting_of_card(const Payload& card, Instant observed_at, const Reading& reading) {
    const Payload more = card["extraInfo"];
    ProfileSighting sighting = reading.profile(more["userId"].text(), observed_at);
    const std::string_view link = card["link"].view();
    sighting.handle = link.starts_with("/@") ? link.substr(2) : std::string_view();
    sighting.display_name = card["title"].view();
    sighting.bio = card["description"].view();
    sighting.followers_count = more["fans"].count();
    return sighting;
}

}  // namespace

Payload any_of(const Payload& value, std::initializer_list<std::string_view> keys) {
    for (const std::string_view key : keys) {
        if (Payload member = value[key]; member.exists()) {
            return member;
        }
    }
    return value["nothing"];
}

bool is_set(const Payload& value) {
    return value.boolean() || value.integer() == 1;
}

Payload profile_in(const Payload& value) {
    const Payload inside = any_of(value, {"user_info", "user"});
    return inside.is_object() ? inside : value;
}

ProfileSighting sighting_of(const Payload& person, Instant observed_at, const Reading& reading) {
    if (person["extraInfo"].is_object()) {
        return sighting_of_card(person, observed_at, reading);
    }
    std::string id = any_of(person, {"uid", "userId", "user_id", "id"}).text();
    ProfileSighting sighting = reading.profile(id == "0" ? std::string() : std::move(id), observed_at);
    sighting.handle = any_of(person, {"unique_id", "uniqueId", "username"}).text();
    sighting.display_name = any_of(person, {"nickname", "nickName", "display_name"}).text();
    sighting.bio = any_of(person, {"signature", "bio_description"}).text();
    sighting.avatar_url = picture_of(person);
    if (const auto count = any_of(person, {"follower_count", "followerCount"}).integer(); count.value_or(0) > 0) {
        sighting.followers_count = count;
    }
    add_links(person, sighting.links);
    return sighting;
}

}  // namespace fanal::importers::tiktok
