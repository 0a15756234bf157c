#pragma once
#include <string>
#include <string_view>

namespace fanal::exports {

/// Adds a text to XML 1.0, as content or inside a quoted attribute. What XML has no place for, control characters and
/// bytes that are no UTF-8, becomes U+FFFD. Linear.
void append_xml_text(std::string& xml, std::string_view text);

}  // namespace fanal::exports
