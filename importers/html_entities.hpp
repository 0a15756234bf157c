#pragma once
#include <string>
#include <string_view>

namespace fanal::importers {

/// Appends the character that the entity at the start of `html` ("&eacute;", "&#233;", "&#xE9;") stands for, and
/// returns how many bytes it took; 0 when there is none, and nothing was appended.
std::size_t append_entity(std::string_view html, std::string& text);

/// `text` with every entity as the character that it stands for.
std::string decode_entities(std::string_view text);

}  // namespace fanal::importers
