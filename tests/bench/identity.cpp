// Who is who, over sets of people of whom it is known: what the product finds without reading a label, with the
// built-in model and with one trained on the set's own profiles, beside exact handles and Jaro-Winkler mutual best.
// `--data FOLDER|FILE` reads every set that it finds there, by its header; `--distractors FILE` adds the people of
// another set who are none of these; `--between x,facebook` one pair of networks only.
#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdio>
#include <memory>
#include <unordered_map>

#include "crm/identity/evaluation.hpp"
#include "crm/identity/groups.hpp"
#include "crm/identity/jaro_winkler.hpp"
#include "crm/identity/learning.hpp"
#include "crm/identity/match_crowd.hpp"
#include "crm/identity/network_matches.hpp"
#include "crm/identity/record_matches.hpp"
#include "crm/identity/vouching.hpp"
#include "tests/bench/figure.hpp"
#include "tests/bench/shared/network_sets.hpp"
#include "tests/bench/shared/record_sets.hpp"

namespace fanal::bench {
namespace {

using identity::RatedPair;

struct Run {
    Report& report;
    std::string set;
    std::size_t true_pairs_count;
    std::size_t mistakes_count;  ///< so many are printed

    void add(const std::string& figure, double value, const std::string& unit = "", const std::string& peer = "",
             std::optional<double> ratio = {}) const {
        report.add({set + "." + figure, value, unit, peer, ratio, {}});
    }
    void add_pairs(const std::string& after, const identity::PairFigures& figures) const {
        add("precision" + after, figures.precision);
        add("recall" + after, figures.recall);
        add("f1" + after, figures.f1);
        add("recall_at_precision_99" + after, figures.recall_at_precision_99);
    }
};

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

std::vector<RatedPair> exact_handle(const NetworkSet& set) {
    std::unordered_multimap<std::string, std::uint32_t> by_handle;
    for (std::uint32_t i = 0; i < set.other_handles.size(); ++i) {
        by_handle.emplace(set.other_handles[i], i);
    }
    std::vector<RatedPair> pairs;
    for (std::uint32_t i = 0; i < set.handles.size(); ++i) {
        const auto [begin, end] = by_handle.equal_range(set.handles[i]);
        for (auto at = begin; at != end && !set.handles[i].empty(); ++at) {
            pairs.push_back({i, static_cast<std::uint32_t>(set.handles.size()) + at->second, 1});
        }
    }
    return pairs;
}

/// Each handle with the one most like it, when that is mutual; ties are kept.
std::vector<RatedPair> jaro_winkler_mutual_best(const NetworkSet& set) {
    std::vector<double> best(set.handles.size(), 0);
    std::vector<double> other_best(set.other_handles.size(), 0);
    std::vector<RatedPair> all;
    for (std::uint32_t i = 0; i < set.handles.size(); ++i) {
        for (std::uint32_t j = 0; j < set.other_handles.size(); ++j) {
            const double similarity = identity::jaro_winkler(set.handles[i], set.other_handles[j]);
            if (similarity > 0.6 && similarity >= std::min(best[i], other_best[j])) {
                all.push_back({i, j, similarity});
            }
            best[i] = std::max(best[i], similarity);
            other_best[j] = std::max(other_best[j], similarity);
        }
    }
    std::vector<RatedPair> mutual;
    for (RatedPair pair : all) {
        if (pair.probability >= best[pair.one] && pair.probability >= other_best[pair.other]) {
            pair.other += static_cast<std::uint32_t>(set.handles.size());
            mutual.push_back(pair);
        }
    }
    return mutual;
}

/// What the product makes of a set under a model: the profiles of the first network, then of the other.
struct Matched {
    std::vector<RatedPair> looked_at;
    std::vector<identity::NetworkMatch> matches;
    std::vector<std::uint32_t> groups;
};

std::vector<identity::KnownProfile> known_profiles(const NetworkSet& set) {
    std::vector<identity::KnownProfile> known;
    for (const identity::Naming& naming : set.profiles) {
        known.push_back({"first", naming});
    }
    for (const identity::Naming& naming : set.others) {
        known.push_back({"second", naming});
    }
    return known;
}

Matched match(const NetworkSet& set, const std::vector<identity::KnownProfile>& known,
              const identity::MatchModel& model) {
    Matched matched;
    identity::MatchCrowd crowd(model);
    crowd.add(known);
    matched.matches = crowd.matches([&](std::uint32_t place, std::uint32_t smaller) {
        matched.looked_at.push_back({smaller, place, 0});
    });
    std::vector<identity::WeighedPair> pairs;
    for (const identity::NetworkMatch& match : matched.matches) {
        pairs.push_back({match.profile, match.other, match.total() / 1000.0});
    }
    matched.groups = identity::group_profiles(set.truth.side, pairs);
    return matched;
}

/// The surest pairs that are two people, to learn from.
void print_mistakes(const NetworkSet& set, const std::vector<identity::NetworkMatch>& matches, std::size_t count_max) {
    std::vector<const identity::NetworkMatch*> wrong;
    for (const identity::NetworkMatch& match : matches) {
        if (match.mutual_best && set.truth.person[match.profile] != set.truth.person[match.other]) {
            wrong.push_back(&match);
        }
    }
    std::sort(wrong.begin(), wrong.end(), [](const auto* a, const auto* b) { return a->total() > b->total(); });
    const auto called = [](const identity::Naming& naming) {
        std::string text = "@" + naming.core;
        for (const std::string& token : naming.tokens) {
            text += " " + token;
        }
        return text;
    };
    for (std::size_t i = 0; i < std::min(count_max, wrong.size()); ++i) {
        std::fprintf(stderr, "%.4f handle %d name %d: %s ~ %s\n", wrong[i]->probability, wrong[i]->evidence.handle,
                     wrong[i]->evidence.name, called(set.profiles[wrong[i]->profile]).c_str(),
                     called(set.others[wrong[i]->other - set.profiles.size()]).c_str());
    }
}

/// The links that nobody is asked about, between two people, when every profile of the first network lists the address
/// of each that it may be one with, and none of these answers: only links both ways may count.
double automatic_links_wrong(const NetworkSet& set, const std::vector<RatedPair>& candidates) {
    std::vector<ProfileLinks> profiles(set.truth.person.size());
    for (std::uint32_t i = 0; i < profiles.size(); ++i) {
        profiles[i].profile_id = ProfileId{static_cast<std::int64_t>(i) + 1};
        profiles[i].urls = {"https://network.example/" + std::to_string(i)};
    }
    for (const RatedPair& pair : candidates) {
        profiles[pair.one].links.push_back(profiles[pair.other].urls.front());
    }
    const auto links = identity::vouched_pairs(profiles);
    return static_cast<double>(std::count_if(links.begin(), links.end(), [&](const identity::Vouching& link) {
        return set.truth.person[static_cast<std::size_t>(link.profile_id.value) - 1] !=
               set.truth.person[static_cast<std::size_t>(link.other_profile_id.value) - 1];
    }));
}

void judge(const NetworkSet& set, const Matched& matched, const Run& run) {
    print_mistakes(set, matched.matches, run.mistakes_count);
    std::vector<RatedPair> kept;
    std::vector<RatedPair> mutual;
    for (const identity::NetworkMatch& match : matched.matches) {
        kept.push_back({match.profile, match.other, match.probability});
        if (match.mutual_best) {
            mutual.push_back(kept.back());
        }
    }
    const auto grouped = judge_groups(set.truth, matched.groups, kept);
    run.add("candidates", static_cast<double>(matched.looked_at.size()));
    run.add("blocking_recall", blocking_recall(set.truth, matched.looked_at));
    run.add_pairs("", judge_pairs(set.truth, mutual));
    run.add_pairs("_after_clustering", grouped.pairs);
    run.add("b_cubed_f1", grouped.b_cubed_f1);
    run.add("largest_cluster", static_cast<double>(grouped.largest));
    run.add("automatic_links_wrong", automatic_links_wrong(set, matched.looked_at));
}

/// As a database does that nobody has trained, and as one does after `fanal identity train`.
void run_networks(const NetworkSet& set, const Run& run) {
    const std::vector<identity::KnownProfile> known = known_profiles(set);
    auto start = std::chrono::steady_clock::now();
    const Matched untrained = match(set, known, identity::MatchModel::built_in());
    const double untrained_seconds = seconds_since(start);
    start = std::chrono::steady_clock::now();
    const identity::Learned learned = identity::learn(known, [](double) {});
    const Matched trained = match(set, known, learned.model());
    const double trained_seconds = seconds_since(start);
    // Labels are read from here on.
    const auto exact = judge_pairs(set.truth, exact_handle(set));
    run.add("profiles", static_cast<double>(set.truth.person.size()));
    run.add("true_pairs", static_cast<double>(run.true_pairs_count));
    run.add("exact_handle_recall", exact.recall, "", "precision " + std::to_string(exact.precision));
    run.add("jaro_winkler_recall_at_precision_99",
            judge_pairs(set.truth, jaro_winkler_mutual_best(set)).recall_at_precision_99);
    const Run built_in{run.report, run.set + ".built_in", run.true_pairs_count, run.mistakes_count};
    judge(set, untrained, built_in);
    built_in.add("seconds", untrained_seconds, "s");
    const Run after{run.report, run.set + ".trained", run.true_pairs_count, run.mistakes_count};
    after.add("expected_matches", learned.pairs.empty() ? 0 : learned.pairs.front().model.expected_matches_count);
    judge(set, trained, after);
    after.add("seconds", trained_seconds, "s");
}

void run_records(const RecordSet& set, const Run& run) {
    const auto start = std::chrono::steady_clock::now();
    const identity::RecordMatches matches = identity::match_records(set.records);
    const double seconds = seconds_since(start);
    // Labels are read from here on.
    std::vector<RatedPair> pairs;
    for (const identity::WeighedPair& pair : matches.pairs) {
        pairs.push_back({pair.one, pair.other, 1 / (1 + std::exp2(-pair.bits))});
    }
    const auto grouped = judge_groups(set.truth, matches.group_of, pairs);
    run.add("profiles", static_cast<double>(set.records.size()));
    run.add("true_pairs", static_cast<double>(run.true_pairs_count));
    run.add("candidates", static_cast<double>(pairs.size()));
    run.add("blocking_recall", blocking_recall(set.truth, pairs));
    run.add_pairs("", judge_pairs(set.truth, pairs));
    run.add_pairs("_after_clustering", grouped.pairs);
    run.add("b_cubed_f1", grouped.b_cubed_f1);
    run.add("largest_cluster", static_cast<double>(grouped.largest));
    run.add("seconds", seconds, "s");
}

/// febrl's two halves of one set are "…4a.csv" and "…4b.csv".
std::optional<LabelledSet> other_half(const std::filesystem::path& path) {
    std::string name = path.string();
    const std::size_t half = name.rfind("a.csv");
    if (half == name.npos) {
        return std::nullopt;
    }
    name[half] = 'b';
    return std::filesystem::exists(name) ? std::optional(read_labelled(name)) : std::nullopt;
}

void run_record_file(Report& report, const LabelledSet& set, const std::filesystem::path& path) {
    const std::optional<LabelledSet> half = other_half(path);
    const RecordSet records = record_set(set, half ? &*half : nullptr);
    if (const std::size_t true_pairs_count = count_true_pairs(records.truth); true_pairs_count > 0) {
        run_records(records, {report, set.name, true_pairs_count, 0});
    }
}

void run_set(Report& report, const LabelledSet& set, const LabelledSet* distractors, const std::string& between,
             std::size_t mistakes_count) {
    const std::vector<std::string> networks = networks_of(set);
    for (std::size_t i = 1; i < networks.size(); ++i) {
        for (const auto& [shown, shown_name] :
             {std::pair(Shown::handles, "handles"), {Shown::one_name, "one_name"}, {Shown::two_names, "two_names"}}) {
            if (!between.empty() && between != networks[0] + "," + networks[i]) {
                continue;
            }
            const NetworkSet profiles = network_set(set, networks[0], networks[i], shown, distractors);
            const std::size_t true_pairs_count = count_true_pairs(profiles.truth);
            if (true_pairs_count > 0) {
                run_networks(profiles, {report,
                                        set.name + "." + networks[0] + "-" + networks[i] + "." + shown_name +
                                            (distractors == nullptr ? "" : ".distractors"),
                                        true_pairs_count, mistakes_count});
            }
        }
    }
}

}  // namespace
}  // namespace fanal::bench

int main(int argc, char** argv) {
    using namespace fanal::bench;
    Report report(argc, argv);
    const auto data = text_argument(argc, argv, "--data");
    const auto more = text_argument(argc, argv, "--distractors");
    const std::string between = text_argument(argc, argv, "--between").value_or("");
    if (!data) {
        std::fprintf(stderr, "Say where the labelled sets are: --data FOLDER or --data FILE.\n");
        return 2;
    }
    std::optional<LabelledSet> distractors;
    if (more) {
        distractors = read_labelled(*more);
    }
    for (const auto& path : labelled_files(*data)) {
        const LabelledSet set = read_labelled(path);
        if (is_record_set(set)) {
            run_record_file(report, set, path);
        } else if (networks_of(set).size() >= 2) {
            run_set(report, set, distractors ? &*distractors : nullptr, between,
                    static_cast<std::size_t>(number_argument(argc, argv, "--mistakes", 0)));
        }
    }
    return report.exit_code();
}
