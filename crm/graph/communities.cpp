#include "crm/graph/communities.hpp"

#include <algorithm>
#include <cstddef>
#include <limits>
#include <numeric>
#include <utility>

namespace fanal::graph {

namespace {

struct Link {
    std::uint32_t other = 0;
    float weight = 0;
};

/// An undirected graph with weights: each link stands at both of its ends. A link of a node to itself stands nowhere,
/// but its weight counts, twice, in the strength of the node.
struct Links {
    Array<std::uint64_t> starts = Array<std::uint64_t>(1, 0);
    Array<Link> links;
    std::vector<double> strengths;  ///< weight at each node's end

    std::uint32_t count() const { return static_cast<std::uint32_t>(strengths.size()); }
    std::span<const Link> of(std::uint32_t node) const {
        return {links.data() + starts[node], links.data() + starts[node + 1]};
    }
    void prefetch(std::uint32_t node) const {
        __builtin_prefetch(links.data() + starts[node]);
        __builtin_prefetch(links.data() + starts[node] + 8);
    }
};

/// Weights stand beside the in-edges alone, so they are brought from there to where the edges go out.
void weigh(const InSlices& in, Links& all) {
    Array<std::uint64_t> next(all.starts.begin(), all.starts.end() - 1);
    std::fill(all.strengths.begin(), all.strengths.end(), 0.0);
    for (std::uint32_t place = 0; place < all.count(); ++place) {
        each_in(in, place, [&](std::uint64_t slot) {
            const float weight = in.weight(slot);
            all.links[next[in.places[slot]]++].weight = weight;
            all.strengths[in.places[slot]] += weight;
            all.strengths[place] += weight;
        });
    }
}

/// Whom each place acted towards, and then who acted towards it; whoever did both stands there twice.
Links both_ways(const FanGraph& graph) {
    const InSlices in = graph.in_slices();
    const OutRows out = graph.out_rows();
    const std::uint32_t count = graph.node_count();
    Links all;
    all.starts.resize(std::size_t{count} + 1);
    for (std::uint32_t place = 0; place < count; ++place) {
        all.starts[place + 1] = all.starts[place] + out.degree(place) + in.degree(place);
    }
    all.links.resize(all.starts.back());
    all.strengths.assign(count, 0.0);
    for (std::uint32_t place = 0; place < count; ++place) {
        Link* row = std::transform(out.of(place).begin(), out.of(place).end(), all.links.data() + all.starts[place],
                                   [](std::uint32_t to) {
                                       return Link{to, 1};
                                   });
        each_in(in, place, [&](std::uint64_t slot) { *row++ = {in.places[slot], in.weight(slot)}; });
        all.strengths[place] = out.degree(place) + in.degree(place);
    }
    if (in.is_weighted()) {
        weigh(in, all);
    }
    return all;
}

/// The weights from one node to each group that it is tied to; everything is 0 and empty between two nodes.
class Towards {
  public:
    explicit Towards(std::uint32_t count) : weights_(count, 0), groups_(std::size_t{count} + 1) {}

    /// A weight of 0 adds nothing. Whether a group is new cannot be foretold, so it is always written, and written over
    /// when it was not.
    void add(std::uint32_t group, float weight) {
        groups_[groups_count_] = group;
        groups_count_ += (weights_[group] == 0) & (weight > 0) ? 1 : 0;
        weights_[group] += weight;
    }
    double weight(std::uint32_t group) const { return weights_[group]; }
    std::span<const std::uint32_t> groups() const { return {groups_.data(), groups_count_}; }
    void clear() {
        for (const std::uint32_t group : groups()) {
            weights_[group] = 0;
        }
        groups_count_ = 0;
    }

