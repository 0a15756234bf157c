#pragma once
#include <cstdint>
#include <vector>

#include "crm/queue/signals.hpp"
#include "models/signal.hpp"

namespace fanal::queue {

/// The place of a conversation in the order, smallest first: the instant since which it counts as waiting, its signals'
/// hours included. As everyone's waiting grows alike, the order between two conversations never changes with time,
/// nobody starves, and the key can be stored and indexed.
std::int64_t order_key_ms(Instant waiting_since, const SignalValues& values);

/// The signals that speak, largest first, each with its reason, and `waiting` last: the hours since waiting_since as of
/// `now`.
std::vector<Signal> explain(const WaitingFacts& facts, const SignalValues& values, Instant now);

/// The sum of the signals' values, in their order: hours.
double score(const std::vector<Signal>& signals);

}  // namespace fanal::queue
