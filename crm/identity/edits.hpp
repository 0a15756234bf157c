#pragma once
#include <string_view>

namespace fanal::identity {

/// How many letters are to be inserted, dropped, replaced or swapped with their neighbour, none twice, to make one text
/// the other (optimal string alignment, by the bits of Hyyrö 2003). Looks at the first 64 bytes of each.
int edits_between(std::string_view one, std::string_view other);

}  // namespace fanal::identity
