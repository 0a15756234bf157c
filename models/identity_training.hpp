#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace fanal {

/// What a new match model says that the one before did not.
struct IdentityTraining {
    /// What agreement between two networks is worth, in thousandths of a bit: at its least and at its most.
    struct Weights {
        double expected_matches_count = 0;
        std::int64_t prior_millibits = 0;
        std::int64_t handle_least_millibits = 0;
        std::int64_t handle_most_millibits = 0;  ///< short of equality
        std::int64_t name_least_millibits = 0;
        std::int64_t name_most_millibits = 0;
    };
    struct Fit {
        std::string network;
        std::string other_network;
        std::int64_t candidates_count = 0;  ///< pairs of profiles with a key in common
        std::optional<Weights> now;
        std::optional<Weights> before;  ///< none: the model before had not learned about these two
    };

    std::int64_t model_id = 0;
    std::int64_t previous_model_id = 0;
    std::int64_t profiles_count = 0;
    std::int64_t previous_profiles_count = 0;  ///< 0 for the built-in model
    std::vector<Fit> fits;
    std::int64_t matches_count = 0;  ///< kept, whether or not they are shown
    std::int64_t previous_matches_count = 0;
    std::int64_t came_count = 0;  ///< kept now and not before
    std::int64_t went_count = 0;
    std::int64_t rose_count = 0;  ///< from which on matches are shown: those that are proposed now and were not
    std::int64_t fell_count = 0;
    double seconds = 0;
};

}  // namespace fanal
