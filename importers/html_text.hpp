#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace fanal::importers {

/// HTML as plain UTF-8 text: no markup is left, entities are characters, <br> is a line end and paragraphs stand a
/// blank line apart. A link keeps its address: alone where its text is that address (shortened or not), behind its text
/// otherwise;
/// "@name", "#topic" and times such as "1:30" say enough without. Scripts, styles and comments are dropped. Linear in
/// the length of `html`, whatever it holds; what only looks like markup ("2 < 3") stays.
std::string html_to_text(std::string_view html);

/// The http and https addresses that `html` links to, in order.
std::vector<std::string> html_links(std::string_view html);

}  // namespace fanal::importers
