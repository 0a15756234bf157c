#include "importers/x/notices.hpp"

#include <algorithm>
#include <array>

#include "importers/x/ids.hpp"

namespace fanal::importers::x {
namespace {

/// {"scrub_geo": {"user_id": 1, …}} is known by the outer member and one of the inner ones.
struct Notice {
    const char* outer;
    const char* inner;
    std::string_view reason;  ///< empty: something is gone
};

constexpr std::array notices = std::to_array<Notice>({
    {"delete", "status", ""},
    {"delete", "tweet", ""},
    {"delete", "favorite", ""},
    {"limit", "track", "a word of the stream: it left posts out"},
    {"scrub_geo", "user_id", "a request to forget places"},
    {"scrub_geo", "user", "a request to forget places"},
    {"status_withheld", "id", "a post withheld in some countries"},
    {"user_withheld", "id", "a profile withheld in some countries"},
    {"user_withheld", "user", "a profile withheld in some countries"},
    {"withheld", "tweet", "a post withheld in some countries"},
    {"drop", "tweet", "a post hidden for a while"},
    {"undrop", "tweet", "a post shown again"},
    {"tweet_edit", "tweet", "a word of an edit, which comes by itself"},
    {"user_protect", "user", "a profile that became protected"},
    {"user_protect", "id", "a profile that became protected"},
    {"user_unprotect", "user", "a profile that became public"},
    {"user_unprotect", "id", "a profile that became public"},
    {"user_suspend", "user", "a profile suspended by X"},
    {"user_suspend", "id", "a profile suspended by X"},
    {"user_unsuspend", "user", "a profile no longer suspended"},
    {"user_unsuspend", "id", "a profile no longer suspended"},
    {"user_delete", "user", "a profile that was closed"},
    {"user_delete", "id", "a profile that was closed"},
    {"user_undelete", "user", "a profile that was opened again"},
    {"user_undelete", "id", "a profile that was opened again"},
    {"user_profile_modification", "user", "a profile that changed"},
    {"disconnect", "code", "a word of the stream: it ended"},
    {"warning", "code", "a word of the stream: a warning"},
    {"info", "activity_count", "a word of the stream: it ended"},
});

const Notice* notice_in(const Payload& value) {
    const auto fits = [&](const Notice& notice) {
        const Payload outer = value[notice.outer];
        return outer.is_object() && outer[notice.inner].exists();
    };
    const auto found = std::find_if(notices.begin(), notices.end(), fits);
    return found == notices.end() ? nullptr : &*found;
}

/// {"id": "1", "action": "delete", "reason": "deleted", "redacted_at": …}: a line of a finished job.
bool is_redaction(const Payload& value) {
    return value["action"].is_text() && value["reason"].is_text() && value["id"].exists();
}

/// The first of these that is there.
Payload one_of(const Payload& value, const char* first, const char* second) {
    const Payload found = value[first];
    return found.exists() ? found : value[second];
}

void read_redaction(const Payload& value, Reading& reading) {
    const std::string id = value["id"].text();
    const Payload at = value["redacted_at"];
    const auto removed_at = at.exists() ? at.instant() : reading.origin().imported_at;
    if (value["action"].view() != "delete") {
        reading.sink().skip(value, "a line of a job that removes nothing");
    } else if (!is_id(id) || !removed_at) {
        reading.sink().reject(value, "This removal does not say what is gone, or its time is none.");
    } else {
        reading.sink().removal(reading.removal(id, *removed_at));
    }
}

}  // namespace

bool is_notice(const Payload& value) {
    return value.is_object() && (notice_in(value) != nullptr || is_redaction(value));
}

void read_notice(const Payload& value, Reading& reading) {
    const Notice* const notice = notice_in(value);
    if (notice == nullptr) {
        read_redaction(value, reading);
    } else if (notice->reason.empty()) {
        read_removal(value[notice->outer], reading);
    } else {
        reading.sink().skip(value, notice->reason);
    }
}

void read_removal(const Payload& gone, Reading& reading) {
    const Payload at = one_of(gone, "timestamp_ms", "event_at");
    const auto removed_at = at.exists() ? at.instant() : reading.origin().imported_at;
    const Payload reaction = gone["favorite"];
    const std::string id = id_of(one_of(gone, "status", "tweet"));
    const std::string reacted_to = one_of(reaction, "tweet_id", "id").text();
    const bool told = reaction.is_object() ? is_id(reacted_to) && reaction["user_id"].exists() : is_id(id);
    if (!removed_at || !told) {
        reading.sink().reject(gone, "This removal does not say what is gone, or its time is none.");
    } else if (reaction.is_object()) {
        Record record = reading.record(InteractionKind::reaction, *removed_at);
        record.profile.remote_id = reaction["user_id"].text();
        record.in_reply_to_remote_id = reacted_to;
        reading.sink().removal(reading.removal(record, *removed_at));
    } else {
        reading.sink().removal(reading.removal(id, *removed_at));
    }
}

}  // namespace fanal::importers::x
