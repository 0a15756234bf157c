#include "crm/graph/seeds.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <queue>
#include <utility>

#include "models/error.hpp"

namespace fanal::graph {

namespace {

const double greedy_part = 1 - std::exp(-1.0);

void check(const SeedOptions& options) {
    if (!(options.epsilon > 0 && options.epsilon < greedy_part)) {
        throw Error(ErrorKind::bad_input, "The epsilon of seeds lies between 0 and 1 - 1/e.");
    }
    if (!(options.chance_of_worse >= 0 && options.chance_of_worse < 1)) {
        throw Error(ErrorKind::bad_input, "The chance that seeds are worse than certified lies between 0 and 1.");
    }
    if (options.seeds_count == 0) {
        throw Error(ErrorKind::bad_input, "There must be at least one seed.");
    }
}

/// Chooses the places that are together in most sets: always the one that is in most of those not yet hit.
class Cover {
  public:
    Cover(const ReverseSets& sets, std::uint32_t place_count) : sets_(sets), gains_(place_count, 0) {
        for (const std::uint32_t place : sets.members()) {
            ++gains_[place];
        }
        most_ = *std::max_element(gains_.begin(), gains_.end());
        places_at_.assign(std::size_t{most_} + 1, 0);
        for (const std::uint32_t gain : gains_) {
            ++places_at_[gain];
        }
        is_chosen_.assign(place_count, 0);
        index();
    }

    std::vector<std::uint32_t> choose(std::uint32_t count) {
        std::vector<std::uint32_t> chosen;
        std::vector<std::uint8_t> is_hit(sets_.count(), 0);
        bound_ = static_cast<double>(most_gains(count));
        while (chosen.size() < count) {
            const std::uint32_t place = best();
            chosen.push_back(place);
            for (std::uint32_t i = starts_[place]; i < starts_[place + 1]; ++i) {
                const std::uint32_t set = sets_of_[i];
                if (is_hit[set] == 0) {
                    is_hit[set] = 1;
                    ++hit_count_;
                    for (const std::uint32_t member : sets_.of(set)) {
                        --places_at_[gains_[member]];
                        ++places_at_[--gains_[member]];
                    }
                }
            }
            bound_ = std::min(bound_, static_cast<double>(hit_count_ + most_gains(count)));
        }
        return chosen;
    }

    /// No so many places hit more sets than this: not more than what is hit at any moment and what the places that
    /// then gain most would gain each alone.
    double bound() const { return bound_; }

  private:
    /// The sets that each place is in.
    void index() {
        starts_.assign(gains_.size() + 1, 0);
        std::partial_sum(gains_.begin(), gains_.end(), starts_.begin() + 1);
        sets_of_.resize(sets_.members().size());
        Array<std::uint32_t> next(starts_.begin(), starts_.end() - 1);
        for (std::size_t set = 0; set < sets_.count(); ++set) {
            for (const std::uint32_t place : sets_.of(set)) {
                sets_of_[next[place]++] = static_cast<std::uint32_t>(set);
            }
        }
    }

    /// What the `count` places that gain most gain, one by one.
    std::uint64_t most_gains(std::uint32_t count) {
        while (most_ > 0 && places_at_[most_] == 0) {
            --most_;
        }
        std::uint64_t sum = 0;
        for (std::uint64_t gain = most_; gain > 0 && count > 0; --gain) {
            const std::uint32_t taken = std::min(count, places_at_[gain]);
            sum += gain * taken;
            count -= taken;
        }
        return sum;
    }

    /// Gains only fall, so a candidate whose gain is as it was when noted down is the best of all. Few places ever come
    /// into question, so only those that gain much are noted down; others follow when no such one is left.
    std::uint32_t best() {
        while (true) {
            if (candidates_.empty() || candidates_.top().first < lowest_noted_) {
                note_down();
            }
            const std::uint32_t place = ~candidates_.top().second;
            const bool as_noted = candidates_.top().first == gains_[place];
            candidates_.pop();
            if (as_noted) {
                is_chosen_[place] = 1;
                return place;
            }
            candidates_.push({gains_[place], ~place});
        }
    }

    /// Those who now gain most, at least `wanted_` of them while there are.
    void note_down() {
        std::uint64_t noted = 0;
        for (lowest_noted_ = most_; lowest_noted_ > 0; --lowest_noted_) {
            noted += places_at_[lowest_noted_];
            if (noted >= wanted_) {
                break;
            }
        }
        wanted_ *= 2;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
        for (std::uint32_t place = 0; place < gains_.size(); ++place) {
            if (gains_[place] >= lowest_noted_ && is_chosen_[place] == 0) {
                found.emplace_back(gains_[place], ~place);
            }
        }
        candidates_ = decltype(candidates_)({}, std::move(found));
    }

