#pragma once
#include <string>

#include "importers/payload.hpp"

namespace fanal::importers::reddit {

/// A thing's Markdown as plain text. `html` is the same as HTML, from which one sees whether the payload is escaped.
std::string text_of(const Payload& markdown, const Payload& html);

/// A title: no Markdown. `html` is that of the post's body, and may not exist.
std::string title_of(const Payload& title, const Payload& html);

}  // namespace fanal::importers::reddit
