#pragma once
#include <cstdint>
#include <vector>

#include "models/instant.hpp"
#include "models/interaction.hpp"

/// Influence: what a fan sets in motion, read off what others did towards the fan.
///
///     influence(u) = sum over each fan v who acted towards u of  g(v, u)
///     g(v, u)      = sqrt(fast(v, u)) + 0.4 * sqrt(slow(v, u))
///     fast, slow   = sum over the acts of v towards u of  w(kind) * 2^-(age / half-life),  half-lives 6 h and 30 d
///
/// Two scales, since bursts live by hours and fan pages by weeks. The square root damps whoever acts again and again: a
/// hundred acts of one fan count as ten fans' one. Kinds weigh as in tie strength (crm/graph/ties.hpp). The constants
/// are the same for every page. Values are not drawn towards the page's mean, though little is known of many: on public
/// reshare logs that ranks what comes next worse. The interval says how much is known.
namespace fanal::influence {

inline constexpr std::int64_t fast_half_life_ms = 6 * ms_per_hour;
inline constexpr std::int64_t slow_half_life_ms = 30 * ms_per_day;
inline constexpr double slow_part = 0.4;

/// Below so many actors a fan has not enough data for an interval.
inline constexpr std::int64_t actors_min = 5;

/// What acts are worth at a landmark, an instant that is not before any of them, on both scales: whole 2^-36ths, so
/// that sums are exact and their order does not show. An act fades from `fast` within eight days, and never wholly from
/// `slow`.
struct Worth {
    std::int64_t fast = 0;
    std::int64_t slow = 0;

    Worth& operator+=(const Worth& other);
    bool operator==(const Worth&) const = default;
};

/// One act of this weight, at least 0. The act must not be after the landmark.
Worth worth(double weight, Instant occurred_at, Instant landmark);

/// `slow` as tie strength: of the same half-life, and above zero.
double tie_strength(const Worth& worth);

/// What one node did towards another.
struct Tie {
    std::uint32_t from = 0;
    std::uint32_t to = 0;
    Worth worth;

    bool operator==(const Tie&) const = default;
};

/// How influential a node is. `low` to `high` holds four fifths of what it would be if the same fans had acted by
/// chance a little more or less: each actor's part has the variance of its square.
struct Influence {
    double value = 0;
    double low = 0;
    double high = 0;
    std::int64_t actors_count = 0;  ///< nodes that ever acted towards this one
};

/// Everyone's ties and influence, act by act. An act changes one tie and its target's sums, in constant time. All that
/// is kept is whole numbers, each the sum of terms that depend on one tie alone: the same acts give the same ledger to
/// the last bit, in whatever order and portions they come. Not for several threads at once.
class Ledger {
  public:
    /// For nodes 0 … nodes_count-1 and acts up to the landmark.
    Ledger(Instant landmark, std::uint32_t nodes_count);

    /// Skips acts of a node towards itself, and acts after the landmark.
    void add(std::uint32_t from, std::uint32_t to, InteractionKind kind, Instant occurred_at);
    /// What was summed up elsewhere, for the same landmark. Skips what a node did towards itself.
    void add(const Tie& tie);

    /// Every tie, by (from, to).
    std::vector<Tie> ties() const;

    /// By node, as of an instant not before any act. O(nodes).
    std::vector<Influence> influence(Instant as_of) const;

  private:
    struct Sums {
        std::int64_t actors_count = 0;
        std::int64_t fast_roots = 0;  ///< sum of sqrt(fast), in 2^-28ths
        std::int64_t slow_roots = 0;
        std::int64_t fast = 0;  ///< sum of fast, in 2^-36ths
        std::int64_t slow = 0;
        std::int64_t cross = 0;  ///< sum of sqrt(fast * slow), in 2^-36ths

        void change(const Worth& worth, std::int64_t sign);
    };
    struct Slot {
        std::uint64_t key = 0;  ///< from and to; two equal halves: empty
        Worth worth;
    };

    Slot& slot(std::uint64_t key);
    void grow();

    Instant landmark_;
    std::vector<Slot> slots_;  ///< a hash table: a power of two, at most four fifths full
    std::size_t ties_count_ = 0;
    std::vector<Sums> sums_;  ///< by node
};

}  // namespace fanal::influence
