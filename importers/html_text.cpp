#include "importers/html_text.hpp"

#include <algorithm>
#include <array>

#include "importers/html_entities.hpp"
#include "importers/html_scanner.hpp"

namespace fanal::importers {
namespace {

bool is_blank(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

bool is_web_address(std::string_view link) {
    return link.starts_with("https://") || link.starts_with("http://");
}

/// "https://www.example.org/a" is "example.org/a" to a reader.
std::string_view without_prefix(std::string_view address) {
    for (const std::string_view prefix : {"https://", "http://", "www."}) {
        address.remove_prefix(address.starts_with(prefix) ? prefix.size() : 0);
    }
    return address;
}

std::string_view without_ellipsis(std::string_view text) {
    for (const std::string_view mark : {"…", "..."}) {
        text.remove_suffix(text.ends_with(mark) ? mark.size() : 0);
    }
    return text;
}

bool is_time_of_day(std::string_view text) {
    return text.find_first_not_of("0123456789:") == std::string_view::npos && text.find(':') != std::string_view::npos;
}

/// Lays out plain text: runs of blanks are one space, and breaks are only written between texts.
class Layout {
  public:
    void add_text(std::string_view html) {
        for (std::size_t at = 0; at < html.size();) {
            if (is_blank(html[at])) {
                space_ = true;
                ++at;
                continue;
            }
            flush();
            const std::size_t taken = html[at] == '&' ? append_entity(html.substr(at), text_) : 0;
            if (taken == 0) {
                text_ += html[at];
            }
            at += std::max<std::size_t>(taken, 1);
        }
    }

    void break_line() { ++breaks_; }
    void begin_block(int breaks) { breaks_ = std::max(breaks_, breaks); }

    void open_link(std::string link) {
        close_link();
        flush();
        link_ = std::move(link);
        link_begin_ = text_.size();
    }

    void close_link() {
        if (!is_web_address(link_)) {
            return;
        }
        const std::string_view shown = std::string_view(text_).substr(link_begin_);
        if (shown.empty() || without_prefix(link_).starts_with(without_prefix(without_ellipsis(shown)))) {
            text_.replace(link_begin_, std::string::npos, link_);
        } else if (shown.front() != '@' && shown.front() != '#' && !is_time_of_day(shown)) {
            text_ += " (" + link_ + ")";
        }
        link_.clear();
    }

    std::string finish() {
        close_link();
        while (!text_.empty() && is_blank(text_.back())) {
            text_.pop_back();
        }
        return std::move(text_);
    }

  private:
    /// Writes the breaks that have gathered, now that something stands behind them.
    void flush() {
        if (!text_.empty() && !is_blank(text_.back())) {
            text_ += breaks_ > 1 ? "\n\n" : breaks_ == 1 ? "\n" : space_ ? " " : "";
        }
        breaks_ = 0;
        space_ = false;
    }

    std::string text_;
    std::string link_;
    std::size_t link_begin_ = 0;
    int breaks_ = 0;
    bool space_ = false;
};

/// How many line ends part an element from what stands around it; 0 for one inside a line.
int breaks_around(std::string_view name) {
    constexpr std::array<std::string_view, 10> paragraphs = {"p",  "blockquote", "ul", "ol", "pre",
                                                             "h1", "h2",         "h3", "h4", "table"};
    constexpr std::array<std::string_view, 8> lines = {"div", "li", "tr", "hr", "dd", "dt", "section", "article"};
    if (std::find(paragraphs.begin(), paragraphs.end(), name) != paragraphs.end()) {
        return 2;
    }
    return std::find(lines.begin(), lines.end(), name) != lines.end() ? 1 : 0;
}

}  // namespace

std::string html_to_text(std::string_view html) {
    Layout layout;
    HtmlScanner scanner(html);
    for (HtmlPiece piece; scanner.next(piece);) {
        if (!piece.text.empty()) {
            layout.add_text(piece.text);
        } else if (piece.name == "br") {
            layout.break_line();
        } else if (piece.name == "a") {
            piece.closing ? layout.close_link() : layout.open_link(html_attribute(piece.attributes, "href"));
        } else {
            layout.begin_block(breaks_around(piece.name));
        }
    }
    return layout.finish();
}

std::vector<std::string> html_links(std::string_view html) {
    std::vector<std::string> links;
    HtmlScanner scanner(html);
    for (HtmlPiece piece; scanner.next(piece);) {
        if (piece.name == "a" && !piece.closing) {
            std::string link = html_attribute(piece.attributes, "href");
            if (is_web_address(link)) {
                links.push_back(std::move(link));
            }
        }
    }
    return links;
}

}  // namespace fanal::importers
