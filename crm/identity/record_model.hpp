#pragma once
#include <array>
#include <span>
#include <vector>

#include "crm/identity/record_comparer.hpp"
#include "crm/identity/record_keys.hpp"

namespace fanal::identity {

/// How often each level of each field comes among pairs that are one person, and among those that are two.
struct RecordModel {
    static constexpr std::size_t levels_max = 16;
    using Rates = std::array<std::array<double, levels_max>, record_fields_count>;

    Rates match{};
    Rates chance{};
    double match_rate = 0;  ///< of all pairs of records

    /// The evidence of a pair, prior included; an equal place or word counts as it is rare.
    double bits(const RecordLevels& levels, const RecordComparer& comparer, std::size_t record) const;
};

/// Fits without labels, as Fellegi and Sunter's model is by Splink: what comes by chance from random pairs, what a
/// match looks like from sessions, each of which takes the pairs that agree on one strong key and learns about all
/// other fields by expectation and maximisation. Deterministic. O(pairs + patterns · rounds).
RecordModel fit_sessions(std::span<const PersonRecord> records, std::span<const RecordPair> candidates,
                         RecordComparer& comparer);

/// Counts anew what matches look like, from groups found with an earlier model.
void learn_from_groups(RecordModel& model, std::span<const PersonRecord> records,
                       std::span<const std::uint32_t> group_of, RecordComparer& comparer);

}  // namespace fanal::identity
