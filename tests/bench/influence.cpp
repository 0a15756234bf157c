// Who will be taken up next: how well influence ranks what came after an instant, beside plain baselines. `--data FILE`
// is a log of "actor target epoch_seconds RT|MT|RE" lines (Higgs: reshare, mention, reply; what counts afterwards is
// reshares), or cascades of "profile,time" (FOREST; a reshare is credited to the ten sharers before it, the nearer in
// time the more, all together 1). Also how many acts a second a ledger takes.
#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <sstream>
#include <unordered_map>

#include "crm/graph/fan_graph.hpp"
#include "crm/graph/pagerank.hpp"
#include "crm/graph/ties.hpp"
#include "crm/influence/forward_test.hpp"
#include "crm/influence/ledger.hpp"
#include "tests/bench/figure.hpp"
#include "tests/bench/shared/dataset.hpp"

namespace fanal::bench {
namespace {

struct Deed {
    std::uint32_t from;
    std::uint32_t to;
    InteractionKind kind;
    Instant occurred_at;
    double credit_part;  ///< of the credit for the act
};

struct Log {
    std::uint32_t nodes_count = 0;
    std::vector<Deed> deeds;  ///< by time
    bool is_of_interactions = false;
};

struct Split {
    Instant at;
    Instant until;
};

class Numbers {
  public:
    std::uint32_t of(const std::string& name) {
        return numbers_.emplace(name, static_cast<std::uint32_t>(numbers_.size())).first->second;
    }
    std::uint32_t count() const { return static_cast<std::uint32_t>(numbers_.size()); }

