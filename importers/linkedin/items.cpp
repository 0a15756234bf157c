#include "importers/linkedin/items.hpp"

#include <algorithm>

namespace fanal::importers::linkedin {
namespace {

std::optional<Instant> created_at(const Payload& item) {
    for (const Payload& at : {item["created"]["time"], item["createdAt"], item["publishedAt"]}) {
        if (at.exists()) {
            return at.instant();
        }
    }
    return std::nullopt;
}

void set_edited(const Payload& item, Record& record) {
    const Payload inner = item["lastModified"]["time"];
    const auto modified_at = (inner.exists() ? inner : item["lastModifiedAt"]).instant();
    if (modified_at && *modified_at > record.occurred_at) {
        record.edited_at = modified_at;
    }
}

/// {localized: {"fr_FR": "Ana"}}, or the text as it stands.
std::string localized(const Payload& name) {
    std::string found = name.text();
    name["localized"].each_member([&](std::string_view, const Payload& text) {
        if (found.empty()) {
            found = text.text();
        }
    });
    return found;
}

/// The name of a person or a page, as the decoration of a URN brings it; "LinkedIn Member" is nobody's.
std::string name_in(const Payload& person) {
    for (const std::string_view key : {"localizedName", "name"}) {
        if (std::string name = localized(person[key]); !name.empty()) {
            return name;
        }
    }
    const Payload first = person["localizedFirstName"];
    const Payload last = person["localizedLastName"];
    std::string name = first.exists() ? first.text() : localized(person["firstName"]);
    const std::string surname = last.exists() ? last.text() : localized(person["lastName"]);
    name += (name.empty() || surname.empty() ? "" : " ") + surname;
    return name == "LinkedIn Member" ? std::string() : name;
}

void set_author(const Payload& urn, const Payload& decoration, Record& record) {
    record.profile.remote_id = urn.text();
    record.profile.observed_at = version_at(record);
    if (decoration.is_object()) {
        record.profile.handle = decoration["vanityName"].text();
        record.profile.display_name = name_in(decoration);
        record.profile.bio = localized(decoration["localizedHeadline"]);
    }
}

/// A page speaks through a person, its agent: only those who manage it see that.
void tell_ours(const Payload& item, const Payload& urn, Reading& reading) {
    if (item["agent"].is_text() && urn.view().starts_with("urn:li:organization:")) {
        reading.account(urn.text());
    }
}

/// Whom the text names first: {attributes: [{start, length, value: {….MemberAttributedEntity: {member}}}]}.
std::string mentioned_in(const Payload& message) {
    std::string found;
    message["attributes"].each([&](const Payload& attribute) {
        attribute["value"].each_member([&](std::string_view, const Payload& entity) {
            for (const std::string_view key : {"member", "company", "person", "organization"}) {
                if (found.empty()) {
                    found = entity[key].text();
                }
            }
        });
    });
    return found;
}

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return c >= 'A' && c <= 'Z' ? char(c + 32) : char(c); });
    return text;
}

Payload author_urn(const Payload& post) {
    return post["author"].exists() ? post["author"] : post["owner"];
}

bool is_private(const Payload& post) {
    const Payload visibility = post["visibility"];
    const Payload of_members = visibility["com.linkedin.ugc.MemberNetworkVisibility"];
    const std::string_view name = of_members.exists() ? of_members.view() : visibility.view();
    return name == "CONNECTIONS" || name == "CONTAINER";
}

/// "urn:li:share:1", also of a share that is named by its number.
std::string post_urn(const Payload& post) {
    const std::string id = post["id"].text();
    return id.empty() || id.starts_with("urn:") ? id : "urn:li:share:" + id;
}

/// The post that a post passes on.
std::string passed_on_by(const Payload& post) {
    for (const Payload& urn : {post["reshareContext"]["parent"], post["resharedShare"], post["originalShare"],
                               post["responseContext"]["parent"]}) {
        if (urn.is_text()) {
            return urn.text();
        }
    }
    return {};
}

}  // namespace

bool is_comment(const Payload& item) {
    return item["actor"].view().starts_with("urn:li:") && item["message"].is_object() &&
           (item["object"].is_text() || item["commentUrn"].is_text());
}

bool is_reaction(const Payload& item) {
    const bool typed = item["reactionType"].is_text() && item["id"].view().starts_with("urn:li:reaction:");
    const bool plain = item["actor"].view().starts_with("urn:li:") && item["object"].view().starts_with("urn:li:");
    return (typed || plain) && !item["message"].exists();
}

bool is_post(const Payload& item) {
    return author_urn(item).view().starts_with("urn:li:") && item["id"].exists() &&
           (item["commentary"].is_text() || item["specificContent"].is_object() || item["text"].is_object() ||
            item["lifecycleState"].is_text());
}

