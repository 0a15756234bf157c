#include "importers/bluesky/changes.hpp"

#include "importers/bluesky/records.hpp"

namespace fanal::importers::bluesky {
namespace {

bool is_told_of(std::string_view collection) {
    return collection == "app.bsky.feed.post" || collection == "app.bsky.feed.like" ||
           collection == "app.bsky.feed.repost" || collection == "app.bsky.graph.follow";
}

/// "create", "update", "delete"; the first versions wrote "c", "u", "d".
char operation_of(const Payload& commit) {
    const Payload operation = commit["operation"];
    const std::string_view name = (operation.exists() ? operation : commit["type"]).view();
    return name.empty() ? '\0' : name.front();
}

void read_commit(const Payload& change, Instant seen_at, Reading& reading) {
    const Payload commit = change["commit"];
    const std::string_view collection = commit["collection"].view();
    const std::string_view key = commit["rkey"].view();
    const char operation = operation_of(commit);
    if (collection.empty() || key.empty() || operation == '\0') {
        reading.sink().reject(commit, "This commit does not name its record, or what happened to it.");
        return;
    }
    std::string uri = "at://";
    uri.append(change["did"].view()).append("/").append(collection).append("/").append(key);
    if (operation != 'd') {
        const Payload record = commit["record"];
        Envelope envelope{std::move(uri), reading.profile(change["did"].text(), seen_at), seen_at, operation == 'u'};
        read_record(record, std::move(envelope), change, reading);
    } else if (is_told_of(collection)) {
        reading.sink().removal(reading.removal(std::move(uri), seen_at));
    } else {
        reading.sink().skip(change, "a record that is no post, like, repost or follow");
    }
}

/// A did, and the handle that it has from now on.
void read_identity(const Payload& change, Instant seen_at, const Reading& reading) {
    ProfileSighting sighting = sighting_of(change["identity"], seen_at, reading);
    sighting.remote_id = change["did"].text();
    reading.sink().profile(std::move(sighting));
}

void read_account(const Payload& change, Instant seen_at, const Reading& reading) {
    if (change["account"]["active"].boolean()) {
        reading.sink().profile(reading.profile(change["did"].text(), seen_at));
    } else {
        reading.sink().skip(change, "an account that was closed or taken down");
    }
}

}  // namespace

bool is_change(const Payload& value) {
    return value["did"].is_text() && value["time_us"].exists() &&
           (value["kind"].is_text() || value["type"].is_text() || value["commit"].is_object());
}

void read_change(const Payload& change, Reading& reading) {
    const auto seen_at = change["time_us"].instant();
    if (!seen_at || change["did"].view().empty()) {
        reading.sink().reject(change, "This event has no did, or no time_us that is a time.");
    } else if (change["commit"].is_object()) {
        read_commit(change, *seen_at, reading);
    } else if (change["identity"].is_object()) {
        read_identity(change, *seen_at, reading);
    } else if (change["account"].is_object()) {
        read_account(change, *seen_at, reading);
    } else {
        reading.sink().skip(change, "an event of a kind that holds nothing for us");
    }
}

}  // namespace fanal::importers::bluesky
