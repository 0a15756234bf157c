#pragma once
#include "importers/known_fields.hpp"

namespace fanal::importers::linkedin {

/// The members of posts, comments, reactions, notifications and archived activities of the REST API.
inline constexpr KnownFields known_fields(
    "$URN action activity actor actor~ ad adContext agent annotation attributes author author~ capturedAt "
    "clientApplication commentUrn commentary comments commentsSummary configVersion container content "
    "contentCallToActionLabel contentCertificationRecord contentLandingPage created createdAt "
    "decoratedGeneratedActivity deleted distribution edited entity firstPublishedAt generatedActivity id impersonator "
    "isReshareDisabled isReshareDisabledByAuthor lastModified lastModifiedAt lifecycleState lifecycleStateInfo "
    "likedByCurrentUser likes likesSummary message method methodName nonMemberViewersVisibility notificationId object "
    "object~ organizationalEntity organizationalEntity~ origin originalShare owner owner~ parentComment "
    "parentComment~ processedAt publishedAt reactionType registrationContext reshareContext resharedShare resourceId "
    "resourceName resourceUri responseContext root serviceErrorCode serviceProvider sourcePost specificContent "
    "subject subscriber targetEntities text ugcOrigin userGeneratedContentAuthorizationStatus versionTag visibility");

}  // namespace fanal::importers::linkedin
