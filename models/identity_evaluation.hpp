#pragma once
#include <cstdint>

namespace fanal {

/// How right the matching of profiles is, where it is known who is who. Rates are from 0 to 1 and count every pair of
/// labelled profiles, whether or not it was ever looked at.
struct IdentityEvaluation {
    /// Of what is said of pairs, or of groups of profiles.
    struct Said {
        double precision = 0;
        double recall = 0;
        double f1 = 0;
        double recall_at_precision_99 = 0;
    };

    std::int64_t profiles_count = 0;  ///< labelled ones that the database has
    std::int64_t unknown_count = 0;   ///< labelled ones that it does not have
    std::int64_t people_count = 0;
    std::int64_t true_pairs_count = 0;
    double blocking_recall = 0;  ///< of the true pairs, those that were looked at
    Said pairs;                  ///< a pair is said from even odds on
    Said after_clustering;
    double b_cubed_f1 = 0;
    std::int64_t largest_cluster = 0;
    std::int64_t automatic_links_wrong = 0;  ///< links made because networks vouch for them, between two people
    double seconds = 0;
};

}  // namespace fanal
