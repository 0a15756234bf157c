#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace fanal::importers {

/// JSON's integers have no bounds, the parser's have 64 bits. The same JSON with every integer of 19 digits or more
/// turned into a string, as which an id is read anyway; nullopt when it has none, and the fault lies elsewhere. Linear.
std::optional<std::string> quote_long_integers(std::string_view json);

}  // namespace fanal::importers
