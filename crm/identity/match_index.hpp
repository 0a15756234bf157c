#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <unordered_map>
#include <vector>

namespace fanal::identity {

/// Finds the profiles that may be the same person as a new one, among any number, by their keys (match_keys). In
/// memory: 4 bytes a posting and 12 a distinct key, which grows in line with the profiles; with 14 keys each some 107
/// bytes a profile for 250,000 and 89 for a million. May be read from many threads while nobody adds.
class MatchIndex {
  public:
    struct Posting {
        std::uint64_t key;
        std::uint32_t profile;  ///< whatever number the caller gives it
    };
    struct Found {
        std::uint32_t profile;
        std::uint32_t millibits;  ///< how rare the keys in common are, summed: an order to look in, not a proof
    };

    /// A key that more profiles have is not looked at: everybody's first name finds nobody.
    static constexpr std::size_t profiles_of_key_max = 500;
    static constexpr std::size_t found_max = 200;

    MatchIndex() = default;
    explicit MatchIndex(std::vector<Posting> postings);

    /// A profile more. Those added one by one take some ten times the memory until so many came that all is sorted
    /// anew.
    void add(std::uint32_t profile, std::span<const std::uint64_t> keys);

    /// The profiles that have a key in common, those with the rarest first, `found_max` at most; among equals the
    /// smallest number.
    std::vector<Found> find(std::span<const std::uint64_t> keys) const;

    /// What it holds, in bytes.
    std::size_t bytes() const;

  private:
    std::span<const std::uint32_t> settled_with(std::uint64_t key) const;
    void settle(std::vector<Posting> postings);

    std::vector<std::uint64_t> keys_;      ///< each once, sorted
    std::vector<std::uint32_t> begins_;    ///< of each key's profiles, and the end of the last
    std::vector<std::uint32_t> profiles_;  ///< of all keys
    std::unordered_map<std::uint64_t, std::vector<std::uint32_t>> recent_;
    std::size_t recent_count_ = 0;
};

/// Calls `visit` once for each two profiles that have a key in common which `profiles_of_key_max` profiles have at
/// most, the larger number first, in order. Sorts `postings`.
void each_pair_with_key(std::vector<MatchIndex::Posting>& postings, std::size_t profiles_of_key_max,
                        const std::function<void(std::uint32_t profile, std::uint32_t smaller)>& visit);

}  // namespace fanal::identity
