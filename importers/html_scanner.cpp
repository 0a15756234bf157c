#include "importers/html_scanner.hpp"

#include <algorithm>

#include "importers/html_entities.hpp"

namespace fanal::importers {
namespace {

constexpr std::string_view blanks = " \t\n\r\f";

constexpr char lower(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
constexpr bool is_letter(char c) {
    return lower(c) >= 'a' && lower(c) <= 'z';
}
constexpr bool is_name(char c) {
    return is_letter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == ':';
}

bool equals_ignoring_case(std::string_view text, std::string_view lower_case) {
    return text.size() == lower_case.size() &&
           std::equal(text.begin(), text.end(), lower_case.begin(), [](char a, char b) { return lower(a) == b; });
}

std::size_t name_end(std::string_view text, std::size_t at) {
    while (at < text.size() && is_name(text[at])) {
        ++at;
    }
    return at;
}

/// One attribute's value, which begins at `at` behind its "="; moves `at` behind it.
std::string_view take_value(std::string_view attributes, std::size_t& at) {
    at = std::min(attributes.find_first_not_of(blanks, at), attributes.size());
    const char quote = at < attributes.size() ? attributes[at] : ' ';
    if (quote == '"' || quote == '\'') {
        const std::size_t begin = at + 1;
        const std::size_t end = std::min(attributes.find(quote, begin), attributes.size());
        at = std::min(end + 1, attributes.size());
        return attributes.substr(begin, end - begin);
    }
    const std::size_t begin = at;
    at = std::min(attributes.find_first_of(blanks, at), attributes.size());
    return attributes.substr(begin, at - begin);
}

}  // namespace

bool HtmlScanner::next(HtmlPiece& piece) {
    while (at_ < html_.size()) {
        if (html_[at_] == '<') {
            if (pass_comment()) {
                continue;
            }
            if (markup(piece)) {
                return true;
            }
        }
        const std::size_t end = std::min(html_.find('<', at_ + 1), html_.size());
        piece = {};
        piece.text = html_.substr(at_, end - at_);
        at_ = end;
        return true;
    }
    return false;
}

/// Takes one piece of markup; a declaration ("<!DOCTYPE html>") is one without a name.
bool HtmlScanner::markup(HtmlPiece& piece) {
    const std::string_view rest = html_.substr(at_ + 1);
    const bool closing = rest.starts_with('/');
    const std::size_t name_begin = at_ + (closing ? 2 : 1);
    const bool declaration = rest.starts_with('!') || rest.starts_with('?');
    const bool named = name_begin < html_.size() && is_letter(html_[name_begin]);
    if (!markup_closes_ || (!named && !declaration)) {
        return false;
    }
    const std::size_t end = html_.find('>', name_begin);
    if (end == std::string_view::npos) {
        markup_closes_ = false;
        return false;
    }
    piece = {};
    piece.closing = closing;
    if (named) {
        const std::size_t attributes_begin = name_end(html_.substr(0, end), name_begin);
        piece.name = html_.substr(name_begin, attributes_begin - name_begin);
        std::transform(piece.name.begin(), piece.name.end(), piece.name.begin(), lower);
        piece.attributes = html_.substr(attributes_begin, end - attributes_begin);
    }
    at_ = end + 1;
    if (!closing && (piece.name == "script" || piece.name == "style")) {
        pass_inside(piece.name);
    }
    return true;
}

bool HtmlScanner::pass_comment() {
    if (!comments_close_ || !html_.substr(at_).starts_with("<!--")) {
        return false;
    }
    const std::size_t end = html_.find("-->", at_ + 4);
    if (end == std::string_view::npos) {
        comments_close_ = false;
        return false;
    }
    at_ = end + 3;
    return true;
}

/// Goes to the markup that closes `name`; to the end when nothing does.
void HtmlScanner::pass_inside(std::string_view name) {
    do {
        at_ = std::min(html_.find("</", at_), html_.size());
        if (equals_ignoring_case(html_.substr(std::min(at_ + 2, html_.size()), name.size()), name)) {
            return;
        }
        at_ = std::min(at_ + 2, html_.size());
    } while (at_ < html_.size());
}

std::string html_attribute(std::string_view attributes, std::string_view name) {
    std::size_t at = 0;
    while (at < attributes.size()) {
        const std::size_t begin = at;
        at = name_end(attributes, begin);
        const std::string_view found = attributes.substr(begin, at - begin);
        at = std::min(attributes.find_first_not_of(blanks, at), attributes.size());
        if (found.empty()) {
            at = std::max(at, begin + 1);
            continue;
        }
        if (at == attributes.size() || attributes[at] != '=') {
            continue;
        }
        ++at;
        const std::string_view value = take_value(attributes, at);
        if (equals_ignoring_case(found, name)) {
            return decode_entities(value);
        }
    }
    return {};
}

}  // namespace fanal::importers
