#include "crm/identity/groups.hpp"

#include <algorithm>
#include <numeric>
#include <tuple>

namespace fanal::identity {
namespace {

using Members = std::vector<std::uint32_t>;

/// Of a large group, this many stand for all.
constexpr std::size_t members_asked_max = 12;

bool overlap_in_network(const Members& one, const Members& other, std::span<const std::uint32_t> networks) {
    return !networks.empty() && std::any_of(one.begin(), one.end(), [&](std::uint32_t a) {
        return std::any_of(other.begin(), other.end(), [&](std::uint32_t b) { return networks[a] == networks[b]; });
    });
}

double mean_bits(const Members& one, const Members& other, const GroupRule& rule,
                 const std::function<double(std::uint32_t, std::uint32_t)>& bits_between) {
    const std::size_t step = (one.size() + members_asked_max - 1) / members_asked_max;
    const std::size_t other_step = (other.size() + members_asked_max - 1) / members_asked_max;
    double sum = 0;
    int count = 0;
    for (std::size_t i = 0; i < one.size(); i += step) {
        for (std::size_t j = 0; j < other.size(); j += other_step) {
            sum += std::clamp(bits_between(one[i], other[j]), rule.bits_min, rule.bits_max);
            ++count;
        }
    }
    return sum / count;
}

}  // namespace

std::vector<std::uint32_t> group(std::size_t count, std::span<const WeighedPair> pairs, const GroupRule& rule,
                                 const std::function<double(std::uint32_t, std::uint32_t)>& bits_between) {
    std::vector<WeighedPair> ordered;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(ordered),
                 [&](const WeighedPair& pair) { return pair.bits >= rule.pair_bits_min; });
    std::sort(ordered.begin(), ordered.end(), [](const WeighedPair& a, const WeighedPair& b) {
        return std::tuple(-a.bits, a.one, a.other) < std::tuple(-b.bits, b.one, b.other);
    });
    std::vector<std::uint32_t> group_of(count);
    std::iota(group_of.begin(), group_of.end(), 0U);
    std::vector<Members> members(count);
    for (std::uint32_t i = 0; i < count; ++i) {
        members[i] = {i};
    }
    for (const WeighedPair& pair : ordered) {
        const std::uint32_t into = std::min(group_of[pair.one], group_of[pair.other]);
        const std::uint32_t from = std::max(group_of[pair.one], group_of[pair.other]);
        if (into == from || members[into].size() + members[from].size() > rule.size_max ||
            overlap_in_network(members[into], members[from], rule.one_of_each) ||
            mean_bits(members[into], members[from], rule, bits_between) < rule.mean_bits_min) {
            continue;
        }
        for (const std::uint32_t member : members[from]) {
            group_of[member] = into;
        }
        // Sorted, so that which members stand for a large group does not hang on the order in which it grew.
        const auto middle = static_cast<std::ptrdiff_t>(members[into].size());
        members[into].insert(members[into].end(), members[from].begin(), members[from].end());
        std::inplace_merge(members[into].begin(), members[into].begin() + middle, members[into].end());
        members[from] = {};
    }
    return group_of;
}

}  // namespace fanal::identity
