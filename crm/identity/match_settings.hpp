#pragma once
#include <cstddef>

/// What decides which matches are looked for, kept and shown. Here and nowhere else.
namespace fanal::identity {

/// A match is shown from this probability on.
inline constexpr double propose_probability = 0.5;

/// What `fanal matches accept` suggests to accept at once.
inline constexpr double bulk_probability = 0.99;

/// Pairs with less evidence, prior included, in thousandths of a bit, are not kept: as rivals they would take less than
/// a sixteenth off a match of even odds.
inline constexpr int keep_millibits = -4000;

/// Two profiles are looked at when they have a key in common that so few have,
inline constexpr std::size_t profiles_of_rare_key_max = 10;
/// or two keys that so few have. A key that more have brings nobody together, so that a profile is compared with so
/// many a key at most.
inline constexpr std::size_t profiles_of_key_max = 100;

/// So many decisions of people, the newest, are weighed against the model's word: enough for its 21 steps, and few
/// enough to be looked up whenever a match is shown.
inline constexpr std::size_t calibration_decisions_max = 1000;

/// The model's word counts like so many decisions of people, on each step of the calibration.
inline constexpr double model_weight_decisions = 20;

}  // namespace fanal::identity
