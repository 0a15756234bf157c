#include "importers/facebook/ratings.hpp"

#include "importers/facebook/posts.hpp"
#include "importers/facebook/profiles.hpp"

namespace fanal::importers::facebook {
namespace {

bool is_story(const Payload& value) {
    const std::string_view type = value["type"].view();
    return type == "places.rates" || type == "sellers.rates";
}

Payload first_existing(const Payload& one, const Payload& other) {
    return one.exists() ? one : other;
}

}  // namespace

bool is_rating(const Payload& value) {
    const bool signs = value.has_any({"open_graph_story", "reviewer", "recommendation_type", "review_text"}) &&
                       (value["open_graph_story"].is_object() || value["reviewer"].is_object() ||
                        value["recommendation_type"].is_text() || value["review_text"].is_text());
    return signs || is_story(value);
}

std::string rating_in_words(const Payload& recommendation_type, const Payload& rating) {
    if (recommendation_type.is_text()) {
        std::string words = recommendation_type.text();
        for (char& c : words) {
            c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
        return words;
    }
    const std::string stars = rating.text();
    return stars.empty() ? stars : stars + (stars == "1" ? " star" : " stars");
}

void read_rating(const Payload& rating, const std::string& page_id, Reading& reading) {
    const Payload story = is_story(rating) ? rating : rating["open_graph_story"];
    const Payload data = story["data"];
    const Payload time = first_existing(rating["created_time"], story["start_time"]);
    const auto created_at = time.instant();
    if (!created_at) {
        reading.sink().reject(time,
                              "This rating has no created_time that is a time: ask the Graph API for that field too.");
        return;
    }
    Record record = reading.record(InteractionKind::mention, *created_at);
    record.remote_id = story["id"].text();
    record.profile = author_of(first_existing(rating["reviewer"], story["from"]), *created_at, reading);
    const Payload page = first_existing(data["generic_place"]["id"], data["seller"]["id"]);
    record.to_profile_remote_id = page.exists() ? page.text() : page_id;
    record.text = first_existing(rating["review_text"], first_existing(data["review_text"], story["message"])).text();
    record.language = data["language"].text();
    record.reaction = rating_in_words(first_existing(rating["recommendation_type"], data["recommendation_type"]),
                                      first_existing(rating["rating"], data["rating"]["value"]));
    const Place place{record.to_profile_remote_id, record.remote_id, {}, record.profile.remote_id};
    reading.interaction(std::move(record), story, rating);
    read_comments(story, place, reading);
}

}  // namespace fanal::importers::facebook
