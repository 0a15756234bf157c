#pragma once
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace fanal {

/// What a text wants of us and says of us: each value from 0 (no sign of it) to 1 (sure). They are independent: a text
/// can complain and ask at once. All zero for a text in which nothing was recognised.
struct Understanding {
    float question = 0;
    float request = 0;          ///< asks us to do something
    float purchase_intent = 0;  ///< reservation, availability, price, opening hours
    float complaint = 0;
    float praise = 0;
    float thanks = 0;
    float spam = 0;
    float insult = 0;
    float emergency = 0;  ///< health, food poisoning, safety, legal threat

    bool operator==(const Understanding&) const = default;
};

/// The fields by name, in their order.
inline constexpr std::array<std::pair<std::string_view, float Understanding::*>, 9> understanding_fields = {{
    {"question", &Understanding::question},
    {"request", &Understanding::request},
    {"purchase_intent", &Understanding::purchase_intent},
    {"complaint", &Understanding::complaint},
    {"praise", &Understanding::praise},
    {"thanks", &Understanding::thanks},
    {"spam", &Understanding::spam},
    {"insult", &Understanding::insult},
    {"emergency", &Understanding::emergency},
}};

/// What several texts say together: the strongest of each value. In any order and any grouping the result is the same,
/// so the understanding of a conversation does not depend on the order in which its interactions arrived.
constexpr Understanding strongest(const Understanding& a, const Understanding& b) {
    Understanding both;
    for (const auto& [name, field] : understanding_fields) {
        both.*field = std::max(a.*field, b.*field);
    }
    return both;
}

}  // namespace fanal
