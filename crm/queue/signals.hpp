#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "models/instant.hpp"
#include "models/interaction.hpp"
#include "models/understanding.hpp"

namespace fanal::queue {

/// What the order of the queue looks at in a conversation that waits. Plain values; nothing in it depends on the clock.
struct WaitingFacts {
    InteractionKind kind = InteractionKind::comment;  ///< of the unanswered interaction that weighs most
    Instant waiting_since;
    std::int64_t waiting_count = 1;               ///< unanswered interactions
    Understanding understanding;                  ///< of all of them together
    std::optional<std::int64_t> followers_count;  ///< of the profile that waits
    double influence = 0;                         ///< of the fan; 0 before scores are refreshed
};

/// The signals, in the order of their table in signals.cpp.
enum class SignalName : unsigned char {
    emergency,
    complaint,
    insult,
    purchase_intent,
    question,
    request,
    praise,
    thanks,
    small_talk,
    spam,
    message,
    persistence,
    reach,
    influence,
};

inline constexpr std::size_t signal_count = 14;

/// One value a signal, in hours: by how much longer the conversation counts as having waited. 0: nothing to say. Values
/// are multiples of 0.01 h.
using SignalValues = std::array<double, signal_count>;

std::string_view to_text(SignalName name);

/// The values for a conversation. Allocates nothing: a million conversations are valued during a large import.
SignalValues signal_values(const WaitingFacts& facts);

/// Why a signal has its value, in a few words for a person: "asks a question", "12,400 followers".
std::string reason(SignalName name, const WaitingFacts& facts);

/// The values other than 0 as "complaint=12;question=6", with digits enough to come back exactly.
std::string encode(const SignalValues& values);
/// What encode() wrote, exactly; names that are not known any more, and what is no number, are left out.
SignalValues decode(std::string_view encoded);

}  // namespace fanal::queue
