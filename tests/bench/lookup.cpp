// How long the product takes to match a new profile among a million stored ones: from the rows that an import has
// written to the matches that are kept, in the database. Once with the built-in model and once with a trained one. And
// what the tables of matching hold for a stored profile. Handles are made of made-up names, as people make them.
#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <random>
#include <string>

#include <unistd.h>

#include "crm/app/settle_matches.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/storage/store.hpp"
#include "tests/bench/figure.hpp"

namespace fanal::bench {
namespace {

double seconds_since(std::chrono::steady_clock::time_point start) {
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

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

struct MadeUp {
    std::string handle;
    std::string name;
};

/// Names, some of them far more frequent than others.
class Names {
  public:
    explicit Names(std::mt19937& random) : random_(random), given_(4000), family_(60'000) {
        std::generate(given_.begin(), given_.end(), [&] { return made_up_word(random_); });
        std::generate(family_.begin(), family_.end(), [&] { return made_up_word(random_) + made_up_word(random_); });
    }

    MadeUp profile() {
        const std::string first = pick(given_);
        const std::string last = pick(family_);
        const std::string number = random_() % 2 == 0 ? std::to_string(random_() % 1000) : "";
        const std::string forms[] = {first + last + number, first.substr(0, 1) + last + number, last + first + number,
                                     "the" + last + number, made_up_word(random_) + number};
        return {forms[random_() % std::size(forms)], first + " " + last};
    }

  private:
    const std::string& pick(const std::vector<std::string>& names) {
        const double part = std::uniform_real_distribution<>()(random_);
        return names[static_cast<std::size_t>(part * part * static_cast<double>(names.size()))];
    }

    std::mt19937& random_;
    std::vector<std::string> given_;
    std::vector<std::string> family_;
};

/// Writes profiles as an import does, on one of two networks each.
class ProfileWriter {
  public:
    explicit ProfileWriter(storage::Store& store)
        : profile_(store.database().prepare(
              "INSERT INTO profiles (profile_id, network, remote_id, fan_id) VALUES ($1, $2, $3, $1)")),
          fact_(store.database().prepare(
              "INSERT INTO profile_facts (profile_id, field, value, source, first_observed_at, last_observed_at) "
              "VALUES ($1, $2, $3, $4, 0, 0)")) {}

    ProfileId write(const MadeUp& made_up) {
        const std::string network = network_of_next();
        const std::string remote_id = std::to_string(count_++);
        const ProfileId id{derive_id("profile", network, remote_id)};
        profile_.bind(1, id.value).bind(2, network).bind(3, remote_id).run();
        fact_.bind(1, id.value).bind(2, "display_name").bind(3, made_up.name).bind(4, network).run();
        fact_.bind(1, id.value).bind(2, "handle").bind(3, made_up.handle).bind(4, network).run();
        return id;
    }
    std::string network_of_next() const { return count_ % 2 == 0 ? "x" : "facebook"; }

  private:
    storage::Statement profile_;
    storage::Statement fact_;
    int count_ = 0;
};

/// Bytes of the tables and indexes of matching, whole pages.
double bytes_of_matching(storage::Store& store) {
    return static_cast<double>(store.database().integer(
        "SELECT coalesce(sum(pgsize), 0) FROM dbstat WHERE name IN ('match_namings', 'match_keys', 'matches') OR name "
        "LIKE 'matches\\_%' ESCAPE '\\'"));
}

void look_up(Report& report, const std::string& model, storage::Store& store, ProfileWriter& writer, Names& names,
             std::uint32_t lookups) {
    std::vector<double> milliseconds;
    const std::int64_t before = store.database().integer("SELECT count(*) FROM matches");
    for (std::uint32_t i = 0; i < lookups; ++i) {
        storage::Transaction transaction(store.database());
        const std::map<std::string, std::int64_t> came = {{writer.network_of_next(), 1}};
        const ProfileId id = writer.write(names.profile());
        const auto start = std::chrono::steady_clock::now();
        app::settle_matches(store, std::span(&id, 1), came);
        milliseconds.push_back(
            std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count());
        transaction.commit();
    }
    const std::int64_t kept = store.database().integer("SELECT count(*) FROM matches") - before;
    std::sort(milliseconds.begin(), milliseconds.end());
    const double p99 = milliseconds[milliseconds.size() * 99 / 100];
    report.add({"lookup." + model + ".p50", median(milliseconds), "ms", "", {}, {}});
    report.add({"lookup." + model + ".p99", p99, "ms", "limit of 5 ms", p99 / 5, Bar{Bar::Side::at_most, 1}});
    report.add({"lookup." + model + ".max", milliseconds.back(), "ms", "", {}, {}});
    report.add({"lookup." + model + ".matches", static_cast<double>(kept) / lookups, "", "", {}, {}});
}

}  // namespace
}  // namespace fanal::bench

int main(int argc, char** argv) {
    using namespace fanal;
    using namespace fanal::bench;
    Report report(argc, argv);
    const auto stored = static_cast<std::uint32_t>(number_argument(argc, argv, "--profiles", 1'000'000));
    const auto lookups = static_cast<std::uint32_t>(number_argument(argc, argv, "--lookups", 2000));
    std::mt19937 random(7);
    Names names(random);
    const auto path = std::filesystem::temp_directory_path() / ("fanal-bench-lookup-" + std::to_string(getpid()));
    {
        storage::Store store = storage::Store::open(path.string());
        ProfileWriter writer(store);
        storage::Transaction filling(store.database());
        for (std::uint32_t i = 0; i < stored; ++i) {
            writer.write(names.profile());
        }
        auto start = std::chrono::steady_clock::now();
        app::rebuild_matches(store);
        filling.commit();
        report.add({"lookup.rebuild", seconds_since(start), "s", "", {}, {}});
        report.add({"lookup.bytes_a_profile", bytes_of_matching(store) / stored, "B", "", {}, {}});
        look_up(report, "built_in", store, writer, names, lookups);
        start = std::chrono::steady_clock::now();
        app::train_identity(store, {"bench", "", {1}});
        report.add({"lookup.train", seconds_since(start), "s", "", {}, {}});
        look_up(report, "trained", store, writer, names, lookups);
    }
    for (const char* const ending : {"", "-wal", "-shm"}) {
        std::filesystem::remove(path.string() + ending);
    }
    return report.exit_code();
}