    const ReverseSets& sets_;
    Array<std::uint32_t> gains_;            ///< by place: the sets not yet hit that it is in
    std::uint32_t most_ = 0;                ///< no place gains more
    std::vector<std::uint32_t> places_at_;  ///< by gain: how many places gain so much
    Array<std::uint32_t> starts_;
    std::vector<std::uint32_t> sets_of_;
    std::vector<std::uint8_t> is_chosen_;
    std::priority_queue<std::pair<std::uint32_t, std::uint32_t>> candidates_;  ///< gain as noted, and ~place
    std::uint32_t lowest_noted_ = 0;
    std::uint64_t wanted_ = 256;
    std::uint64_t hit_count_ = 0;
    double bound_ = 0;
};

std::size_t hits_count(const ReverseSets& sets, std::span<const std::uint32_t> places, std::uint32_t place_count) {
    std::vector<std::uint8_t> is_seed(place_count, 0);
    for (const std::uint32_t place : places) {
        is_seed[place] = 1;
    }
    std::size_t count = 0;
    for (std::size_t set = 0; set < sets.count(); ++set) {
        const auto members = sets.of(set);
        const auto hit = [&](std::uint32_t place) { return is_seed[place] != 0; };
        count += std::any_of(members.begin(), members.end(), hit) ? 1 : 0;
    }
    return count;
}

/// How many sets to begin with and how many rounds to double them: so many that the greedy choice is good enough with
/// all of them even where no certificate says so (OPIM-C, lemma 6.1 and theorem 6.2).
struct Schedule {
    std::size_t sets_count = 0;
    int rounds_count = 1;
    double doubt = 0;  ///< ln(1 / the chance that one bound of one round is wrong)

    Schedule(double nodes, double seeds, double epsilon, double chance_of_worse) {
        const double choices = std::lgamma(nodes + 1) - std::lgamma(seeds + 1) - std::lgamma(nodes - seeds + 1);
        const double alpha = std::sqrt(std::log(6 / chance_of_worse));
        const double beta = std::sqrt(greedy_part * (choices + std::log(6 / chance_of_worse)));
        const double fewest = 2 * (greedy_part * alpha + beta) * (greedy_part * alpha + beta);
        const double most = fewest * nodes / seeds / (epsilon * epsilon);
        sets_count = static_cast<std::size_t>(fewest) + 1;
        rounds_count = static_cast<int>(std::log2(most / fewest)) + 1;
        doubt = std::log(3.0 * rounds_count / chance_of_worse);
    }
};

/// What an expected count is at least and at most, when `count` was seen (OPIM-C, equations 5 and 8).
double at_least(double count, double doubt) {
    const double root = std::sqrt(count + doubt * 2 / 9) - std::sqrt(doubt / 2);
    return std::max(0.0, root * std::abs(root) - doubt / 18);
}
double at_most(double count, double doubt) {
    const double root = std::sqrt(count + doubt / 2) + std::sqrt(doubt / 2);
    return root * root;
}

}  // namespace

Seeds best_seeds(const FanGraph& graph, const SeedOptions& options) {
    check(options);
    Seeds result;
    if (graph.node_count() == 0) {
        return result;
    }
    const std::uint32_t seeds_count = std::min(options.seeds_count, graph.node_count());
    const double nodes = graph.node_count();
    const double chance = options.chance_of_worse > 0 ? options.chance_of_worse : 1 / std::max(nodes, 2.0);
    // A fourth of the chance is for spread_high, which OPIM-C does not ask for.
    const Schedule schedule(nodes, seeds_count, options.epsilon, chance * 3 / 4);
    const ReverseRows rows(graph, options.chances);
    ReverseSets halves[] = {ReverseSets(rows, 2 * options.seed), ReverseSets(rows, 2 * options.seed + 1)};
    std::size_t half_count = schedule.sets_count;
    for (int round = 1;; ++round) {
        each_block(options.machine, 2, [&](std::size_t half) { halves[half].draw_to(half_count); });
        Cover cover(halves[0], graph.node_count());
        result.nodes = cover.choose(seeds_count);
        const auto hits = static_cast<double>(hits_count(halves[1], result.nodes, graph.node_count()));
        const double one = nodes / static_cast<double>(half_count);  // how many fans a set stands for
        result.spread = one * hits;
        result.spread_low = std::max<double>(seeds_count, one * at_least(hits, schedule.doubt));
        result.best_high = std::min(nodes, one * at_most(cover.bound(), schedule.doubt));
        result.spread_high = std::min(result.best_high, one * at_most(hits, schedule.doubt));
        result.certified = std::min(1.0, result.spread_low / result.best_high);
        result.sets_count = 2 * half_count;
        if (result.certified >= greedy_part - options.epsilon || round == schedule.rounds_count ||
            4 * half_count > options.sets_count_max) {
            break;
        }
        half_count *= 2;
    }
    for (std::uint32_t& seed : result.nodes) {
        seed = graph.node_at(seed);
    }
    return result;
}

}  // namespace fanal::graph
