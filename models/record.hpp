#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/instant.hpp"
#include "models/interaction.hpp"

namespace fanal {

/// What a payload says of a profile at one instant. An empty string means that the payload is silent, not that the fact
/// is gone.
struct ProfileSighting {
    std::string network;
    std::string
        remote_id;  ///< stable and unique on the network; ids that are only unique on one server are qualified by it
    std::string handle;
    std::string display_name;
    std::string place;
    std::string bio;  ///< plain text
    std::string url;
    std::string avatar_url;
    std::vector<std::string> links;  ///< URLs that the profile itself lists, besides those inside `bio`
    std::optional<std::int64_t> followers_count;
    Instant observed_at;

    bool operator==(const ProfileSighting&) const = default;
};

/// One interaction as a payload tells it: the canonical flat record, into which every importer turns its network's own
/// form. References are remote ids on the same network. Empty strings and empty optionals mean "not said".
struct Record {
    InteractionKind kind = InteractionKind::comment;
    std::string remote_id;  ///< empty: derived from the content by derived_remote_id()
    Instant occurred_at;
    std::optional<Instant> edited_at;  ///< the network's own clock for this version of the text
    ProfileSighting profile;     ///< who acted; profile.network is the record's network; no remote_id: unknown person
    std::string post_remote_id;  ///< the post at the top of the thread; for a post itself, empty
    std::string in_reply_to_remote_id;  ///< the interaction or post answered, or the reshare through which it came
    std::string to_profile_remote_id;   ///< the profile acted upon, where the payload names it
    std::string to_handle;
    std::string text;               ///< plain text
    std::string language;           ///< BCP 47, as the network says it; empty: detected_language counts
    std::string detected_language;  ///< of the text, BCP 47; empty where it says too little
    float language_confidence = 0;  ///< of detected_language, 0…1
    std::string reaction;           ///< "like", "love" …, lower case
    std::string url;                ///< permalink
    std::string extra;              ///< the keys that we do not know, as one JSON object; empty if there are none
    /// Other ids under which the network may take the same interaction back: of an edited version, of a like's own
    /// record.
    std::vector<std::string> alias_remote_ids;
    /// Meant for chosen people only (direct, followers-only, a protected account's): kept out unless asked for. What
    /// people write to a brand's own inbox is not.
    bool is_private = false;

    bool operator==(const Record&) const = default;
};

/// A network says that an interaction is gone.
struct Removal {
    std::string network;
    std::string remote_id;
    Instant removed_at;

    bool operator==(const Removal&) const = default;
};

/// One of our own presences, as declared by a person or said by a payload.
struct AccountSighting {
    std::string network;
    std::string remote_id;
    std::string handle;
    std::string display_name;

    bool operator==(const AccountSighting&) const = default;
};

/// The remote id of a toggle (a reaction, a follow) or of any interaction that its network does not name: made of what
/// makes it one. A toggle is its kind, its actor and its object; anything else is its whole content.
std::string derived_remote_id(const Record& record);

}  // namespace fanal
