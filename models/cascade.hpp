#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/ids.hpp"
#include "models/instant.hpp"

namespace fanal {

/// The shape of a cascade: one post and all its reshares as a tree.
struct CascadeMetrics {
    std::int64_t size = 1;                      ///< posts, root included
    std::int64_t depth = 0;                     ///< longest way from the root, in reshares
    std::int64_t breadth_max = 1;               ///< most posts at one depth
    std::optional<double> structural_virality;  ///< mean distance between all pairs of posts; none for size 1
};

struct CascadeSummary {
    InteractionId post_id;
    std::string network;
    std::string remote_id;     ///< of the root
    std::string display_name;  ///< of the root's author, when known
    std::string text;          ///< of the root, when known
    std::optional<Instant> published_at;
    CascadeMetrics metrics;
};

/// One post of a cascade. Nodes come parents first; node 0 is the root.
struct CascadeNode {
    InteractionId interaction_id;
    ProfileId profile_id;  ///< 0 when unknown
    FanId fan_id;          ///< 0 when unknown
    std::string display_name;
    std::string handle;
    std::optional<Instant> occurred_at;
    std::int32_t parent = -1;  ///< index of the node through which it came; -1 for the root
    std::int32_t depth = 0;
    std::int64_t subtree_size = 1;  ///< posts at and below this one
    bool parent_assumed =
        false;  ///< the payload did not say through whom it came, or names someone not seen: hung on the root
};

struct CascadeView {
    CascadeSummary summary;
    std::vector<CascadeNode> nodes;
    std::vector<std::int32_t>
        most_viral_path;  ///< node indexes from the root: at each step, on to the reshare that brought most others
};

}  // namespace fanal
