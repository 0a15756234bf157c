#pragma once
#include "importers/importer.hpp"

/// Instagram: answers of its part of the Graph API (posts, comments and their replies, mentions, tagged posts,
/// conversations, profiles; alone, in lists, in maps keyed by id), deliveries of its webhooks, messages among them, and
/// the export that it gives its people.
///
/// Ids are numbers in text. A person's id holds for one business only, and most answers tell but the handle, so that a
/// person is then known by it; a webhook that tells of the same comment adds the id. A comment's post is told by what
/// surrounds it, by itself, or by the address of the list's next page.
///
/// Ours are: the account that a webhook is for, the owner of a post (the API tells that of our own alone), the account
/// whose lists of posts are read, and whose mentions or discoveries an answer holds.
///
/// A post or comment that names us is a mention. A webhook that tells of a mention by its ids alone is skipped: the
/// rest must be asked for. Comments of a webhook carry no time: they happened when it was delivered.
namespace fanal::importers::instagram {

const Importer& importer();

}  // namespace fanal::importers::instagram
