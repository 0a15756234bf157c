#include "importers/reddit/things.hpp"

#include "importers/reddit/texts.hpp"

namespace fanal::importers::reddit {
namespace {

constexpr std::string_view nobody = "[deleted]";

/// "t1_dkk4qjd", from `name` or made of `id`.
std::string fullname_of(const Payload& data, std::string_view prefix) {
    if (const std::string_view name = data["name"].view(); name.starts_with(prefix)) {
        return std::string(name);
    }
    const std::string id = data["id"].text();
    return id.empty() || id.starts_with(prefix) ? id : std::string(prefix) + id;
}

/// Without its kind: "dkk4qjd".
std::string_view id_of(std::string_view fullname) {
    return fullname.substr(std::min(fullname.find('_') + 1, fullname.size()));
}

std::string_view author_of(const Payload& data) {
    const std::string_view name = data["author"].view();
    return name == nobody ? std::string_view() : name;
}

bool says_gone(std::string_view text) {
    return text == "[deleted]" || text == "[removed]";
}

bool is_gone(const Payload& data, const Payload& text) {
    return author_of(data).empty() && (says_gone(text.view()) || data["removed_by_category"].is_text());
}

void set_author(const Payload& data, Record& record) {
    const std::string_view name = author_of(data);
    if (name.empty()) {
        return;
    }
    record.profile.remote_id = name;
    record.profile.handle = name;
    record.profile.url = "https://www.reddit.com/user/" + std::string(name);
    record.profile.observed_at = version_at(record);
}

std::optional<Instant> created_at(const Payload& data) {
    const Payload seconds = data["created_utc"];
    return seconds.exists() ? seconds.instant() : std::nullopt;
}

/// A time, or `false`; old payloads say only `true`.
std::optional<Instant> edited_at(const Payload& data) {
    const Payload edited = data["edited"];
    return edited.exists() && !edited.boolean() ? edited.instant() : std::nullopt;
}

/// The post in the path of a comment of the inbox: "/r/x/comments/3tvngf/title/cx9lw9x?context=3".
std::string post_in_path(std::string_view path) {
    constexpr std::string_view before = "/comments/";
    const std::size_t at = path.find(before);
    if (at == std::string_view::npos) {
        return {};
    }
    path.remove_prefix(at + before.size());
    return "t3_" + std::string(path.substr(0, path.find('/')));
}

std::string post_of(const Payload& comment, std::string_view parent) {
    if (const Payload link = comment["link_id"]; link.is_text()) {
        return link.text();
    }
    return parent.starts_with("t3_") ? std::string(parent) : post_in_path(comment["context"].view());
}

/// Who wrote what a comment answers: whose inbox it came to, or as the document says elsewhere.
std::string answered_author(const Payload& comment, std::string_view parent, const Authors& authors) {
    if (const Payload receiver = comment["dest"]; receiver.is_text()) {
        return receiver.text();
    }
    if (const auto found = authors.find(parent); found != authors.end()) {
        return std::string(found->second);
    }
    const std::string_view name = parent.starts_with("t3_") ? comment["link_author"].view() : std::string_view();
    return name == nobody ? std::string() : std::string(name);
}

/// The crossposts' first original: without it the title cannot be compared.
bool is_passed_on_unchanged(const Payload& post) {
    const Payload original = post["crosspost_parent_list"].first();
    return original.is_object() && original["title"].view() == post["title"].view() && post["selftext"].view().empty();
}

std::string text_of_post(const Payload& post) {
    const Payload html = post["selftext_html"];
    std::string text = title_of(post["title"], html);
    std::string below = text_of(post["selftext"], html);
    if (const Payload link = post["url"]; below.empty() && link.is_text() && !post["is_self"].boolean()) {
        below = title_of(link, html);
    }
    return below.empty() ? text : text.empty() ? below : text + "\n\n" + below;
}

/// Hands over that a thing is gone, when it says so.
bool read_as_gone(const Payload& data, const Payload& text, const std::string& name, Reading& reading) {
    if (name.empty() || !is_gone(data, text)) {
        return false;
    }
    reading.sink().removal(reading.removal(name, reading.origin().imported_at));
    return true;
}

}  // namespace

bool is_comment(const Payload& data) {
    return data["body"].is_text() && data["parent_id"].is_text() &&
           (data["link_id"].view().starts_with("t3_") || data["was_comment"].boolean());
}

bool is_post(const Payload& data) {
    return data["title"].is_text() && data["subreddit"].is_text() && data["created_utc"].exists() &&
           (data["selftext"].is_text() || data["permalink"].is_text());
}

bool is_account(const Payload& data) {
    return data["name"].is_text() && data["link_karma"].exists() && data["comment_karma"].exists();
}

void read_comment(const Payload& data, Authors& authors, Reading& reading) {
    const std::string name = fullname_of(data, "t1_");
    const std::string_view parent = data["parent_id"].view();
    const auto occurred_at = created_at(data);
    if (read_as_gone(data, data["body"], name, reading)) {
        return;
    }
    if (name.empty() || parent.empty() || !occurred_at) {
        reading.sink().reject(data, "This comment has no name, no parent_id, or no created_utc that is a time.");
        return;
    }
    Record record = reading.record(InteractionKind::comment, *occurred_at);
    record.remote_id = name;
    record.edited_at = edited_at(data);
    set_author(data, record);
    authors.emplace(data["name"].view(), author_of(data));
    record.in_reply_to_remote_id = parent;
    record.post_remote_id = post_of(data, parent);
    record.to_profile_remote_id = answered_author(data, parent, authors);
    if (record.to_profile_remote_id == record.profile.remote_id) {
        record.to_profile_remote_id.clear();
    }
    if (data["dest"].is_text()) {
        reading.account(data["dest"].text(), data["dest"].text());
    }
    record.text = text_of(data["body"], data["body_html"]);
    record.url = "https://www.reddit.com/comments/" + std::string(id_of(record.post_remote_id)) + "/_/" +
                 std::string(id_of(name));
    reading.interaction(std::move(record), data);
}

void read_post(const Payload& data, Authors& authors, Reading& reading) {
    const std::string name = fullname_of(data, "t3_");
    const auto occurred_at = created_at(data);
    if (read_as_gone(data, data["selftext"], name, reading)) {
        return;
    }
    if (name.empty() || !occurred_at) {
        reading.sink().reject(data, "This post has no name, or no created_utc that is a time.");
        return;
    }
    Record record = reading.record(InteractionKind::post, *occurred_at);
    record.remote_id = name;
    record.edited_at = edited_at(data);
    set_author(data, record);
    authors.emplace(data["name"].view(), author_of(data));
    if (const Payload original = data["crosspost_parent"]; original.is_text()) {
        record.kind = is_passed_on_unchanged(data) ? InteractionKind::reshare : InteractionKind::quote;
        record.in_reply_to_remote_id = record.post_remote_id = original.view();
        record.to_profile_remote_id = author_of(data["crosspost_parent_list"].first());
    }
    if (record.kind != InteractionKind::reshare) {
        record.text = text_of_post(data);
    }
    record.url = "https://www.reddit.com/comments/" + std::string(id_of(name));
    reading.interaction(std::move(record), data);
}

void read_message(const Payload& data, Reading& reading) {
    const std::string name = fullname_of(data, "t4_");
    const std::string receiver = data["dest"].text();
    const auto occurred_at = created_at(data);
    if (name.empty() || receiver.empty() || !occurred_at) {
        reading.sink().reject(data, "This message has no name, no dest, or no created_utc that is a time.");
        return;
    }
    Record record = reading.record(InteractionKind::message, *occurred_at);
    record.remote_id = name;
    set_author(data, record);
    record.to_profile_remote_id = receiver;
    record.in_reply_to_remote_id = data["parent_id"].text();
    const std::string subject = title_of(data["subject"], data["body_html"]);
    record.text = text_of(data["body"], data["body_html"]);
    // An answer repeats the subject.
    if (!subject.empty() && record.in_reply_to_remote_id.empty()) {
        record.text = subject + "\n\n" + record.text;
    }
    reading.interaction(std::move(record), data);
}

void read_account(const Payload& data, Reading& reading) {
    ProfileSighting sighting = reading.profile(data["name"].text(), reading.origin().imported_at);
    if (sighting.remote_id.empty()) {
        reading.sink().reject(data, "This account has no name.");
        return;
    }
    const Payload page = data["subreddit"];
    sighting.handle = sighting.remote_id;
    sighting.display_name = page["title"].text();
    sighting.bio = page["public_description"].text();
    sighting.url = "https://www.reddit.com/user/" + sighting.remote_id;
    // What stands behind the question mark is a signature.
    const std::string_view picture = data["icon_img"].view();
    sighting.avatar_url = picture.substr(0, picture.find('?'));
    // Only one's own account tells of its inbox.
    if (data["has_mail"].exists()) {
        reading.account(sighting.remote_id, sighting.handle, sighting.display_name);
    }
    reading.sink().profile(std::move(sighting));
}

}  // namespace fanal::importers::reddit
