#pragma once
#include <span>
#include <vector>

#include "models/cascade.hpp"
#include "models/ids.hpp"
#include "models/instant.hpp"

namespace fanal::graph {

/// One post passed on, as the store knows it.
struct Reshare {
    InteractionId interaction_id;
    InteractionId parent_id;  ///< the post or reshare through which it came; 0 when not said
    ProfileId profile_id;     ///< 0 when unknown
    Instant occurred_at;
};

/// The tree that a post and its reshares make.
///
/// Gives     nodes with ids, times, parent, depth, subtree_size and parent_assumed filled; names stay empty, and of the
///           root only the id is known. Node 0 is the root. Nodes come in reading order: a parent, then one child with
///           all that is below it, then the next child; so nodes[i + 1] … nodes[i + subtree_size - 1] are what is below
///           i. Siblings stand by time, then id. Any order of `reshares` gives the same tree.
/// Assumes   that a reshare came from the root (parent_assumed) when its parent is not said, is itself, or is not among
///           the reshares, and when it stands on a circle of parents: everyone on a circle is hung on the root, and
///           what hangs below them stays there.
/// Drops     a reshare whose id is the root's, and all but the first of those with one id: the earliest, then the one
/// that
///           says its parent.
/// Cost      O(n log n) time, without recursion.
/// Empty     without reshares, the root alone.
/// There must be fewer than 2^31 - 1 reshares.
std::vector<CascadeNode> cascade_tree(InteractionId root, std::span<const Reshare> reshares);

}  // namespace fanal::graph
