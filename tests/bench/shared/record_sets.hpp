#pragma once
#include <optional>
#include <vector>

#include "crm/identity/evaluation.hpp"
#include "crm/identity/person_record.hpp"
#include "tests/bench/shared/labelled.hpp"

namespace fanal::bench {

/// Records of which it is known whose they are.
struct RecordSet {
    std::vector<identity::PersonRecord> records;
    identity::Truth truth;
};

/// Whether a set is of records: its header names a person's date of birth, and who it is, or febrl's `rec_id`.
bool is_record_set(const LabelledSet& set);

/// Further rows of the same records stand in a second file (febrl's 4a and 4b), and are then the other side.
RecordSet record_set(const LabelledSet& set, const LabelledSet* other_side);

}  // namespace fanal::bench
