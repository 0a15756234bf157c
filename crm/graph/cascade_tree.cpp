#include "crm/graph/cascade_tree.hpp"

#include <algorithm>
#include <cassert>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <tuple>
#include <utility>

namespace fanal::graph {

namespace {

/// The root is slot 0, and the reshare at i is slot i + 1.
using Slot = std::uint32_t;
constexpr Slot root_slot = 0;

struct Parent {
    Slot slot = root_slot;
    bool assumed = true;
};

bool says_parent(const Reshare& reshare) {
    return reshare.parent_id && reshare.parent_id != reshare.interaction_id;
}

/// By time, then id; of one id the one that says its parent first. A total order but for reshares that are equal in
/// all.
bool stands_before(const Reshare& left, const Reshare& right) {
    const auto key = [](const Reshare& reshare) {
        return std::tuple(reshare.occurred_at, reshare.interaction_id, !says_parent(reshare), reshare.parent_id,
                          reshare.profile_id);
    };
    return key(left) < key(right);
}

/// The slot of each id, sorted by id.
using Index = std::vector<std::pair<InteractionId, Slot>>;

Index index_by_id(std::span<const Reshare> reshares) {
    Index index;
    index.reserve(reshares.size());
    for (std::size_t i = 0; i < reshares.size(); ++i) {
        index.emplace_back(reshares[i].interaction_id, static_cast<Slot>(i + 1));
    }
    std::sort(index.begin(), index.end());
    return index;
}

/// In standing order, each id once.
std::vector<Reshare> in_order(InteractionId root, std::span<const Reshare> reshares) {
    std::vector<Reshare> sorted(reshares.begin(), reshares.end());
    std::erase_if(sorted, [&](const Reshare& reshare) { return reshare.interaction_id == root; });
    std::sort(sorted.begin(), sorted.end(), stands_before);
    const Index index = index_by_id(sorted);
    std::vector<bool> repeated(sorted.size(), false);
    for (std::size_t i = 1; i < index.size(); ++i) {
        repeated[index[i].second - 1] = index[i].first == index[i - 1].first;
    }
    std::size_t kept = 0;
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        if (!repeated[i]) {
            sorted[kept++] = sorted[i];
        }
    }
    sorted.resize(kept);
    return sorted;
}

/// Where each slot hangs according to what was said; the entry of the root means nothing.
std::vector<Parent> stated_parents(InteractionId root, std::span<const Reshare> reshares) {
    const Index index = index_by_id(reshares);
    std::vector<Parent> parents(reshares.size() + 1);
    for (std::size_t i = 0; i < reshares.size(); ++i) {
        const Reshare& reshare = reshares[i];
        if (!says_parent(reshare)) {
            continue;
        }
        if (reshare.parent_id == root) {
            parents[i + 1] = {root_slot, false};
            continue;
        }
        const auto found = std::lower_bound(index.begin(), index.end(), std::pair(reshare.parent_id, Slot{0}));
        if (found != index.end() && found->first == reshare.parent_id) {
            parents[i + 1] = {found->second, false};
        }
    }
    return parents;
}

/// Hangs everyone who stands on a circle on the root. Walks up from each slot, as far as the ground is new: a walk that
/// meets its own traces has found a circle.
void break_circles(std::vector<Parent>& parents) {
    constexpr Slot never = std::numeric_limits<Slot>::max();
    std::vector<Slot> walked_from(parents.size(), never);
    walked_from[root_slot] = root_slot;
    for (Slot start = 1; start < parents.size(); ++start) {
        Slot slot = start;
        while (walked_from[slot] == never) {
            walked_from[slot] = start;
            slot = parents[slot].slot;
        }
        if (walked_from[slot] != start) {
            continue;
        }
        while (parents[slot].slot != root_slot) {
            slot = std::exchange(parents[slot], Parent{}).slot;
        }
    }
}

/// The children of each slot, in standing order, packed row by row.
struct Children {
    std::vector<Slot> starts;
    std::vector<Slot> slots;

    explicit Children(const std::vector<Parent>& parents) : starts(parents.size() + 1, 0), slots(parents.size() - 1) {
        for (Slot slot = 1; slot < parents.size(); ++slot) {
            ++starts[parents[slot].slot + 1];
        }
        for (std::size_t i = 1; i < starts.size(); ++i) {
            starts[i] += starts[i - 1];
        }
        std::vector<Slot> next(starts.begin(), starts.end() - 1);
        for (Slot slot = 1; slot < parents.size(); ++slot) {
            slots[next[parents[slot].slot]++] = slot;
        }
    }

    std::span<const Slot> of(Slot slot) const {
        return std::span(slots).subspan(starts[slot], starts[slot + 1] - starts[slot]);
    }
};

/// Every slot, parents first, level by level.
std::vector<Slot> by_level(const Children& children) {
    std::vector<Slot> order = {root_slot};
    order.reserve(children.slots.size() + 1);
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto below = children.of(order[i]);
        order.insert(order.end(), below.begin(), below.end());
    }
    return order;
}

std::vector<std::int64_t> subtree_sizes(const std::vector<Slot>& order, const std::vector<Parent>& parents) {
    std::vector<std::int64_t> sizes(order.size(), 1);
    for (std::size_t i = order.size() - 1; i > 0; --i) {
        sizes[parents[order[i]].slot] += sizes[order[i]];
    }
    return sizes;
}

}  // namespace

std::vector<CascadeNode> cascade_tree(InteractionId root, std::span<const Reshare> reshares) {
    assert(reshares.size() < static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max()));
    const std::vector<Reshare> sorted = in_order(root, reshares);
    std::vector<Parent> parents = stated_parents(root, sorted);
    break_circles(parents);
    const Children children(parents);
    const std::vector<Slot> order = by_level(children);
    const std::vector<std::int64_t> sizes = subtree_sizes(order, parents);

    std::vector<CascadeNode> nodes(order.size());
    nodes[0].interaction_id = root;
    nodes[0].subtree_size = sizes[root_slot];
    std::vector<std::int32_t> place(order.size(), 0);
    for (const Slot parent : order) {
        std::int32_t next = place[parent] + 1;
        for (const Slot child : children.of(parent)) {
            const Reshare& reshare = sorted[child - 1];
            CascadeNode& node = nodes[static_cast<std::size_t>(next)];
            node.interaction_id = reshare.interaction_id;
            node.profile_id = reshare.profile_id;
            node.occurred_at = reshare.occurred_at;
            node.parent = place[parent];
            node.depth = nodes[static_cast<std::size_t>(place[parent])].depth + 1;
            node.subtree_size = sizes[child];
            node.parent_assumed = parents[child].assumed;
            place[child] = next;
            next += static_cast<std::int32_t>(sizes[child]);
        }
    }
    return nodes;
}

}  // namespace fanal::graph
