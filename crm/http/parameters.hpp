#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace fanal::http {

/// `text` with its %XX turned into bytes, and "+" into a space where `plus_is_space` (in a query, not in a path).
/// Nothing for a
/// "%" without two hexadecimal digits, for control characters and for what is not UTF-8.
std::optional<std::string> percent_decode(std::string_view text, bool plus_is_space);

/// The parameters of one request, decoded.
class Parameters {
  public:
    /// Throws bad_input for a parameter that is not in `known`, one given twice, or one that cannot be decoded.
    static Parameters parse(std::string_view query, std::span<const std::string_view> known);

    std::optional<std::string> find(std::string_view name) const;
    /// A whole number from 1 to 1000, or `fallback` when it is not given. Throws bad_input.
    std::int64_t limit(std::int64_t fallback) const;

  private:
    struct Parameter {
        std::string name;
        std::string value;
    };

    std::vector<Parameter> list_;
};

}  // namespace fanal::http
