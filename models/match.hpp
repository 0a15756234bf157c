#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/ids.hpp"
#include "models/instant.hpp"
#include "models/merge.hpp"

namespace fanal {

using MatchId = Id<struct MatchOfTwo>;

/// What one thing says for two profiles being one person.
struct MatchPart {
    std::string name;  ///< handle, name; link, site, email, avatar, place, bio where they agree; prior: how rarely such
                       ///< a pair is; others: that other pairs fit as well
    std::int64_t millibits = 0;
    std::string compared{};  ///< "@ana ~ ana.b + Ana Brun", as the profiles say it; empty where nothing was
};

/// One of the two profiles of a match.
struct MatchSide {
    ProfileId profile_id;
    FanId fan_id;  ///< the person that the profile belongs to now
    std::string network;
    std::string remote_id;
    std::string handle;  ///< the newest, like what follows; empty when the network does not say
    std::string display_name;
    std::string url;
    std::string avatar_url;
    std::string bio;
    std::string place;
    std::optional<std::int64_t> followers_count;
    std::vector<std::string> fan_networks;  ///< of all the fan's profiles
    std::int64_t interactions_count = 0;
    std::int64_t waiting_count = 0;  ///< conversations that wait for us
    std::optional<Instant> first_interaction_at;
    std::optional<Instant> last_interaction_at;
};

/// Two profiles of two networks that may be one person.
struct Match {
    MatchId match_id;
    std::string state = "proposed";  ///< proposed; repeated: another match of the same two fans, on more evidence,
                                     ///< asks the same; accepted: the two are one fan; rejected: their fans are
                                     ///< kept apart; closed: both fans have profiles on one network already
    MergeId merge_id;                ///< of the merge by which a person joined the two; 0: none
    std::int64_t model_id = 0;
    MatchSide profile;
    MatchSide other_profile;
    std::vector<MatchPart> parts;      ///< they add up to total_millibits
    std::int64_t total_millibits = 0;  ///< the log-odds of the model's probability
    double model_probability = 0;
    double probability = 0;      ///< the model's, as far as people's decisions bear it out
    double probability_low = 0;  ///< 95 % interval
    double probability_high = 0;
    std::int64_t decisions_count = 0;  ///< of people, on which `probability` rests; 0: it is the model's alone
    double value = 0;                  ///< what deciding it is worth, see app::list_matches()
};

/// What accepting all matches from a probability on does, or would do.
struct AcceptedMatches {
    std::int64_t matches_count = 0;
    double wrong_expected_count = 0;   ///< by the probabilities
    std::vector<Match> least_certain;  ///< at most ten, as they were before
    std::string digest;                ///< of which matches these are: whoever accepts them says what was previewed
    bool accepted = false;             ///< false: this is a preview, and nothing was done
};

struct MatchList {
    std::vector<Match> matches;
    std::int64_t matches_count = 0;  ///< in all
};

/// Two profiles that a person keeps apart.
struct SeparationView {
    MatchId match_id;  ///< of their match, also when they match no more
    MergedProfile profile;
    MergedProfile other_profile;
    std::string reason;  ///< rejected: they are two people; undone: the networks vouch for a link that was undone
    Instant decided_at;
};

/// "0.9"; nullopt for anything but a number from 0 to 1.
std::optional<double> parse_probability(std::string_view text);

}  // namespace fanal
