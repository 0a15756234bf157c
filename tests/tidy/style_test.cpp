// The house style, as far as a machine can read it: sizes, headers, and notes to oneself left behind.
#include <gtest/gtest.h>

#include "tests/tidy/scanner.hpp"
#include "tests/tidy/tree.hpp"

namespace fanal::tidy {
namespace {

constexpr std::ptrdiff_t function_lines_max = 70;
constexpr std::size_t file_lines_max = 500;
constexpr std::size_t line_columns_max = 120;
constexpr std::size_t table_columns_max = 150;

const std::vector<std::string> cpp_folders = {"models", "schemas", "importers", "crm", "tests"};

/// Everything that people write and read as source, in whatever language.
std::vector<std::string> sources() {
    auto found = files({"models", "schemas", "importers", "crm", "tests", "cmake"},
                       {".cpp", ".hpp", ".sql", ".ts", ".tsx", ".js", ".mjs", ".css", ".html", ".cmake", ".sh"});
    found.insert(found.end(), {"CMakeLists.txt", "run", "test", ".ci/run", "tests/fuzz/run"});
    return found;
}

/// Characters, not bytes: a screen shows "é" in one column.
std::size_t columns(std::string_view line) {
    return static_cast<std::size_t>(
        std::count_if(line.begin(), line.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; }));
}

std::string head_of(const Scanner& scanner, const Piece& piece) {
    const std::string text = scanner.text(piece);
    return text.substr(0, text.find('\n'));
}

TEST(Style, FunctionsFitAPage) {
    std::vector<std::string> offenders;
    for (const auto& path : cpp_files(cpp_folders)) {
        const Scanner scanner(read(path));
        for (const auto& piece : scanner.pieces()) {
            const std::string text = scanner.text(piece);
            const auto count = 1 + std::count(text.begin(), text.end(), '\n');
            if (piece.kind == Piece::Kind::function && count > function_lines_max) {
                offenders.push_back(place(path, scanner.code(), piece.begin) + ": " + std::to_string(count) +
                                    " lines: " + head_of(scanner, piece));
            }
        }
    }
    EXPECT_TRUE(offenders.empty()) << "Longer than " << function_lines_max << " lines:\n" << listed(offenders);
}

TEST(Style, FilesHoldOneIdea) {
    std::vector<std::string> offenders;
    for (const auto& path : sources()) {
        const std::size_t count = lines(read(path)).size();
        if (count > file_lines_max) {
            offenders.push_back(path + ": " + std::to_string(count) + " lines");
        }
    }
    EXPECT_TRUE(offenders.empty()) << "Longer than " << file_lines_max << " lines:\n" << listed(offenders);
}

TEST(Style, LinesFitTheScreen) {
    std::vector<std::string> offenders;
    for (const auto& path : sources()) {
        int number = 0;
        bool table = false;  // laid out by hand, a row a line
        const std::string text = read(path);
        for (const auto& line : lines(path.starts_with("tests/") ? without_raw_strings(text) : text)) {
            ++number;
            table = (table || line.ends_with("// clang-format off")) && !line.ends_with("// clang-format on");
            if (columns(line) > (table ? table_columns_max : line_columns_max)) {
                offenders.push_back(path + ":" + std::to_string(number) + ": " + std::to_string(columns(line)) +
                                    " columns");
            }
        }
    }
    EXPECT_TRUE(offenders.empty()) << "Wider than " << line_columns_max << " columns:\n" << listed(offenders);
}

TEST(Style, LinesEndWithTheirText) {
    std::vector<std::string> offenders;
    for (const auto& path : sources()) {
        const std::string text = read(path);
        if (!text.empty() && text.back() != '\n') {
            offenders.push_back(path + ": no line end at the end of the file");
        }
        for (const char* const blank : {"\r\n", "\t\n", " \n"}) {
            const std::size_t found = text.find(blank);
            if (found != std::string::npos) {
                offenders.push_back(place(path, text, found) + ": a blank at the end of the line");
            }
        }
    }
    EXPECT_TRUE(offenders.empty()) << listed(offenders);
}

TEST(Style, HeadersAreGuardedAndOpenNoNamespace) {
    std::vector<std::string> offenders;
    for (const auto& path : files(cpp_folders, {".hpp"})) {
        const std::string text = read(path);
        if (!text.starts_with("#pragma once\n")) {
            offenders.push_back(path + ": #pragma once is not the first line");
        }
        if (code_only(text).find("using namespace") != std::string::npos) {
            offenders.push_back(path + ": using namespace");
        }
    }
    EXPECT_TRUE(offenders.empty()) << listed(offenders);
}

TEST(Style, NothingIsLeftForLater) {
    std::vector<std::string> offenders;
    for (const auto& path : sources()) {
        const std::string text = read(path);
        for (const std::string& note : {std::string("TO") + "DO", std::string("FIX") + "ME"}) {
            const std::size_t found = text.find(note);
            if (found != std::string::npos) {
                offenders.push_back(place(path, text, found) + ": " + note);
            }
        }
    }
    EXPECT_TRUE(offenders.empty()) << listed(offenders);
}

/// Whether a header says what the piece is: a comment above it, above the unbroken run of lines it stands in, or above
/// the namespace, where it speaks for the whole header.
class Comments {
  public:
    Comments(const Scanner& scanner, std::string_view text) : scanner_(scanner), lines_(lines(text)) {
        for (std::size_t at = 0; at < text.size(); ++at) {
            if (text[at] == '\n') {
                line_ends_.push_back(at);
            }
        }
        for (std::size_t line = 1; line < lines_.size(); ++line) {
            whole_ = whole_ || (lines_[line].starts_with("namespace fanal") && lines_[line - 1].starts_with("//"));
        }
    }

