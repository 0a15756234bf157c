#pragma once
#include "importers/importer.hpp"

/// LinkedIn: comments, likes and reactions of social actions, posts (of the Posts, UGC and Shares APIs), notifications
/// that a page's webhook brings, and records of the Compliance API. Written from the public documentation.
///
/// - A person or a page is its URN. Those of persons differ from one application to another, which no payload names:
///   whoever changes the application sees new people.
/// - A comment is the number at the end of its URN, which stays the same whichever of its post's URNs stands before it.
/// - A post has up to three URNs (share, ugcPost, activity). Where a document ties one to its activity, the activity is
///   the post's name and the other an alias; where it does not, the URN stands as it is.
/// - A notification's time is that of what it tells. An edit tells no other: when the comment was written then stands
/// in
///   its number, whose upper bits are milliseconds.
/// - Reactions are toggles, named by who and of what, in lists and notifications alike.
/// - What only connections or a group may see is private. Names are asked for apart, and "LinkedIn Member" is none.
/// - Ours is the page that is notified, and every page in whose name a person acted.
namespace fanal::importers::linkedin {

const Importer& importer();

}  // namespace fanal::importers::linkedin
