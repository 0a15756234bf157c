#include "crm/text/shorten.hpp"

#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cassert>
#include <memory>

#include "crm/text/fold.hpp"

namespace fanal::text {
namespace {

constexpr std::string_view ellipsis = "…";

/// Plain ASCII, in which each byte is a grapheme. (A carriage return is kept out: with a line feed it makes one.)
bool is_plain(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return static_cast<signed char>(c) > 0 && c != '\r'; });
}

/// Where the first `count` graphemes of `text` end, in bytes; text.size() if it has no more than that.
std::size_t end_of_graphemes(std::string_view text, std::size_t count) {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::BreakIterator> graphemes(
        icu::BreakIterator::createCharacterInstance(icu::Locale::getRoot(), error));
    UText* bytes = utext_openUTF8(nullptr, text.data(), static_cast<int64_t>(text.size()), &error);
    assert(U_SUCCESS(error));  // the rules of the root locale are built into ICU
    graphemes->setText(bytes, error);
    std::size_t end = 0;
    for (std::size_t i = 0; i < count && end < text.size(); ++i) {
        const int32_t next = graphemes->next();
        end = next == icu::BreakIterator::DONE ? text.size() : static_cast<std::size_t>(next);
    }
    utext_close(bytes);
    return end;
}

/// Walks a text, code point by code point, and knows which of them join the one before.
class Columns {
  public:
    std::size_t of(UChar32 c) {
        if (c < 0x7F) {
            return of_ascii(c);
        }
        const std::size_t columns = joins(c) ? 0 : width(c);
        const bool grows = c == 0xFE0F && last_columns_ == 1 && u_hasBinaryProperty(last_, UCHAR_EMOJI);
        flag_half_ = is_flag_half(c) && !flag_half_;
        joiner_ = c == 0x200D;
        if (columns > 0 || grows) {
            last_ = c;
            last_columns_ = columns;
        }
        return grows ? 1 : columns;  // a text sign shown as an emoji, such as ❤️, takes a second column
    }

  private:
    std::size_t of_ascii(UChar32 c) {
        joiner_ = flag_half_ = false;
        last_ = c;
        last_columns_ = c >= 0x20 ? 1 : 0;
        return last_columns_;
    }

    static bool is_flag_half(UChar32 c) { return u_hasBinaryProperty(c, UCHAR_REGIONAL_INDICATOR); }

    bool joins(UChar32 c) const {
        const bool skin_tone = u_hasBinaryProperty(c, UCHAR_EMOJI_MODIFIER) && last_columns_ == 2;
        const bool joined = joiner_ && u_hasBinaryProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
        return skin_tone || joined || (flag_half_ && is_flag_half(c));
    }

    static std::size_t width(UChar32 c) {
        const auto type = u_charType(c);
        const bool unseen = type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_CONTROL_CHAR ||
                            (type == U_FORMAT_CHAR && c != 0xAD) || (c >= 0x1160 && c <= 0x11FF);
        if (unseen) {
            return 0;
        }
        const auto east_asian = u_getIntPropertyValue(c, UCHAR_EAST_ASIAN_WIDTH);
        const bool wide = east_asian == U_EA_WIDE || east_asian == U_EA_FULLWIDTH || is_flag_half(c);
        return wide ? 2 : 1;
    }

    UChar32 last_ = 0;  ///< the last code point that took columns
    std::size_t last_columns_ = 0;
    bool joiner_ = false;
    bool flag_half_ = false;
};

}  // namespace

std::string shorten(std::string_view utf8, std::size_t max_graphemes) {
    if (max_graphemes == 0) {
        return {};
    }
    const std::size_t bytes_max = std::min(max_graphemes, utf8.size()) * grapheme_bytes_max;
    const std::string_view head = cut_at_code_point(utf8, std::max(bytes_max, grapheme_bytes_max));
    if (is_plain(head.substr(0, max_graphemes + 1))) {
        if (utf8.size() <= max_graphemes) {
            return std::string(utf8);
        }
        return std::string(head.substr(0, max_graphemes - 1)).append(ellipsis);
    }
    if (head.size() == utf8.size() && end_of_graphemes(head, max_graphemes) == head.size()) {
        return std::string(utf8);
    }
    return std::string(head.substr(0, end_of_graphemes(head, max_graphemes - 1))).append(ellipsis);
}

std::size_t display_width(std::string_view utf8) {
    Columns columns;
    std::size_t sum = 0;
    const auto* bytes = reinterpret_cast<const std::uint8_t*>(utf8.data());
    for (std::size_t i = 0; i < utf8.size();) {
        UChar32 c = 0;
        U8_NEXT_OR_FFFD(bytes, i, utf8.size(), c);
        sum += columns.of(c);
    }
    return sum;
}

}  // namespace fanal::text
