#pragma once
#include "importers/importer.hpp"

/// Bluesky: what the AppView answers (threads of both versions, feeds, posts, quotes, likes, reposts, followers,
/// profiles, notifications), records as a repository holds them, and the events of Jetstream.
///
/// - A person is a did; handles come and go. A post is its at-uri; the cid only names a version of it.
/// - What happened when is createdAt, the one time that every form gives. It is the author's word: one that lies ahead
///   of the record's key, or of the network's clock, by more than ten minutes is not taken. Feeds tell of reposts
///   without their records; the time of a repost is that of its key in every form.
/// - Likes and follows are toggles, named by who does it to what, since the list of likes does not tell their own uris;
///   where a uri is told it stands in alias_remote_ids, because a delete tells nothing else.
/// - An update says that the text is of the event's time; the AppView shows edited posts without a word.
/// - Who reposted or follows, as lists without times, are profiles seen.
/// - Posts that a thread only marks as gone or blocked are skipped: the network does not say which, nor since when.
/// - Ours is whose posts the notifications tell of, or whom those who began to follow follow.
namespace fanal::importers::bluesky {

const Importer& importer();

}  // namespace fanal::importers::bluesky
