#pragma once
#include <cstddef>
#include <regex>
#include <string>
#include <vector>

#include "tests/tidy/tree.hpp"

/// Finds functions and types in C++ without understanding it: enough for code that clang-format has laid out.
namespace fanal::tidy {

/// A function with its body, a declaration, or the head of a type.
struct Piece {
    enum class Kind { function, declaration, type };
    Kind kind = Kind::declaration;
    std::size_t begin = 0;      ///< offset of its first character
    std::size_t end = 0;        ///< offset of its last one: '}', ';', or the '{' of a type
    bool at_namespace = false;  ///< outside any type
};

/// Reads a whole file once; what it gives are offsets into that file. Throws nothing.
class Scanner {
  public:
    /// `text` is a whole file.
    explicit Scanner(std::string_view text) : code_(code_only(text)) {
        blank_out_directives();
        scan();
    }

    const std::string& code() const { return code_; }
    const std::vector<Piece>& pieces() const { return pieces_; }

    std::string text(const Piece& piece) const { return code_.substr(piece.begin, piece.end - piece.begin + 1); }

  private:
    enum class Scope { names, type, list };

    void blank_out_directives() {
        bool directive = false;
        for (std::size_t at = 0; at < code_.size();) {
            const std::size_t end = std::min(code_.find('\n', at), code_.size());
            const std::size_t first = std::min(code_.find_first_not_of(" \t", at), end);
            directive = directive || (first < end && code_[first] == '#');
            const bool goes_on = end > at && code_[end - 1] == '\\';
            if (directive) {
                std::fill(code_.begin() + static_cast<std::ptrdiff_t>(at),
                          code_.begin() + static_cast<std::ptrdiff_t>(end), ' ');
            }
            directive = directive && goes_on;
            at = end + 1;
        }
    }

    void scan() {
        for (std::size_t at = 0; at < code_.size(); ++at) {
            switch (code_[at]) {
                case '{':
                    at = open(at);
                    break;
                case '}':
                    if (!scopes_.empty()) {
                        scopes_.pop_back();
                    }
                    head_ = at + 1;
                    break;
                case ';':
                    add(Piece::Kind::declaration, at);
                    break;
                default:
                    break;
            }
        }
    }

    /// Goes into the scope that the brace at `at` opens, or past the function it opens; returns where to go on.
    std::size_t open(std::size_t at) {
        static const std::regex names(R"(^\s*(?:inline\s+)?(?:namespace\b|extern\s))");
        static const std::regex type(R"(^\s*(?:template\s*<[^;]*>\s*)?(?:class|struct|union)\b[^()]*$)");
        const std::string head = code_.substr(head_, at - head_);
        const std::string before_call = head.substr(0, head.find('('));
        if (std::regex_search(head, names)) {
            scopes_.push_back(Scope::names);
        } else if (std::regex_search(head, type)) {
            add(Piece::Kind::type, at);
            scopes_.push_back(Scope::type);
        } else if (before_call.size() < head.size() && before_call.find(" = ") == std::string::npos) {
            at = end_of_function(at);
            add(Piece::Kind::function, at);
        } else {
            scopes_.push_back(Scope::list);
        }
        head_ = at + 1;
        return at;
    }

    std::size_t end_of_function(std::size_t at) const {
        int depth = 0;
        for (; at < code_.size(); ++at) {
            depth += code_[at] == '{' ? 1 : code_[at] == '}' ? -1 : 0;
            const std::size_t next = code_.find_first_not_of(" \t\n", at + 1);
            // After a member's braces in a constructor's list comes the next member, or the body.
            const bool list_goes_on = next != std::string::npos && (code_[next] == ',' || code_[next] == '{');
            if (depth == 0 && code_[at] == '}' && !list_goes_on) {
                return at;
            }
        }
        return code_.size() - 1;
    }

    void add(Piece::Kind kind, std::size_t end) {
        static const std::regex access(R"(^\s*(?:public|private|protected)\s*:)");
        std::smatch match;
        const std::string head = code_.substr(head_, end - head_);
        if (std::regex_search(head, match, access)) {
            head_ += static_cast<std::size_t>(match.length());
        }
        const std::size_t begin = code_.find_first_not_of(" \t\n", head_);
        const bool in_list = !scopes_.empty() && scopes_.back() == Scope::list;
        if (begin < end && !in_list) {
            const bool at_namespace =
                std::all_of(scopes_.begin(), scopes_.end(), [](Scope scope) { return scope == Scope::names; });
            pieces_.push_back({kind, begin, end, at_namespace});
        }
        head_ = end + 1;
    }

    std::string code_;
    std::vector<Piece> pieces_;
    std::vector<Scope> scopes_;
    std::size_t head_ = 0;  ///< where the piece that is being read begins
};

}  // namespace fanal::tidy
