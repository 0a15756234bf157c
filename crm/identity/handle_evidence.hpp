#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "crm/identity/copying.hpp"
#include "crm/identity/naming.hpp"

namespace fanal::identity {

/// How far a handle speaks for one person behind two profiles.
struct HandleBits {
    double bits = 0;      ///< saved by copying from the other profile, less a part of what neither explains
    double own_bits = 0;  ///< what the handle says that its own name does not: equal handles prove that much
    bool equal = false;
    bool known = false;  ///< false: a side has neither handle nor name, or no handle that could be compared
};

/// Weighs the handles of two networks against each other. What the names already explain earns nothing twice: a handle
/// that repeats its own profile's name has little left to prove.
class HandleEvidence {
  public:
    /// Learns from the profiles of both networks how surprising handles are, for each network apart. Keeps references.
    HandleEvidence(std::span<const Naming> profiles, std::span<const Naming> other_profiles, const TokenCounts& counts);

    /// For the profile `index` of the first network and `other` of the second.
    HandleBits between(std::size_t index, std::size_t other) const;

  private:
    struct Prepared {
        const Naming* naming;
        std::string name;  ///< the tokens, a space between them
        std::vector<float> letter_bits;
        std::vector<KnownWord> words;
        double own_bits;
    };

    static std::vector<Prepared> prepare(std::span<const Naming> profiles, const TokenCounts& counts, int named_sides);
    static double saved_bits(const Prepared& profile, const Prepared& source);

    std::vector<Prepared> profiles_;
    std::vector<Prepared> other_profiles_;
};

}  // namespace fanal::identity
