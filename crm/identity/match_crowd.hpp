#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "crm/identity/match_model.hpp"
#include "crm/identity/naming.hpp"
#include "crm/identity/network_matches.hpp"

namespace fanal::identity {

/// A profile that has a key.
struct Posting {
    std::uint64_t key;
    std::uint32_t profile;  ///< by its place
};

/// Calls `visit` once for each two profiles that have a key in common which `profiles_max` profiles have at
/// most, the larger number first, in order. Sorts `postings`.
void each_pair_with_key(std::vector<Posting>& postings, std::size_t profiles_max,
                        const std::function<void(std::uint32_t profile, std::uint32_t smaller)>& visit);

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

    /// Every two of two networks that have a key in common which few enough have (profiles_of_key_max), the larger
    /// place first, in order.
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
