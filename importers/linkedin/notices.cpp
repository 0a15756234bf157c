#include "importers/linkedin/notices.hpp"

#include "importers/linkedin/items.hpp"

namespace fanal::importers::linkedin {
namespace {

/// What the notification shows of the comment or post that it tells of.
Payload shown_in(const Payload& notice) {
    const Payload shown = notice["decoratedGeneratedActivity"];
    for (const std::string_view key : {"comment", "share"}) {
        if (const Payload inside = shown[key]; inside.is_object()) {
            return inside;
        }
    }
    return shown;
}

std::string author_in(const Payload& shown) {
    for (const std::string_view key : {"actor", "owner", "author"}) {
        if (const Payload urn = shown[key]; urn.is_text()) {
            return urn.text();
        }
    }
    return {};
}

/// The record of the comment, reaction or post that a notification tells of.
struct Told {
    const Payload& notice;
    std::string_view action;
    std::string_view urn;     ///< of what was made
    std::string_view source;  ///< the post it was done to
    Instant told_at;
};

void set_author(const Payload& shown, Record& record) {
    record.profile.remote_id = author_in(shown);
    record.profile.observed_at = version_at(record);
}

void read_comment_notice(const Told& told, const PostNames& names, Reading& reading) {
    const Payload shown = shown_in(told.notice);
    const bool is_edit = told.action == "COMMENT_EDIT";
    const std::string name = comment_name(told.urn);
    Record record = reading.record(InteractionKind::comment, told.told_at);
    record.remote_id = name;
    if (is_edit) {
        record.occurred_at = made_at(name).value_or(told.told_at);
        record.edited_at = told.told_at;
    }
    set_author(shown, record);
    const Payload parent = shown["parentComment"];
    const std::string_view post = pair_in(told.urn).first;
    record.post_remote_id = names.name(post.starts_with("urn:li:activity:") ? post : told.source);
    record.in_reply_to_remote_id = parent.is_text() ? comment_name(parent.view()) : record.post_remote_id;
    // A page's administrators speak for it.
    if (told.action != "ADMIN_COMMENT") {
        record.to_profile_remote_id = told.notice["organizationalEntity"].text();
    } else if (record.profile.remote_id.empty()) {
        record.profile.remote_id = told.notice["organizationalEntity"].text();
    }
    record.text = text_in(shown);
    reading.interaction(std::move(record), shown, told.notice);
}

void read_reaction_notice(const Told& told, const PostNames& names, Reading& reading) {
    Record record = reading.record(InteractionKind::reaction, told.told_at);
    const PairInUrn pair = pair_in(told.urn);
    set_author(shown_in(told.notice), record);
    if (!pair.first.empty()) {
        record.profile.remote_id = pair.first;
    }
    set_object(pair.second.empty() ? told.source : pair.second, names, record);
    record.to_profile_remote_id = told.notice["organizationalEntity"].text();
    record.reaction = "like";
    reading.interaction(std::move(record), told.notice);
}

void read_post_notice(const Told& told, const PostNames& names, Reading& reading) {
    const Payload shown = shown_in(told.notice);
    Record record = reading.record(InteractionKind::mention, told.told_at);
    record.remote_id = names.name(told.urn);
    set_author(shown, record);
    record.to_profile_remote_id = told.notice["organizationalEntity"].text();
    record.text = text_in(shown);
    if (told.action == "SHARE") {
        record.kind = record.text.empty() ? InteractionKind::reshare : InteractionKind::quote;
        record.in_reply_to_remote_id = record.post_remote_id = names.name(told.source);
    }
    record.url = "https://www.linkedin.com/feed/update/" + std::string(told.urn);
    reading.interaction(std::move(record), shown, told.notice);
}

}  // namespace

bool is_notice(const Payload& value) {
    return value["organizationalEntity"].is_text() && value["action"].is_text() &&
           (value["generatedActivity"].exists() || value["sourcePost"].exists() || value["notificationId"].exists());
}

void read_notice(const Payload& notice, const PostNames& names, Reading& reading) {
    const std::string_view action = notice["action"].view();
    const auto told_at = notice["lastModifiedAt"].instant();
    reading.account(notice["organizationalEntity"].text());
    const bool of_comment = action == "COMMENT" || action == "ADMIN_COMMENT" || action == "COMMENT_EDIT";
    const bool of_post = action == "SHARE" || action == "SHARE_MENTION";
    if (!of_comment && !of_post && action != "LIKE" && action != "COMMENT_DELETE") {
        reading.sink().skip(notice, "a notification of another action");
        return;
    }
    const std::string_view urn = notice["generatedActivity"].view();
    const std::string_view source = notice["sourcePost"].view();
    if (!told_at || (action == "LIKE" ? urn.empty() && source.empty() : urn.empty())) {
        reading.sink().reject(notice, "This notification has no generatedActivity, or no lastModifiedAt.");
        return;
    }
    const Told told{notice, action, urn, source, *told_at};
    if (action == "COMMENT_DELETE") {
        reading.sink().removal(reading.removal(comment_name(urn), *told_at));
    } else if (of_comment) {
        read_comment_notice(told, names, reading);
    } else if (of_post) {
        read_post_notice(told, names, reading);
    } else {
        read_reaction_notice(told, names, reading);
    }
}

bool is_compliance_record(const Payload& value) {
    return value["resourceName"].is_text() && value["method"].is_text() && value["owner"].is_text() &&
           value["capturedAt"].exists();
}

void read_compliance_record(const Payload& value, const PostNames& names, Reading& reading) {
    const std::string_view resource = value["resourceName"].view();
    const Payload done = value["activity"];
    const bool of_comment = resource == "socialActions/comments";
    const bool of_reaction = resource == "socialActions/likes" || resource == "reactions";
    const bool of_post = resource == "ugcPosts" || resource == "shares" || resource == "posts";
    if (!of_comment && !of_reaction && !of_post) {
        reading.sink().skip(value, "an archived record of another kind");
        return;
    }
    if (value["method"].view() != "DELETE") {
        of_comment    ? read_comment(done, names, reading)
        : of_reaction ? read_reaction(done, names, reading)
                      : read_post(done, names, reading);
        return;
    }
    const auto removed_at = value["capturedAt"].instant();
    const std::string number = value["resourceId"].text();
    if (!removed_at || (of_reaction ? !is_reaction(done) : number.empty())) {
        reading.sink().reject(value, "This archived record does not say what was deleted, or when.");
    } else if (of_reaction) {
        reading.sink().removal(reading.removal(reaction_of(done, names, reading), *removed_at));
    } else {
        reading.sink().removal(reading.removal(of_comment ? comment_name(number) : names.name(number), *removed_at));
    }
}

}  // namespace fanal::importers::linkedin
