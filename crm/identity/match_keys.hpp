#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "crm/identity/naming.hpp"

namespace fanal::identity {

/// In how many profiles each stretch of four or five letters stands. Counted by hash in a table of 4 MB, whatever is
/// added: a rare collision makes a stretch look less rare than it is, no more.
class GramCounts {
  public:
    GramCounts();

    void add(const Naming& naming);
    std::uint32_t count(std::string_view gram) const;

    /// The table, so that it can be kept, and put back.
    const std::vector<std::uint32_t>& table() const { return counts_; }
    std::vector<std::uint32_t>& table() { return counts_; }

  private:
    std::vector<std::uint32_t> counts_;
};

/// The keys under which a profile is found: two that may be one person have a key in common. Its handle, the eight
/// rarest stretches of it that another profile has too, the two rarest of each longer name token, each two tokens of
/// the name in any order, and each initial with a token, as handles are often made; the same of a name as it looks;
/// its addresses and its picture.
/// Sorted, each once. The same counts give the same keys.
std::vector<std::uint64_t> match_keys(const Naming& naming, const GramCounts& counts);

}  // namespace fanal::identity
