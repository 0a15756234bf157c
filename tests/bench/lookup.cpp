// How long a new profile takes to find whom it may be among a million stored ones, from its handle and name to its
// candidates; and what the index holds for a stored profile. Handles are made of made-up names, as people make them.
#include <algorithm>
#include <chrono>
#include <random>
#include <string>

#include "crm/identity/match_index.hpp"
#include "crm/identity/match_keys.hpp"
#include "tests/bench/figure.hpp"

namespace fanal::bench {
namespace {

std::string made_up_word(std::mt19937& random) {
    static constexpr const char* syllables[] = {"ma", "ri",  "lou", "ben", "ja",  "co",  "an",   "ton",
                                                "el", "sa",  "vi",  "dro", "ka",  "mi",  "theo", "ne",
                                                "ur", "ste", "fan", "lo",  "per", "gui", "che",  "zo"};
    std::string word;
    const auto count = 2 + random() % 3;
    for (unsigned i = 0; i < count; ++i) {
        word += syllables[random() % std::size(syllables)];
    }
    return word;
}

identity::Naming made_up_profile(std::mt19937& random, const std::vector<std::string>& given,
                                 const std::vector<std::string>& family) {
    // Squared, so that some names are far more frequent than others.
    const auto pick = [&](const std::vector<std::string>& names) {
        const double part = std::uniform_real_distribution<>()(random);
        return names[static_cast<std::size_t>(part * part * static_cast<double>(names.size()))];
    };
    const std::string first = pick(given);
    const std::string last = pick(family);
    const std::string number = random() % 2 == 0 ? std::to_string(random() % 1000) : "";
    const std::string forms[] = {first + last + number, first.substr(0, 1) + last + number, last + first + number,
                                 "the" + last + number, made_up_word(random) + number};
    return {forms[random() % std::size(forms)], {first, last}};
}

}  // namespace
}  // namespace fanal::bench

int main(int argc, char** argv) {
    using namespace fanal;
    using namespace fanal::bench;
    Report report(argc, argv);
    const auto stored = static_cast<std::uint32_t>(number_argument(argc, argv, "--profiles", 1'000'000));
    const auto lookups = static_cast<std::uint32_t>(number_argument(argc, argv, "--lookups", 20'000));
    std::mt19937 random(7);
    std::vector<std::string> given(4000);
    std::vector<std::string> family(60'000);
    std::generate(given.begin(), given.end(), [&] { return made_up_word(random); });
    std::generate(family.begin(), family.end(), [&] { return made_up_word(random) + made_up_word(random); });
    std::vector<identity::Naming> profiles;
    identity::GramCounts counts;
    for (std::uint32_t i = 0; i < stored; ++i) {
        profiles.push_back(made_up_profile(random, given, family));
        counts.add(profiles.back());
    }
    std::vector<identity::MatchIndex::Posting> postings;
    for (std::uint32_t i = 0; i < stored; ++i) {
        for (const std::uint64_t key : identity::match_keys(profiles[i], counts)) {
            postings.push_back({key, i});
        }
    }
    const auto keys_count = static_cast<double>(postings.size());
    identity::MatchIndex index(std::move(postings));
    std::vector<double> milliseconds;
    double found_count = 0;
    for (std::uint32_t i = 0; i < lookups; ++i) {
        const identity::Naming arrived = made_up_profile(random, given, family);
        const auto start = std::chrono::steady_clock::now();
        const std::vector<std::uint64_t> keys = identity::match_keys(arrived, counts);
        found_count += static_cast<double>(index.find(keys).size());
        index.add(stored + i, keys);
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    const double p99 = milliseconds[milliseconds.size() * 99 / 100];
    report.add({"lookup.p50", median(milliseconds), "ms", "", {}, {}});
    report.add({"lookup.p99", p99, "ms", "limit of 5 ms", p99 / 5, Bar{Bar::Side::at_most, 1}});
    report.add({"lookup.max", milliseconds.back(), "ms", "", {}, {}});
    report.add({"lookup.candidates", found_count / lookups, "", "", {}, {}});
    report.add({"lookup.keys_a_profile", keys_count / stored, "", "", {}, {}});
    report.add({"lookup.bytes_a_profile", static_cast<double>(index.bytes()) / stored, "B", "", {}, {}});
    return report.exit_code();
}
