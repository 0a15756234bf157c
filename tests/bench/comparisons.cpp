// How many pairs of records a second are compared in six fields and counted by what they agree on: names, date, place
// with postcode, e-mail address, occupation, number. The pairs are those that have a key in common, as a run would ask
// for them. The peer compares the same fields of the same pairs as texts, remembering nothing.
#include <algorithm>
#include <array>
#include <chrono>
#include <random>
#include <thread>

#include "crm/identity/record_comparer.hpp"
#include "crm/identity/record_keys.hpp"
#include "tests/bench/figure.hpp"

namespace fanal::bench {
namespace {

using identity::PersonRecord;

std::string made_up_word(std::mt19937& random, int syllables_count) {
    std::string word;
    for (int i = 0; i < syllables_count; ++i) {
        word += std::string(1, "bcdfgklmnprstvz"[random() % 15]) + "aeiou"[random() % 5];
    }
    return word;
}

std::string misspelt(std::string word, std::mt19937& random) {
    if (random() % 5 == 0 && word.size() > 2) {
        word[random() % word.size()] = static_cast<char>('a' + random() % 26);
    }
    return word;
}

/// People with some ten records each, misspelt and with gaps.
std::vector<PersonRecord> made_up_records(std::size_t count) {
    std::mt19937 random(7);
    std::vector<std::string> given(300);
    std::vector<std::string> family(3000);
    std::vector<std::string> places(500);
    std::generate(given.begin(), given.end(), [&] { return made_up_word(random, 3); });
    std::generate(family.begin(), family.end(), [&] { return made_up_word(random, 4); });
    std::generate(places.begin(), places.end(), [&] { return made_up_word(random, 4); });
    std::vector<PersonRecord> records;
    PersonRecord person;
    while (records.size() < count) {
        if (records.size() % 10 == 0) {
            const auto place = random() % places.size();
            person.given = given[random() % given.size()];
            person.family = family[random() % family.size()];
            person.date = std::to_string(1900 + random() % 100) + "-0" + std::to_string(1 + random() % 9) + "-1" +
                          std::to_string(random() % 10);
            person.place = places[place];
            person.code = "a" + std::to_string(place % 90) + " " + std::to_string(random() % 10) + "bc";
            person.email = person.given + std::to_string(random() % 100) + "@example.org";
            person.word = "o" + std::to_string(random() % 40);
            person.number = std::to_string(1'000'000 + random() % 9'000'000);
        }
        PersonRecord record = person;
        record.tokens = {misspelt(person.given, random), misspelt(person.family, random)};
        record.date = random() % 10 == 0 ? std::string() : record.date;
        record.email = random() % 2 == 0 ? std::string() : misspelt(record.email, random);
        record.number = random() % 2 == 0 ? std::string() : record.number;
        record.code = random() % 4 == 0 ? std::string() : misspelt(record.code, random);
        records.push_back(std::move(record));
    }
    return records;
}

using Pairs = std::span<const identity::RecordPair>;
using Counts = std::vector<std::uint32_t>;

void count_patterns(identity::RecordComparer& comparer, Pairs pairs, Counts& counts) {
    for (const identity::RecordPair& pair : pairs) {
        ++counts[identity::RecordComparer::pattern(comparer.compare(pair.first, pair.second))];
    }
}

/// The same fields as texts.
int slow_levels(const PersonRecord& one, const PersonRecord& other, const identity::TokenCounts& counts) {
    using identity::RecordField;
    return static_cast<int>(identity::name_bits(one.tokens, other.tokens, counts)) +
           identity::text_level(RecordField::date, one.date, other.date) +
           identity::text_level(RecordField::place, one.code + "\t" + one.place, other.code + "\t" + other.place) +
           identity::text_level(RecordField::email, one.email, other.email) +
           identity::text_level(RecordField::word, one.word, other.word) +
           identity::text_level(RecordField::number, one.number, other.number);
}

double seconds_of(const std::function<void()>& work) {
    const auto start = std::chrono::steady_clock::now();
    work();
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

}  // namespace
}  // namespace fanal::bench

int main(int argc, char** argv) {
    using namespace fanal::bench;
    using fanal::identity::RecordComparer;
    Report report(argc, argv);
    const auto count = static_cast<std::size_t>(number_argument(argc, argv, "--records", 100'000));
    const std::vector<PersonRecord> records = made_up_records(count);
    const std::vector<fanal::identity::RecordPair> all = fanal::identity::record_candidates(records);
    const Pairs pairs(all);
    const RecordComparer comparer(records);
    const auto millions = static_cast<double>(pairs.size()) / 1e6;

    fanal::identity::TokenCounts tokens;
    for (const PersonRecord& record : records) {
        tokens.add({{}, record.tokens});
    }
    const Pairs some = pairs.first(std::min<std::size_t>(pairs.size(), 500'000));
    int sum = 0;
    const double slow = thread_seconds([&] {
        for (const auto& pair : some) {
            sum += slow_levels(records[pair.first], records[pair.second], tokens);
        }
    });
    const double peer = static_cast<double>(some.size()) / 1e6 / slow;

    RecordComparer alone = comparer;
    Counts counts(RecordComparer::patterns_count);
    const double one = millions / thread_seconds([&] { count_patterns(alone, pairs, counts); });
    const auto patterns = std::count_if(counts.begin(), counts.end(), [](std::uint32_t n) { return n > 0; });

    std::array<RecordComparer, 2> each = {comparer, comparer};
    std::array<Counts, 2> each_counts = {Counts(counts.size()), Counts(counts.size())};
    const double two =
        millions / seconds_of([&] {
            std::thread second([&] { count_patterns(each[1], pairs.subspan(pairs.size() / 2), each_counts[1]); });
            count_patterns(each[0], pairs.first(pairs.size() / 2), each_counts[0]);
            second.join();
        });
    report.add({"comparisons.pairs", millions, "M", "", {}, {}});
    report.add({"comparisons.patterns", static_cast<double>(patterns), "", "", {}, {}});
    report.add({"comparisons.as_texts", peer, "M/s", sum == 0 ? "nothing agreed" : "", {}, {}});
    report.add({"comparisons.one_core", one, "M/s", "limit of 3 M/s", one / 3, Bar{Bar::Side::at_least, 1}});
    report.add({"comparisons.two_cores", two, "M/s", "limit of 3 M/s", two / 3, Bar{Bar::Side::at_least, 1}});
    return report.exit_code();
}
