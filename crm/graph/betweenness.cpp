#include "crm/graph/betweenness.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <random>
#include <span>
#include <utility>

#include "crm/graph/brandes_sweep.hpp"
#include "models/error.hpp"

namespace fanal::graph {

namespace {

/// Those whom the searches are at after so many steps.
struct Step {
    std::vector<std::uint32_t> places;  ///< rising
    std::vector<std::uint16_t> masks;
};

/// Searches from 16 sources at a time and adds up, by place, what depends on each.
template <class Value>
class Sweeper {
  public:
    Sweeper(const FanGraph& graph, const Machine& machine)
        : machine_(machine),
          count_(graph.node_count()),
          out_(graph.out_rows()),
          in_(graph.in_slices()),
          seen_(std::size_t{count_} + 1),
          here_(std::size_t{count_} + 1),
          next_(std::size_t{count_} + 1),
          found_(count_),
          paths_(std::size_t{count_} * lanes_count),
          per_path_(std::size_t{count_} * lanes_count) {}

    /// Adds to `totals` what depends on each place for at most 16 sources. False, with `totals` left as they were in
    /// parts, when there are too many paths to count.
    bool run(std::span<const std::uint32_t> sources, Array<double>& totals) {
        sweep_ = {out_,         in_, 0, seen_.data(), here_.data(), next_.data(), paths_.data(), per_path_.data(),
                  totals.data()};
        std::fill(seen_.begin(), seen_.end(), std::uint16_t{0});
        std::vector<Step> steps = {start(sources)};
        while (!steps.back().places.empty()) {
            steps.push_back(ahead(steps.back()));
        }
        bool countable = true;
        for (std::size_t i = steps.size() - 1; i-- > 0;) {  // the last step found nobody
            countable = back(steps[i], steps[i + 1], i == 0) && countable;
        }
        for (const std::uint32_t place : steps.front().places) {
            next_[place] = 0;
        }
        return countable;
    }

  private:
    Step start(std::span<const std::uint32_t> sources) {
        for (std::size_t lane = 0; lane < sources.size(); ++lane) {
            const auto bit = static_cast<std::uint16_t>(1U << lane);
            sweep_.sources |= bit;
            here_[sources[lane]] |= bit;
            seen_[sources[lane]] |= bit;
            paths_[std::size_t{sources[lane]} * lanes_count + lane] = 1;
        }
        Step step{{sources.begin(), sources.end()}, {}};
        std::sort(step.places.begin(), step.places.end());
        for (const std::uint32_t place : step.places) {
            step.masks.push_back(here_[place]);
        }
        return step;
    }

    /// Looking back from everyone costs a look at everyone; a small frontier is cheaper pushed ahead.
    Step ahead(const Step& step) {
        std::uint64_t edges = 0;
        for (const std::uint32_t place : step.places) {
            edges += out_.degree(place);
        }
        Step further;
        if (edges * 32 < std::uint64_t{count_} + in_.places.size()) {
            const std::size_t count =
                push_ahead(machine_.path, sweep_, step.places.data(), step.places.size(), found_.data());
            further.places.assign(found_.begin(), found_.begin() + static_cast<std::ptrdiff_t>(count));
            std::sort(further.places.begin(), further.places.end());
        } else {
            further.places = looked_back();
        }
        for (const std::uint32_t place : step.places) {
            here_[place] = 0;
        }
        further.masks.reserve(further.places.size());
        for (const std::uint32_t place : further.places) {
            further.masks.push_back(next_[place]);
            seen_[place] |= next_[place];
        }
        here_.swap(next_);
        std::swap(sweep_.here, sweep_.next);
        return further;
    }

    std::vector<std::uint32_t> looked_back() {
        const std::size_t blocks_count = (std::size_t{count_} + block_places - 1) / block_places;
        std::vector<std::size_t> found_counts(blocks_count);
        each_block(machine_, blocks_count, [&](std::size_t block) {
            const auto first = static_cast<std::uint32_t>(block * block_places);
            const auto last = static_cast<std::uint32_t>(std::min<std::size_t>(count_, (block + 1) * block_places));
            found_counts[block] = look_back(machine_.path, sweep_, first, last, found_.data() + first);
        });
        std::vector<std::uint32_t> all;
        for (std::size_t block = 0; block < blocks_count; ++block) {
            const auto first = found_.begin() + static_cast<std::ptrdiff_t>(block * block_places);
            all.insert(all.end(), first, first + static_cast<std::ptrdiff_t>(found_counts[block]));
        }
        return all;
    }

