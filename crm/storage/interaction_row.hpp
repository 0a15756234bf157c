#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "models/interaction.hpp"

namespace fanal::storage {

/// A row of `interactions`. Ids are 0 where the row has NULL; instants are milliseconds. The views belong to somebody
/// else.
struct InteractionRow {
    std::int64_t interaction_id = 0;
    std::int64_t occurred_at = 0;
    std::int64_t profile_id = 0;
    std::int64_t post_id = 0;
    std::int64_t in_reply_to_id = 0;
    std::int64_t to_profile_id = 0;
    std::int64_t version_at = 0;
    std::int64_t removed_at = 0;
    InteractionKind kind = InteractionKind::comment;
    std::string_view network;
    std::string_view remote_id;
    std::string_view text;
    std::string_view language;           ///< as the network says it
    std::string_view detected_language;  ///< of the text, where the network does not say it
    double language_confidence = 0;      ///< of detected_language
    std::string_view reaction;
    std::string_view url;
    std::string_view extra;

    bool operator==(const InteractionRow&) const = default;
};

/// What is known after two payloads told of one interaction. Commutative, associative and idempotent, so that neither
/// the order nor the number of arrivals shows: the text of the newest version, the earliest act (of a toggle, the
/// latest), and for the rest what anyone said. `extra` holds the fields of both, which the row looks at.
InteractionRow join(const InteractionRow& one, const InteractionRow& other, std::string& extra);

/// The row once its network said at `removed_at` (0: never) that it is gone: a toggle may have come back since;
/// anything else stays gone, and what it said goes too.
InteractionRow with_removal(InteractionRow row, std::int64_t removed_at);

}  // namespace fanal::storage
