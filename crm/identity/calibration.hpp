#pragma once
#include <array>
#include <cstddef>
#include <cstdint>

namespace fanal::identity {

/// A probability that people's decisions have corrected, and how sure that is.
struct CalibratedProbability {
    double probability = 0;
    double low = 0;  ///< Wilson's 95 % interval (Wilson 1927)
    double high = 0;
    std::int64_t decisions_count = 0;  ///< of people, on matches about as probable; 0: by the model alone
};

/// Learns from what people decided about matches how far the model's probabilities can be believed. Decisions are
/// gathered in steps of two bits of the model's log-odds; on each step the model's own word counts like
/// model_weight_decisions. What comes out rises with what goes in, and without decisions it is the same.
class Calibration {
  public:
    Calibration() { settle(); }

    /// `total_millibits` are the model's log-odds.
    void add(int total_millibits, bool accepted);
    /// After the last add(): makes the steps rise.
    void settle();
    CalibratedProbability at(int total_millibits) const;

  private:
    static constexpr std::size_t steps_count = 21;  // from -20 to 20 bits

    struct Step {
        double accepted = 0;
        double decided = 0;
        double bits = 0;          ///< calibrated log-odds in its middle
        std::size_t pool = 0;     ///< which steps were made one to rise
        double decided_near = 0;  ///< decisions of these
    };
    /// Log-odds between the middles of two steps, to each of which they belong in part.
    struct Between {
        std::size_t below;
        double part;  ///< to the step above
    };
    static Between between_steps(int total_millibits);

    std::array<Step, steps_count> steps_;
};

}  // namespace fanal::identity
