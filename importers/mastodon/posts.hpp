#pragma once
#include "importers/mastodon/directory.hpp"
#include "importers/reading.hpp"

namespace fanal::importers::mastodon {

/// The name of the reshare of `post_uri` by `profile_uri`, however it is told.
std::string reshare_id(std::string_view profile_uri, std::string_view post_uri);

/// The name under which a stream takes back the post with that number: it tells neither uri nor server. Empty for a
/// number too short to be one server's only.
std::string removal_name(std::string_view number);

/// What a profile of the REST API says, with the addresses of its fields and of where it moved.
ProfileSighting sighting_of(const Payload& profile, Instant observed_at, const Directory& directory,
                            const Reading& reading);

/// How a post came to us.
struct Reception {
    bool delivered = false;  ///< in our own notifications or conversations: there, one that is not public is a message
    std::string target;      ///< the uri of the profile it is meant for; empty: as the post itself tells
};

/// Whether a post is for everybody, as far as it tells.
bool is_public(const Payload& post);

/// The text of a post or of one state of it, below its warning where it has one.
std::string text_of(const Payload& post);

/// Reads a post and the posts that it reshares or quotes. Returns its uri, empty when it was not read.
std::string read_post(const Payload& post, const Reception& reception, const Directory& directory, Reading& reading);

}  // namespace fanal::importers::mastodon
