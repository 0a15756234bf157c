#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::youtube {

/// The members of comments, videos and subscriptions of the Data API v3, and of their snippets.
inline constexpr KnownFields known_fields(
    "ageGating auditDetails authorChannelId authorChannelUrl authorDisplayName authorProfileImageUrl brandingSettings "
    "canRate canReply categoryId channelId channelTitle contentDetails creatorChannelId defaultAudioLanguage "
    "defaultLanguage description etag fileDetails id isPublic kind likeCount liveBroadcastContent "
    "liveStreamingDetails localizations localized memberDetails membershipsDetails moderationStatus "
    "monetizationDetails paidProductPlacementDetails parentId player playlistId position processingDetails "
    "projectDetails publishedAt recordingDetails replies resourceId snippet statistics status subscriberSnippet "
    "suggestions tagSuggestions tags textDisplay textOriginal thumbnails title topLevelComment topicDetails "
    "totalReplyCount type updatedAt videoId videoOwnerChannelId videoOwnerChannelTitle viewerRating");

}  // namespace fanal::importers::youtube
