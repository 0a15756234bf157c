#pragma once
#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace fanal::identity {

/// How likely letters follow each other in the handles of one network: trigrams of a–z, 0–9 and the two ends, mixed
/// with bigrams and single letters by absolute discounting (Ney, Essen, Kneser 1994). From it comes how surprising a
/// handle is (Perito et al. 2011). Counts add up, so that the order of what is added does not show. 800 KB whatever is
/// added.
class Surprisal {
  public:
    Surprisal();

    /// Counts `core` (text::handle_core, or a token of a name) `weight` times.
    void add(std::string_view core, float weight);

    /// Bits of each letter of `core`, as if it had been added `own_weight` less often: what it adds to the counts
    /// itself makes nothing likely.
    std::vector<float> letter_bits(std::string_view core, float own_weight) const;

    /// What was counted, so that it can be kept: `order` letters of context, and where in the table of that order.
    void each_count(const std::function<void(int order, std::size_t place, float count)>& visit) const;
    /// Puts back what each_count() gave. Throws internal where there is no such place.
    void put_count(int order, std::size_t place, float count);

  private:
    /// What was seen behind one context.
    struct Context {
        float total = 0;
        float distinct_count = 0;
    };

    std::vector<float> counts_[3];  ///< by the letters of the context and the letter that follows
    std::vector<Context> contexts_[3];
};

}  // namespace fanal::identity
