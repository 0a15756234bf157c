#pragma once
#include "importers/reading.hpp"

/// The export that Instagram gives its people: comments, likes, posts, stories, followers, people followed, and message
/// threads, in the layouts of 2019 (plain lists), of 2021 (string_list_data) and since (string_map_data, whose keys are
/// in the person's language). It tells whom a comment or like was for by handle, and not under which post; it does not
/// say whose export it is, but in the profile and in threads of two.
namespace fanal::importers::instagram {

/// Whether a document is of the export, whole or a piece of one of its lists.
bool is_export(const Payload& document);
void read_export(const Payload& document, Reading& reading);

}  // namespace fanal::importers::instagram