  private:
    Array<double> weights_;
    Array<std::uint32_t> groups_;
    std::size_t groups_count_ = 0;
};

/// A gain below this share of a node's strength is none: rounding could feign it, and nodes would move for ever.
constexpr double least_gain = 1e-6;
/// Nor may they where weights are so far apart that sums of them are all rounding. Crowds need some 20 rounds.
constexpr int rounds_max = 1000;

/// Moves each node to the community where it adds most to the modularity, until none would gain. Whoever has not moved
/// is looked at again only when a neighbour has.
void move_nodes(const Links& links, double all_strength, std::vector<std::uint32_t>& community) {
    const std::uint32_t count = links.count();
    std::vector<double> strengths(count, 0.0);
    for (std::uint32_t node = 0; node < count; ++node) {
        strengths[community[node]] += links.strengths[node];
    }
    std::vector<std::uint8_t> waiting(count, 1);
    Towards towards(count);
    bool moved = true;
    for (int round = 0; moved && round < rounds_max; ++round) {
        moved = false;
        for (std::uint32_t node = 0; node < count; ++node) {
            if (waiting[node] == 0) {
                continue;
            }
            waiting[node] = 0;
            for (const Link& link : links.of(node)) {
                towards.add(community[link.other], link.weight);
            }
            const std::uint32_t own = community[node];
            const double fraction = links.strengths[node] / all_strength;
            strengths[own] -= links.strengths[node];
            std::uint32_t best = own;
            double most = towards.weight(own) - fraction * strengths[own] + least_gain * links.strengths[node];
            for (const std::uint32_t group : towards.groups()) {
                const double gain = towards.weight(group) - fraction * strengths[group];
                best = gain > most ? group : best;
                most = std::max(most, gain);
            }
            towards.clear();
            strengths[best] += links.strengths[node];
            if (best != own) {
                community[node] = best;
                moved = true;
                for (const Link& link : links.of(node)) {
                    waiting[link.other] |= community[link.other] != best ? 1 : 0;
                }
            }
        }
    }
}

/// Renames groups from 0, in the order of their first nodes; gives how many there are.
std::uint32_t number(std::vector<std::uint32_t>& group) {
    constexpr std::uint32_t unnamed = std::numeric_limits<std::uint32_t>::max();
    const std::uint32_t highest = group.empty() ? 0 : *std::max_element(group.begin(), group.end());
    std::vector<std::uint32_t> name(std::size_t{highest} + 1, unnamed);
    std::uint32_t count = 0;
    for (std::uint32_t& one : group) {
        if (name[one] == unnamed) {
            name[one] = count++;
        }
        one = name[one];
    }
    return count;
}

/// Each community's parts: every node starts alone, and while it is, it may join the part of its community where it
/// adds most. It joins along a link and never leaves, so parts hang together. Gives the parts numbered from 0 by their
/// first nodes, and how many they are.
std::pair<std::vector<std::uint32_t>, std::uint32_t> parts_of(const Links& links, double all_strength,
                                                              const std::vector<std::uint32_t>& community) {
    const std::uint32_t count = links.count();
    struct Membership {
        std::uint32_t community;
        std::uint32_t part;
    };
    Array<Membership> memberships(count);
    std::vector<double> strengths = links.strengths;
    std::vector<double> whole(count, 0.0);
    for (std::uint32_t node = 0; node < count; ++node) {
        memberships[node] = {community[node], node};
        whole[community[node]] += links.strengths[node];
    }
    std::vector<std::uint8_t> joined(count, 0);  // whether others are in the part that began with this node
    Towards towards(count);
    for (std::uint32_t node = 0; node < count; ++node) {
        if (joined[node] != 0) {
            continue;
        }
        double inside = 0;
        for (const Link& link : links.of(node)) {
            const Membership other = memberships[link.other];
            const float weight = other.community == community[node] ? link.weight : 0;
            towards.add(other.part, weight);
            inside += weight;
        }
        const double own = links.strengths[node];
        const double fraction = own / all_strength;
        std::uint32_t best = node;
        double most = least_gain * own;
        if (inside >= fraction * (whole[community[node]] - own)) {
            for (const std::uint32_t group : towards.groups()) {
                const double gain = towards.weight(group) - fraction * strengths[group];
                best = gain > most ? group : best;
                most = std::max(most, gain);
            }
        }
        towards.clear();
        if (best != node) {
            memberships[node].part = best;
            joined[best] = 1;
            strengths[best] += own;
            strengths[node] = 0;
        }
    }
    std::vector<std::uint32_t> part(count);
    std::transform(memberships.begin(), memberships.end(), part.begin(), [](const Membership& m) { return m.part; });
    const std::uint32_t parts_count = number(part);
    return {std::move(part), parts_count};
}

/// The graph whose nodes are the groups.
Links merged(const Links& links, const std::vector<std::uint32_t>& group, std::uint32_t groups_count) {
    std::vector<std::uint32_t> first(std::size_t{groups_count} + 1, 0);
    for (const std::uint32_t one : group) {
        ++first[one + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    std::vector<std::uint32_t> members(group.size());
    std::vector<std::uint32_t> next(first.begin(), first.end() - 1);
    for (std::uint32_t node = 0; node < group.size(); ++node) {
        members[next[group[node]]++] = node;
    }
    Links large;
    large.starts.reserve(std::size_t{groups_count} + 1);
    large.links.reserve(links.links.size());  // an address range: what is not written takes no memory
    Towards towards(groups_count);
    for (std::uint32_t one = 0; one < groups_count; ++one) {
        double strength = 0;
        for (std::uint32_t i = first[one]; i < first[one + 1]; ++i) {
            links.prefetch(members[std::min<std::size_t>(i + 8, members.size() - 1)]);
            strength += links.strengths[members[i]];
            for (const Link& link : links.of(members[i])) {
                towards.add(group[link.other], link.weight);
            }
        }
        for (const std::uint32_t other : towards.groups()) {
            if (other != one) {
                large.links.push_back({other, static_cast<float>(towards.weight(other))});
            }
        }
        towards.clear();
        large.starts.push_back(large.links.size());
        large.strengths.push_back(strength);
    }
    return large;
}

/// Improves the communities of `links`, level by level: the parts of one are the nodes of the next. On the way back
/// single nodes move once more, which gains as much as doing everything again and takes a fifth of the time.
void improve(const Links& links, double all_strength, std::vector<std::uint32_t>& community) {
    move_nodes(links, all_strength, community);
    auto [part, parts_count] = parts_of(links, all_strength, community);
    if (parts_count == links.count()) {
        return;
    }
    std::vector<std::uint32_t> of_part(parts_count);
    for (std::uint32_t node = 0; node < links.count(); ++node) {
        of_part[part[node]] = community[node];
    }
    number(of_part);
    improve(merged(links, part, parts_count), all_strength, of_part);
    for (std::uint32_t node = 0; node < links.count(); ++node) {
        community[node] = of_part[part[node]];
    }
    move_nodes(links, all_strength, community);
}

/// Gives each part that hangs together a number of its own: where a community has fallen apart, this alone raises the
/// modularity.
void split(const Links& links, std::vector<std::uint32_t>& community) {
    constexpr std::uint32_t unseen = std::numeric_limits<std::uint32_t>::max();
    std::vector<std::uint32_t> piece(links.count(), unseen);
    std::vector<std::uint32_t> reached;
    for (std::uint32_t first = 0; first < links.count(); ++first) {
        if (piece[first] != unseen) {
            continue;
        }
        piece[first] = first;
        reached = {first};
        while (!reached.empty()) {
            const std::uint32_t node = reached.back();
            reached.pop_back();
            for (const Link& link : links.of(node)) {
                if (piece[link.other] == unseen && community[link.other] == community[first]) {
                    piece[link.other] = first;
                    reached.push_back(link.other);
                }
            }
        }
    }
    community.swap(piece);
}

double modularity_of(const Links& links, double all_strength, const std::vector<std::uint32_t>& community) {
    std::vector<double> strengths(links.count(), 0.0);
    double inside = 0;
    for (std::uint32_t node = 0; node < links.count(); ++node) {
        strengths[community[node]] += links.strengths[node];
        for (const Link& link : links.of(node)) {
            inside += community[link.other] == community[node] ? link.weight : 0;
        }
    }
    double by_chance = 0;
    for (const double strength : strengths) {
        by_chance += strength / all_strength * (strength / all_strength);
    }
    return all_strength > 0 ? inside / all_strength - by_chance : 0;
}

}  // namespace

Communities communities(const FanGraph& graph) {
    const Links links = both_ways(graph);
    const double all_strength = std::accumulate(links.strengths.begin(), links.strengths.end(), 0.0);
    std::vector<std::uint32_t> community(graph.node_count());
    std::iota(community.begin(), community.end(), 0U);
    improve(links, all_strength, community);
    split(links, community);
    Communities result;
    result.modularity = modularity_of(links, all_strength, community);
    result.community = graph.by_node<std::uint32_t>(community);
    std::vector<std::uint32_t> smallest(graph.node_count(), graph.node_count());
    for (std::uint32_t node = 0; node < graph.node_count(); ++node) {
        std::uint32_t& name = smallest[result.community[node]];
        result.communities_count += name == graph.node_count() ? 1 : 0;
        name = std::min(name, node);
        result.community[node] = name;
    }
    return result;
}

}  // namespace fanal::graph
