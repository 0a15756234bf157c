#pragma once
#include <string>

#include "models/cascade.hpp"

namespace fanal::exports {

/// A cascade as an SVG picture that stands alone: the root in the middle and a ring for each depth. A disc is the
/// larger the more posts came through it, and its colour says in which fifth of the reshares it came; the most viral
/// path is drawn in red, a line nobody vouches for (CascadeNode::parent_assumed) is dashed. Who brought most is named
/// where there is room, everybody in what a pointer or a screen reader finds. The same view gives the same bytes.
/// O(nodes), some 200 bytes each.
std::string cascade_picture(const CascadeView& view);

}  // namespace fanal::exports
