#include "crm/identity/match_index.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace fanal::identity {
namespace {

/// So many recent postings, or a share of the settled ones, are looked up apart before all is sorted anew.
constexpr std::size_t recent_min = 100'000;
constexpr std::size_t settled_a_recent = 8;

void sort_postings(std::vector<MatchIndex::Posting>& postings) {
    std::sort(postings.begin(), postings.end(), [](const MatchIndex::Posting& a, const MatchIndex::Posting& b) {
        return std::tie(a.key, a.profile) < std::tie(b.key, b.profile);
    });
}

}  // namespace

MatchIndex::MatchIndex(std::vector<Posting> postings) {
    settle(std::move(postings));
}

void MatchIndex::settle(std::vector<Posting> postings) {
    sort_postings(postings);
    std::size_t keys_count = 0;
    for (std::size_t i = 0; i < postings.size(); ++i) {
        keys_count += i == 0 || postings[i].key != postings[i - 1].key ? 1 : 0;
    }
    keys_.clear();
    begins_.clear();
    profiles_.clear();
    keys_.reserve(keys_count);
    begins_.reserve(keys_count + 1);
    profiles_.reserve(postings.size());
    for (const Posting& posting : postings) {
        if (keys_.empty() || keys_.back() != posting.key) {
            keys_.push_back(posting.key);
            begins_.push_back(static_cast<std::uint32_t>(profiles_.size()));
        }
        profiles_.push_back(posting.profile);
    }
    begins_.push_back(static_cast<std::uint32_t>(profiles_.size()));
}

void MatchIndex::add(std::uint32_t profile, std::span<const std::uint64_t> keys) {
    for (const std::uint64_t key : keys) {
        recent_[key].push_back(profile);
    }
    recent_count_ += keys.size();
    if (recent_count_ < std::max(recent_min, profiles_.size() / settled_a_recent)) {
        return;
    }
    std::vector<Posting> postings;
    postings.reserve(profiles_.size() + recent_count_);
    for (std::size_t i = 0; i < keys_.size(); ++i) {
        for (std::uint32_t at = begins_[i]; at < begins_[i + 1]; ++at) {
            postings.push_back({keys_[i], profiles_[at]});
        }
    }
    for (const auto& [key, profiles] : recent_) {
        for (const std::uint32_t one : profiles) {
            postings.push_back({key, one});
        }
    }
    settle(std::move(postings));
    recent_.clear();
    recent_count_ = 0;
}

std::span<const std::uint32_t> MatchIndex::settled_with(std::uint64_t key) const {
    const auto found = std::lower_bound(keys_.begin(), keys_.end(), key);
    if (found == keys_.end() || *found != key) {
        return {};
    }
    const auto i = static_cast<std::size_t>(found - keys_.begin());
    return std::span(profiles_).subspan(begins_[i], begins_[i + 1] - begins_[i]);
}

std::vector<MatchIndex::Found> MatchIndex::find(std::span<const std::uint64_t> keys) const {
    std::vector<Found> found;
    for (const std::uint64_t key : keys) {
        const auto settled = settled_with(key);
        const auto recent = recent_.find(key);
        const std::span<const std::uint32_t> added =
            recent == recent_.end() ? std::span<const std::uint32_t>() : recent->second;
        const std::size_t count = settled.size() + added.size();
        if (count > profiles_of_key_max) {
            continue;
        }
        // Shared by all the found ones, the number of profiles changes no order: one in a thousand keys is 10 bits.
        const auto millibits = static_cast<std::uint32_t>(std::lround(
            1000 * std::log2(4.0 * profiles_of_key_max / static_cast<double>(std::max<std::size_t>(count, 1)))));
        for (const auto& profiles : {settled, added}) {
            for (const std::uint32_t profile : profiles) {
                found.push_back({profile, millibits});
            }
        }
    }
    std::sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.profile < b.profile; });
    std::size_t kept = 0;
    for (const Found& one : found) {
        if (kept > 0 && found[kept - 1].profile == one.profile) {
            found[kept - 1].millibits += one.millibits;
        } else {
            found[kept++] = one;
        }
    }
    found.resize(kept);
    const auto rarer = [](const Found& a, const Found& b) {
        return a.millibits != b.millibits ? a.millibits > b.millibits : a.profile < b.profile;
    };
    const auto end = found.begin() + static_cast<std::ptrdiff_t>(std::min(found.size(), found_max));
    std::partial_sort(found.begin(), end, found.end(), rarer);
    found.erase(end, found.end());
    return found;
}

std::size_t MatchIndex::bytes() const {
    constexpr std::size_t bytes_of_recent = 48;  // a node of the map and a small allocation
    return keys_.capacity() * sizeof(keys_[0]) + begins_.capacity() * sizeof(begins_[0]) +
           profiles_.capacity() * sizeof(profiles_[0]) + recent_count_ * bytes_of_recent;
}

void each_pair_with_key(std::vector<MatchIndex::Posting>& postings, std::size_t profiles_of_key_max,
                        const std::function<void(std::uint32_t, std::uint32_t)>& visit) {
    sort_postings(postings);
    struct OfKey {
        std::uint32_t profile;
        std::uint32_t begin;  // of the profiles before it that have the key
        std::uint32_t end;
    };
    std::vector<OfKey> befores;
    for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
        for (end = begin; end < postings.size() && postings[end].key == postings[begin].key;) {
            ++end;
        }
        for (std::size_t i = begin + 1; i < end && end - begin <= profiles_of_key_max; ++i) {
            befores.push_back({postings[i].profile, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(i)});
        }
    }
    std::sort(befores.begin(), befores.end(), [](const OfKey& a, const OfKey& b) {
        return std::tie(a.profile, a.begin) < std::tie(b.profile, b.begin);
    });
    std::vector<std::uint32_t> smaller;
    for (std::size_t i = 0; i < befores.size();) {
        const std::uint32_t profile = befores[i].profile;
        for (smaller.clear(); i < befores.size() && befores[i].profile == profile; ++i) {
            for (std::uint32_t at = befores[i].begin; at < befores[i].end; ++at) {
                smaller.push_back(postings[at].profile);
            }
        }
        std::sort(smaller.begin(), smaller.end());
        smaller.erase(std::unique(smaller.begin(), smaller.end()), smaller.end());
        for (const std::uint32_t one : smaller) {
            visit(profile, one);
        }
    }
}

}  // namespace fanal::identity
