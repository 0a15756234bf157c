#pragma once
#include <algorithm>
#include <cctype>
#include <cstddef>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

/// The source tree as text, for tests that hold it to the house rules. Paths are relative to the clone's root.
namespace fanal::tidy {

/// The whole file; throws when it cannot be read.
inline std::string read(const std::string& path) {
    std::ifstream in(std::filesystem::path(FANAL_ROOT) / path, std::ios::binary);
    if (!in) {
        throw std::runtime_error(path + " cannot be read.");
    }
    return {std::istreambuf_iterator<char>(in), {}};
}

/// Whether there is such a file or folder.
inline bool exists(const std::string& path) {
    return std::filesystem::exists(std::filesystem::path(FANAL_ROOT) / path);
}

/// Every file under `folders` whose name ends in one of `endings`, in name order. What is fetched or built is left out.
inline std::vector<std::string> files(const std::vector<std::string>& folders,
                                      const std::vector<std::string>& endings) {
    std::vector<std::string> found;
    const std::filesystem::path root = FANAL_ROOT;
    for (const auto& folder : folders) {
        if (!exists(folder)) {
            continue;
        }
        for (auto entry = std::filesystem::recursive_directory_iterator(root / folder); entry != end(entry); ++entry) {
            const std::string name = entry->path().filename();
            if (entry->is_directory() && (name == "node_modules" || name == "dist" || name == "build")) {
                entry.disable_recursion_pending();
            }
            if (entry->is_regular_file() && std::any_of(endings.begin(), endings.end(), [&](const std::string& ending) {
                    return name.ends_with(ending);
                })) {
                found.push_back(entry->path().lexically_relative(root));
            }
        }
    }
    std::sort(found.begin(), found.end());
    return found;
}

/// The C++ among them.
inline std::vector<std::string> cpp_files(const std::vector<std::string>& folders) {
    return files(folders, {".cpp", ".hpp"});
}

/// Lines without their line ends.
inline std::vector<std::string> lines(std::string_view text) {
    std::vector<std::string> all;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        all.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return all;
}

/// "path:12", as a compiler writes it, for the byte at `offset`.
inline std::string place(const std::string& path, std::string_view text, std::size_t offset) {
    const auto line = 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(offset), '\n');
    return path + ":" + std::to_string(line);
}

/// A character of an identifier.
inline bool is_word(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) || c == '_';
}

/// Where the comment or literal that begins at `at` ends; `at` itself when none begins there.
inline std::size_t skip_prose(std::string_view text, std::size_t at) {
    const auto past = [&](std::string_view mark, std::size_t from) {
        const std::size_t found = text.find(mark, from);
        return found == std::string_view::npos ? text.size() : found + mark.size();
    };
    const auto starts = [&](std::string_view mark) { return text.substr(at).starts_with(mark); };
    if (starts("//")) {
        return past("\n", at) - 1;
    }
    if (starts("/*")) {
        return past("*/", at + 2);
    }
    const bool in_word = at > 0 && is_word(text[at - 1]);
    if (starts("R\"") && !in_word) {
        const std::size_t open = text.find('(', at);
        return past(")" + std::string(text.substr(at + 2, open - at - 2)) + "\"", open);
    }
    // A quote after a letter or digit is a digit separator, as in 1'000.
    if (text[at] != '"' && (text[at] != '\'' || in_word)) {
        return at;
    }
    std::size_t end = at + 1;
    while (end < text.size() && text[end] != text[at] && text[end] != '\n') {
        end += text[end] == '\\' ? 2 : 1;
    }
    return std::min(end + 1, text.size());
}

/// C++ with its comments and literals turned into blanks; every other character keeps its place.
inline std::string code_only(std::string_view text) {
    std::string code(text);
    for (std::size_t at = 0; at < code.size();) {
        const std::size_t end = skip_prose(text, at);
        for (std::size_t i = at; i < end; ++i) {
            code[i] = code[i] == '\n' ? '\n' : ' ';
        }
        at = std::max(end, at + 1);
    }
    return code;
}

/// The same with only what raw strings hold taken out, but for its line ends: data that a test shows may be as wide as
/// it is.
inline std::string without_raw_strings(std::string_view text) {
    std::string rest;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t end = std::max(skip_prose(text, at), at + 1);
        const bool raw = text.substr(at).starts_with("R\"") && end > at + 1;
        for (std::size_t i = at; i < end; ++i) {
            if (!raw || text[i] == '\n') {
                rest += text[i];
            }
        }
        at = end;
    }
    return rest;
}

/// Every thing in `offenders` on a line of its own, to print behind a test's message.
inline std::string listed(const std::vector<std::string>& offenders) {
    std::string text;
    for (const auto& offender : offenders) {
        text += "  " + offender + "\n";
    }
    return text;
}

}  // namespace fanal::tidy
