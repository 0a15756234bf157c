#include "crm/identity/record_keys.hpp"

#include <algorithm>
#include <functional>

namespace fanal::identity {
namespace {

constexpr std::size_t records_of_key_max = 100;
constexpr std::size_t records_of_strong_key_max = 200;
constexpr std::size_t gram_letters = 5;

/// A key of a kind, and the record that has it.
struct Posting {
    std::size_t key;
    std::uint32_t record;

    auto operator<=>(const Posting&) const = default;
};

/// Gathers the keys of one record.
class Keys {
  public:
    Keys(std::vector<Posting>& postings, std::uint32_t record) : postings_(postings), record_(record) {}

    /// A kind is one letter, so that a date is no number.
    void add(char kind, const std::string& part, const std::string& other = "") {
        postings_.push_back({std::hash<std::string>()(kind + part + '\n' + other), record_});
    }

  private:
    std::vector<Posting>& postings_;
    std::uint32_t record_;
};

bool is_whole_date(const std::string& date) {
    return !date.empty() && !date.ends_with("-01-01");
}

void add_keys_of_token(const PersonRecord& record, const std::string& token, Keys& keys) {
    const std::string sound = soundex(token);
    if (token.size() > 3) {
        keys.add('t', token);
    }
    for (std::size_t i = 0; i + gram_letters <= token.size(); ++i) {
        keys.add('g', token.substr(i, gram_letters));
    }
    if (!record.date.empty()) {
        keys.add('y', record.date.substr(0, 4), token);
        keys.add('m', record.date.substr(std::min<std::size_t>(5, record.date.size())), token.substr(0, 3));
        keys.add('s', record.date.substr(0, 4), sound);
    }
    if (!record.code.empty()) {
        keys.add('o', record.code.substr(0, record.code.find(' ')), token.substr(0, 4));
    }
    if (!record.place.empty() && token.size() > 2) {
        keys.add('p', record.place, sound);
    }
    for (const std::string& other : record.tokens) {
        if (token < other) {
            keys.add('2', token, other);
        }
        if (const std::string other_sound = soundex(other); sound < other_sound) {
            keys.add('x', sound, other_sound);
        }
    }
}

void add_keys(const PersonRecord& record, Keys& keys) {
    for (const std::string& token : record.tokens) {
        add_keys_of_token(record, token, keys);
    }
    if (is_whole_date(record.date)) {
        keys.add('d', record.date);
    }
    if (!record.code.empty()) {
        keys.add('c', record.code);
        keys.add('q', record.code.substr(0, record.code.find(' ')), record.date.substr(0, 4));
    }
    if (!record.email.empty()) {
        keys.add('e', record.email);
        keys.add('l', record.email.substr(0, record.email.find('@')));
    }
    if (!record.number.empty()) {
        keys.add('n', record.number);
    }
}

bool has_two_sides(std::span<const PersonRecord> records) {
    return std::any_of(records.begin(), records.end(),
                       [&](const PersonRecord& record) { return record.side != records.front().side; });
}

std::vector<RecordPair> pairs_of(std::vector<Posting> postings, std::size_t records_max,
                                 std::span<const PersonRecord> records) {
    std::sort(postings.begin(), postings.end());
    postings.erase(std::unique(postings.begin(), postings.end()), postings.end());
    const bool two_sides = has_two_sides(records);
    std::vector<RecordPair> pairs;
    for (std::size_t begin = 0, end = 0; begin < postings.size(); begin = end) {
        while (end < postings.size() && postings[end].key == postings[begin].key) {
            ++end;
        }
        for (std::size_t i = begin; i < end && end - begin <= records_max; ++i) {
            for (std::size_t j = i + 1; j < end; ++j) {
                if (!two_sides || records[postings[i].record].side != records[postings[j].record].side) {
                    pairs.push_back({postings[i].record, postings[j].record});
                }
            }
        }
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
}

/// Empty when a record does not say it, or not whole.
std::string strong_value(const PersonRecord& record, StrongKey key) {
    switch (key) {
        case StrongKey::date:
            return is_whole_date(record.date) ? record.date : std::string();
        case StrongKey::code:
            return record.code.find(' ') == std::string::npos ? std::string() : record.code;
        case StrongKey::names:
            return record.given.empty() || record.family.empty()
                       ? std::string()
                       : std::min(record.given, record.family) + '\n' + std::max(record.given, record.family);
        case StrongKey::email:
            return record.email;
        case StrongKey::number:
            return record.number;
    }
    return {};
}

}  // namespace

std::string soundex(std::string_view word) {
    constexpr std::string_view codes = "01230120022455012623010202";
    std::string code;
    char last = 0;
    for (const char letter : word) {
        if (letter < 'a' || letter > 'z') {
            continue;
        }
        const char digit = codes[static_cast<std::size_t>(letter - 'a')];
        if (code.empty()) {
            code += letter;
        } else if (digit != '0' && digit != last) {
            code += digit;
        }
        last = digit;
        if (code.size() == 4) {
            break;
        }
    }
    return code;
}

std::vector<RecordPair> record_candidates(std::span<const PersonRecord> records) {
    std::vector<Posting> postings;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        Keys keys(postings, i);
        add_keys(records[i], keys);
    }
    return pairs_of(std::move(postings), records_of_key_max, records);
}

std::vector<RecordPair> agreeing_pairs(std::span<const PersonRecord> records, StrongKey key) {
    std::vector<Posting> postings;
    for (std::uint32_t i = 0; i < records.size(); ++i) {
        if (const std::string value = strong_value(records[i], key); !value.empty()) {
            Keys(postings, i).add('k', value);
        }
    }
    return pairs_of(std::move(postings), records_of_strong_key_max, records);
}

}  // namespace fanal::identity
