#include "importers/facebook/objects.hpp"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "importers/facebook/messages.hpp"
#include "importers/facebook/posts.hpp"
#include "importers/facebook/profiles.hpp"
#include "importers/facebook/ratings.hpp"

namespace fanal::importers::facebook {
namespace {

bool is_one_of(std::string_view name, std::initializer_list<std::string_view> names) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool has_lists(const Payload& object) {
    return object["comments"]["data"].is_array() || object["sharedposts"]["data"].is_array() ||
           object["reactions"]["data"].is_array() || object["likes"]["data"].is_array();
}

bool is_list_of_posts(const Edge& edge) {
    return is_one_of(edge.name, {"feed", "posts", "published_posts", "visitor_posts", "promotable_posts", "ads_posts",
                                 "tagged", "sharedposts", "scheduled_posts"});
}

bool is_list_of_people(const Edge& edge) {
    return is_one_of(edge.name,
                     {"likes", "reactions", "followers", "friends", "members", "roles", "blocked", "accounts"});
}

bool has_comment_signs(const Payload& object) {
    return object.has_any({"parent", "can_hide", "can_remove", "user_likes", "can_reply_privately", "comment_count",
                           "attachment", "object"}) ||
           object["permalink_url"].view().find("comment_id=") != std::string_view::npos;
}

bool has_post_signs(const Payload& object) {
    return object.has_any({"story", "status_type", "shares", "attachments", "is_published", "full_picture",
                           "tagged_time", "parent_id", "updated_time", "actions", "to"});
}

bool is_picture(const Payload& object) {
    return !object["id"].text().empty() &&
           object.has_any({"images", "format", "embed_html", "embeddable", "live_views", "album", "page_story_id"}) &&
           !object.has_any({"message", "story"});
}

/// A post and a comment can look the same: then a page's own id in front shows a post, and an author who is somebody
/// else a comment, because those are the fields that each list gives unasked.
Shape shape_of_text(const Payload& object) {
    if (has_comment_signs(object)) {
        return Shape::comment;
    }
    const std::string author = object["from"]["id"].text();
    const bool somebody_else = !author.empty() && head(object["id"].view()) != author;
    return !has_post_signs(object) && somebody_else && is_compound(object["id"].view()) ? Shape::comment : Shape::post;
}

PostRole role_of(const Payload& object, const Edge& edge) {
    if (edge.name == "sharedposts") {
        return PostRole::reshared;
    }
    if (edge.name == "tagged" || object["tagged_time"].exists()) {
        return PostRole::naming;
    }
    return is_one_of(edge.name, {"posts", "published_posts"}) ? PostRole::published : PostRole::own;
}

/// What the list tells of a comment's place: that of a post tells the post; that of a comment, the comment answered.
Place place_in(const Payload& comment, const Edge& edge) {
    Place place;
    if (edge.name == "comments" && is_compound(edge.object_id)) {
        const Permalink permalink = parse_permalink(comment["permalink_url"].view());
        const std::string id = comment["id"].exists() ? comment_id(comment["id"].text()) : permalink.comment_id;
        const bool of_post = head(id) == tail(edge.object_id);
        place.page_id = of_post ? std::string(head(edge.object_id)) : std::string();
        (of_post ? place.post_id : place.parent_id) = of_post ? edge.object_id : comment_id(edge.object_id);
    }
    return place;
}

/// The lists that a page may carry, named as their edges are.
constexpr std::array<std::string_view, 10> page_lists = {"feed",   "posts",      "published_posts", "visitor_posts",
                                                         "tagged", "ratings",    "conversations",   "photos",
                                                         "videos", "live_videos"};

/// Reads the lists inside a page; false when it has none.
bool read_lists(const Payload& page, Reading& reading) {
    bool any = false;
    if (!page.has_any(page_lists)) {
        return false;
    }
    for (const std::string_view list : page_lists) {
        page[list]["data"].each([&](const Payload& item) {
            any = true;
            if (item.depth() > depth_max) {
                reading.sink().skip(item, "an object inside too many others");
            } else {
                read_object(item, {page["id"].text(), std::string(list)}, reading);
            }
        });
    }
    return any;
}

std::string_view what_it_is(const Payload& object) {
    if (object.has_any({"start_time", "attending_count"})) {
        return "a date for which people meet";
    }
    if (object.has_any({"values", "insights", "video_insights"})) {
        return "statistics of a page or post";
    }
    const std::string_view link = object["link"].is_text() ? object["link"].view() : object["permalink_url"].view();
    if (link.find("/photos/") != std::string_view::npos || link.find("/videos/") != std::string_view::npos) {
        return "a photo or video without its page";
    }
    if (object["created_time"].exists() && object["name"].is_text()) {
        return "an album, a business or a group";
    }
    return "an object that is no post, comment, message, rating or page";
}

}  // namespace

Shape shape_of(const Payload& object, const Edge& edge) {
    if (is_conversation(object)) {
        return Shape::conversation;
    }
    if (is_message(object)) {
        return Shape::message;
    }
    if (is_rating(object)) {
        return Shape::rating;
    }
    if (edge.name == "comments") {
        return Shape::comment;
    }
    if (is_list_of_posts(edge)) {
        return Shape::post;
    }
    if (is_picture(object)) {
        return Shape::picture;
    }
    if (is_profile(object, is_list_of_people(edge)) || is_reactor(object)) {
        return Shape::profile;
    }
    const bool told =
        object["created_time"].exists() || object["tagged_time"].exists() || is_compound(object["id"].view());
    const bool text = object.has_any({"message", "story"}) && told;
    const bool bare_comment =
        has_comment_signs(object) && object["created_time"].exists() && object["from"].is_object();
    if (text || bare_comment) {
        return shape_of_text(object);
    }
    if (is_compound(object["id"].view()) && (object["created_time"].exists() || has_lists(object))) {
        return Shape::post;
    }
    return has_lists(object) ||
                   (object["created_time"].exists() && object["from"].is_object() && !object["name"].exists())
               ? Shape::picture
               : Shape::other;
}

void read_object(const Payload& object, const Edge& edge, Reading& reading) {
    const PostRole role = role_of(object, edge);
    switch (shape_of(object, edge)) {
        case Shape::post:
            read_post(object, role, edge.object_id, reading);
            break;
        case Shape::comment:
            read_comment(object, place_in(object, edge), reading);
            break;
        case Shape::picture:
            read_picture(object, reading);
            break;
        case Shape::message:
            read_message(object, {}, reading);
            break;
        case Shape::conversation:
            read_conversation(object, reading);
            break;
        case Shape::rating:
            read_rating(object, edge.name == "ratings" ? edge.object_id : std::string(), reading);
            break;
        case Shape::profile:
            read_profile(object, reading);
            read_lists(object, reading);
            break;
        case Shape::other:
            if (!read_lists(object, reading)) {
                reading.sink().skip(object, what_it_is(object));
            }
            break;
    }
}

Recognition recognise_object(const Payload& object) {
    const bool elsewhere = object.has_any({"media_type", "media_product_type", "ig_id", "follows_count", "caption",
                                           "is_reply", "text_post_app_id", "threads_profile_picture_url"}) ||
                           (object["timestamp"].exists() && !object["created_time"].exists()) ||
                           object["from"]["username"].exists() ||
                           object["participants"]["data"].first()["username"].exists();
    if (!object.is_object() || elsewhere) {
        return Recognition::no;
    }
    const std::string_view id = object["id"].view();
    const bool facebook_link = object["permalink_url"].view().starts_with("https://www.facebook.com/") ||
                               object["link"].view().starts_with("https://www.facebook.com/");
    const bool text = object.has_any({"message", "story", "from", "comments", "likes", "reactions", "created_time",
                                      "attachments", "message_tags", "tagged_time", "participants", "message_count"});
    const bool dated_by_somebody = object["created_time"].view().ends_with("+0000") && object["message"].is_text() &&
                                   object["from"]["id"].exists();
    const bool exchange = (is_message(object) || is_conversation(object)) && text;
    if ((is_compound(id) && text) || facebook_link || dated_by_somebody || is_rating(object) || exchange ||
        object["fan_count"].exists() || object["category_list"].is_array()) {
        return Recognition::certain;
    }
    const auto holds_ours = [&](std::string_view list) {
        const Payload item = object[list]["data"].first();
        return item.depth() < depth_max && recognise_object(item) == Recognition::certain;
    };
    if (object.has_any(page_lists) && std::any_of(page_lists.begin(), page_lists.end(), holds_ours)) {
        return Recognition::certain;
    }
    const Shape shape = shape_of(object, {});
    const bool number = !id.empty() && id.find_first_not_of("0123456789") == std::string_view::npos;
    return shape != Shape::other || (number && object.has_any({"name", "created_time", "creation_time", "description"}))
               ? Recognition::maybe
               : Recognition::no;
}

}  // namespace fanal::importers::facebook