std::string text_in(const Payload& item) {
    const Payload text = item["text"];
    if (text.is_text()) {
        return text.text();
    }
    if (text.is_object()) {
        return text["text"].text();
    }
    const Payload commentary = item["commentary"];
    const Payload shared = item["specificContent"]["com.linkedin.ugc.ShareContent"]["shareCommentary"]["text"];
    return commentary.is_text() ? commentary.text() : shared.exists() ? shared.text() : item["message"]["text"].text();
}

void set_object(std::string_view urn, const PostNames& names, Record& record) {
    if (is_comment_urn(urn)) {
        record.in_reply_to_remote_id = comment_name(urn);
        record.post_remote_id = names.name(pair_in(urn).first);
    } else {
        record.in_reply_to_remote_id = record.post_remote_id = names.name(urn);
    }
}

void read_comment(const Payload& comment, const PostNames& names, Reading& reading) {
    const Payload own_urn = comment["commentUrn"].is_text() ? comment["commentUrn"] : comment["$URN"];
    const std::string number = comment["id"].text();
    const auto occurred_at = created_at(comment);
    if ((number.empty() && !own_urn.is_text()) || !occurred_at) {
        reading.sink().reject(comment, "This comment has no id, or no created.time that is a time.");
        return;
    }
    Record record = reading.record(InteractionKind::comment, *occurred_at);
    record.remote_id = comment_name(own_urn.is_text() ? own_urn.view() : std::string_view(number));
    set_edited(comment, record);
    set_author(comment["actor"], comment["actor~"], record);
    tell_ours(comment, comment["actor"], reading);
    const std::string_view post = pair_in(own_urn.view()).first;
    const Payload parent = comment["parentComment"];
    set_object(parent.is_text() ? parent.view() : comment["object"].view(), names, record);
    if (post.starts_with("urn:li:activity:") || record.post_remote_id.empty()) {
        record.post_remote_id = names.name(post);
    }
    if (!parent.is_text()) {
        record.in_reply_to_remote_id = record.post_remote_id;
    }
    record.to_profile_remote_id = mentioned_in(comment["message"]);
    record.text = text_in(comment);
    reading.interaction(std::move(record), comment);
}

Record reaction_of(const Payload& item, const PostNames& names, const Reading& reading) {
    Record record = reading.record(InteractionKind::reaction, {});
    const Payload id = item["id"].is_text() ? item["id"] : item["$URN"];
    const PairInUrn pair = pair_in(id.view());
    const Payload actor = item["actor"].is_text() ? item["actor"] : item["created"]["actor"];
    set_author(actor, item["actor~"], record);
    if (record.profile.remote_id.empty()) {
        record.profile.remote_id = pair.first;
    }
    const Payload object = item["object"].is_text() ? item["object"] : item["root"];
    set_object(pair.second.empty() ? object.view() : pair.second, names, record);
    const Payload type = item["reactionType"];
    record.reaction = type.is_text() ? lower(type.text()) : "like";
    return record;
}

void read_reaction(const Payload& reaction, const PostNames& names, Reading& reading) {
    const auto occurred_at = created_at(reaction);
    Record record = reaction_of(reaction, names, reading);
    if (!occurred_at || record.in_reply_to_remote_id.empty()) {
        reading.sink().reject(reaction, "This reaction does not say of what it is, or has no created.time.");
        return;
    }
    record.occurred_at = record.profile.observed_at = *occurred_at;
    tell_ours(reaction, reaction["actor"], reading);
    reading.interaction(std::move(record), reaction);
}

void read_post(const Payload& post, const PostNames& names, Reading& reading) {
    const std::string urn = post_urn(post);
    const auto occurred_at = created_at(post);
    const std::string_view state = post["lifecycleState"].view();
    if (state == "DRAFT" || state.starts_with("PUBLISH_")) {
        reading.sink().skip(post, "a post that is not published");
        return;
    }
    if (urn.empty() || !occurred_at) {
        reading.sink().reject(post, "This post has no id, or no created time.");
        return;
    }
    Record record = reading.record(InteractionKind::post, *occurred_at);
    record.remote_id = names.name(urn);
    if (record.remote_id != urn) {
        record.alias_remote_ids.push_back(urn);
    }
    set_edited(post, record);
    set_author(author_urn(post), post["author~"].exists() ? post["author~"] : post["owner~"], record);
    record.text = text_in(post);
    if (const std::string original = names.name(passed_on_by(post)); !original.empty()) {
        record.kind = record.text.empty() ? InteractionKind::reshare : InteractionKind::quote;
        record.in_reply_to_remote_id = record.post_remote_id = original;
    }
    record.url = "https://www.linkedin.com/feed/update/" + urn;
    record.is_private = is_private(post);
    reading.interaction(std::move(record), post);
}

}  // namespace fanal::importers::linkedin
