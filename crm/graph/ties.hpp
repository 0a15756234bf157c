#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "models/edge.hpp"
#include "models/instant.hpp"
#include "models/interaction.hpp"

namespace fanal::graph {

/// One interaction, seen as something that ties two profiles. Nodes are dense indexes that the caller gives out.
struct Act {
    std::uint32_t from = 0;  ///< the profile that acted
    std::uint32_t to = 0;    ///< the profile acted upon
    InteractionKind kind = InteractionKind::comment;
    Instant occurred_at;
};

/// What an act is worth once it is one half-life old. Fan pages live by weeks, bursts by hours: one month keeps last
/// season's regulars in sight, and still lets this week's act outweigh one of two months ago four times.
constexpr std::int64_t default_half_life_ms = 30 * ms_per_day;

/// How an act becomes tie strength.
struct TieWeights {
    /// By InteractionKind. A tap costs nothing and weighs 1; words take a minute and weigh 2; passing something on to
    /// one's own people puts one's name to it and weighs 3. Any of them may be 0, and then acts of that kind tie
    /// nobody.
    std::array<double, interaction_kind_names.size()> of_kind = {
        2,  // post: written on someone's page
        2,  // comment
        2,  // mention
        2,  // message
        1,  // reaction
        3,  // reshare
        3,  // quote
        1,  // follow
    };
    std::int64_t half_life_ms = default_half_life_ms;
};

/// What one profile did towards another.
struct Tie {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    double weight = 0;               ///< sum over the acts of of_kind * 2^-(age/half-life)
    double engagement_received = 0;  ///< the time-decayed count of the acts: sum of 2^-(age/half-life)

    bool operator==(const Tie&) const = default;
};

/// How strongly one profile turns to another: a tie for each ordered pair of nodes with an act, sorted by (from, to).
///
/// Skips     acts of a node towards itself, and acts after `as_of`.
/// Keeps     the same result, to the last bit, in whatever order the acts come.
/// Cost      O(acts log acts) time, 24 bytes an act beside the result.
/// Empty     no acts give no ties.
/// Throws Error{bad_input} when the half-life is not above zero, or a weight is negative or not finite.
std::vector<Tie> ties(std::span<const Act> acts, Instant as_of, const TieWeights& weights);

/// The edges of the fan graph: the ties between profiles added up to one for each ordered pair of fans, sorted by
/// (from, to). `fan_of` gives each profile's fan. Skips ties inside one fan, and those that weigh nothing. A tie fades
/// but never vanishes: a weight below the smallest normal float is raised to it, so that degrees and cores do not
/// depend on age. O(ties log ties); the same to the last bit for the same ties and fans.
std::vector<Edge> fan_edges(std::span<const Tie> ties, std::span<const std::uint32_t> fan_of);

/// For each of `fans_count` fans the engagement received: the time-decayed count of acts of others towards the fan. It
/// counts every kind alike and looks at no graph: the plain baseline that forecasts who will be taken up next better
/// than PageRank does on public reshare logs, and beside which PageRank must be shown. It ages as ties do, so that what
/// sets the two apart is the graph alone.
///
/// Skips ties inside one fan; no ties give zeros. What a fan received does not change, to the last bit, when others
/// become one person.
std::vector<double> engagement_received(std::uint32_t fans_count, std::span<const Tie> ties,
                                        std::span<const std::uint32_t> fan_of);

}  // namespace fanal::graph