    bool above_namespace() const { return whole_; }

    bool above(const Piece& piece) const {
        const std::size_t line = line_of(piece.begin);
        const std::string before = line == 0 ? "" : lines_[line - 1];
        const std::size_t first = before.find_first_not_of(' ');
        if (first == std::string::npos) {
            return false;
        }
        if (before.substr(first).starts_with("//") || before.ends_with("*/")) {
            return true;
        }
        for (const auto& other : scanner_.pieces()) {
            if (other.end < piece.begin && line_of(other.end) == line - 1) {
                return above(other);
            }
        }
        return false;
    }

  private:
    /// Counted from 0.
    std::size_t line_of(std::size_t offset) const {
        return static_cast<std::size_t>(std::lower_bound(line_ends_.begin(), line_ends_.end(), offset) -
                                        line_ends_.begin());
    }

    const Scanner& scanner_;
    std::vector<std::string> lines_;
    std::vector<std::size_t> line_ends_;
    bool whole_ = false;
};

/// A function that another file may call. Operators, and to_text and parse_… by which a type is written and read, need
/// no words: they mean the same everywhere.
bool is_public_function(const Scanner& scanner, const Piece& piece) {
    static const std::regex other(
        R"(^(?:using|static_assert|friend|typedef|extern template)\b|\b(?:operator|to_text|parse_\w+)\b)");
    const std::string text = scanner.text(piece);
    const std::string head = text.substr(0, text.find('('));
    return piece.at_namespace && piece.kind != Piece::Kind::type && head.size() < text.size() &&
           head.find(" = ") == std::string::npos && !std::regex_search(head, other);
}

TEST(Style, HeadersSayWhatTheyOffer) {
    std::vector<std::string> offenders;
    for (const auto& path : files({"models", "schemas", "importers", "crm"}, {".hpp"})) {
        const std::string text = read(path);
        const Scanner scanner(text);
        const Comments comments(scanner, text);
        for (const auto& piece : scanner.pieces()) {
            const bool is_class = piece.kind == Piece::Kind::type && scanner.text(piece).find("class ") == 0;
            const bool told = comments.above(piece) || (!is_class && comments.above_namespace());
            if ((is_class || is_public_function(scanner, piece)) && !told) {
                offenders.push_back(place(path, text, piece.begin) + ": " + head_of(scanner, piece));
            }
        }
    }
    EXPECT_TRUE(offenders.empty()) << "No comment opens these:\n" << listed(offenders);
}

TEST(Scanner, FindsWhatThereIs) {
    const std::string text = R"x(#pragma once
namespace a {
struct Shape {
    int sides = 4;
    int count() const { return sides; }
};
int area(Shape shape);
const int numbers[] = {1, 2};
Shape::Shape(int n) : sides{n}, other(")") {
    if (n) { /* } */ }
}
}  // namespace a
)x";
    const Scanner scanner(text);
    std::vector<std::string> found;
    for (const auto& piece : scanner.pieces()) {
        if (piece.kind != Piece::Kind::declaration) {
            found.push_back(place("x", text, piece.begin) + "-" + place("", text, piece.end));
        }
    }
    EXPECT_EQ(found, (std::vector<std::string>{"x:3-:3", "x:5-:5", "x:9-:11"}));
}

TEST(Scanner, CodeOnlyKeepsTheCode) {
    EXPECT_EQ(code_only("a = 1'000; // it's\nb = '\\''; c = \"/*\"; d = R\"(\")\";/*x*/e"),
              "a = 1'000;        \nb =     ; c =     ; d =       ;     e");
}

}  // namespace
}  // namespace fanal::tidy
