#pragma once
#include "importers/importer.hpp"

/// YouTube Data API v3: comment threads, comments, videos, channels, subscriptions and channel members, as list
/// responses or as single resources.
///
/// - A video is a post. The three kinds of id cannot be taken for each other: a video's has 11 characters, a comment's
/// 26
///   (a reply's is its thread's, a dot and more), and a channel's ("UC…", 24) only names profiles.
/// - A thread's first comment answers the video; replies answer the thread's first comment, under the same video where
/// the
///   payload names it. A comment on a channel stands alone and is towards the channel.
/// - The channel to which threads belong is ours: only its owner is shown them by channel, and comments are collected
/// from
///   one's own videos. So is an author whose channel is that of the video, and a channel that has members to list.
/// - The text is textOriginal, or textDisplay without its HTML where only that was given. An updatedAt after
/// publishedAt is
///   an edit. Removals are never told.
/// - The author of a closed channel has no id: somebody unknown, who keeps the name shown.
namespace fanal::importers::youtube {

const Importer& importer();

}  // namespace fanal::importers::youtube
