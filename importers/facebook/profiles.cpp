#include "importers/facebook/profiles.hpp"

#include <algorithm>
#include <array>

namespace fanal::importers::facebook {
namespace {

std::string place_of(const Payload& profile) {
    const Payload location = profile["location"];
    const std::string city = location["city"].is_text() ? location["city"].text() : location["name"].text();
    const std::string country = location["country"].text();
    return city.empty() || country.empty() ? city + country : city + ", " + country;
}

/// Fans of a page, by the field's several names. A number of people who only like it is not one of followers, but all
/// that old answers give.
std::optional<std::int64_t> followers_of(const Payload& profile) {
    for (const char* const field : {"followers_count", "fan_count", "likes"}) {
        if (const auto count = profile[field].count()) {
            return count;
        }
    }
    return std::nullopt;
}

}  // namespace

ProfileSighting author_of(const Payload& from, Instant observed_at, const Reading& reading) {
    ProfileSighting author = reading.profile(from["id"].text(), observed_at);
    author.display_name = from["name"].text();
    author.handle = from["username"].text();
    author.url = from["link"].text();
    const Payload picture = from["picture"];
    author.avatar_url = picture.is_text() ? picture.text() : picture["data"]["url"].text();
    return author;
}

void read_reactors(const Payload& post, Instant observed_at, const Reading& reading) {
    static constexpr std::array<std::string_view, 11> lists = {"reactions", "likes", "like",     "love", "wow",  "haha",
                                                               "sad",       "angry", "thankful", "care", "pride"};
    if (!post.has_any(lists)) {
        return;
    }
    for (const std::string_view list : lists) {
        post[list]["data"].each([&](const Payload& reactor) {
            if (!reactor["id"].text().empty()) {
                reading.sink().profile(author_of(reactor, observed_at, reading));
            }
        });
    }
}

bool is_profile(const Payload& value, bool listed) {
    if (value["id"].text().empty() || !value["name"].is_text()) {
        return false;
    }
    const bool listed_person =
        listed && !value.has_any({"created_time", "start_time", "email", "permission", "app_id", "member_count",
                                  "privacy", "owner", "location_id", "type", "description"});
    const bool signs = value["picture"]["data"]["url"].is_text() ||
                       value.has_any({"first_name", "short_name", "name_format", "fan_count", "followers_count",
                                      "category", "username", "tasks", "profile_type", "category_list"});
    return listed_person || (signs && !value.has_any({"created_time", "start_time"}));
}

bool is_reactor(const Payload& value) {
    constexpr std::array<std::string_view, 11> types = {"LIKE",  "LOVE",  "WOW",  "HAHA",     "SAD",  "SORRY",
                                                        "ANGRY", "ANGER", "CARE", "THANKFUL", "PRIDE"};
    return value["id"].exists() && !value["created_time"].exists() &&
           std::find(types.begin(), types.end(), value["type"].view()) != types.end();
}

void read_profile(const Payload& profile, Reading& reading) {
    ProfileSighting sighting = author_of(profile, reading.origin().imported_at, reading);
    sighting.place = place_of(profile);
    sighting.bio = profile["about"].text();
    sighting.followers_count = followers_of(profile);
    if (profile["website"].is_text()) {
        sighting.links.push_back(profile["website"].text());
    }
    if (profile["access_token"].is_text() || profile["tasks"].is_array()) {
        reading.account(sighting.remote_id, sighting.handle, sighting.display_name);
    }
    reading.sink().profile(std::move(sighting));
}

}  // namespace fanal::importers::facebook
