#include "models/match.hpp"

#include <charconv>

namespace fanal {

std::optional<double> parse_probability(std::string_view text) {
    double number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool is_number = problem == std::errc{} && end == text.data() + text.size();
    return is_number && number >= 0 && number <= 1 ? std::optional(number) : std::nullopt;
}

}  // namespace fanal
