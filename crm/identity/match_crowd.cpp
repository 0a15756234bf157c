#include "crm/identity/match_crowd.hpp"

#include <algorithm>
#include <map>
#include <tuple>

#include "crm/identity/match_settings.hpp"

namespace fanal::identity {

void each_pair_with_keys(std::vector<Posting>& postings,
                         const std::function<void(std::uint32_t, std::uint32_t)>& visit) {
    std::sort(postings.begin(), postings.end(), [](const Posting& a, const Posting& b) {
        return std::tie(a.key, a.profile) < std::tie(b.key, b.profile);
    });
    struct OfKey {
        std::uint32_t profile;
        std::uint32_t begin;  // of the profiles before it that have the key
        std::uint32_t count;
        std::uint32_t weight;
    };
    std::vector<OfKey> befores;
    for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
        for (end = begin; end < postings.size() && postings[end].key == postings[begin].key;) {
            ++end;
        }
        const auto weight = static_cast<std::uint32_t>(weight_of_key(end - begin));
        for (std::size_t i = begin + 1; i < end && weight > 0; ++i) {
            befores.push_back({postings[i].profile, static_cast<std::uint32_t>(begin),
                               static_cast<std::uint32_t>(i - begin), weight});
        }
    }
    std::sort(befores.begin(), befores.end(), [](const OfKey& a, const OfKey& b) {
        return std::tie(a.profile, a.begin) < std::tie(b.profile, b.begin);
    });
    std::vector<std::uint32_t> smaller;
    for (std::size_t i = 0; i < befores.size();) {
        const std::uint32_t profile = befores[i].profile;
        for (smaller.clear(); i < befores.size() && befores[i].profile == profile; ++i) {
            for (std::uint32_t at = 0; at < befores[i].count; ++at) {
                smaller.insert(smaller.end(), befores[i].weight, postings[befores[i].begin + at].profile);
            }
        }
        keep_looked_at(smaller);
        for (const std::uint32_t one : smaller) {
            visit(profile, one);
        }
    }
}

void MatchCrowd::add(const KnownProfile& profile) {
    for (const std::uint64_t key : model_.keys(profile.naming)) {
        postings_.push_back({key, static_cast<std::uint32_t>(profiles_.size())});
    }
    profiles_.push_back(model_.prepare(profile.network, profile.naming));
}

void MatchCrowd::add(std::span<const KnownProfile> profiles) {
    for (const KnownProfile& profile : profiles) {
        add(profile);
    }
}

void MatchCrowd::each_pair(const std::function<void(std::uint32_t, std::uint32_t)>& visit) {
    each_pair_with_keys(postings_, [&](std::uint32_t one, std::uint32_t other) {
        if (profiles_[one].network != profiles_[other].network) {
            visit(one, other);
        }
    });
}

std::vector<NetworkMatch> MatchCrowd::matches(const std::function<void(std::uint32_t, std::uint32_t)>& on_pair) {
    std::map<NetworkPair, std::vector<NetworkMatch>> between;
    each_pair([&](std::uint32_t one, std::uint32_t other) {
        on_pair(one, other);
        const NetworkEvidence evidence = model_.weigh(profiles_[one], profiles_[other]);
        if (evidence.sum() >= keep_millibits) {
            const bool in_order = profiles_[one].network < profiles_[other].network;
            between[std::minmax(profiles_[one].network, profiles_[other].network)].push_back(
                {in_order ? one : other, in_order ? other : one, evidence});
        }
    });
    std::vector<NetworkMatch> all;
    for (auto& [networks, matches] : between) {
        compete(matches);
        all.insert(all.end(), matches.begin(), matches.end());
    }
    return all;
}

}  // namespace fanal::identity
