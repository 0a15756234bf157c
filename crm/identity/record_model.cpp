#include "crm/identity/record_model.hpp"

#include <algorithm>
#include <cmath>
#include <map>
#include <random>

namespace fanal::identity {
namespace {

using Rates = RecordModel::Rates;

constexpr double field_bits_min = -12;
constexpr double field_bits_max = 16;
constexpr double equal_place_level = 4;

/// How many pairs show each combination of levels.
using Patterns = std::map<std::uint32_t, double>;

std::size_t levels_count(std::size_t field) {
    return record_levels_count[field];
}

/// Makes each field's rates sum to 1, with `added` on every level first.
void normalise(Rates& rates, double added) {
    for (std::size_t field = 0; field < record_fields_count; ++field) {
        double sum = 0;
        for (std::size_t level = 0; level < levels_count(field); ++level) {
            rates[field][level] += added;
            sum += rates[field][level];
        }
        for (std::size_t level = 0; level < levels_count(field); ++level) {
            rates[field][level] /= sum;
        }
    }
}

void add(Rates& rates, const RecordLevels& levels, double count) {
    for (std::size_t field = 0; field < record_fields_count; ++field) {
        if (levels[field] >= 0) {
            rates[field][static_cast<std::size_t>(levels[field])] += count;
        }
    }
}

double field_bits(double match, double chance) {
    return std::clamp(std::log2(match / chance), field_bits_min, field_bits_max);
}

bool may_match(const PersonRecord& one, const PersonRecord& other, bool two_sides) {
    return !two_sides || one.side != other.side;
}

bool has_two_sides(std::span<const PersonRecord> records) {
    return std::any_of(records.begin(), records.end(),
                       [&](const PersonRecord& record) { return record.side != records.front().side; });
}

double count_pairs(std::span<const PersonRecord> records) {
    const auto count = static_cast<double>(records.size());
    if (!has_two_sides(records)) {
        return count * (count - 1) / 2;
    }
    const auto first = static_cast<double>(std::count_if(
        records.begin(), records.end(), [&](const PersonRecord& record) { return record.side == records[0].side; }));
    return first * (count - first);
}

/// From the candidates, and random pairs that are none and stand for all the rest.
Rates chance_rates(std::span<const PersonRecord> records, std::span<const RecordPair> candidates,
                   RecordComparer& comparer) {
    constexpr int samples_count = 400'000;
    const bool two_sides = has_two_sides(records);
    const double pairs_count = count_pairs(records);
    Rates sampled{};
    double taken = 0;
    std::mt19937_64 random(5);
    for (int i = 0; i < samples_count; ++i) {
        const auto one = static_cast<std::uint32_t>(random() % records.size());
        const auto other = static_cast<std::uint32_t>(random() % records.size());
        const RecordPair pair = std::minmax(one, other);
        if (one != other && may_match(records[one], records[other], two_sides) &&
            !std::binary_search(candidates.begin(), candidates.end(), pair)) {
            add(sampled, comparer.compare(one, other), 1);
            taken += 1;
        }
    }
    const double weight = taken > 0 ? (pairs_count - static_cast<double>(candidates.size())) / taken : 0;
    Rates chance{};
    for (std::size_t field = 0; field < record_fields_count; ++field) {
        for (std::size_t level = 0; level < levels_count(field); ++level) {
            chance[field][level] = sampled[field][level] * weight;
        }
    }
    for (const RecordPair& pair : candidates) {
        add(chance, comparer.compare(pair.first, pair.second), 1);
    }
    normalise(chance, pairs_count * 1e-8);
    return chance;
}

/// What pairs that agree on one thing teach of the other fields.
struct Session {
    Rates match{};
    double matches_count = 0;  ///< expected; 0 when too few pairs agree
};

Session run_session(const Patterns& patterns, std::size_t own_field, const Rates& chance) {
    constexpr double pairs_min = 100;
    constexpr int rounds_max = 200;
    double pairs_count = 0;
    for (const auto& [pattern, count] : patterns) {
        pairs_count += count;
    }
    Session session;
    if (pairs_count < pairs_min) {
        return session;
    }
    for (std::size_t field = 0; field < record_fields_count; ++field) {
        for (std::size_t level = 0; level < levels_count(field); ++level) {
            session.match[field][level] =
                std::exp2(8.0 * static_cast<double>(level) / static_cast<double>(levels_count(field)));
        }
    }
    normalise(session.match, 0);
    double rate = 0.5;
    for (int round = 0; round < rounds_max; ++round) {
        Rates next{};
        double expected = 0;
        for (const auto& [pattern, count] : patterns) {
            const RecordLevels levels = RecordComparer::levels_of(pattern);
            double bits = std::log2(rate / (1 - rate));
            for (std::size_t field = 0; field < record_fields_count; ++field) {
                if (field != own_field && levels[field] >= 0) {
                    const auto level = static_cast<std::size_t>(levels[field]);
                    bits += field_bits(session.match[field][level], chance[field][level]);
                }
            }
            const double matches = count / (1 + std::exp2(-bits));
            expected += matches;
            add(next, levels, matches);
        }
        normalise(next, 0.2);
        session.match = next;
        const double next_rate = std::min(0.9999, expected / pairs_count);
        if (std::abs(next_rate - rate) < 1e-6) {
            break;
        }
        rate = next_rate;
    }
    session.matches_count = rate * pairs_count;
    return session;
}

/// Makes match/chance of names rise with the level by pooling neighbours that do not.
void make_names_rise(RecordModel& model) {
    auto& match = model.match[0];
    const auto& chance = model.chance[0];
    for (std::size_t begin = 0; begin < match.size();) {
        // The next stretch is the one whose ratio is the lowest that any stretch from here on has.
        std::size_t best_end = begin + 1;
        double best = 1e300;
        double match_sum = 0;
        double chance_sum = 0;
        for (std::size_t end = begin; end < match.size(); ++end) {
            match_sum += match[end];
            chance_sum += chance[end];
            if (match_sum / chance_sum <= best) {
                best = match_sum / chance_sum;
                best_end = end + 1;
            }
        }
        for (; begin < best_end; ++begin) {
            match[begin] = best * chance[begin];
        }
    }
}

struct KeyOfField {
    StrongKey key;
    RecordField field;
    std::size_t equal_level;
};

constexpr KeyOfField strong_keys[] = {
    {StrongKey::date, RecordField::date, 7},     {StrongKey::code, RecordField::place, 7},
    {StrongKey::names, RecordField::name, 15},   {StrongKey::email, RecordField::email, 5},
    {StrongKey::number, RecordField::number, 2},
};

}  // namespace

double RecordModel::bits(const RecordLevels& levels, const RecordComparer& comparer, std::size_t record) const {
    double sum = std::log2(match_rate / (1 - match_rate));
    for (std::size_t field = 0; field < record_fields_count; ++field) {
        if (levels[field] < 0) {
            continue;
        }
        const auto level = static_cast<std::size_t>(levels[field]);
        double by_chance = chance[field][level];
        if (static_cast<RecordField>(field) == RecordField::place && levels[field] == equal_place_level) {
            by_chance = std::max(by_chance * 0.05, comparer.frequency(RecordField::place, record));
        } else if (static_cast<RecordField>(field) == RecordField::word && level == 1) {
            by_chance = comparer.frequency(RecordField::word, record);
        }
        sum += field_bits(match[field][level], by_chance);
    }
    return sum;
}

RecordModel fit_sessions(std::span<const PersonRecord> records, std::span<const RecordPair> candidates,
                         RecordComparer& comparer) {
    RecordModel model;
    model.chance = chance_rates(records, candidates, comparer);
    std::array<double, record_fields_count> weights{};
    std::vector<std::pair<KeyOfField, double>> sessions;
    for (const KeyOfField& strong : strong_keys) {
        Patterns patterns;
        for (const RecordPair& pair : agreeing_pairs(records, strong.key)) {
            patterns[RecordComparer::pattern(comparer.compare(pair.first, pair.second))] += 1;
        }
        const auto own_field = static_cast<std::size_t>(strong.field);
        const Session session = run_session(patterns, own_field, model.chance);
        for (std::size_t field = 0; field < record_fields_count; ++field) {
            for (std::size_t level = 0; field != own_field && level < levels_count(field); ++level) {
                model.match[field][level] += session.match[field][level] * session.matches_count;
            }
            weights[field] += field == own_field ? 0 : session.matches_count;
        }
        if (session.matches_count > 0) {
            sessions.push_back({strong, session.matches_count});
        }
    }
    for (std::size_t field = 0; field < record_fields_count; ++field) {
        for (std::size_t level = 0; level < levels_count(field); ++level) {
            model.match[field][level] =
                weights[field] > 0 ? model.match[field][level] / weights[field] : model.chance[field][level];
        }
    }
    // All matches are a session's, over the part of matches that agree so: the middle one of what each session says.
    std::vector<double> totals;
    double most = 1;
    for (const auto& [strong, count] : sessions) {
        most = std::max(most, count);
        if (strong.key != StrongKey::names) {
            totals.push_back(count / (model.match[static_cast<std::size_t>(strong.field)][strong.equal_level] + 1e-9));
        }
    }
    std::sort(totals.begin(), totals.end());
    const double pairs_count = std::max(2.0, count_pairs(records));
    model.match_rate = std::min(0.5, (totals.empty() ? most : totals[totals.size() / 2]) / pairs_count);
    make_names_rise(model);
    return model;
}

void learn_from_groups(RecordModel& model, std::span<const PersonRecord> records,
                       std::span<const std::uint32_t> group_of, RecordComparer& comparer) {
    std::map<std::uint32_t, std::vector<std::size_t>> groups;
    for (std::size_t i = 0; i < group_of.size(); ++i) {
        groups[group_of[i]].push_back(i);
    }
    const bool two_sides = has_two_sides(records);
    double pairs_count = 0;
    model.match = {};
    for (const auto& [group, members] : groups) {
        for (std::size_t i = 0; i < members.size(); ++i) {
            for (std::size_t j = 0; j < i; ++j) {
                if (may_match(records[members[i]], records[members[j]], two_sides)) {
                    add(model.match, comparer.compare(members[i], members[j]), 1);
                    pairs_count += 1;
                }
            }
        }
    }
    normalise(model.match, 0.5);
    model.match_rate = std::max(1.0, pairs_count) / std::max(2.0, count_pairs(records));
    make_names_rise(model);
}

}  // namespace fanal::identity
