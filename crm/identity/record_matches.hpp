#pragma once
#include <span>
#include <vector>

#include "crm/identity/groups.hpp"
#include "crm/identity/record_model.hpp"

namespace fanal::identity {

struct RecordMatches {
    RecordModel model;
    std::vector<WeighedPair> pairs;       ///< every candidate
    std::vector<std::uint32_t> group_of;  ///< for each record the smallest index of its person's
};

/// Finds the records of one person from beginning to end, learning from these records alone: candidates, a first model,
/// groups by it, a second model from the groups, groups.
RecordMatches match_records(std::span<const PersonRecord> records);

}  // namespace fanal::identity
