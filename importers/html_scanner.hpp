#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace fanal::importers {

/// A stretch of HTML: some text, or one piece of markup.
struct HtmlPiece {
    std::string_view text;        ///< with its entities; empty for markup
    std::string name;             ///< of the element, lower case; empty for text
    bool closing = false;         ///< "</p>"
    std::string_view attributes;  ///< what stands between the name and the ">"
};

/// Cuts HTML into pieces, from left to right and in linear time. Comments, declarations and the insides of scripts and
/// styles are passed over; a "<" that opens no markup, or whose markup never closes, is text. A ">" ends markup even
/// inside quotes, where well-formed HTML has none.
class HtmlScanner {
  public:
    explicit HtmlScanner(std::string_view html) : html_(html) {}

    /// The next piece; false at the end.
    bool next(HtmlPiece& piece);

  private:
    bool markup(HtmlPiece& piece);
    bool pass_comment();
    void pass_inside(std::string_view name);

    std::string_view html_;
    std::size_t at_ = 0;
    bool markup_closes_ = true;   ///< false once no ">" is left
    bool comments_close_ = true;  ///< false once no "-->" is left
};

/// The value of an attribute, with its entities as characters; empty when there is none. `name` is lower case.
std::string html_attribute(std::string_view attributes, std::string_view name);

}  // namespace fanal::importers
