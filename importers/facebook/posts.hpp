#pragma once
#include "importers/facebook/ids.hpp"
#include "importers/reading.hpp"

namespace fanal::importers::facebook {

/// What nests deeper was made by nobody's Facebook.
inline constexpr std::uint32_t depth_max = 40;

/// In which list a post stands.
enum class PostRole {
    own,        ///< a feed, or none
    published,  ///< the posts that a page published itself: its authors are left out
    naming,     ///< the posts that name a page
    reshared,   ///< the reshares of a post
};

/// Reads a post, and the comments, reactions and reshares under it. `object_id` is whose list it is: the page named, or
/// the post reshared.
void read_post(const Payload& post, PostRole role, const std::string& object_id, Reading& reading);

/// Reads a photo or a video as the post that the feed makes of it, and the comments under it.
void read_picture(const Payload& picture, Reading& reading);

/// Reads a comment and the replies under it.
void read_comment(const Payload& comment, Place place, Reading& reading);

/// Reads the comments under a post, a photo, a rating …; returns how many there were.
int read_comments(const Payload& object, const Place& place, Reading& reading);

}  // namespace fanal::importers::facebook
