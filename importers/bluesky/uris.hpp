#pragma once
#include <optional>
#include <string>
#include <string_view>

#include "models/instant.hpp"

namespace fanal::importers::bluesky {

/// "at://did:plc:abc/app.bsky.feed.post/3k2y": whose record it is, of which kind, and its key. Parts that are not there
/// are empty. Borrowed from the uri.
struct UriParts {
    std::string_view authority;
    std::string_view collection;
    std::string_view key;
};

/// Parts of what is no at-uri are empty.
UriParts parts_of(std::string_view uri);

/// The did of whom the record belongs to; empty when the uri names a handle, which may be somebody else's tomorrow.
std::string owner_of(std::string_view uri);

/// Whether a uri may be that of a post: it names that collection, or none.
bool may_be_post(std::string_view uri);

/// The instant that a record's key was made at, where the key is a timestamp identifier (TID) of Bluesky's days.
std::optional<Instant> made_at(std::string_view uri);

}  // namespace fanal::importers::bluesky