    /// Before it `next_` holds the lanes of `further`, and after it those of `step`.
    bool back(const Step& step, const Step& further, bool is_source) {
        const std::size_t blocks_count = (step.places.size() + block_places - 1) / block_places;
        std::vector<std::uint8_t> countable(blocks_count, 0);
        each_block(machine_, blocks_count, [&](std::size_t block) {
            const std::size_t first = block * block_places;
            const std::size_t count = std::min(step.places.size() - first, block_places);
            countable[block] = gather_back(machine_.path, sweep_, step.places.data() + first, step.masks.data() + first,
                                           count, is_source);
        });
        for (const std::uint32_t place : further.places) {
            next_[place] = 0;
        }
        for (std::size_t i = 0; i < step.places.size(); ++i) {
            next_[step.places[i]] = step.masks[i];
        }
        return std::find(countable.begin(), countable.end(), 0) == countable.end();
    }

    static constexpr std::size_t block_places = 8192;

    Machine machine_;
    std::uint32_t count_;
    OutRows out_;
    InSlices in_;
    Array<std::uint16_t> seen_;
    Array<std::uint16_t> here_;
    Array<std::uint16_t> next_;
    Array<std::uint32_t> found_;
    Array<Value> paths_;
    Array<Value> per_path_;
    Sweep<Value> sweep_;
};

/// 16 places at a time.
template <class Visit>
void each_batch(std::span<const std::uint32_t> places, const Visit& visit) {
    for (std::size_t first = 0; first < places.size(); first += lanes_count) {
        visit(places.subspan(first, std::min<std::size_t>(lanes_count, places.size() - first)));
    }
}

void must_be_countable(bool countable) {
    if (!countable) {
        throw Error(ErrorKind::bad_input, "Betweenness counts up to 10^300 shortest paths, and here are more.");
    }
}

/// What depends on each place, added up over the sources.
Array<double> dependencies(const FanGraph& graph, std::span<const std::uint32_t> sources, const Machine& machine) {
    Array<double> totals(graph.node_count(), 0.0);
    Sweeper<double> sweeper(graph, machine);
    each_batch(sources, [&](auto batch) { must_be_countable(sweeper.run(batch, totals)); });
    return totals;
}

/// The same to the precision of floats, which are half as much to read; where they cannot count the paths, doubles do.
Array<double> coarse_dependencies(const FanGraph& graph, std::span<const std::uint32_t> sources,
                                  const Machine& machine) {
    Array<double> totals(graph.node_count(), 0.0);
    Sweeper<float> sweeper(graph, machine);
    each_batch(sources, [&](auto batch) {
        Array<double> before = totals;
        if (!sweeper.run(batch, totals)) {
            totals.swap(before);
            must_be_countable(Sweeper<double>(graph, machine).run(batch, totals));
        }
    });
    return totals;
}

/// `count` different places by lot (R. Durstenfeld, 1964), rising, so that sources that are near in memory are in one
/// sweep.
std::vector<std::uint32_t> drawn_places(std::uint32_t place_count, std::uint32_t count, std::uint64_t seed) {
    std::vector<std::uint32_t> places(place_count);
    std::iota(places.begin(), places.end(), 0U);
    std::mt19937_64 random(seed);
    for (std::uint32_t i = 0; i < count && count < place_count; ++i) {
        std::swap(places[i], places[i + random() % (place_count - i)]);
    }
    places.resize(count);
    std::sort(places.begin(), places.end());
    return places;
}

}  // namespace

std::vector<double> betweenness(const FanGraph& graph, const Machine& machine) {
    const std::uint32_t count = graph.node_count();
    return graph.by_node<double>(dependencies(graph, drawn_places(count, count, 0), machine));
}

SampledBetweenness sampled_betweenness(const FanGraph& graph, const SamplingOptions& options) {
    if (options.sources_count == 0) {
        throw Error(ErrorKind::bad_input, "Betweenness needs at least one source.");
    }
    if (!(options.chance_of_worse > 0 && options.chance_of_worse < 1)) {
        throw Error(ErrorKind::bad_input, "The chance that betweenness is worse than its error lies between 0 and 1.");
    }
    const std::uint32_t count = graph.node_count();
    SampledBetweenness result;
    const std::uint64_t wanted = (std::uint64_t{options.sources_count} + lanes_count - 1) / lanes_count * lanes_count;
    result.sources_count = static_cast<std::uint32_t>(std::min<std::uint64_t>(wanted, count));
    const bool all = result.sources_count == count;
    const auto sources = drawn_places(count, result.sources_count, options.seed);
    result.fraction = graph.by_node<double>(all ? dependencies(graph, sources, options.machine)
                                                : coarse_dependencies(graph, sources, options.machine));
    const double pairs = double(result.sources_count) * (double(count) - 1);
    for (double& fraction : result.fraction) {
        fraction = pairs > 0 ? fraction / pairs : 0;
    }
    result.error = all ? 0 : std::sqrt(std::log(2.0 * count / options.chance_of_worse) / (2.0 * result.sources_count));
    return result;
}

}  // namespace fanal::graph
