#pragma once
#include <string>
#include <string_view>

namespace fanal::test {

/// "userA userB unix-time RT|MT|RE" lines, as canonical CSV: reshares, mentions and comments of A towards B on "x". At
/// most `lines_max` of them.
std::string canonical_from_activity(std::string_view lines, std::size_t lines_max);

/// Propagation trees ("dataset tree parent_uid parent_tid parent_delay child_uid child_tid child_delay", tab-separated)
/// as canonical NDJSON. A node is (uid, tid, delay), its parent that of the first line naming it as a child; self-loops
/// are dropped; the child of ROOT is the post, under the tree's id, and everything else a reshare of it.
std::string canonical_from_trees(std::string_view lines);

}  // namespace fanal::test
