#include "crm/influence/ledger.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>

#include "crm/graph/ties.hpp"

namespace fanal::influence {
namespace {

static_assert(slow_half_life_ms == graph::default_half_life_ms, "ties and influence age alike on the slow scale");

constexpr double unit = 0x1p-36;
constexpr double root_unit = 0x1p-28;

std::int64_t decayed(double weight, std::int64_t age_ms, std::int64_t half_life_ms) {
    return std::llround(weight * std::exp2(-static_cast<double>(age_ms) / static_cast<double>(half_life_ms)) / unit);
}

/// sqrt in whole 2^-28ths, of whole 2^-36ths.
std::int64_t root(std::int64_t worth) {
    return std::llround(std::sqrt(static_cast<double>(worth)) * (0x1p-18 / root_unit));
}

std::uint64_t key_of(std::uint32_t from, std::uint32_t to) {
    return std::uint64_t{from} << 32 | to;
}

std::uint64_t mixed(std::uint64_t key) {
    key *= 0x9e3779b97f4a7c15U;
    return key ^ key >> 32;
}

}  // namespace

Worth& Worth::operator+=(const Worth& other) {
    fast += other.fast;
    slow += other.slow;
    return *this;
}

Worth worth(double weight, Instant occurred_at, Instant landmark) {
    assert(weight >= 0 && occurred_at <= landmark);
    const std::int64_t age_ms = landmark.ms - occurred_at.ms;
    return {decayed(weight, age_ms, fast_half_life_ms),
            std::max<std::int64_t>(1, decayed(weight, age_ms, slow_half_life_ms))};
}

double tie_strength(const Worth& worth) {
    return static_cast<double>(worth.slow) * unit;
}

void Ledger::Sums::change(const Worth& worth, std::int64_t sign) {
    const std::int64_t fast_root = root(worth.fast);
    const std::int64_t slow_root = root(worth.slow);
    actors_count += sign;
    fast_roots += sign * fast_root;
    slow_roots += sign * slow_root;
    fast += sign * worth.fast;
    slow += sign * worth.slow;
    cross += sign * std::llround(static_cast<double>(fast_root) * static_cast<double>(slow_root) *
                                 (root_unit * root_unit / unit));
}

Ledger::Ledger(Instant landmark, std::uint32_t nodes_count) : landmark_(landmark), slots_(16), sums_(nodes_count) {}

Ledger::Slot& Ledger::slot(std::uint64_t key) {
    const std::size_t mask = slots_.size() - 1;
    std::size_t at = mixed(key) & mask;
    while (slots_[at].key != key && slots_[at].key != 0) {
        at = (at + 1) & mask;
    }
    return slots_[at];
}

void Ledger::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& one : old) {
        if (one.key != 0) {
            slot(one.key) = one;
        }
    }
}

void Ledger::add(std::uint32_t from, std::uint32_t to, InteractionKind kind, Instant occurred_at) {
    if (occurred_at <= landmark_) {
        const double weight = graph::TieWeights{}.of_kind[static_cast<std::size_t>(kind)];
        add({from, to, worth(weight, occurred_at, landmark_)});
    }
}

void Ledger::add(const Tie& tie) {
    if (tie.from == tie.to) {
        return;
    }
    if ((ties_count_ + 1) * 5 > slots_.size() * 4) {
        grow();
    }
    Sums& sums = sums_[tie.to];
    const std::uint64_t key = key_of(tie.from, tie.to);
    Slot& found = slot(key);
    if (found.key == 0) {
        found.key = key;
        ++ties_count_;
    } else {
        sums.change(found.worth, -1);
    }
    found.worth += tie.worth;
    sums.change(found.worth, 1);
}

std::vector<Tie> Ledger::ties() const {
    std::vector<Tie> ties;
    ties.reserve(ties_count_);
    for (const Slot& one : slots_) {
        if (one.key != 0) {
            ties.push_back({static_cast<std::uint32_t>(one.key >> 32), static_cast<std::uint32_t>(one.key), one.worth});
        }
    }
    std::sort(ties.begin(), ties.end(),
              [](const Tie& a, const Tie& b) { return key_of(a.from, a.to) < key_of(b.from, b.to); });
    return ties;
}

std::vector<Influence> Ledger::influence(Instant as_of) const {
    const auto half_faded = [&](std::int64_t half_life_ms) {  // the square root of what has faded since the landmark
        return std::exp2(static_cast<double>(landmark_.ms - as_of.ms) / (2.0 * static_cast<double>(half_life_ms)));
    };
    const double fast = half_faded(fast_half_life_ms);
    const double slow = slow_part * half_faded(slow_half_life_ms);
    constexpr double four_fifths = 1.2815515655446004;  // standard deviations either side of a normal mean
    std::vector<Influence> influence;
    influence.reserve(sums_.size());
    for (const Sums& sums : sums_) {
        const double value =
            (fast * static_cast<double>(sums.fast_roots) + slow * static_cast<double>(sums.slow_roots)) * root_unit;
        const double variance =
            (fast * fast * static_cast<double>(sums.fast) + slow * slow * static_cast<double>(sums.slow) +
             2 * fast * slow * static_cast<double>(sums.cross)) *
            unit;
        const double reach = four_fifths * std::sqrt(variance);
        influence.push_back({value, std::max(0.0, value - reach), value + reach, sums.actors_count});
    }
    return influence;
}

}  // namespace fanal::influence
