#pragma once
#include <string_view>

namespace fanal::identity {

/// How alike two words are, from 0 to 1 (Jaro 1989, with the bonus of Winkler 1990 for up to four letters that both
/// begin with, 0.1 a letter). Looks at the first 64 bytes of each; two empty words are not alike.
double jaro_winkler(std::string_view word, std::string_view other);

}  // namespace fanal::identity
