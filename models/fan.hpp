#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/ids.hpp"
#include "models/instant.hpp"
#include "models/interaction.hpp"
#include "models/merge.hpp"
#include "models/scores.hpp"

namespace fanal {

/// What was said of a profile, by whom and when. Several values of one field may stand side by side: the newest is
/// shown first.
struct Fact {
    std::string field;  ///< handle, display_name, place, bio, url, avatar_url, link
    std::string value;
    std::string source;  ///< the importer that read it
    Instant first_observed_at;
    Instant last_observed_at;
};

/// One outside account on one network, as the network shows it.
struct Profile {
    ProfileId profile_id;
    FanId fan_id;
    std::string network;
    std::string remote_id;
    std::string handle;        ///< the newest
    std::string display_name;  ///< the newest
    std::optional<std::int64_t> followers_count;
    std::vector<Fact> facts;  ///< newest first inside a field
};

/// Interactions by kind; indexed by InteractionKind.
using KindCounts = std::array<std::int64_t, interaction_kind_names.size()>;

/// One line of a fan's history.
struct HistoryEntry {
    InteractionId interaction_id;
    ProfileId profile_id;  ///< the profile through which the fan acted
    ThreadId thread_id;
    std::string network;
    InteractionKind kind = InteractionKind::comment;
    Instant occurred_at;
    std::string text;
    std::string reaction;
    std::string url;
};

/// One person: one or more linked profiles.
struct FanSummary {
    FanId fan_id;
    std::string display_name;  ///< of the profile seen last; its handle or remote id when it has no name
    std::string handle;
    std::vector<std::string> networks;
    std::optional<std::int64_t> followers_count;  ///< the largest of the profiles'
    KindCounts given{};                           ///< what the fan did; JSON keys `comments_given` …
    KindCounts received{};         ///< what others did towards the fan; JSON keys `comments_received` …
    std::optional<Scores> scores;  ///< none before the first refresh
};

/// A fact with the profile that says it.
struct SaidFact {
    ProfileId profile_id;
    std::string network;
    Fact fact;
};

struct FanView {
    FanSummary summary;
    std::vector<Profile> profiles;
    std::vector<SaidFact> disagreements;  ///< where the profiles' names or places differ, what each says now
    std::vector<MergeView> merges;        ///< of these profiles
    std::vector<HistoryEntry> history;    ///< newest first, at most 200
    std::optional<Instant> scores_as_of;
    bool do_not_link = false;  ///< the fan asked that nothing links these profiles with others
};

/// What `fans` may be sorted by: a score, or a count such as `reshares_received`.
inline constexpr std::array<std::string_view, 4> score_sort_fields = {"influence", "pagerank", "core_number",
                                                                      "followers_count"};

/// The plural under which counts of a kind are named: `replies` has none, `reshare` gives `reshares`.
constexpr std::string_view plural(InteractionKind kind) {
    constexpr std::array<std::string_view, interaction_kind_names.size()> names = {
        "posts", "comments", "mentions", "messages", "reactions", "reshares", "quotes", "follows"};
    return names[static_cast<std::size_t>(kind)];
}

}  // namespace fanal
