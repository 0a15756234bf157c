#pragma once
#include "importers/importer.hpp"

namespace fanal::importers::x {

/// X, which was Twitter: the newer API's answers and streams, the older API's posts, streams and deliveries, Activity
/// Streams, and the archive that X hands to a profile's owner.
///
/// Profiles and posts are known by their numbers. All versions of a post are one, under the number of the first; the
/// other numbers are its aliases. A post without created_at has the time that its number holds. A post that only begins
/// with "RT @ana: " is a reshare too: archives, and answers without referenced_tweets, have no other word for it. Who
/// reacts or reshares in a list (liking_users, retweeted_by) did so at a time that nobody tells: profiles, no
/// interactions. The messages of an archive and the posts of protected profiles are private; what the APIs tell of an
/// inbox is the brand's own.
const Importer& importer();

}  // namespace fanal::importers::x
