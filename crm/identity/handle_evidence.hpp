#pragma once
#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "crm/identity/copying.hpp"
#include "crm/identity/naming.hpp"
#include "crm/identity/surprisal.hpp"

namespace fanal::identity {

/// How far a handle speaks for one person behind two profiles.
struct HandleBits {
    double bits = 0;      ///< saved by copying from the other profile, less a part of what neither explains
    double own_bits = 0;  ///< what the handle says that its own name does not: equal handles prove that much
    bool equal = false;
    bool known = false;    ///< false: a side has neither handle nor name, or no handle that could be compared
    bool missing = false;  ///< of either profile: the evidence, if any, is a name's in a handle
};

/// A handle and a name made ready to be weighed against many others.
struct PreparedHandle {
    std::string core;
    std::string name;  ///< the tokens, a space between them
    std::vector<float> letter_bits;
    std::vector<KnownWord> words;
    double own_bits = 0;
};

/// How likely letters follow each other in what the profiles of one network call themselves.
Surprisal learn_letters(std::span<const Naming> profiles);

/// `own_count` of the occurrences of a token in `counts` are the person's own.
PreparedHandle prepare_handle(const Naming& naming, const Surprisal& surprisal, const TokenCounts& counts,
                              int own_count);

/// How far two handles speak for one person. Two profiles of two networks, always in the same order of networks. What
/// the names already explain earns nothing twice: a handle that repeats its own profile's name has little left to
/// prove.
HandleBits weigh_handles(const PreparedHandle& one, const PreparedHandle& two);

}  // namespace fanal::identity
