#include "crm/cli/display.hpp"

#include <algorithm>
#include <vector>

#include "crm/text/shorten.hpp"
#include "models/utf8.hpp"

namespace fanal::cli {
namespace {

constexpr std::string_view ellipsis = "…";

bool is_space(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/// Marks, embeddings, overrides and isolates: with them a text could show in another order than it is written.
bool sets_direction(char32_t c) {
    return c == 0x61C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

bool runs_from_right(char32_t c) {
    return (c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
           (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF);
}

/// A control character as something to look at; anything else as it is.
char32_t shown(char32_t c) {
    if (c < 0x20) {
        return 0x2400 + c;
    }
    if (c == 0x7F) {
        return 0x2421;
    }
    return c >= 0x80 && c < 0xA0 ? replacement_character : c;
}

/// one_line() without the isolation.
std::string neutralised(std::string_view text) {
    std::string safe;
    bool space_waits = false;
    while (!text.empty()) {
        const char32_t c = take_code_point(text);
        if (is_space(c)) {
            space_waits = !safe.empty();
        } else if (!sets_direction(c)) {
            safe += space_waits ? " " : "";
            space_waits = false;
            append_utf8(safe, shown(c));
        }
    }
    return safe;
}

/// Between FIRST STRONG ISOLATE and POP DIRECTIONAL ISOLATE, if any of it runs from right to left.
std::string isolated(std::string safe) {
    for (std::string_view rest = safe; !rest.empty();) {
        if (runs_from_right(take_code_point(rest))) {
            return "\u2068" + std::move(safe) + "\u2069";
        }
    }
    return safe;
}

/// Bytes of the longest beginning that takes at most `columns`: whole characters, and at least one of them.
std::size_t bytes_that_fit(const std::string& safe, std::size_t columns) {
    for (std::size_t characters = std::max<std::size_t>(columns, 1);; --characters) {
        const std::string cut = text::shorten(safe, characters + 1);
        const std::size_t bytes = cut == safe ? safe.size() : cut.size() - ellipsis.size();
        const std::size_t taken = text::display_width(std::string_view(safe).substr(0, bytes));
        if (taken <= columns || characters == 1) {
            return bytes;
        }
        characters -= std::min(characters - 2, (taken - columns - 1) / 2);  // No character takes more than two columns.
    }
}

/// Where the word that begins at `at` ends. French puts a space before "?", "!", ":", ";" and "»"; they stay with their
/// word.
std::size_t end_of_word(std::string_view safe, std::size_t at) {
    std::size_t end = std::min(safe.find(' ', at), safe.size());
    for (const std::string_view sign : {" ?", " !", " :", " ;", " »"}) {
        const std::size_t after = end + sign.size();
        if (safe.substr(end).starts_with(sign) && (after == safe.size() || safe[after] == ' ')) {
            end = after;
        }
    }
    return end;
}

/// `safe`, one paragraph, broken at spaces, and inside words that are too long.
std::vector<std::string> broken(const std::string& safe, std::size_t columns) {
    std::vector<std::string> lines(1);
    std::size_t taken = 0;
    for (std::size_t at = 0; at < safe.size();) {
        const std::size_t end = end_of_word(safe, at);
        std::string word = safe.substr(at, end - at);
        at = end + 1;
        if (taken > 0 && taken + 1 + text::display_width(word) > columns) {
            lines.emplace_back();
            taken = 0;
        }
        while (text::display_width(word) > columns) {
            const std::size_t bytes = bytes_that_fit(word, columns);
            if (bytes == word.size()) {
                break;
            }
            lines.back() = word.substr(0, bytes);
            lines.emplace_back();
            word.erase(0, bytes);
        }
        lines.back() += (taken > 0 ? " " : "") + word;
        taken = text::display_width(lines.back());
    }
    return lines;
}

}  // namespace

std::string one_line(std::string_view text) {
    return isolated(neutralised(text));
}

std::size_t columns_of(std::string_view text) {
    return text::display_width(text);
}

std::string fitted(std::string_view text, std::size_t columns) {
    std::string safe = neutralised(text);
    if (text::display_width(safe) > columns) {
        safe = columns == 0 ? std::string() : safe.substr(0, bytes_that_fit(safe, columns - 1)) + std::string(ellipsis);
    }
    return isolated(std::move(safe));
}

std::string padded(std::string_view text, std::size_t columns) {
    return std::string(text) + std::string(columns - std::min(columns, columns_of(text)), ' ');
}

std::string wrapped(std::string_view text, std::size_t columns, std::size_t indent, std::size_t lines_max) {
    std::vector<std::string> lines;
    for (std::size_t at = 0; at < text.size() && lines.size() <= lines_max;) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string paragraph = neutralised(text.substr(at, end - at));
        at = end + 1;
        if (!paragraph.empty()) {
            const auto more = broken(paragraph, columns);
            lines.insert(lines.end(), more.begin(), more.end());
        }
    }
    if (lines.size() > lines_max) {
        lines.resize(lines_max);
        lines.back() = fitted(lines.back() + " " + std::string(ellipsis), columns);
    }
    std::string result;
    for (const std::string& line : lines) {
        result += std::string(indent, ' ') + isolated(line) + "\n";
    }
    return result;
}

std::string sentence_text(const Terminal& terminal, std::string_view sentence) {
    constexpr std::size_t lines_max = 10;
    return wrapped(sentence, static_cast<std::size_t>(terminal.width), 0, lines_max);
}

}  // namespace fanal::cli
