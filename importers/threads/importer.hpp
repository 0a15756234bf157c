#pragma once
#include "importers/importer.hpp"

/// Threads: answers of its Graph API (posts, replies, whole conversations, mentions, profiles; alone, in lists, in maps
/// keyed by id) and deliveries of its webhooks.
///
/// Ids are numbers in text. Most answers tell of people but their handles, by which they are then known. Ours are: the
/// owner of a post (the API tells that of our own alone), who wrote a reply that the API says is ours, the owner of the
/// thread that a webhook tells replies to, and a profile that is read as one's own.
namespace fanal::importers::threads {

const Importer& importer();

}  // namespace fanal::importers::threads
