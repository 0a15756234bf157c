#pragma once
#include <string>

#include "importers/reading.hpp"

namespace fanal::importers::facebook {

/// Whether a value is a rating of a page, or the story of one.
bool is_rating(const Payload& value);

/// Reads a rating and the comments under it. `page_id` is whose list it is; empty when nothing tells.
void read_rating(const Payload& rating, const std::string& page_id, Reading& reading);

/// "positive", "negative" or "4 stars"; empty when neither was given.
std::string rating_in_words(const Payload& recommendation_type, const Payload& rating);

}  // namespace fanal::importers::facebook
