// What looking at matches and deciding one costs where very many are kept: made-up people of four networks, of whom
// many are called alike.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <random>
#include <string>
#include <vector>

#include <unistd.h>

#include "crm/app/use_cases.hpp"
#include "crm/storage/store.hpp"
#include "tests/bench/figure.hpp"

namespace {

namespace fs = std::filesystem;
using namespace fanal;
using namespace fanal::bench;

const app::Decision decision{"bench", "", {1'795'608'000'000}};

std::string made_up_word(std::mt19937& random, unsigned syllables_count) {
    static constexpr const char* syllables[] = {"ma", "ri", "lou", "ben", "ja", "co",  "an",  "ton", "el", "sa", "vi",
                                                "ka", "mi", "ne",  "ur",  "lo", "per", "gui", "zo",  "te", "du", "fan"};
    std::string word;
    for (unsigned i = 0; i < syllables_count; ++i) {
        word += syllables[random() % std::size(syllables)];
    }
    return word;
}

/// A comment of each profile, some answering somebody; squared draws make some names far more frequent than others.
void write_people(const fs::path& path, std::int64_t profiles_count) {
    std::mt19937 random(7);
    std::vector<std::string> given(200), family(1500);
    std::generate(given.begin(), given.end(), [&] { return made_up_word(random, 3); });
    std::generate(family.begin(), family.end(), [&] { return made_up_word(random, 4); });
    const auto pick = [&](const std::vector<std::string>& names) {
        const double part = std::uniform_real_distribution<>()(random);
        return names[static_cast<std::size_t>(part * part * static_cast<double>(names.size()))];
    };
    constexpr const char* networks[] = {"x", "facebook", "mastodon", "instagram"};
    std::ofstream file(path);
    for (std::int64_t i = 0; i < profiles_count; ++i) {
        const std::string first = pick(given), last = pick(family);
        const std::string number = random() % 2 == 0 ? std::to_string(random() % 1000) : "";
        const std::string handles[] = {first + last + number, first.substr(0, 1) + last + number, last + first + number,
                                       "the" + last + number, made_up_word(random, 4) + number};
        const std::string day = std::to_string(10 + random() % 18);
        file << R"({"network":")" << networks[i % 4] << R"(","kind":"comment","remote_id":"c)" << i
             << R"(","occurred_at":"2026-10-)" << day << R"(T10:00:00Z","profile_remote_id":"p)" << i
             << R"(","handle":")" << handles[random() % std::size(handles)] << R"(","display_name":")" << first << " "
             << last << R"(","to_profile_remote_id":"p)" << 4 * (random() % (static_cast<unsigned>(i) / 4 + 1)) + i % 4
             << R"(","text":"?"})"
             << "\n";
    }
}

double milliseconds(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
}

/// What each decision takes, over these matches.
double decide(storage::Store& store, const std::vector<Match>& matches, int first, int count,
              const std::function<void(storage::Store&, std::string_view, const app::Decision&)>& act) {
    std::vector<double> taken;
    for (int i = first; i < first + count && i < static_cast<int>(matches.size()); ++i) {
        taken.push_back(
            milliseconds([&] { act(store, to_text(matches[static_cast<std::size_t>(i)].match_id), decision); }));
    }
    return median(taken);
}

}  // namespace

int main(int argc, char** argv) {
    const auto profiles_count = static_cast<std::int64_t>(number_argument(argc, argv, "--profiles", 200'000));
    const auto rounds = static_cast<int>(number_argument(argc, argv, "--rounds", 20));
    const fs::path folder = fs::temp_directory_path() / ("fanal-bench-matches-" + std::to_string(getpid()));
    fs::create_directories(folder);
    write_people(folder / "people.ndjson", profiles_count);
    auto store = app::open_store((folder / "matches.db").string());
    app::import_paths(*store, {folder / "people.ndjson"}, {});

    Report report(argc, argv);
    const auto kept = static_cast<double>(store->database().integer("SELECT count(*) FROM matches"));
    report.add({"matches.kept", kept, "", "", {}, {}});
    MatchList list;
    const double listed = milliseconds([&] { list = app::list_matches(*store, 20, std::nullopt); });
    report.add({"matches.list", listed, "ms", "a second", listed / 1000, Bar{Bar::Side::at_most, 1}});
    const double listed_all = milliseconds([&] { app::list_matches(*store, 20, 0.0); });
    report.add({"matches.list_from_0", listed_all, "ms", "two seconds", listed_all / 2000, Bar{Bar::Side::at_most, 1}});
    list = app::list_matches(*store, 5 * rounds, std::nullopt);
    const double viewed = decide(
        *store, list.matches, 0, rounds,
        [](storage::Store& from, std::string_view id, const app::Decision&) { return app::view_match(from, id); });
    report.add({"matches.view", viewed, "ms", "100 ms", viewed / 100, Bar{Bar::Side::at_most, 1}});
    const double rejected = decide(*store, list.matches, 0, rounds, app::reject_match);
    const double forgotten = decide(*store, list.matches, 0, rounds, app::forget_match);
    const double accepted = decide(*store, list.matches, 2 * rounds, rounds, app::accept_match);
    report.add({"matches.reject", rejected, "ms", "100 ms", rejected / 100, Bar{Bar::Side::at_most, 1}});
    report.add({"matches.forget", forgotten, "ms", "100 ms", forgotten / 100, Bar{Bar::Side::at_most, 1}});
    report.add({"matches.accept", accepted, "ms", "100 ms", accepted / 100, Bar{Bar::Side::at_most, 1}});
    app::refresh_scores(*store, decision.at);
    const double scored = decide(*store, list.matches, 3 * rounds, rounds, app::accept_match);
    report.add({"matches.accept_scored", scored, "ms", "", {}, {}});
    const double previewed = milliseconds([&] { app::accept_matches(*store, 0.9, std::nullopt); });
    report.add({"matches.preview_of_all", previewed, "ms", "", {}, {}});
    store.reset();
    fs::remove_all(folder);
    return report.exit_code();
}
