#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crm/app/use_cases.hpp"
#include "crm/storage/fan_rows.hpp"
#include "crm/storage/merge_rows.hpp"
#include "crm/storage/store.hpp"
#include "models/fan.hpp"

namespace fanal::app {

/// The merges that name one of a fan's profiles, by id.
std::vector<MergeView> merges_among(storage::Store& store, const std::vector<Profile>& profiles);

/// A profile as lists name it.
MergedProfile named(storage::FanReader& reader, ProfileId id);

/// Throws bad_input when nobody decides, or says too much.
void check(const Decision& decision);

/// How the decision log speaks of a merge.
struct MergeGrounds {
    std::string_view act = "merge";
    std::int64_t model_id = 0;  ///< of the match that was accepted
    std::string evidence{};     ///< what the match rested on
    bool in_bulk = false;       ///< nobody looked at this one by itself
};

/// Writes and logs that a person says these two profiles are one person; settle_merges() is left to the caller, whose
/// transaction it is. Throws conflict where that must not be.
storage::MergeRow add_merge(storage::Store& store, ProfileId one, ProfileId other, const Decision& decision,
                            const MergeGrounds& grounds = {});

}  // namespace fanal::app
