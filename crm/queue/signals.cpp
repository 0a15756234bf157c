#include "crm/queue/signals.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace fanal::queue {
namespace {

constexpr double followers_for_one_step = 100;

double understood(const WaitingFacts& facts, float Understanding::*field) {
    return facts.understanding.*field;
}

/// Doublings of the crowd beyond a hundred followers, so that a thousand and a million differ by ten and not by a
/// thousand.
double reach_steps(const WaitingFacts& facts) {
    const auto followers = static_cast<double>(std::max<std::int64_t>(facts.followers_count.value_or(0), 0));
    return std::log2(1 + followers / followers_for_one_step);
}

/// How little a text wants of us: 1 when nothing in it asks or hurts. In private nobody talks past us.
double small_talk(const WaitingFacts& facts) {
    const Understanding& u = facts.understanding;
    const float need = std::max({u.emergency, u.complaint, u.insult, u.purchase_intent, u.question, u.request, u.spam});
    return facts.kind == InteractionKind::message ? 0 : 1 - 2 * static_cast<double>(need);
}

std::string grouped(std::int64_t number) {
    std::string digits = std::to_string(number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

std::string followers_reason(const WaitingFacts& facts) {
    return grouped(facts.followers_count.value_or(0)) + " followers";
}

std::string persistence_reason(const WaitingFacts& facts) {
    return "wrote " + grouped(facts.waiting_count) + " times without an answer";
}

/// A signal: its word, the hours that one whole unit of it weighs, how many units there are at most, how they are
/// counted, and the words for a person. The hours are judgements, until outcomes teach better ones. They count in days,
/// so that on any morning danger comes first, then people who are hurt or about to leave, then people about to come,
/// then the rest, whether it came in the night or last week; and nothing is hidden, because waiting has no limit.
struct Row {
    std::string_view name;
    double hours;
    double units_max;
    double (*units)(const WaitingFacts&);
    std::string_view words;  ///< the reason, when it is always the same
    std::string (*reason)(const WaitingFacts&) = nullptr;
};

constexpr std::array<Row, signal_count> table = {{
    // Someone may be hurt, or a lawyer writes: a month, more than all other signals together.
    {"emergency", 720, 1, [](const WaitingFacts& f) { return understood(f, &Understanding::emergency); },
     "speaks of danger, illness or the law"},
    // A complaint left alone in public grows: ten days.
    {"complaint", 240, 1, [](const WaitingFacts& f) { return understood(f, &Understanding::complaint); }, "complains"},
    // Wants an eye more than an answer, but soon: it stands there for all to read.
    {"insult", 168, 1, [](const WaitingFacts& f) { return understood(f, &Understanding::insult); }, "is rude"},
    // They go elsewhere tonight. With its question, which it mostly is too, it stays below a plain complaint.
    {"purchase_intent", 84, 1, [](const WaitingFacts& f) { return understood(f, &Understanding::purchase_intent); },
     "wants to book or buy"},
    {"question", 72, 1, [](const WaitingFacts& f) { return understood(f, &Understanding::question); },
     "asks a question"},
    {"request", 60, 1, [](const WaitingFacts& f) { return understood(f, &Understanding::request); },
     "asks us to do something"},
    // Worth an answer, but nothing is lost by waiting.
    {"praise", 12, 1, [](const WaitingFacts& f) { return understood(f, &Understanding::praise); }, "praises"},
    {"thanks", 6, 1, [](const WaitingFacts& f) { return understood(f, &Understanding::thanks); }, "says thank you"},
    // Most of what is said under a post is said to friends. It stays in sight, a month behind whoever wants something.
    {"small_talk", -720, 1, small_talk, "asks nothing of us"},
    // Behind two months of everything else, yet in the order: the word lists err, and nobody reads what is hidden.
    {"spam", -1440, 1, [](const WaitingFacts& f) { return understood(f, &Understanding::spam); }, "looks like spam"},
    // Nobody but us can answer it.
    {"message", 24, 1, [](const WaitingFacts& f) { return f.kind == InteractionKind::message ? 1.0 : 0.0; },
     "wrote in private"},
    // Whoever writes again was not heard. Three times more is enough.
    {"persistence", 24, 3, [](const WaitingFacts& f) { return static_cast<double>(f.waiting_count) - 1; }, "",
     persistence_reason},
    // Who is heard by many moves up, but less than by complaining: reach is not need.
    {"reach", 6, 12, reach_steps, "", followers_reason},
    // Followers can be bought; what others do towards the fan, less so.
    {"influence", 9, 8, [](const WaitingFacts& f) { return std::log2(1 + std::max(f.influence, 0.0)); },
     "others take up what this fan says"},
}};

/// To hundredths of an hour: less is noise, and longer decimals would fill the database. What is no number is worth 0.
/// The table's limits keep `hours` so small that the cast is safe; std::round is a call, and this is done by the
/// million.
double rounded(double hours) {
    return std::isnan(hours)
               ? 0
               : static_cast<double>(static_cast<std::int64_t>(hours * 100 + (hours < 0 ? -0.5 : 0.5))) / 100;
}

/// The number that `text` is, whole; nullopt if it is none.
std::optional<double> number(std::string_view text) {
    double value = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = read.ec == std::errc() && read.ptr == text.data() + text.size();
    return whole && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

}  // namespace

std::string_view to_text(SignalName name) {
    return table[static_cast<std::size_t>(name)].name;
}

SignalValues signal_values(const WaitingFacts& facts) {
    SignalValues values{};
    for (std::size_t i = 0; i < signal_count; ++i) {
        values[i] = rounded(table[i].hours * std::clamp(table[i].units(facts), 0.0, table[i].units_max));
    }
    return values;
}

std::string reason(SignalName name, const WaitingFacts& facts) {
    const Row& row = table[static_cast<std::size_t>(name)];
    return row.reason != nullptr ? row.reason(facts) : std::string(row.words);
}

std::string encode(const SignalValues& values) {
    std::string encoded;
    for (std::size_t i = 0; i < signal_count; ++i) {
        if (values[i] != 0) {
            std::array<char, 32> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), values[i]).ptr;
            encoded.append(encoded.empty() ? "" : ";").append(table[i].name).append("=").append(digits.data(), end);
        }
    }
    return encoded;
}

SignalValues decode(std::string_view encoded) {
    SignalValues values{};
    while (!encoded.empty()) {
        const std::string_view part = encoded.substr(0, encoded.find(';'));
        encoded.remove_prefix(std::min(part.size() + 1, encoded.size()));
        const std::size_t equals = part.find('=');
        const auto row = std::find_if(table.begin(), table.end(),
                                      [&](const Row& one) { return one.name == part.substr(0, equals); });
        if (equals != std::string_view::npos && row != table.end()) {
            const auto index = static_cast<std::size_t>(row - table.begin());
            values[index] = number(part.substr(equals + 1)).value_or(values[index]);
        }
    }
    return values;
}

}  // namespace fanal::queue
