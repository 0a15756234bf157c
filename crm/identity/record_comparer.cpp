#include "crm/identity/record_comparer.hpp"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "crm/identity/edits.hpp"
#include "crm/identity/jaro_winkler.hpp"

namespace fanal::identity {
namespace {

int date_level(const std::string& one, const std::string& other) {
    const std::string new_year = "01-01";
    const bool one_is_year = one.ends_with(new_year);
    const bool other_is_year = other.ends_with(new_year);
    if (one == other) {
        return one_is_year ? 6 : 7;
    }
    const bool same_year = one.substr(0, 4) == other.substr(0, 4);
    const int edits = edits_between(one, other);
    if (edits == 1) {
        return 5;
    }
    if (same_year && (one_is_year || other_is_year)) {
        return 4;
    }
    std::string digits = one;
    std::string other_digits = other;
    std::sort(digits.begin(), digits.end());
    std::sort(other_digits.begin(), other_digits.end());
    if (edits == 2 || digits == other_digits) {
        return 3;
    }
    const int years_apart = std::abs(std::atoi(one.c_str()) - std::atoi(other.c_str()));
    return same_year ? 2 : years_apart <= 2 ? 1 : 0;
}

int code_level(const std::string& one, const std::string& other) {
    if (one.empty() || other.empty()) {
        return -1;
    }
    const std::size_t gap = one.find(' ');
    const bool same_district = gap != one.npos && one.substr(0, gap) == other.substr(0, other.find(' '));
    return one == other ? 7 : edits_between(one, other) == 1 ? 6 : same_district ? 5 : 0;
}

/// Both hold a postcode, a tabulator and a place; -1 when neither is told on both sides.
int place_level(const std::string& one, const std::string& other) {
    const std::size_t cut = one.find('\t');
    const std::size_t other_cut = other.find('\t');
    const std::string code = one.substr(0, cut);
    const std::string other_code = other.substr(0, other_cut);
    const std::string place = one.substr(cut + 1);
    const std::string other_place = other.substr(other_cut + 1);
    const int by_code = code_level(code, other_code);
    if (by_code >= 5 || place.empty() || other_place.empty()) {
        return by_code;
    }
    const double similarity = jaro_winkler(place, other_place);
    const bool same_area = by_code == 0 && code.substr(0, 2) == other_code.substr(0, 2);
    return place == other_place ? 4 : similarity >= 0.9 ? 3 : same_area ? 2 : similarity >= 0.75 ? 1 : 0;
}

int email_level(const std::string& one, const std::string& other) {
    if (one == other) {
        return 5;
    }
    const double similarity = jaro_winkler(one, other);
    const bool same_name = one.substr(0, one.find('@')) == other.substr(0, other.find('@'));
    return same_name ? 4 : edits_between(one, other) <= 2 ? 3 : similarity >= 0.9 ? 2 : similarity >= 0.75 ? 1 : 0;
}

}  // namespace

int text_level(RecordField field, const std::string& one, const std::string& other) {
    switch (field) {
        case RecordField::date:
            return date_level(one, other);
        case RecordField::place:
            return place_level(one, other);
        case RecordField::email:
            return email_level(one, other);
        case RecordField::number:
            return one == other ? 2 : edits_between(one, other) <= 1 ? 1 : 0;
        default:
            return one == other ? 1 : 0;
    }
}

RecordComparer::RecordComparer(std::span<const PersonRecord> records) {
    using Numbers = std::unordered_map<std::string, Number>;
    const auto number_of = [](const std::string& text, Values& values, Numbers& numbers) {
        const auto [at, added] = numbers.try_emplace(text, static_cast<Number>(values.texts.size()));
        if (added) {
            values.texts.push_back(text);
            values.counts.push_back(0);
        }
        ++values.counts[at->second];
        return at->second;
    };
    TokenCounts counts;
    Numbers tokens;
    std::array<Numbers, record_fields_count> numbers;
    for (const PersonRecord& record : records) {
        counts.add({{}, record.tokens});
        Packed& packed = packed_.emplace_back();
        for (std::size_t i = 0; i < std::min(record.tokens.size(), tokens_max); ++i) {
            packed.tokens[i] = number_of(record.tokens[i], tokens_, tokens);
        }
        const bool is_somewhere = !record.code.empty() || !record.place.empty();
        const std::array<std::string, record_fields_count> texts = {
            std::string(), record.date, is_somewhere ? record.code + '\t' + record.place : std::string(),
            record.email,  record.word, record.number};
        for (std::size_t field = 1; field < record_fields_count; ++field) {
            packed.values[field] = texts[field].empty() ? 0 : number_of(texts[field], values_[field], numbers[field]);
        }
    }
    for (const std::string& token : tokens_.texts) {
        token_bits_.push_back(static_cast<float>(token.size() == 1 ? initial_bits : counts.bits(token, 0) - 0.5));
    }
}

float RecordComparer::token_pair_bits(Number one, Number other) const {
    const std::string& token = tokens_.texts[one];
    const std::string& other_token = tokens_.texts[other];
    if (token.size() == 1 || other_token.size() == 1) {
        return token.front() == other_token.front() ? static_cast<float>(initial_bits) : 0;
    }
    return static_cast<float>(likeness(token, other_token)) * (std::min(token_bits_[one], token_bits_[other]) + 0.5F);
}

int RecordComparer::name_level(const Packed& one, const Packed& other) {
    if (one.tokens[0] == 0 || other.tokens[0] == 0) {
        return -1;
    }
    std::array<Number, tokens_max> left{};
    std::array<Number, tokens_max> right = other.tokens;
    std::size_t left_count = 0;
    std::size_t right_count = 0;
    double bits = 0;
    for (const Number token : one.tokens) {
        const auto same = token == 0 ? right.end() : std::find(right.begin(), right.end(), token);
        if (same != right.end()) {
            bits += token_bits_[token];
            *same = 0;
        } else if (token != 0) {
            left[left_count++] = token;
        }
    }
    for (const Number token : right) {
        if (token != 0) {
            right[right_count++] = token;
        }
    }
    // What is not equal may still be alike: the strongest pair first, so that both orders give the same.
    while (left_count > 0 && right_count > 0) {
        float best = 0;
        std::size_t best_left = 0;
        std::size_t best_right = 0;
        for (std::size_t i = 0; i < left_count; ++i) {
            for (std::size_t j = 0; j < right_count; ++j) {
                const float pair_bits =
                    token_memo_.get(left[i], right[j], [&] { return token_pair_bits(left[i], right[j]); });
                if (pair_bits > best) {
                    best = pair_bits;
                    best_left = i;
                    best_right = j;
                }
            }
        }
        if (best == 0) {
            break;
        }
        bits += best;
        left[best_left] = left[--left_count];
        right[best_right] = right[--right_count];
    }
    bits -= contradiction_bits * static_cast<double>(std::min(left_count, right_count));
    bits -= left_over_bits * std::abs(static_cast<double>(left_count) - static_cast<double>(right_count));
    return static_cast<int>(std::clamp((bits + 4) / 2, 0.0, 15.0));
}

RecordLevels RecordComparer::compare(std::size_t one, std::size_t other) {
    const Packed& a = packed_[one];
    const Packed& b = packed_[other];
    RecordLevels levels;
    levels[0] = static_cast<std::int8_t>(name_level(a, b));
    for (std::size_t field = 1; field < record_fields_count; ++field) {
        const Number x = a.values[field];
        const Number y = b.values[field];
        levels[field] = x == 0 || y == 0 ? static_cast<std::int8_t>(-1) : memos_[field].get(x, y, [&] {
            return static_cast<std::int8_t>(
                text_level(static_cast<RecordField>(field), values_[field].texts[x], values_[field].texts[y]));
        });
    }
    return levels;
}

std::uint32_t RecordComparer::pattern(const RecordLevels& levels) {
    std::uint32_t number = 0;
    for (std::size_t field = 0; field < record_fields_count; ++field) {
        number = number * static_cast<std::uint32_t>(record_levels_count[field] + 1) +
                 static_cast<std::uint32_t>(levels[field] + 1);
    }
    return number;
}

RecordLevels RecordComparer::levels_of(std::uint32_t pattern) {
    RecordLevels levels;
    for (std::size_t field = record_fields_count; field-- > 0;) {
        const auto radix = static_cast<std::uint32_t>(record_levels_count[field] + 1);
        levels[field] = static_cast<std::int8_t>(static_cast<int>(pattern % radix) - 1);
        pattern /= radix;
    }
    return levels;
}

double RecordComparer::frequency(RecordField field, std::size_t record) const {
    const auto number = static_cast<std::size_t>(field);
    return values_[number].counts[packed_[record].values[number]] / static_cast<double>(packed_.size());
}

}  // namespace fanal::identity
