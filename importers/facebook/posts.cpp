#include "importers/facebook/posts.hpp"

#include "importers/facebook/profiles.hpp"

namespace fanal::importers::facebook {
namespace {

/// The page on which a post stands: the first half of its id, or whom an old answer says it was written to.
std::string page_of(const Payload& post) {
    const std::string id = post["id"].text();
    return is_compound(id) ? std::string(head(id)) : post["to"]["data"].first()["id"].text();
}

/// Whether a post or picture is not for everybody: not published, or for the author, friends or a chosen few.
bool is_private(const Payload& object) {
    const std::string_view audience = object["privacy"]["value"].view();
    const auto unpublished = [&](std::string_view name) { return object[name].exists() && !object[name].boolean(); };
    return unpublished("is_published") || unpublished("published") || (!audience.empty() && audience != "EVERYONE");
}

/// Turns a post into what it is in its list: a reshare of another, a quote of it, or a mention of a page.
void set_role(const Payload& post, PostRole role, const std::string& object_id, Record& record) {
    const std::string parent = post["parent_id"].text();
    const std::string original = role == PostRole::reshared && !object_id.empty() ? object_id : parent;
    if (role == PostRole::naming) {
        record.kind = InteractionKind::mention;
        record.to_profile_remote_id = object_id;
    } else if (role == PostRole::reshared || (!original.empty() && original != record.remote_id)) {
        record.kind = post["message"].view().empty() ? InteractionKind::reshare : InteractionKind::quote;
        record.in_reply_to_remote_id = original;
        record.post_remote_id = original;
        record.to_profile_remote_id = is_compound(original) ? std::string(head(original)) : std::string();
    }
}

/// What stands under a post; returns how many things there were.
int read_below(const Payload& post, const Place& place, Instant observed_at, Reading& reading) {
    int count = read_comments(post, place, reading);
    post["sharedposts"]["data"].each([&](const Payload& reshare) {
        ++count;
        read_post(reshare, PostRole::reshared, place.post_id, reading);
    });
    read_reactors(post, observed_at, reading);
    for (const char* const list : {"reactions", "likes"}) {
        post[list]["data"].each([&](const Payload&) { ++count; });
    }
    return count;
}

}  // namespace

void read_post(const Payload& post, PostRole role, const std::string& object_id, Reading& reading) {
    if (post.depth() > depth_max) {
        reading.sink().skip(post, "a post inside too many others");
        return;
    }
    const std::string id = post["id"].text();
    const std::string page = page_of(post);
    const bool has_text = post["message"].is_text() || post["story"].is_text();
    auto created_at = post["created_time"].instant();
    created_at = created_at || role != PostRole::naming ? created_at : post["tagged_time"].instant();
    // Only a page's own feed shows whose page it is: a fan's reshare carries the fan's id in front too.
    const bool on_page = role == PostRole::own || role == PostRole::published;
    ProfileSighting author = author_of(post["from"], created_at.value_or(reading.origin().imported_at), reading);
    if (author.remote_id.empty() && role == PostRole::published) {
        author.remote_id = page;
    }
    const Place place{on_page ? page : std::string(), id, {}, author.remote_id, is_private(post)};
    if (!created_at || id.empty()) {
        if (has_text && !id.empty()) {
            reading.sink().reject(
                post["created_time"],
                "This post has no created_time that is a time: ask the Graph API for that field too.");
        } else if (read_below(post, place, reading.origin().imported_at, reading) == 0) {
            reading.sink().skip(post, "a post without its text and time");
        }
        return;
    }
    Record record = reading.record(InteractionKind::post, *created_at);
    record.remote_id = id;
    record.profile = std::move(author);
    if (record.profile.remote_id != page) {
        record.to_profile_remote_id = page;
        // Somebody else's post on the page speaks to it. A post without an author may be the page's own.
        record.kind = record.profile.remote_id.empty() || page.empty() ? record.kind : InteractionKind::mention;
    } else if (role == PostRole::own) {
        reading.account(page, record.profile.handle, record.profile.display_name);
    }
    set_role(post, role, object_id, record);
    record.is_private = place.is_private;
    record.text = post["message"].is_text() ? post["message"].text() : post["story"].text();
    record.url = post["permalink_url"].text();
    reading.interaction(std::move(record), post);
    read_below(post, place, *created_at, reading);
}

void read_picture(const Payload& picture, Reading& reading) {
    const std::string author = picture["from"]["id"].text();
    const std::string bare_id = picture["id"].text();
    auto created_at = picture["created_time"].instant();
    created_at = created_at ? created_at : picture["creation_time"].instant();
    const Payload story = picture["page_story_id"];
    const std::string id = story.exists() ? story.text() : author.empty() ? std::string() : author + "_" + bare_id;
    const Place place{{}, id, {}, author, is_private(picture)};
    if (!created_at || id.empty() || bare_id.empty()) {
        if (read_below(picture, place, reading.origin().imported_at, reading) == 0) {
            reading.sink().skip(picture, "a photo or video without its page or time");
        }
        return;
    }
    Record record = reading.record(InteractionKind::post, *created_at);
    record.remote_id = id;
    record.profile = author_of(picture["from"], *created_at, reading);
    for (const char* const field : {"description", "title", "name"}) {
        record.text = record.text.empty() ? picture[field].text() : record.text;
    }
    record.is_private = place.is_private;
    const Payload link = picture["link"].is_text() ? picture["link"] : picture["permalink_url"];
    record.url = (link.view().starts_with('/') ? "https://www.facebook.com" : "") + link.text();
    reading.interaction(std::move(record), picture);
    read_below(picture, place, *created_at, reading);
}

int read_comments(const Payload& object, const Place& place, Reading& reading) {
    int count = 0;
    object["comments"]["data"].each([&](const Payload& comment) {
        ++count;
        read_comment(comment, place, reading);
    });
    return count;
}

}  // namespace fanal::importers::facebook
