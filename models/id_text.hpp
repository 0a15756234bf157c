#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace fanal {

/// The value of an id as to_text() writes it; nullopt for anything else.
std::optional<std::int64_t> parse_id(std::string_view text);

}  // namespace fanal
