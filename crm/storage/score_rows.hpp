#pragma once
#include <functional>
#include <span>
#include <utility>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"
#include "models/instant.hpp"
#include "models/interaction.hpp"
#include "models/scores.hpp"

namespace fanal::storage {

/// One act of a fan towards a fan.
struct ActRow {
    FanId from;
    FanId to;
    InteractionKind kind = InteractionKind::comment;
    Instant occurred_at;
};

/// Every act up to `as_of` whose author and target are known, in no particular order. The target is the profile that
/// the payload names, else the author of what is answered, else that of the post.
void each_act(Store& store, Instant as_of, const std::function<void(const ActRow&)>& visit);

/// Every fan there is, by id.
void each_fan(Store& store, const std::function<void(FanId)>& visit);

/// Replaces all scores by these, which hold as of `as_of`.
void replace_scores(Store& store, Instant as_of, std::span<const std::pair<FanId, Scores>> scores);

}  // namespace fanal::storage
