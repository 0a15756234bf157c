#pragma once
#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

/// A transcript is what a person types and sees: "$ " and a command, then what it prints. "…" in an expected line
/// stands for any text, alone on a line for any lines. A command may carry a here-document, up to its closing word.
/// Lines that begin with
/// "# " are remarks.
namespace fanal::journeys {

struct Step {
    std::size_t line = 0;  ///< in the file, from 1
    std::string command;
    std::vector<std::string> expected;
};

/// `text` without blanks at the ends of lines and without empty lines at its end.
inline std::vector<std::string> trimmed_lines(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line.substr(0, line.find_last_not_of(" \t\r") + 1));
    }
    while (!lines.empty() && lines.back().empty()) {
        lines.pop_back();
    }
    return lines;
}

/// The word that closes the here-document which `command` opens; empty if it opens none.
inline std::string here_document_end(const std::string& command) {
    const std::size_t at = command.find("<<");
    if (at == std::string::npos) {
        return {};
    }
    std::string word;
    for (std::size_t i = at + 2;
         i < command.size() && (std::isalnum(static_cast<unsigned char>(command[i])) != 0 || command[i] == '\''); ++i) {
        word += command[i] == '\'' ? "" : std::string(1, command[i]);
    }
    return word;
}

/// The steps of a transcript; of a Markdown page, those inside its fences marked ```console.
inline std::vector<Step> steps_of(const std::string& text, bool markdown) {
    std::istringstream in(text);
    std::vector<Step> steps;
    bool inside = !markdown;
    std::string document_end;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (!document_end.empty()) {
            steps.back().command += "\n" + line;
            document_end = line == document_end ? "" : document_end;
        } else if (markdown && line.starts_with("```")) {
            inside = !inside && line == "```console";
        } else if (!inside || line.starts_with("# ") || line == "#") {
            continue;
        } else if (line.starts_with("$ ")) {
            steps.push_back({number, line.substr(2), {}});
            document_end = here_document_end(line);
        } else if (!steps.empty()) {
            steps.back().expected.push_back(line);
        }
    }
    for (Step& step : steps) {
        std::string joined;
        for (const std::string& line : step.expected) {
            joined += line + "\n";
        }
        step.expected = trimmed_lines(joined);
    }
    return steps;
}

/// Whether `line` is `pattern`, in which each "…" stands for any text.
inline bool line_matches(std::string_view pattern, std::string_view line) {
    constexpr std::string_view any = "…";
    const std::size_t first = pattern.find(any);
    if (first == std::string_view::npos) {
        return pattern == line;
    }
    if (line.substr(0, first) != pattern.substr(0, first)) {
        return false;
    }
    pattern.remove_prefix(first + any.size());
    line.remove_prefix(first);
    // Each piece between two "…" is found as early as it can be; the last one stands at the end.
    for (std::size_t next; (next = pattern.find(any)) != std::string_view::npos;) {
        const std::size_t at = line.find(pattern.substr(0, next));
        if (at == std::string_view::npos) {
            return false;
        }
        line.remove_prefix(at + next);
        pattern.remove_prefix(next + any.size());
    }
    return line.ends_with(pattern);
}

/// Whether `actual` is `expected`, in which a line of "…" alone stands for any lines, also none.
inline bool lines_match(const std::vector<std::string>& expected, const std::vector<std::string>& actual) {
    // reached[j]: the expected lines so far can stand for the first j actual lines.
    std::vector<bool> reached(actual.size() + 1, false);
    reached[0] = true;
    for (const std::string& pattern : expected) {
        std::vector<bool> next(actual.size() + 1, false);
        for (std::size_t j = 0; j <= actual.size(); ++j) {
            if (pattern == "…") {
                next[j] = reached[j] || (j > 0 && next[j - 1]);
            } else if (j > 0) {
                next[j] = reached[j - 1] && line_matches(pattern, actual[j - 1]);
            }
        }
        reached = next;
    }
    return reached[actual.size()];
}

}  // namespace fanal::journeys
