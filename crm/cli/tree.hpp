#pragma once
#include <cstdint>
#include <string>

#include "crm/cli/terminal.hpp"
#include "models/cascade.hpp"

namespace fanal::cli {

/// The reshare tree with box characters, a line a post. The most viral path is always drawn whole as far as `lines_max`
/// goes; then the posts that brought most others come first, and every post with reshares left out ends in "… and 312
/// more". A `lines_max` of 0 draws everything. From 40 levels down lines are no longer indented but say their depth.
std::string drawn_tree(const Terminal& terminal, const CascadeView& view, std::int64_t lines_max);

/// How a post of the tree is called: its author's name, else the handle, else "someone unknown".
std::string name_of(const CascadeNode& node);

}  // namespace fanal::cli
