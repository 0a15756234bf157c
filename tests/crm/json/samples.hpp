#pragma once
#include "models/account.hpp"
#include "models/cascade.hpp"
#include "models/conversation.hpp"
#include "models/fan.hpp"
#include "models/identity_training.hpp"
#include "models/import_report.hpp"
#include "models/match.hpp"
#include "models/scores_report.hpp"
#include "models/unknown_field.hpp"

/// One value of each view with every field filled and, by default construction elsewhere, its bare twin.
namespace fanal::samples {

inline constexpr Instant noon{1'795'608'000'000};                // 2026-11-25T12:00:00Z
inline constexpr Instant just_after{1'795'608'000'250};          // with a fraction
inline constexpr std::int64_t large_id = 9'007'199'254'740'993;  // the first that JavaScript cannot hold

inline QueueItem queue_item() {
    return {.rank = 1,
            .conversation_id = {{large_id}, {7}},
            .fan_id = {3},
            .network = "mastodon",
            .display_name = "Ana",
            .handle = "@ana@mas.to",
            .interaction_id = {11},
            .kind = InteractionKind::mention,
            .text = "Vous êtes ouverts dimanche ? 🦪",
            .language = "fr",
            .waiting_since = noon,
            .waiting_count = 2,
            .score = 13.5,
            .signals = {{"waiting", 1.5, "has waited 1.5 h"}, {"question", 12, "asks something"}}};
}

inline ConversationEntry entry() {
    return {.interaction_id = {11},
            .profile_id = {7},
            .display_name = "Ana",
            .kind = InteractionKind::comment,
            .occurred_at = just_after,
            .text = "Merci !",
            .url = "https://mas.to/@ana/11",
            .ours = true,
            .removed = true};
}

inline ConversationView conversation() {
    return {.conversation_id = {{5}, {7}},
            .fan_id = {3},
            .network = "mastodon",
            .display_name = "Ana",
            .handle = "@ana@mas.to",
            .post = entry(),
            .entries = {entry(), entry()},
            .queue_item = queue_item()};
}

inline FanSummary fan() {
    return {.fan_id = {3},
            .display_name = "Ana",
            .handle = "@ana@mas.to",
            .networks = {"mastodon", "youtube"},
            .followers_count = 120,
            .given = {1, 2, 3, 4, 5, 6, 7, 8},
            .received = {9, 10, 11, 12, 13, 14, 15, 16},
            .scores = Scores{2.5, 2.25, 2.75, 0.125, 3, 4, 5}};
}

inline MergeView merge() {
    return {{21}, {3}, {{7}, "mastodon", "@ana@mas.to", "Ana"}, {{9}, "x", "@ana", "Ana B."}, "person", "Léa", noon};
}

inline SeparationView separation() {
    return {{22}, {{7}, "mastodon", "@ana@mas.to", "Ana"}, {{9}, "x", "@ana", "Ana B."}, "rejected", noon};
}

inline MatchSide match_side() {
    return {.profile_id = {7},
            .fan_id = {3},
            .network = "mastodon",
            .remote_id = "https://mas.to/users/ana",
            .handle = "@ana@mas.to",
            .display_name = "Ana",
            .url = "https://mas.to/@ana",
            .avatar_url = "https://mas.to/ana.png",
            .bio = "Huîtres",
            .place = "Bordeaux",
            .followers_count = 120,
            .fan_networks = {"mastodon", "youtube"},
            .interactions_count = 12,
            .waiting_count = 1,
            .first_interaction_at = noon,
            .last_interaction_at = just_after};
}

inline Match match() {
    return {.match_id = {large_id},
            .state = "accepted",
            .merge_id = {21},
            .model_id = 2,
            .profile = match_side(),
            .other_profile = {},
            .parts = {{"handle", 9120, "@ana@mas.to ~ @ana"}, {"prior", -6629}},
            .total_millibits = 2491,
            .model_probability = 0.85,
            .probability = 0.9,
            .probability_low = 0.7,
            .probability_high = 0.97,
            .decisions_count = 31,
            .value = 4.5};
}

inline IdentityTraining identity_training() {
    const IdentityTraining::Weights weights{200.5, -6600, -4000, 12'000, -3000, 15'000};
    return {3, 2, 600, 500, {{"facebook", "x", 1200, weights, weights}, {"x", "youtube", 300, weights, {}}}, 9, 8, 3,
            2, 2, 1,   0.5};
}

inline FanView fan_view() {
    const Fact fact{"bio", "Huîtres", "mastodon", noon, just_after};
    const Profile profile{{7}, {3}, "mastodon", "https://mas.to/users/ana", "@ana@mas.to", "Ana", 120, {fact}};
    const HistoryEntry line{{11}, {7}, {5},    "mastodon",         InteractionKind::reaction,
                            noon, "",  "like", "https://mas.to/11"};
    return {fan(), {profile}, {{{7}, "mastodon", fact}}, {merge()}, {line}, noon, true};
}

inline CascadeSummary cascade() {
    return {{5}, "x", "1234", "Le Bar", "Samedi, huîtres", noon, {3, 2, 1, 4.0 / 3}};
}

inline CascadeView cascade_view() {
    CascadeNode child{{12}, {8}, {4}, "Ben", "@ben", just_after, 0, 1, 1, true};
    CascadeNode root{{5}, {}, {}, "Le Bar", "@bar", std::nullopt, -1, 0, 2, false};
    return {cascade(), {root, child}, {0, 1}};
}

inline Account account() {
    return {{9}, "x", "42", "@bar", "Le Bar", true};
}

inline ImportReport import_report() {
    return {.files = {{"a.json", "facebook", 10, 2, 1, 1, "An album has nothing for us."}},
            .rejections = {{"a.json", "$.data[3].created_time", "This is not a time."}},
            .accepted_count = 10,
            .repeated_count = 2,
            .skipped_count = 1,
            .rejected_count = 1,
            .seconds = 0.5,
            .records_per_second = 28};
}

inline UnknownFieldList fields() {
    const UnknownField kept{.name = "Note interne", .interactions_count = 12, .networks = {"x"}, .example = "Bien"};
    return {{kept, {.name = "score", .dropped_at = noon}}, false};
}

inline ScoresReport scores_report() {
    return {noon, 100, 250, 0.25};
}

}  // namespace fanal::samples
