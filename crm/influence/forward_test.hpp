#pragma once
#include <span>

/// How well a score ranked, at some instant, what came after it.
namespace fanal::influence {

/// Both are from 0 to 1, and of the first 100.
struct ForwardTest {
    double ndcg = 0;     ///< sum of gain / log2(place + 1), over the same sum of the best order there is
    double capture = 0;  ///< sum of the gains, over that of the 100 largest
};

/// `scores` order the nodes, the largest first, ties by index; `gains` are what each received afterwards, at least 0.
/// Both are 1 for no gains at all. O(nodes).
ForwardTest forward_test(std::span<const double> scores, std::span<const double> gains);

}  // namespace fanal::influence
