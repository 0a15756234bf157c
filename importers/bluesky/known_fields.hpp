#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::bluesky {

/// The members of the records app.bsky.feed.* and app.bsky.graph.follow, of the views that hold them, and of what the
/// stream tells, as the lexicons have them.
inline constexpr KnownFields known_fields(
    "$type actor author bookmarkCount bridgyOriginalText bridgyOriginalUrl by cid collection commit createdAt did "
    "embed embeds entities facets indexedAt isRead kind labels langs likeCount operation quoteCount reason "
    "reasonSubject record record_type reply replyCount repostCount rev rkey selfLabels subject tags text "
    "threadContext threadgate time_us uri value via viewer");

}  // namespace fanal::importers::bluesky
