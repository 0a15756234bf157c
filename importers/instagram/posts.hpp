#pragma once
#include "importers/facebook/ids.hpp"
#include "importers/reading.hpp"

namespace fanal::importers::instagram {

/// In whose list a post stands.
struct Shelf {
    bool naming = false;    ///< a list of posts that name `owner`, rather than of posts that are `owner`'s
    ProfileSighting owner;  ///< nobody where nothing tells
};

/// Where a comment stands. What is not known is empty.
struct Place {
    std::string post_id;
    std::string parent_id;  ///< the comment answered; empty at the top level
    ProfileSighting owner;  ///< whose post it is
};

/// Whether an object is a post (an image, a video, a carousel, a story …), or a comment.
bool is_post(const Payload& object);
bool is_comment(const Payload& object);

/// Reads a post, and the comments under it.
void read_post(const Payload& post, const Shelf& shelf, Reading& reading);

/// Reads a comment, and the replies under it.
void read_comment(const Payload& comment, Place place, Reading& reading);

/// Reads a comment on somebody else's post that names us.
void read_mention(const Payload& comment, const ProfileSighting& ours, Reading& reading);

}  // namespace fanal::importers::instagram
