#include "crm/graph/reverse_sets.hpp"

#include <algorithm>
#include <cmath>

#include "models/error.hpp"

namespace fanal::graph {

namespace {

/// SplitMix64 (G. Steele, D. Lea and C. Flood, 2014).
std::uint64_t mixed(std::uint64_t word) {
    word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9;
    word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
    return word ^ (word >> 31);
}
std::uint64_t next_random(std::uint64_t& state) {
    return mixed(state += 0x9e3779b97f4a7c15);
}

/// In (0, 1], so that it has a logarithm.
double fraction(std::uint64_t& state) {
    return static_cast<double>((next_random(state) >> 11) + 1) * 0x1p-53;
}

}  // namespace

ReverseRows::ReverseRows(const FanGraph& graph, Chances chances)
    : in_(graph.in_slices()), weighted_(chances == Chances::weights), rows_(graph.node_count()) {
    for (std::uint32_t place = 0; place < graph.node_count(); ++place) {
        Row& row = rows_[place];
        row.degree = in_.degree(place);
        if (!weighted_) {
            row.most = row.degree == 0 ? 0 : 1 / static_cast<float>(row.degree);
        } else {
            each_in(in_, place, [&](std::uint64_t slot) { row.most = std::max(row.most, in_.weight(slot)); });
        }
        if (row.most > 1) {
            throw Error(ErrorKind::bad_input, "The weight of an edge is a chance here, and must not be above 1.");
        }
        const bool as_before = place > 0 && rows_[place - 1].most == row.most;
        row.stride = as_before ? rows_[place - 1].stride : 1 / std::log1p(-static_cast<double>(row.most));
    }
}

ReverseSets::ReverseSets(const ReverseRows& rows, std::uint64_t seed)
    : rows_(rows), seed_(mixed(seed)), drawings_(lanes_count), in_set_(rows.rows_.size(), 0) {}

void ReverseSets::draw_to(std::size_t sets_count) {
    std::size_t begun = count();
    for (std::size_t lane = 0; lane < lanes_count && begun < sets_count; ++lane) {
        begin(lane, begun++);
    }
    while (count() < sets_count) {
        for (Drawing& drawing : drawings_) {
            keep_edges(drawing);
        }
        for (Drawing& drawing : drawings_) {
            look_up(drawing);
        }
        for (std::size_t lane = 0; lane < lanes_count; ++lane) {
            if (drawings_[lane].is_open && add_members(lane) && begun < sets_count) {
                begin(lane, begun++);
            }
        }
    }
}

void ReverseSets::begin(std::size_t lane, std::size_t set) {
    Drawing& drawing = drawings_[lane];
    drawing.random = mixed(seed_ + set);
    const std::uint64_t place = (next_random(drawing.random) >> 32) * rows_.rows_.size() >> 32;
    drawing.members.assign(1, static_cast<std::uint32_t>(place));
    drawing.next = 0;
    drawing.is_open = true;
    in_set_[place] = static_cast<std::uint16_t>(in_set_[place] | 1U << lane);
    __builtin_prefetch(&rows_.rows_[place]);
    __builtin_prefetch(&rows_.in_.starts[place / lanes_count]);
}

/// From one edge that the row's largest chance would keep to the next there are so many steps as a geometric law says.
void ReverseSets::keep_edges(Drawing& drawing) const {
    drawing.kept.clear();
    if (!drawing.is_open) {
        return;
    }
    const std::uint32_t place = drawing.members[drawing.next];
    const ReverseRows::Row& row = rows_.rows_[place];
    const std::uint64_t first = rows_.in_.first(place);
    double k = 0;
    while (k < row.degree) {
        k += std::floor(std::log(fraction(drawing.random)) * row.stride);
        if (k < row.degree) {
            const std::uint64_t slot = first + static_cast<std::uint64_t>(k) * lanes_count;
            drawing.kept.push_back(slot);
            __builtin_prefetch(&rows_.in_.places[slot]);
            if (rows_.weighted_ && rows_.in_.is_weighted()) {
                __builtin_prefetch(&rows_.in_.weights_high[slot]);
                __builtin_prefetch(&rows_.in_.weights_low[slot]);
            }
        }
        k += 1;
    }
}

/// Of the edges that the largest chance would keep, each stays with its own chance's share of it.
void ReverseSets::look_up(Drawing& drawing) const {
    if (rows_.weighted_ && !drawing.kept.empty()) {
        const double most = rows_.rows_[drawing.members[drawing.next]].most;
        std::erase_if(drawing.kept, [&](std::uint64_t slot) {
            return fraction(drawing.random) * most > static_cast<double>(rows_.in_.weight(slot));
        });
    }
    for (std::uint64_t& slot : drawing.kept) {
        const std::uint32_t place = rows_.in_.places[slot];
        slot = place;
        __builtin_prefetch(&in_set_[place]);
        __builtin_prefetch(&rows_.rows_[place]);
        __builtin_prefetch(&rows_.in_.starts[place / lanes_count]);
    }
}

/// Whether the set is complete; then it is put to the others.
bool ReverseSets::add_members(std::size_t lane) {
    Drawing& drawing = drawings_[lane];
    const auto bit = static_cast<std::uint16_t>(1U << lane);
    for (const std::uint64_t place : drawing.kept) {
        if ((in_set_[place] & bit) == 0) {
            in_set_[place] = static_cast<std::uint16_t>(in_set_[place] | bit);
            drawing.members.push_back(static_cast<std::uint32_t>(place));
        }
    }
    if (++drawing.next < drawing.members.size()) {
        return false;
    }
    for (const std::uint32_t place : drawing.members) {
        in_set_[place] = static_cast<std::uint16_t>(in_set_[place] & ~bit);
    }
    members_.insert(members_.end(), drawing.members.begin(), drawing.members.end());
    starts_.push_back(members_.size());
    drawing.is_open = false;
    return true;
}

}  // namespace fanal::graph
