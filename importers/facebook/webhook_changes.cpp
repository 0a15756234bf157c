#include <algorithm>
#include <array>

#include "importers/facebook/ids.hpp"
#include "importers/facebook/ratings.hpp"
#include "importers/facebook/webhook.hpp"

namespace fanal::importers::facebook {
namespace {

enum class Verb { add, edit, remove, moderate, unknown };

Verb verb_of(const Payload& value) {
    struct Named {
        std::string_view name;
        Verb verb;
    };
    constexpr std::array verbs = std::to_array<Named>({{"add", Verb::add},
                                                       {"edit", Verb::edit},
                                                       {"edited", Verb::edit},
                                                       {"update", Verb::edit},
                                                       {"remove", Verb::remove},
                                                       {"delete", Verb::remove},
                                                       {"hide", Verb::moderate},
                                                       {"unhide", Verb::moderate},
                                                       {"block", Verb::moderate},
                                                       {"unblock", Verb::moderate},
                                                       {"mute", Verb::moderate},
                                                       {"unmute", Verb::moderate}});
    const std::string_view name = value["verb"].view();
    const auto found = std::find_if(verbs.begin(), verbs.end(), [&](const Named& named) { return named.name == name; });
    return found == verbs.end() ? Verb::unknown : found->verb;
}

/// One change, with what every kind of change needs.
struct Change {
    Payload value;
    std::string page_id;
    Verb verb;
    Instant created_at;    ///< as told, or else when it was delivered
    Instant delivered_at;  ///< or else when it happened
    std::string post_id;
    std::string comment_id;
};

ProfileSighting author_of(const Change& change, const Reading& reading) {
    const Payload& value = change.value;
    const Payload from = value["from"];
    ProfileSighting author = reading.profile(from["id"].text(), change.created_at);
    author.display_name = from["name"].text();
    if (!author.remote_id.empty() && !author.display_name.empty()) {
        return author;
    }
    static constexpr std::pair<std::string_view, std::string_view> others[] = {
        {"sender_id", "sender_name"}, {"reviewer_id", "reviewer_name"}, {"user_id", "user_name"}};
    for (const auto& [id, name] : others) {
        author.remote_id = author.remote_id.empty() ? value[id].text() : author.remote_id;
        author.display_name = author.display_name.empty() ? value[name].text() : author.display_name;
    }
    return author;
}

/// A record of the change's author, dated; an edit is a newer version.
Record record_of(const Change& change, InteractionKind kind, Reading& reading) {
    Record record = reading.record(kind, change.created_at);
    record.profile = author_of(change, reading);
    if (change.verb == Verb::edit) {
        record.edited_at = std::max(change.created_at, change.delivered_at);
        record.profile.observed_at = *record.edited_at;
    }
    if (record.profile.remote_id == change.page_id) {
        reading.account(change.page_id, {}, record.profile.display_name);
    }
    record.text = change.value["message"].text();
    return record;
}

/// What is said once is removed for good, and was so by the time of the delivery.
void read_removal(const Payload& at, const std::string& id, const Change& change, Reading& reading) {
    if (id.empty()) {
        reading.sink().reject(at, "This removal does not say what was removed: its id is missing.");
        return;
    }
    reading.sink().removal(reading.removal(id, change.delivered_at));
}

void read_comment_change(const Change& change, Reading& reading) {
    const Payload& value = change.value;
    if (change.verb == Verb::remove) {
        read_removal(value["comment_id"], change.comment_id, change, reading);
        return;
    }
    Record record = record_of(change, InteractionKind::comment, reading);
    record.remote_id = change.comment_id;
    record.post_remote_id = change.post_id;
    const std::string parent = comment_id(value["parent_id"].text());
    const bool top =
        parent.empty() || parent == change.post_id || parent == tail(change.post_id) || parent == change.comment_id;
    record.in_reply_to_remote_id = top ? change.post_id : parent;
    if (top && record.profile.remote_id != change.page_id) {
        record.to_profile_remote_id = change.page_id;
    }
    record.url = value["permalink_url"].text();
    reading.interaction(std::move(record), value);
}

/// The id of a reshare of `post_id` by somebody else; empty for the page's own link, which has the reshare's number as
/// its own.
std::string reshare_of(const Change& change, const std::string& post_id, const Reading& reading) {
    std::string reshare = change.value["share_id"].text();
    const bool own =
        reshare.empty() || reshare == tail(post_id) || author_of(change, reading).remote_id == change.page_id;
    return own ? std::string() : reshare;
}

/// An entry of the feed, or a post or comment elsewhere that names the page.
void read_post_change(const Change& change, InteractionKind kind, Reading& reading) {
    const Payload& value = change.value;
    const std::string& id =
        kind == InteractionKind::mention && !change.comment_id.empty() ? change.comment_id : change.post_id;
    const std::string reshare = reshare_of(change, id, reading);
    if (change.verb == Verb::remove) {
        read_removal(value["post_id"], reshare.empty() ? id : reshare, change, reading);
        return;
    }
    if (id.empty()) {
        reading.sink().skip(value, "an album or another thing that is no post");
        return;
    }
    if (value["published"].integer() == 0) {
        reading.sink().skip(value, "a post that is not published");
        return;
    }
    Record record = record_of(change, kind, reading);
    record.remote_id = id;
    if (value["item"].view() == "event" && record.profile.remote_id.empty()) {
        record.profile.remote_id = change.page_id;  // nobody else can add one to a page
    }
    if (kind == InteractionKind::mention && id == change.comment_id) {
        record.post_remote_id = change.post_id;
        record.in_reply_to_remote_id = change.post_id;
    }
    if (!reshare.empty()) {
        record.kind = record.text.empty() ? InteractionKind::reshare : InteractionKind::quote;
        record.remote_id = reshare;
        record.post_remote_id = record.in_reply_to_remote_id = id;
    }
    if (record.profile.remote_id != change.page_id) {
        record.to_profile_remote_id = change.page_id;
        const bool spoken = record.kind == InteractionKind::post && !record.profile.remote_id.empty();
        record.kind = spoken ? InteractionKind::mention : record.kind;
    }
    record.text = record.text.empty() ? value["story"].text() : record.text;
    record.url = value["permalink_url"].text();
    reading.interaction(std::move(record), value);
}

/// A reaction or a like, of a comment, of a post, or of the page itself.
void read_reaction_change(const Change& change, Reading& reading) {
    const Payload& value = change.value;
    Record record = record_of(change, InteractionKind::reaction, reading);
    record.text.clear();
    record.edited_at.reset();  // another reaction takes the place of the one before: it is as old as its own act
    record.profile.observed_at = change.created_at;
    record.post_remote_id = change.post_id;
    record.in_reply_to_remote_id = change.comment_id.empty() ? change.post_id : change.comment_id;
    if (record.in_reply_to_remote_id.empty()) {
        record.kind = InteractionKind::follow;
        record.to_profile_remote_id = change.page_id;
    } else {
        record.reaction = value["reaction_type"].is_text() ? value["reaction_type"].text() : "like";
        std::transform(record.reaction.begin(), record.reaction.end(), record.reaction.begin(),
                       [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    }
    if (change.verb == Verb::remove) {
        reading.sink().removal(reading.removal(record, change.created_at));
    } else {
        reading.interaction(std::move(record), value);
    }
}

void read_rating_change(const Change& change, Reading& reading) {
    const Payload& value = change.value;
    const std::string id = value["open_graph_story_id"].text();
    if (change.verb == Verb::remove) {
        read_removal(value["open_graph_story_id"], id, change, reading);
        return;
    }
    Record record = record_of(change, InteractionKind::mention, reading);
    record.remote_id = id;
    record.to_profile_remote_id = change.page_id;
    record.text = value["review_text"].is_text() ? value["review_text"].text() : record.text;
    record.reaction = rating_in_words(value["recommendation_type"], value["rating"]);
    reading.interaction(std::move(record), value);
}

void dispatch(std::string_view field, const Change& change, Reading& reading) {
    constexpr std::array<std::string_view, 11> post_items = {"post",  "status", "photo", "video", "share", "event",
                                                             "album", "link",   "note",  "offer", "reel"};
    const std::string_view item = change.value["item"].view();
    if (field == "mention") {
        read_post_change(change, InteractionKind::mention, reading);
    } else if (item == "comment") {
        read_comment_change(change, reading);
    } else if (item == "reaction" || item == "like") {
        read_reaction_change(change, reading);
    } else if (field == "ratings") {
        read_rating_change(change, reading);
    } else if (std::find(post_items.begin(), post_items.end(), item) != post_items.end()) {
        read_post_change(change, InteractionKind::post, reading);
    } else {
        reading.sink().skip(change.value, "a change of something that is no post, comment, reaction or rating");
    }
}

/// The post of a comment, where the delivery leaves it out: the page's, by the first half of the comment's id.
std::string post_of(const Payload& value, const Entry& entry, const std::string& comment) {
    if (value["post_id"].exists()) {
        return value["post_id"].text();
    }
    if (value["open_graph_story_id"].exists()) {
        return value["open_graph_story_id"].text();
    }
    const std::string_view post = head(comment);
    return post.empty() || post == entry.page_id ? std::string() : entry.page_id + "_" + std::string(post);
}

}  // namespace

void read_change(const Payload& change, const Entry& entry, Reading& reading) {
    const std::string_view field = change["field"].view();
    const Payload value = change["value"];
    if (value["sender"].is_object() && value["recipient"].is_object()) {
        read_exchange(value, entry, reading);
        return;
    }
    if (field != "feed" && field != "mention" && field != "ratings") {
        reading.sink().skip(change, "a change of something that is no feed, mention, rating or message");
        return;
    }
    const Verb verb = verb_of(value);
    const auto told_at = value["created_time"].instant();
    const auto created_at = told_at ? told_at : entry.delivered_at;
    if (verb == Verb::moderate) {
        reading.sink().skip(value, "moderation: nothing was removed");
    } else if (verb == Verb::unknown) {
        reading.sink().skip(value, "a change with a verb that nobody here knows");
    } else if (!created_at) {
        reading.sink().reject(value["created_time"],
                              "This change has no created_time, and its entry no time: it cannot be dated.");
    } else {
        const std::string comment = comment_id(value["comment_id"].text());
        dispatch(field,
                 {value, entry.page_id, verb, *created_at, entry.delivered_at.value_or(*created_at),
                  post_of(value, entry, comment), comment},
                 reading);
    }
}

}  // namespace fanal::importers::facebook
