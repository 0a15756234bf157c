#include "crm/text/lexicon.hpp"

#include <algorithm>
#include <bit>
#include <charconv>
#include <optional>

namespace fanal::text {
namespace {

constexpr std::uint64_t anywhere = 0x9e3779b97f4a7c15;
constexpr std::uint64_t sentence_start = 0xd1b54a32d192ed03;
constexpr std::size_t slots_min = 1024;

/// The key of a phrase one word longer.
std::uint64_t advance(std::uint64_t state, std::uint64_t reading) {
    std::uint64_t mixed = (std::rotl(state, 23) ^ reading) * 0x9fb21c651e98df25;
    mixed ^= mixed >> 32;
    return mixed | 1;
}

std::string_view trimmed(std::string_view text) {
    const std::size_t first = text.find_first_not_of(' ');
    return first == std::string_view::npos ? std::string_view{}
                                           : text.substr(first, text.find_last_not_of(' ') - first + 1);
}

/// The part of `rest` up to `separator`, which is taken off it.
std::string_view take(std::string_view& rest, char separator) {
    const std::size_t end = std::min(rest.find(separator), rest.size());
    const std::string_view part = rest.substr(0, end);
    rest.remove_prefix(std::min(end + 1, rest.size()));
    return part;
}

std::optional<float> number(std::string_view text) {
    float value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool sound = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return sound && value > 0 ? std::optional(value) : std::nullopt;
}

/// "complaint .7 emergency .4", "not 3", "open request .4". nullopt for anything that is not of this form.
std::optional<Evidence> read_evidence(std::string_view words) {
    Evidence evidence;
    while (!(words = trimmed(words)).empty()) {
        const std::string_view word = take(words, ' ');
        const auto* field = std::find_if(understanding_fields.begin(), understanding_fields.end(),
                                         [&](const auto& entry) { return entry.first == word; });
        if (word == "but") {
            evidence.ends_negation = true;
        } else if (word == "open") {
            evidence.opens = true;
        } else if (word == "light") {
            evidence.is_light = true;
        } else if (word == "not" || field != understanding_fields.end()) {
            const auto value = number(take(words, ' '));
            if (!value || (word != "not" && *value > 1)) {
                return std::nullopt;
            }
            if (word == "not") {
                evidence.negates_words = static_cast<int>(*value);
            } else {
                evidence.weights.*field->second = *value;
            }
        } else if (word != "none") {
            return std::nullopt;
        }
    }
    return evidence;
}

}  // namespace

Lexicon::Lexicon(std::initializer_list<std::string_view> tables) : evidences_(1), slots_(slots_min) {
    for (std::string_view table : tables) {
        while (!table.empty()) {
            const std::string_view line = trimmed(take(table, '\n'));
            if (!line.empty() && line.front() != '#') {
                add_line(line);
            }
        }
    }
}

void Lexicon::add_line(std::string_view line) {
    const std::string_view words = trimmed(take(line, '|'));
    if (!words.empty()) {
        const auto evidence = read_evidence(words);
        if (!evidence) {
            fault(words, "is not a list of values and weights.");
            return;
        }
        evidences_.push_back(*evidence);
    }
    while (!line.empty()) {
        const std::string_view entry = trimmed(take(line, ','));
        if (!entry.empty()) {
            add_entry(entry, evidences_.back());
        }
    }
}

/// "déçu/e/s carte/s" stands for the words without what follows the slashes, and with each of the endings.
void Lexicon::add_entry(std::string_view entry, const Evidence& evidence) {
    const std::size_t slash = entry.find('/');
    if (slash == std::string_view::npos) {
        add_phrase(entry, evidence);
        return;
    }
    const std::string stem(entry.substr(0, slash));
    const std::size_t space = std::min(entry.find(' ', slash), entry.size());
    const std::string_view rest = entry.substr(space);
    std::string_view endings = entry.substr(slash + 1, space - slash - 1);
    add_entry(std::string(stem).append(rest), evidence);
    while (!endings.empty()) {
        add_entry(std::string(stem).append(take(endings, '/')).append(rest), evidence);
    }
}

void Lexicon::add_phrase(std::string_view phrase, const Evidence& evidence) {
    Tokens tokens;
    std::vector<std::uint64_t> readings;
    std::uint64_t state = anywhere;
    for (std::string_view rest = phrase; !rest.empty();) {
        const std::string_view word = take(rest, ' ');
        if (word == "^") {
            state = sentence_start;
        } else if (word == "#") {
            readings.push_back(any_number);
        } else {
            cut_into_tokens(word, tokens);
            for (std::size_t i = 0; i < tokens.count; ++i) {
                readings.push_back(tokens.list[i].reading);
            }
        }
    }
    if (readings.empty()) {
        fault(phrase, "has no words.");
    }
    bool holds_negation = false;
    for (std::size_t i = 0; i < readings.size(); ++i) {
        holds_negation =
            holds_negation || std::find(negators_.begin(), negators_.end(), readings[i]) != negators_.end();
        state = advance(state, readings[i]);
        Slot& slot = slot_for(state);
        if (i + 1 < readings.size()) {
            slot.goes_on = true;
        } else if (slot.evidence == evidences_.size() - 1) {
            continue;  // "adore" and "adoré" on one line
        } else if (slot.evidence != 0) {
            fault(phrase, "stands in the table twice.");
        } else {
            slot.evidence = static_cast<std::uint16_t>(evidences_.size() - 1);
            slot.holds_negation = holds_negation;
        }
    }
    if (evidence.negates_words > 0 && readings.size() == 1) {
        negators_.push_back(readings[0]);
    }
}

void Lexicon::fault(std::string_view what, std::string_view why) {
    faults_.push_back(std::string("\"").append(what).append("\" ").append(why));
}

/// Where `key` is, or the free slot where it would be.
std::size_t Lexicon::place_of(std::uint64_t key) const {
    std::size_t place = key >> 1 & (slots_.size() - 1);
    while (slots_[place].key != 0 && slots_[place].key != key) {
        place = (place + 1) & (slots_.size() - 1);
    }
    return place;
}

Lexicon::Slot& Lexicon::slot_for(std::uint64_t key) {
    if (slots_used_ * 2 >= slots_.size()) {
        grow();
    }
    Slot& slot = slots_[place_of(key)];
    slots_used_ += slot.key == 0 ? 1 : 0;
    slot.key = key;
    return slot;
}

void Lexicon::grow() {
    std::vector<Slot> old(slots_.size() * 2);
    old.swap(slots_);
    for (const Slot& slot : old) {
        if (slot.key != 0) {
            slots_[place_of(slot.key)] = slot;
        }
    }
}

const Lexicon::Slot* Lexicon::step(std::uint64_t state, const Token& token) const {
    for (const std::uint64_t reading : {token.reading, token.other_reading}) {
        if (reading != 0) {
            const Slot& slot = slots_[place_of(advance(state, reading))];
            if (slot.key != 0) {
                return &slot;
            }
        }
    }
    return nullptr;
}

Match Lexicon::walk(std::span<const Token> tokens, std::uint64_t state) const {
    Match match{nullptr, 0, false};
    std::size_t count = 0;
    for (const Token& token : tokens) {
        const Slot* slot = step(state, token);
        if (slot == nullptr) {
            break;
        }
        ++count;
        if (slot->evidence != 0) {
            match = {&evidences_[slot->evidence], count, slot->holds_negation};
        }
        if (!slot->goes_on) {
            break;
        }
        state = slot->key;
    }
    return match;
}

Match Lexicon::longest_match(std::span<const Token> tokens, bool at_sentence_start) const {
    const Match match = walk(tokens, anywhere);
    if (at_sentence_start) {
        const Match opening = walk(tokens, sentence_start);
        if (opening.tokens_count > 0 && opening.tokens_count >= match.tokens_count) {
            return opening;
        }
    }
    return match;
}

const Lexicon& lexicon() {
    static const Lexicon made({lexicon_of_feelings, lexicon_of_needs});
    return made;
}

}  // namespace fanal::text
