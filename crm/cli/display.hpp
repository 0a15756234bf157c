#pragma once
#include <cstddef>
#include <string>
#include <string_view>

#include "crm/cli/terminal.hpp"

/// Texts of strangers on a terminal: nothing in them may move the cursor, colour, ring, or turn the line around.
namespace fanal::cli {

/// `text` made safe and brought onto one line. Line breaks and tabs become spaces, runs of spaces one; other control
/// characters become their pictures (ESC is ␛), bytes that are not UTF-8 and 8-bit controls U+FFFD; marks that set the
/// direction are dropped, and text that runs from right to left is isolated, so that it does not carry the rest of the
/// line along.
std::string one_line(std::string_view text);

/// Columns that `text` takes on a terminal.
std::size_t columns_of(std::string_view text);

/// `text` on one line, cut with "…" where it is wider than `columns`.
std::string fitted(std::string_view text, std::size_t columns);

/// `text`, which is safe already, followed by spaces up to `columns`.
std::string padded(std::string_view text, std::size_t columns);

/// `text` made safe, broken at spaces into lines no wider than `columns`, each after `indent` spaces and with a line
/// break at its end. Its own line breaks stay; at most `lines_max` lines, the last with "…" where some are left out.
std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent, std::size_t lines_max);

/// What a command answers in one sentence, wrapped to the terminal.
std::string sentence_text(const Terminal& terminal, std::string_view sentence);

}  // namespace fanal::cli
