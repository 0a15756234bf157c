#include "crm/text/fold.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cassert>
#include <optional>

#include "crm/text/latin.hpp"

namespace fanal::text {
namespace {

/// Folds texts of ASCII and accented Latin letters alone, nearly all that there are; nullopt leaves the text to ICU.
std::optional<std::string> fold_latin(std::string_view text) {
    std::string folded;
    folded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto lead = static_cast<unsigned char>(text[i]);
        if (lead < 0x80) {
            folded += static_cast<char>(lead >= 'A' && lead <= 'Z' ? lead + ('a' - 'A') : lead);
            continue;
        }
        const bool latin = lead >= 0xC3 && lead <= 0xC5 && i + 1 < text.size();
        const auto trail = static_cast<unsigned char>(latin ? text[++i] : 0);
        if ((trail & 0xC0) != 0x80) {
            return std::nullopt;
        }
        const std::string_view letters = latin_letters(static_cast<char32_t>((lead & 0x1F) << 6 | (trail & 0x3F)));
        if (letters.empty()) {
            return std::nullopt;
        }
        folded += letters;
    }
    return folded;
}

/// An accent that a reader may leave out. Marks that belong to one script are vowels there, Hebrew points apart; the
/// two Japanese voicing marks are shared between scripts and still make another syllable.
bool is_diacritic(UChar32 c) {
    if (u_charType(c) != U_NON_SPACING_MARK || c == 0x3099 || c == 0x309A) {
        return false;
    }
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode script = uscript_getScript(c, &error);
    return script == USCRIPT_INHERITED || script == USCRIPT_HEBREW;
}

std::string fold_unicode(std::string_view text) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* casefold = icu::Normalizer2::getNFKCCasefoldInstance(error);
    const icu::Normalizer2* decompose = icu::Normalizer2::getNFDInstance(error);
    const icu::Normalizer2* compose = icu::Normalizer2::getNFCInstance(error);
    assert(U_SUCCESS(error));  // the three forms are built into ICU
    const icu::StringPiece bytes(text.data(), static_cast<int32_t>(text.size()));
    const icu::UnicodeString apart =
        decompose->normalize(casefold->normalize(icu::UnicodeString::fromUTF8(bytes), error), error);
    icu::UnicodeString bare;
    for (int32_t i = 0; i < apart.length();) {
        const UChar32 c = apart.char32At(i);
        i += U16_LENGTH(c);
        if (is_diacritic(c)) {
            continue;
        }
        const std::string_view letters = latin_letters(static_cast<char32_t>(c));
        if (letters.empty()) {
            bare.append(c);
        } else {
            bare.append(icu::UnicodeString(letters.data(), static_cast<int32_t>(letters.size()), US_INV));
        }
    }
    std::string folded;
    compose->normalize(bare, error).toUTF8String(folded);
    return folded;
}

}  // namespace

std::string_view cut_at_code_point(std::string_view utf8, std::size_t bytes_max) {
    if (utf8.size() <= bytes_max) {
        return utf8;
    }
    std::size_t end = bytes_max;
    // A code point has three trailing bytes at the most; more of them are broken anyway and may be cut anywhere.
    for (int back = 0; back < 3 && end > 0 && (static_cast<unsigned char>(utf8[end]) & 0xC0) == 0x80; ++back) {
        --end;
    }
    return utf8.substr(0, end);
}

std::string fold(std::string_view utf8) {
    const std::string_view head = cut_at_code_point(utf8, folded_bytes_max);
    if (auto folded = fold_latin(head)) {
        return *std::move(folded);
    }
    return fold_unicode(head);
}

}  // namespace fanal::text
