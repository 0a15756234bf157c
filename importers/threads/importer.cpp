#include "importers/threads/importer.hpp"

#include "importers/facebook/answers.hpp"
#include "importers/instagram/people.hpp"
#include "importers/threads/known_fields.hpp"
#include "importers/threads/posts.hpp"

namespace fanal::importers::threads {
namespace {

bool is_profile(const Payload& object) {
    return object["threads_profile_picture_url"].is_text() || object["threads_biography"].is_text();
}

bool is_own_paging(const Payload& document) {
    const Payload paging = document["paging"];
    return paging["next"].view().starts_with("https://graph.threads.net/") ||
           paging["previous"].view().starts_with("https://graph.threads.net/");
}

Recognition recognise(const Payload& document, const Origin& origin) {
    if (origin.request_path.find(" /api/v") != std::string_view::npos) {
        return Recognition::no;  // the Graph API has no such addresses
    }
    const Payload sample = facebook::sample_of(document);
    if (is_delivery(document) || is_own_paging(document) || is_post(sample) || is_profile(sample)) {
        return Recognition::certain;
    }
    return may_be_post(sample) ? Recognition::maybe : Recognition::no;
}

/// A profile is only ever one's own.
void read_profile(const Payload& object, Reading& reading) {
    ProfileSighting ours = reading.profile(object["id"].text(), reading.origin().imported_at);
    ours.handle = object["username"].text();
    ours.display_name = object["name"].text();
    ours.bio = object["threads_biography"].text();
    ours.avatar_url = object["threads_profile_picture_url"].text();
    instagram::tell_account(ours, reading);
    reading.sink().profile(std::move(ours));
}

void read_object(const Payload& object, const facebook::Edge& edge, Reading& reading) {
    if (is_profile(object)) {
        read_profile(object, reading);
    } else if (is_post(object) || may_be_post(object) || object["text"].is_text()) {
        read_post(object, edge, reading);
    } else {
        reading.sink().skip(object,
                            object["values"].is_array() ? "statistics" : "an object that is no post or profile");
    }
}

void read(const Payload& document, const Origin& origin, Sink& sink) {
    Reading reading("threads", known_fields, origin, sink);
    is_delivery(document) ? read_delivery(document, reading) : facebook::read_answer(document, read_object, reading);
}

}  // namespace

const Importer& importer() {
    static constexpr Importer threads{"threads", recognise, read};
    return threads;
}

}  // namespace fanal::importers::threads
