#pragma once
#include <string_view>

#include "crm/identity/word_filter.hpp"

namespace fanal::identity {

/// The bits that it costs to write a word that many handles hold, whoever is behind them: titles and roles ("official",
/// "senator", "chef"), places, in several languages. 0 for any other word.
double handle_word_bits(std::string_view word);

/// Which texts are none of those words.
const WordFilter& handle_word_filter();

/// No word of handle_word_bits() is longer.
inline constexpr std::size_t handle_word_letters_max = 16;

}  // namespace fanal::identity
