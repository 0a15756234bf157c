#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <vector>

#include "crm/demo/phrases.hpp"

namespace fanal::demo {

/// Deals phrases as from shuffled packs: of those that would do, each comes once before any comes again.
class PhraseBook {
  public:
    explicit PhraseBook(std::uint64_t seed);

    /// One of `subject`; where there is none, one of no particular subject. Where `language` has neither, French has.
    const Phrase& about(Language language, Intent intent, Subject subject, Random& random);
    /// Likewise, but where there are some of `subject`, every other one is of no particular subject all the same.
    const Phrase& around(Language language, Intent intent, Subject subject, Random& random);
    /// One that makes sense under a post on `topic`, which is about it, or about anything that may be said anywhere.
    const Phrase& under(Language language, Intent intent, Subject topic, Random& random);

  private:
    struct Pack {
        std::vector<const Phrase*> phrases;
        std::size_t dealt = 0;
    };
    /// One pack for each subject, and one more of all that may be said anywhere.
    using Packs = std::array<Pack, subjects_count + 1>;

    void add(Language language, std::span<const Phrase> phrases);
    Packs& packs(Language language, Intent intent);
    static const Phrase& deal(Pack& pack, Random& random);

    std::vector<Packs> packs_;
};

}  // namespace fanal::demo
