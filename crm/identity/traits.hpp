#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace fanal::identity {

/// What a profile says of itself beside its handle and name.
struct SelfDescription {
    std::string_view place;
    std::string_view bio;
    std::string_view url;  ///< where the network shows it
    std::string_view avatar_url;
    std::span<const std::string> links;  ///< URLs, or texts with URLs in them
};

/// The same in the form in which it is compared: "place:bordeaux_france", "site:" for what it lists, "own:" for where
/// it stands, "email:", "avatar:", "word:" for words of the bio. Without spaces, sorted, each once.
std::vector<std::string> make_traits(const SelfDescription& said);

/// Those among `traits` that few have, so that two profiles are found by them: addresses and pictures. An address that
/// one lists and the other stands at gives both the same key. Appends.
void add_trait_keys(std::span<const std::string> traits, std::vector<std::uint64_t>& keys);

/// How many profiles have each trait. By hash, so that nobody's address can be read off a model.
class TraitCounts {
  public:
    using Counts = std::unordered_map<std::uint64_t, std::uint32_t>;

    void add(std::span<const std::string> traits);
    /// log2 of one in how many profiles that say anything of this kind says this, beside the two compared. Before
    /// anything is counted it is what the kind is usually worth.
    double bits(std::string_view trait) const;

    const Counts& counts() const { return counts_; }
    Counts& counts() { return counts_; }

  private:
    Counts counts_;  ///< of each trait, and of each kind
};

/// What the traits that two profiles have in common prove, in thousandths of a bit, never less than 0: people keep
/// several addresses and write places in many ways, so that a difference says nothing. Of those that come together, the
/// strongest stands alone: an address on the web, an e-mail address and a link to each other; a picture and a bio,
/// which who copies one copies too.
struct TraitEvidence {
    int link = 0;   ///< one lists the address where the other stands
    int site = 0;   ///< both list it
    int email = 0;  ///< both write it
    int avatar = 0;
    int place = 0;
    int bio = 0;  ///< the rarest word of both

    int sum() const { return link + site + email + avatar + place + bio; }
};

/// In whatever order they are given.
TraitEvidence weigh_traits(std::span<const std::string> traits, std::span<const std::string> others,
                           const TraitCounts& counts);

}  // namespace fanal::identity
