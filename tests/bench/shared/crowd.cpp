#include "tests/bench/shared/crowd.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace fanal::bench {

namespace {

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers with every compiler and library.
class Random {
  public:
    std::uint64_t next() {
        state_ += 0x9e3779b97f4a7c15;
        std::uint64_t word = state_;
        word = (word ^ (word >> 30)) * 0xbf58476d1ce4e5b9;
        word = (word ^ (word >> 27)) * 0x94d049bb133111eb;
        return word ^ (word >> 31);
    }

    double unit() { return static_cast<double>(next() >> 11) * 0x1p-53; }

    /// Between `low` and `high`, falling off with the power `exponent`.
    double power_law(double exponent, double low, double high) {
        const double tail = 1 - exponent;
        const double from = std::pow(low, tail);
        return std::pow(from + unit() * (std::pow(high, tail) - from), 1 / tail);
    }

  private:
    std::uint64_t state_ = 20'240'607;
};

/// Draws an index in proportion to its weight, from all or from a range, by its place in the running sums.
class Lottery {
  public:
    Lottery(std::uint32_t count, Random& random, double exponent, double high) : sums_(count + 1, 0.0) {
        for (std::uint32_t i = 0; i < count; ++i) {
            sums_[i + 1] = sums_[i] + random.power_law(exponent, 1, high);
        }
    }

    std::uint32_t draw(Random& random, std::uint32_t first, std::uint32_t last) const {
        const double ball = sums_[first] + random.unit() * (sums_[last] - sums_[first]);
        const auto place = std::upper_bound(sums_.begin() + first + 1, sums_.begin() + last, ball);
        return static_cast<std::uint32_t>(place - sums_.begin()) - 1;
    }

  private:
    std::vector<double> sums_;
};

/// A crowd such as a brand has: few are very eager and few very popular, people keep to communities of very unequal
/// size two times in three, and one act in seven is returned. Everyone acts at least once. Numbers are dealt at random,
/// so that nothing about a node can be told from its neighbours' numbers.
class Crowd {
  public:
    explicit Crowd(std::uint32_t node_count)
        : node_count_(node_count),
          eagerness_(node_count, random_, 2.2, 5'000),
          popularity_(node_count, random_, 2.05, 50'000),
          community_(node_count),
          number_(node_count) {
        for (std::uint32_t first = 0; first < node_count;) {
            const auto size = static_cast<std::uint32_t>(random_.power_law(2, 30, 20'000));
            const std::uint32_t last = std::min(node_count, first + size);
            std::fill(community_.begin() + first, community_.begin() + last, std::pair(first, last));
            first = last;
        }
        std::iota(number_.begin(), number_.end(), 0U);
        for (std::uint32_t i = node_count; i > 1; --i) {
            std::swap(number_[i - 1], number_[random_.next() % i]);
        }
    }

    /// Sorted, without loops, each pair once.
    std::vector<Edge> edges(std::size_t edge_count) {
        std::vector<std::uint64_t> pairs;
        pairs.reserve(edge_count * 3 / 2);
        for (std::uint32_t node = 0; node < node_count_; ++node) {
            std::uint32_t other = other_end(node);
            while (other == node) {
                other = other_end(node);
            }
            pairs.push_back(pair(node, other));
        }
        // Popular pairs are drawn more than once, so drawing goes on until enough different ones are there.
        while (pairs.size() < edge_count) {
            for (std::size_t missing = (edge_count - pairs.size()) * 11 / 10 + 1; missing > 0; --missing) {
                draw(pairs);
            }
            std::sort(pairs.begin(), pairs.end());
            pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
        }
        std::vector<Edge> edges(pairs.size());
        std::transform(pairs.begin(), pairs.end(), edges.begin(), [](std::uint64_t ends) {
            return Edge{static_cast<std::uint32_t>(ends >> 32), static_cast<std::uint32_t>(ends), 1};
        });
        return edges;
    }

  private:
    std::uint32_t other_end(std::uint32_t node) {
        const bool inside = random_.unit() < 0.65;
        const auto [first, last] = inside ? community_[node] : std::pair(0U, node_count_);
        return popularity_.draw(random_, first, last);
    }

    std::uint64_t pair(std::uint32_t from, std::uint32_t to) const {
        return std::uint64_t{number_[from]} << 32 | number_[to];
    }

    void draw(std::vector<std::uint64_t>& pairs) {
        const std::uint32_t node = eagerness_.draw(random_, 0, node_count_);
        const std::uint32_t other = other_end(node);
        if (node == other) {
            return;
        }
        pairs.push_back(pair(node, other));
        if (random_.unit() < 0.15) {
            pairs.push_back(pair(other, node));
        }
    }

    std::uint32_t node_count_;
    Random random_;
    Lottery eagerness_;
    Lottery popularity_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> community_;  ///< first and one past last, by node
    std::vector<std::uint32_t> number_;
};

}  // namespace

std::vector<Edge> crowd_edges(std::uint32_t node_count, std::size_t edge_count) {
    return Crowd(node_count).edges(edge_count);
}

}  // namespace fanal::bench
