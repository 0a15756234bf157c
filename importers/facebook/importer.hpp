#pragma once
#include "importers/importer.hpp"

/// Facebook: answers of the Graph API (feeds, posts, comments nested or in one stream, reactions, ratings,
/// conversations, pages; alone, in lists, in maps keyed by id, in batches) and deliveries of page webhooks, Messenger's
/// among them.
///
/// Ids stay as Facebook writes them: a post is "PAGE_POST", a comment "POST_COMMENT", and a person's id holds for one
/// page or app only. A comment's post is told by what surrounds it, by its permalink, or by the address of the list's
/// next page; where nothing tells the page, the post stays unnamed, because POST alone is not unique. Photos and videos
/// are read as the post that the feed makes of them. Message ids lose the "m_" that the Graph API puts before
/// Messenger's "mid.".
///
/// Ours are: the page that a webhook is for, who writes under a post that carries the writer's own id, a page in whose
/// inbox a conversation stands, and the pages for which an account list holds a token.
///
/// Reactions and likes of a webhook are toggles. Those listed under a post carry no time: they tell of profiles, not of
/// acts. Hiding, blocking and muting are moderation, not removal, and are skipped. What a webhook tells without a
/// created_time happened when it was delivered.
///
/// Ratings are mentions of the page, with "positive", "negative" or "4 stars" as the reaction. A like of the page
/// itself is a follow. A post of somebody else on the page speaks to it, and is a mention too.
namespace fanal::importers::facebook {

const Importer& importer();

}  // namespace fanal::importers::facebook
