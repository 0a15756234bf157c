#pragma once
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"
#include "models/instant.hpp"
#include "models/interaction.hpp"
#include "models/score_evaluation.hpp"
#include "models/scores.hpp"

namespace fanal::storage {

/// One act of a profile towards a profile.
struct ActRow {
    ProfileId from;
    ProfileId to;
    InteractionKind kind = InteractionKind::comment;
    Instant occurred_at;
};

/// How many interactions there are, each of which is an act at most.
std::int64_t interactions_count(Store& store);

/// Every act up to `as_of` whose author and target are known, in no particular order. The target is the profile that
/// the payload names, else the author of what is answered, else that of the post.
void each_act(Store& store, Instant as_of, const std::function<void(const ActRow&)>& visit);

/// Every profile there is, by id.
std::vector<ProfileId> all_profiles(Store& store);

/// What one profile did towards another, as influence::Tie has it.
struct TieRow {
    ProfileId from;
    ProfileId to;
    std::int64_t fast = 0;
    std::int64_t slow = 0;
};

/// Keeps what a refresh as of `as_of` saw: every profile there was, by id, and every tie between two, by (from, to).
void replace_scored(Store& store, Instant as_of, std::span<const ProfileId> profiles, std::span<const TieRow> ties);

/// The profiles of the last refresh with the persons they are now, by profile id.
std::vector<std::pair<ProfileId, FanId>> scored_profiles(Store& store);
/// The ties of the last refresh, by (from, to).
void each_tie(Store& store, const std::function<void(const TieRow&)>& visit);

/// The scores of every fan, by id.
void each_score(Store& store, const std::function<void(FanId, const Scores&)>& visit);
/// Replaces all scores by these.
void replace_scores(Store& store, std::span<const std::pair<FanId, Scores>> scores);

/// How well each score ranked, as the last refresh found out; none where there was not enough to say.
void replace_score_evaluations(Store& store, std::span<const ScoreEvaluation> evaluations);
std::vector<ScoreEvaluation> score_evaluations(Store& store);

}  // namespace fanal::storage
