// How large a cascade becomes, told early: `--data FILE` is a table of reshare trees (Twitter15: dataset, tree, parent,
// child, their delays in minutes; a tree's id says when it began). The later 30 % of the trees are forecast, each from
// all that began before it, at 10, 30, 60 and 180 minutes, beside what a median growth and 25 nearest neighbours say.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <sstream>

#include "crm/influence/forecast.hpp"
#include "models/instant.hpp"
#include "tests/bench/figure.hpp"
#include "tests/bench/shared/dataset.hpp"

namespace fanal::bench {
namespace {

using Delays = std::vector<std::int64_t>;

/// By when each tree began: its posts' delays, rising. What shares twice, or before the root, counts once, or at once.
std::vector<Delays> read_trees(const std::string& path) {
    std::map<std::uint64_t, std::map<std::string, std::int64_t>> trees;
    std::istringstream lines(read_dataset(path));
    for (std::string line; std::getline(lines, line);) {
        std::istringstream parts(line);
        std::vector<std::string> part;
        for (std::string one; std::getline(parts, one, '\t');) {
            part.push_back(one);
        }
        if (part.size() < 8 || part[0] == "dataset") {
            continue;
        }
        const std::int64_t delay_ms = std::max<std::int64_t>(0, std::llround(std::atof(part[7].c_str()) * 60'000));
        auto& nodes = trees[std::strtoull(part[1].c_str(), nullptr, 10)];
        const auto [node, is_new] = nodes.emplace(part[5] + " " + part[6], delay_ms);
        node->second = std::min(node->second, delay_ms);
    }
    std::vector<Delays> found;
    for (const auto& [tree, nodes] : trees) {
        Delays delays{0};
        for (const auto& [node, delay_ms] : nodes) {
            delays.push_back(delay_ms);
        }
        std::sort(delays.begin(), delays.end());
        delays.erase(delays.begin());  // the root stands among them
        delays.front() = 0;
        found.push_back(std::move(delays));
    }
    return found;
}

std::size_t count_at(const Delays& delays, std::int64_t age_ms) {
    return static_cast<std::size_t>(std::upper_bound(delays.begin(), delays.end(), age_ms) - delays.begin());
}

double growth_of(const Delays& delays, std::int64_t age_ms) {
    return static_cast<double>(delays.size()) / static_cast<double>(count_at(delays, age_ms));
}

/// The median growth of the 25 trees before `place` whose size at this age and at its half and quarter was nearest.
double neighbours_growth(const std::vector<Delays>& trees, std::size_t place, std::int64_t age_ms) {
    const auto curve = [&](const Delays& delays) {
        const auto log_at = [&](std::int64_t at) { return std::log(static_cast<double>(count_at(delays, at))); };
        return std::array{log_at(age_ms), log_at(age_ms / 2) - log_at(age_ms), log_at(age_ms / 4) - log_at(age_ms)};
    };
    const auto own = curve(trees[place]);
    std::vector<std::pair<double, double>> others;
    for (std::size_t i = 0; i < place; ++i) {
        const auto other = curve(trees[i]);
        others.push_back(
            {std::hypot(own[0] - other[0], own[1] - other[1], own[2] - other[2]), growth_of(trees[i], age_ms)});
    }
    std::sort(others.begin(), others.end());
    std::vector<double> growths;
    for (std::size_t i = 0; i < std::min<std::size_t>(25, others.size()); ++i) {
        growths.push_back(others[i].second);
    }
    return median(growths);
}

void report_age(const std::vector<Delays>& trees, std::int64_t minutes, Report& report) {
    const std::int64_t age_ms = minutes * 60'000;
    const std::size_t begin = trees.size() * 7 / 10;
    influence::GrowthHistory history(age_ms);
    std::vector<double> errors;
    std::vector<double> median_errors;
    std::vector<double> neighbour_errors;
    std::vector<double> growths;
    double covered_count = 0;
    for (std::size_t place = 0; place < trees.size(); ++place) {
        const Delays& tree = trees[place];
        const std::size_t count = count_at(tree, age_ms);
        if (place >= begin) {
            const double size = static_cast<double>(tree.size());
            const auto error = [&](double forecast) { return std::abs(forecast - size) / size; };
            const auto forecast = history.forecast(std::span(tree).first(count));
            if (!forecast) {
                std::fprintf(stderr, "There are too few trees to tell anything from.\n");
                return;
            }
            errors.push_back(error(forecast->size));
            covered_count += forecast->low <= size + 1e-6 && size - 1e-6 <= forecast->high ? 1 : 0;
            median_errors.push_back(error(static_cast<double>(count) * median(growths)));
            neighbour_errors.push_back(error(static_cast<double>(count) * neighbours_growth(trees, place, age_ms)));
        }
        history.add(tree);
        growths.push_back(growth_of(tree, age_ms));
    }
    const std::string at = "at_" + std::to_string(minutes) + "_min.";
    const double best = std::min(median(median_errors), median(neighbour_errors));
    report.add({at + "median_error", median(errors), "", "best baseline", median(errors) / best, {}});
    report.add({at + "median_growth.median_error", median(median_errors), "", "", {}, {}});
    report.add({at + "nearest_25.median_error", median(neighbour_errors), "", "", {}, {}});
    report.add(
        {at + "covered_by_80_percent_interval", covered_count / static_cast<double>(errors.size()), "", "", {}, {}});
}

}  // namespace
}  // namespace fanal::bench

int main(int argc, char** argv) {
    using namespace fanal::bench;
    Report report(argc, argv);
    const auto data = text_argument(argc, argv, "--data");
    if (!data) {
        std::fprintf(stderr, "forecast: nothing measured; give a table of reshare trees with --data FILE.\n");
        return 0;
    }
    const std::vector<std::vector<std::int64_t>> trees = read_trees(*data);
    if (trees.empty()) {
        std::fprintf(stderr, "There is no tree in %s.\n", data->c_str());
        return 2;
    }
    report.add({"trees", static_cast<double>(trees.size()), "", "", {}, {}});
    for (const std::int64_t minutes : {10, 30, 60, 180}) {
        report_age(trees, minutes, report);
    }
    return report.exit_code();
}
