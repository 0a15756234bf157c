#include "importers/x/telling.hpp"

#include <algorithm>

#include "importers/html_entities.hpp"
#include "importers/x/ids.hpp"

namespace fanal::importers::x {
namespace {

/// Ids grow: of two, the shorter one is older, or else the one that is less.
bool is_older(const std::string& one, const std::string& other) {
    return one.size() != other.size() ? one.size() < other.size() : one < other;
}

bool is_same_handle(std::string_view one, std::string_view other) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return std::equal(one.begin(), one.end(), other.begin(), other.end(),
                      [&](char a, char b) { return lower(a) == lower(b); });
}

/// "RT @ana: some words", by which a reshare shows where the form has no room for the post itself.
struct PassedOn {
    std::string_view handle;
    std::string_view words;
};

std::optional<PassedOn> passed_on(std::string_view text) {
    constexpr std::string_view opening = "RT @";
    const std::size_t colon = text.starts_with(opening) ? text.find(": ", opening.size()) : std::string_view::npos;
    if (colon == std::string_view::npos) {
        return std::nullopt;
    }
    const std::string_view handle = text.substr(opening.size(), colon - opening.size());
    const bool sound = !handle.empty() && std::all_of(handle.begin(), handle.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
    });
    return sound ? std::optional(PassedOn{handle, text.substr(colon + 2)}) : std::nullopt;
}

void set_target(Named&& target, Record& record) {
    const bool own = !target.id.empty() && target.id == record.profile.remote_id;
    if (!own) {
        record.to_profile_remote_id = std::move(target.id);
        record.to_handle = std::move(target.handle);
    }
}

void set_reshared(Telling& telling, const std::optional<PassedOn>& passed, Record& record) {
    record.kind = InteractionKind::reshare;
    Named& author = telling.reshared.author;
    if (passed && author.id.empty()) {
        author = is_same_handle(telling.mentioned.handle, passed->handle) ? std::move(telling.mentioned)
                                                                          : Named{{}, std::string(passed->handle)};
    }
    record.text = passed && telling.reshared.id.empty() ? plain(passed->words) : std::string();
    record.post_remote_id = record.in_reply_to_remote_id = std::move(telling.reshared.id);
    set_target(std::move(author), record);
}

/// What kind of post it is, below which other one it stands, and for whom it is.
void set_place(Telling& telling, Record& record) {
    const auto passed = telling.answered.id.empty() ? passed_on(telling.text) : std::nullopt;
    if (passed || !telling.reshared.id.empty()) {
        set_reshared(telling, passed, record);
        return;
    }
    const std::vector<std::string>& versions = telling.version_ids;
    const bool own_top = telling.top_id.empty() || telling.top_id == telling.id ||
                         std::find(versions.begin(), versions.end(), telling.top_id) != versions.end();
    if (!telling.answered.id.empty() || !own_top) {
        record.kind = InteractionKind::comment;
        record.in_reply_to_remote_id = std::move(telling.answered.id);
        record.post_remote_id = own_top ? std::string() : std::move(telling.top_id);
        set_target(std::move(telling.answered.author), record);
    } else if (!telling.quoted.id.empty()) {
        record.kind = InteractionKind::quote;
        record.post_remote_id = record.in_reply_to_remote_id = std::move(telling.quoted.id);
        set_target(std::move(telling.quoted.author), record);
    } else {
        // Who begins with a name speaks to that one.
        const bool spoken_to = !telling.answered.author.id.empty();
        set_target(std::move(spoken_to ? telling.answered.author : telling.mentioned), record);
    }
    record.text = plain(telling.text);
}

}  // namespace

std::string language_said(std::string_view language) {
    const bool of_none = language == "und" || language == "zxx" || language == "art" ||
                         (language.size() == 3 && language.front() == 'q');
    return of_none ? std::string() : std::string(language);
}

std::string plain(std::string_view text) {
    return text.find('&') == std::string_view::npos ? std::string(text) : decode_entities(text);
}

std::optional<Instant> hand_over(const Payload& at, Telling&& telling, Reading& reading) {
    const std::vector<std::string>& versions = telling.version_ids;
    const auto oldest = std::min_element(versions.begin(), versions.end(), is_older);
    std::string first_id = oldest != versions.end() && is_older(*oldest, telling.id) ? *oldest : telling.id;
    const bool edited = first_id != telling.id;
    const auto version_at = telling.created_at ? telling.created_at : time_in(telling.id);
    if (!is_id(first_id) || !version_at) {
        reading.sink().reject(at, !is_id(first_id) ? "This post has no id that is a number: ask X for that field too."
                                                   : "This post has no created_at that is a time, and its id is too "
                                                     "old to tell: ask X for that field too.");
        return std::nullopt;
    }
    Record record = reading.record(InteractionKind::post, *version_at);
    if (edited) {
        record.occurred_at = std::min(time_in(first_id).value_or(*version_at), *version_at);
        record.edited_at = version_at;
    }
    record.profile = std::move(telling.profile);
    record.profile.observed_at = std::max(record.profile.observed_at, *version_at);
    set_place(telling, record);
    if (telling.version_ids.size() > 1 || edited) {
        std::copy_if(versions.begin(), versions.end(), std::back_inserter(record.alias_remote_ids),
                     [&](const std::string& id) { return id != first_id && is_id(id); });
    }
    record.language = language_said(telling.language);
    record.url = permalink(first_id);
    record.remote_id = std::move(first_id);
    record.is_private = telling.is_private;
    reading.interaction(std::move(record), at);
    return version_at;
}

}  // namespace fanal::importers::x
