#pragma once
#include "importers/importer.hpp"

/// Mastodon's REST API (and that of servers which speak it) and ActivityPub: posts alone, in lists, in contexts and in
/// search results, histories of edits, profiles, notifications of both versions, conversations; acts, collections and
/// archives.
///
/// Ids. A number is one server's own; what is the same everywhere is the `uri`, so that is the remote id of posts and
/// of profiles. Where a payload names something by number alone:
/// - a post answered is looked up in the same document; failing that, the uri of a post of the server's own people is
/// made
///   the way the server makes it (profile's uri + "/statuses/" + number); a post of another server, absent from the
///   document, stays unnamed, and another payload may name it later;
/// - a profile mentioned has an address but no uri: it is looked up likewise, or made from the address.
/// A profile without a uri (servers before 4.2) gets the one its address stands for. The post at the top of a thread is
/// told where the document holds the whole way up to it.
///
/// A reshare is named by who reshared what ("ACTOR#reshares:POST"), because a notification of it and the timeline tell
/// it with and without a uri; nobody can answer a reshare itself. A follow told by a notification is named by who and
/// when.
///
/// Followers-only and direct posts are private; direct ones are messages, and so is what reached us in our own
/// notifications or conversations, which is not private.
///
/// A stream takes a post back by its number alone, so that is an alias of every post told with one.
///
/// Ours are: the author of a post whose reaction or reshare a notification tells us, the profile that everyone in our
/// notifications mentions, who the credentials belong to, and who writes in a conversation without being its other
/// side; and whose archive it is. What its owner liked or bookmarked is a list of bare addresses, which is skipped.
///
/// Lists of who reshared or reacted carry no times: they tell of profiles, not of acts. So do the acts of a group of
/// notifications but the newest.
namespace fanal::importers::mastodon {

const Importer& importer();

}  // namespace fanal::importers::mastodon
