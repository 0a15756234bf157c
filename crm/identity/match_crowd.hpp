#pragma once
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "crm/identity/match_model.hpp"
#include "crm/identity/match_settings.hpp"
#include "crm/identity/naming.hpp"
#include "crm/identity/network_matches.hpp"

namespace fanal::identity {

/// A profile that has a key.
struct Posting {
    std::uint64_t key;
    std::uint32_t profile;  ///< by its place
};

/// What a key that so many profiles have counts for two that have it in common. They are looked at from
/// `looked_at_weight` on (match_settings.hpp has the numbers of profiles).
constexpr std::size_t looked_at_weight = 2;
constexpr std::size_t weight_of_key(std::size_t profiles_count) {
    return profiles_count <= profiles_of_rare_key_max ? 2 : profiles_count <= profiles_of_key_max ? 1 : 0;
}

/// Calls `visit` once for each two profiles whose common keys have weight enough, the larger number first, in order.
/// Sorts `postings`.
void each_pair_with_keys(std::vector<Posting>& postings,
                         const std::function<void(std::uint32_t profile, std::uint32_t smaller)>& visit);

/// Leaves of `items`, each once for each unit of weight, those that have enough, each once and sorted.
template <class Item>
void keep_looked_at(std::vector<Item>& items) {
    std::sort(items.begin(), items.end());
    std::size_t kept = 0;
    for (std::size_t begin = 0, end = 0; begin < items.size(); begin = end) {
        while (end < items.size() && items[end] == items[begin]) {
            ++end;
        }
        if (end - begin >= looked_at_weight) {
            items[kept++] = items[begin];
        }
    }
    items.resize(kept);
}

/// A profile as it is matched.
struct KnownProfile {
    std::string network;
    Naming naming;
};

/// Any number of profiles, to be matched with each other under one model: what a database's matches are, whoever asks.
/// Some 600 bytes a profile.
class MatchCrowd {
  public:
    /// The model must outlive this.
    explicit MatchCrowd(const MatchModel& model) : model_(model) {}

    /// Takes the next place, from 0 on.
    void add(const KnownProfile& profile);
    void add(std::span<const KnownProfile> profiles);

    std::size_t size() const { return profiles_.size(); }
    const MatchProfile& at(std::uint32_t place) const { return profiles_[place]; }

    /// Every two of two networks whose common keys have weight enough, the larger place first, in order.
    void each_pair(const std::function<void(std::uint32_t place, std::uint32_t smaller)>& visit);

    /// The pairs with enough evidence to be kept (keep_millibits), weighed beside each other. `on_pair` hears of every
    /// pair that was looked at.
    std::vector<NetworkMatch> matches(const std::function<void(std::uint32_t place, std::uint32_t smaller)>& on_pair);

    /// Sorted by key once each_pair() was called.
    const std::vector<Posting>& postings() const { return postings_; }

  private:
    const MatchModel& model_;
    std::vector<MatchProfile> profiles_;
    std::vector<Posting> postings_;
};

}  // namespace fanal::identity
