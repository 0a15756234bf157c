#pragma once
#include <iosfwd>
#include <string>
#include <string_view>

namespace fanal::cli {

/// Where a command answers. Made once, by main; tests make their own of string streams.
struct Terminal {
    std::ostream& out;
    std::ostream& err;
    int width = 100;             ///< columns; tables and texts are cut to it
    bool colour = false;         ///< `out` may carry escape sequences of ours
    bool err_is_live = false;    ///< a person is watching `err`, so that a line may be drawn over and over
    std::istream* in = nullptr;  ///< where that person answers a question; null: nobody does
};

/// The process's own streams. The width is COLUMNS, or that of the terminal, or 100 into files and pipes; colour is for
/// terminals alone, and never with NO_COLOR (https://no-color.org) or TERM=dumb.
Terminal standard_terminal();

enum class Style { strong, faint, good, bad };

/// `text` in a style, or as it stands where there is no colour.
std::string styled(const Terminal& terminal, Style style, std::string_view text);

}  // namespace fanal::cli
