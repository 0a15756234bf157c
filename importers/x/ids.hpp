#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/payload.hpp"

namespace fanal::importers::x {

/// Whether a text is an id of X: digits, and nothing else.
bool is_id(std::string_view text);

/// The id of an object of any form: `id_str` where there is one, since `id` may have gone through a double on its way.
std::string id_of(const Payload& object);

/// What stands behind the last colon of "tag:search.twitter.com,2005:42" and "id:twitter.com:42"; empty when there is
/// none.
std::string_view last_part(std::string_view name, char separator = ':');

/// The second at which an id was given out, which is the created_at of what it names; nullopt for ids from before
/// November 2010, which hold no time.
std::optional<Instant> time_in(std::string_view id);

/// The ids in a list; empty texts are left out.
std::vector<std::string> ids_in(const Payload& list);

/// Where a post is shown, whoever wrote it.
std::string permalink(std::string_view id);

}  // namespace fanal::importers::x