  private:
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

struct Sharing {
    std::int64_t at_ms;
    std::uint32_t profile;
};

/// Credits one sharing to the ten before it.
void credit(const std::vector<Sharing>& cascade, std::size_t place, std::vector<Deed>& deeds) {
    const std::size_t begin = place > 10 ? place - 10 : 0;
    std::vector<double> parts_of_credit;
    double sum = 0;
    for (std::size_t i = begin; i < place; ++i) {
        const double age_ms = static_cast<double>(cascade[place].at_ms - cascade[i].at_ms);
        parts_of_credit.push_back(std::exp2(-age_ms / influence::fast_half_life_ms) + 1e-9);
        sum += parts_of_credit.back();
    }
    for (std::size_t i = begin; i < place; ++i) {
        deeds.push_back({cascade[place].profile,
                         cascade[i].profile,
                         InteractionKind::reshare,
                         {cascade[place].at_ms},
                         parts_of_credit[i - begin] / sum});
    }
}

/// "profile,time" after "profile,time"; times are ms, or hours where they are small.
void read_cascade(const std::string& line, Numbers& numbers, std::vector<Deed>& deeds) {
    std::vector<Sharing> cascade;
    std::istringstream words(line);
    for (std::string word; words >> word;) {
        const std::size_t comma = word.find(',');
        const double time = std::strtod(word.c_str() + comma + 1, nullptr);
        const std::uint32_t profile = numbers.of(word.substr(0, comma));
        const bool is_new =
            std::none_of(cascade.begin(), cascade.end(), [&](const Sharing& one) { return one.profile == profile; });
        if (is_new) {
            cascade.push_back({std::llround(time > 1e11 ? time : time * ms_per_hour), profile});
        }
    }
    std::stable_sort(cascade.begin(), cascade.end(),
                     [](const Sharing& a, const Sharing& b) { return a.at_ms < b.at_ms; });
    for (std::size_t place = 1; place < cascade.size(); ++place) {
        credit(cascade, place, deeds);
    }
}

Log read_log(const std::string& path) {
    Log log;
    Numbers numbers;
    std::istringstream lines(read_dataset(path));
    for (std::string line; std::getline(lines, line);) {
        if (line.find(',') != std::string::npos) {
            read_cascade(line, numbers, log.deeds);
            continue;
        }
        std::istringstream words(line);
        std::string from;
        std::string to;
        std::string kind;
        std::int64_t seconds = 0;
        if (words >> from >> to >> seconds >> kind) {
            log.is_of_interactions = true;
            log.deeds.push_back({numbers.of(from),
                                 numbers.of(to),
                                 kind == "RT"   ? InteractionKind::reshare
                                 : kind == "MT" ? InteractionKind::mention
                                                : InteractionKind::comment,
                                 {seconds * ms_per_second},
                                 1});
        }
    }
    std::stable_sort(log.deeds.begin(), log.deeds.end(),
                     [](const Deed& a, const Deed& b) { return a.occurred_at < b.occurred_at; });
    log.nodes_count = numbers.count();
    return log;
}

/// Six rolling splits of the activity log, where it is long enough; a shorter one is split every two hours from
/// the 60th to the fourth before its end, against the twelve hours that follow. Cascades are split once, at 70 %.
std::vector<Split> splits_of(const Log& log) {
    const auto& deeds = log.deeds;
    const Instant end = deeds.back().occurred_at;
    if (!log.is_of_interactions) {
        return {{deeds[deeds.size() * 7 / 10].occurred_at, end}};
    }
    std::vector<Split> splits;
    const auto add = [&](std::int64_t at_hours, std::int64_t until_hours) {
        const Instant begin = deeds.front().occurred_at;
        const Instant until{begin.ms + until_hours * ms_per_hour};
        splits.push_back({{begin.ms + at_hours * ms_per_hour}, std::min(until, end)});
    };
    const std::int64_t hours = (end.ms - deeds.front().occurred_at.ms) / ms_per_hour;
    if (hours < 132) {
        for (std::int64_t at = 60; at <= hours - 4; at += 2) {
            add(at, at + 12);
        }
        return splits;
    }
    for (const auto& [at, until] : {std::pair{60, 72}, {72, 84}, {72, 96}, {84, 108}, {96, 120}, {96, 132}}) {
        add(at, until);
    }
    return splits;
}

std::vector<double> influence_at(const Log& log, Instant at) {
    influence::Ledger ledger(at, log.nodes_count);
    for (const Deed& deed : log.deeds) {
        if (deed.occurred_at <= at) {
            const double weight = deed.credit_part * graph::TieWeights{}.of_kind[static_cast<std::size_t>(deed.kind)];
            ledger.add({deed.from, deed.to, influence::worth(weight, deed.occurred_at, at)});
        }
    }
    std::vector<double> values;
    for (const influence::Influence& one : ledger.influence(at)) {
        values.push_back(one.value);
    }
    return values;
}

/// The count of reshares, each fading by half in so many hours; none: a plain count.
std::vector<double> count_at(const Log& log, Instant at, double half_life_hours) {
    std::vector<double> counts(log.nodes_count);
    for (const Deed& deed : log.deeds) {
        if (deed.occurred_at <= at && deed.kind == InteractionKind::reshare && deed.from != deed.to) {
            const double age_ms = static_cast<double>(at.ms - deed.occurred_at.ms);
            counts[deed.to] +=
                deed.credit_part * (half_life_hours > 0 ? std::exp2(-age_ms / (half_life_hours * ms_per_hour)) : 1);
        }
    }
    return counts;
}

std::vector<double> pagerank_at(const Log& log, Instant at) {
    std::vector<Edge> edges;
    for (const Deed& deed : log.deeds) {
        if (deed.occurred_at <= at && deed.kind == InteractionKind::reshare && deed.from != deed.to) {
            edges.push_back({deed.from, deed.to, static_cast<float>(deed.credit_part)});
        }
    }
    return graph::pagerank(graph::FanGraph(log.nodes_count, edges)).pagerank;
}

std::vector<double> gains_in(const Log& log, const Split& split) {
    std::vector<double> gains(log.nodes_count);
    for (const Deed& deed : log.deeds) {
        if (split.at < deed.occurred_at && deed.occurred_at <= split.until && deed.from != deed.to &&
            deed.kind == InteractionKind::reshare) {
            gains[deed.to] += deed.credit_part;
        }
    }
    return gains;
}

void report_quality(const Log& log, Report& report) {
    const std::vector<std::pair<std::string, std::vector<double> (*)(const Log&, Instant)>> scores = {
        {"influence", influence_at},
        {"decayed_count", [](const Log& of, Instant at) { return count_at(of, at, 6); }},
        {"count", [](const Log& of, Instant at) { return count_at(of, at, 0); }},
        {"pagerank", pagerank_at}};
    const std::vector<Split> splits = splits_of(log);
    influence::ForwardTest baseline;
    std::vector<influence::ForwardTest> means;
    for (const auto& [name, score] : scores) {
        influence::ForwardTest mean;
        for (const Split& split : splits) {
            const influence::ForwardTest one = influence::forward_test(score(log, split.at), gains_in(log, split));
            mean.ndcg += one.ndcg / static_cast<double>(splits.size());
            mean.capture += one.capture / static_cast<double>(splits.size());
        }
        means.push_back(mean);
        baseline = name == "decayed_count" ? mean : baseline;
    }
    report.add({"splits", static_cast<double>(splits.size()), "", "", {}, {}});
    for (std::size_t i = 0; i < scores.size(); ++i) {
        report.add(
            {scores[i].first + ".ndcg_at_100", means[i].ndcg, "", "decayed_count", means[i].ndcg / baseline.ndcg, {}});
        report.add({scores[i].first + ".capture_at_100",
                    means[i].capture,
                    "",
                    "decayed_count",
                    means[i].capture / baseline.capture,
                    {}});
    }
}

void report_speed(const Log& log, Report& report) {
    const std::size_t rounds = std::max<std::size_t>(1, 2'000'000 / log.deeds.size());
    const double seconds = thread_seconds([&] {
        for (std::size_t round = 0; round < rounds; ++round) {
            influence::Ledger ledger(log.deeds.back().occurred_at, log.nodes_count);
            for (const Deed& deed : log.deeds) {
                ledger.add(deed.from, deed.to, deed.kind, deed.occurred_at);
            }
        }
    });
    report.add(
        {"ledger", static_cast<double>(rounds * log.deeds.size()) / seconds / 1e6, "million acts/s", "", {}, {}});
}

}  // namespace
}  // namespace fanal::bench

int main(int argc, char** argv) {
    using namespace fanal::bench;
    Report report(argc, argv);
    const auto data = text_argument(argc, argv, "--data");
    if (!data) {
        std::fprintf(stderr, "influence: nothing measured; give a log of interactions with --data FILE.\n");
        return 0;
    }
    const Log log = read_log(*data);
    if (log.deeds.empty()) {
        std::fprintf(stderr, "There is no interaction in %s.\n", data->c_str());
        return 2;
    }
    report_quality(log, report);
    report_speed(log, report);
    return report.exit_code();
}
