#pragma once
#include "importers/reading.hpp"

/// The export that Facebook gives its people ("Download your information", as JSON): comments, reactions, posts, posts
/// in groups and message threads, in the layouts with and without a version in their keys ("comments", "comments_v2").
/// It tells of one person's own acts, and not to what they were done: whose post was commented stands in a sentence in
/// the person's language. So the acts have no thread, and people other than the owner are unknown.
namespace fanal::importers::facebook {

/// Whether a document is of the export, whole or a piece of one of its lists.
bool is_export(const Payload& document);
void read_export(const Payload& document, Reading& reading);

}  // namespace fanal::importers::facebook
