#include "crm/text/names.hpp"

#include <unicode/normalizer2.h>
#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <numeric>
#include <unordered_set>

#include "crm/text/fold.hpp"

namespace fanal::text {
namespace {

/// Cyrillic as people write themselves in Latin letters ("Щукин" is "Shchukin"), not as libraries do.
constexpr const char* letters_of_any_script = "Any-NFC; [:Cyrillic:] Russian-Latin/BGN; Any-Latin; Latin-ASCII";

/// Names and handles are shorter; more of them is not looked at.
constexpr std::size_t name_bytes_max = 512;
/// Numbers this long are ids, not years or birthdays.
constexpr std::size_t id_digits_min = 9;

bool is_ascii(std::string_view text) {
    return std::none_of(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0x80) != 0; });
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

bool is_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || is_digit(c);
}

icu::UnicodeString unicode(std::string_view utf8) {
    return icu::UnicodeString::fromUTF8(icu::StringPiece(utf8.data(), static_cast<int32_t>(utf8.size())));
}

/// One for each thread, because a Transliterator is not to be called by two at once; null where ICU has no data.
const icu::Transliterator* latin_letters_of_any_script() {
    thread_local const std::unique_ptr<icu::Transliterator> made = [] {
        UErrorCode error = U_ZERO_ERROR;
        return std::unique_ptr<icu::Transliterator>(
            icu::Transliterator::createInstance(letters_of_any_script, UTRANS_FORWARD, error));
    }();
    return made.get();
}

/// The part of a path or an address that names someone.
std::string_view naming_part(std::string_view handle) {
    if (const std::size_t host = handle.find("://"); host != std::string_view::npos) {
        handle.remove_prefix(std::min(handle.find('/', host + 3), handle.size()));
    }
    while (!handle.empty() && (handle.front() == '@' || handle.front() == '/')) {
        handle.remove_prefix(1);
    }
    for (const std::string_view folder : {"pages/", "people/", "groups/", "channel/", "c/"}) {
        if (handle.starts_with(folder)) {
            handle.remove_prefix(folder.size());
        }
    }
    return handle.substr(0, handle.find_first_of("/@?"));
}

bool is_channel_id(std::string_view handle) {
    return handle.size() == 24 && handle.starts_with("UC");
}

bool says_nothing(std::string_view core) {
    static const std::unordered_set<std::string_view> empty_words = {"none", "null",       "na",   "nil",
                                                                     "nan",  "profilephp", "home", "unknown"};
    return core.size() < 2 || empty_words.contains(core);
}

bool is_title(std::string_view token) {
    static const std::unordered_set<std::string_view> titles = {
        "dr",       "mr",         "mrs",    "ms",      "mx",       "miss",      "sir",     "dame",         "lord",
        "prof",     "professor",  "rev",    "hon",     "mme",      "mlle",      "jr",      "sr",           "ii",
        "iii",      "iv",         "phd",    "md",      "esq",      "monsieur",  "madame",  "mademoiselle", "official",
        "officiel", "officielle", "depute", "deputee", "senateur", "senatrice", "docteur", "maitre"};
    return titles.contains(token);
}

/// What stands behind such a sign is about somebody, not the name: "Marie | Bordeaux", "Marie @ work".
bool begins_remark(char c) {
    return c == '|' || c == '@' || c == '#';
}

/// "M a r i e"
bool are_spaced_letters(const std::vector<std::string>& tokens) {
    constexpr std::size_t letters_min = 4;
    return tokens.size() >= letters_min &&
           std::all_of(tokens.begin(), tokens.end(), [](const std::string& token) { return token.size() == 1; });
}

std::string joined(const std::vector<std::string>& tokens) {
    return std::accumulate(tokens.begin(), tokens.end(), std::string());
}

/// The Latin letter for which a Cyrillic or Greek one can be taken, in the usual typefaces; 0 for all others.
char latin_lookalike(UChar32 c) {
    static constexpr std::u32string_view letters = U"АВЕЅІЈКМНОРСТУХЗаеѕіјорсухһԁԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧαιονρυ";
    static constexpr std::string_view latin = "abesijkmhopctyxzaesijopcyxhdqwabezhikmnoptyxaiovpu";
    static_assert(letters.size() == latin.size());
    const std::size_t found = letters.find(static_cast<char32_t>(c));
    return found == letters.npos ? '\0' : latin[found];
}

}  // namespace

std::string latinise(std::string_view utf8) {
    utf8 = cut_at_code_point(utf8, name_bytes_max);
    std::string folded = fold(utf8);
    const icu::Transliterator* const latin = is_ascii(folded) ? nullptr : latin_letters_of_any_script();
    if (latin == nullptr) {
        return folded;
    }
    // Not of the folded text: without its accent "й" would be "и".
    UErrorCode error = U_ZERO_ERROR;
    icu::UnicodeString text = icu::Normalizer2::getNFKCCasefoldInstance(error)->normalize(unicode(utf8), error);
    latin->transliterate(text);
    std::string letters;
    text.toUTF8String(letters);
    return fold(letters);
}

std::string handle_core(std::string_view handle) {
    const std::string_view name = naming_part(handle);
    if (is_channel_id(name)) {
        return {};
    }
    std::string core = latinise(name);
    core.erase(std::remove_if(core.begin(), core.end(), [](char c) { return !is_letter_or_digit(c); }), core.end());
    const auto digits = std::find_if_not(core.rbegin(), core.rend(), is_digit).base();
    if (static_cast<std::size_t>(core.end() - digits) >= id_digits_min) {
        core.erase(digits, core.end());
    }
    return says_nothing(core) ? std::string() : core;
}

std::vector<std::string> name_tokens(std::string_view name) {
    std::vector<std::string> tokens;
    std::string token;
    const auto take = [&] {
        if (!token.empty() && !is_title(token)) {
            tokens.push_back(token);
        }
        token.clear();
    };
    for (const char c : latinise(name)) {
        if (is_letter_or_digit(c)) {
            token += c;
        } else if (c != '\'') {
            take();
            if (!tokens.empty() && begins_remark(c)) {
                break;
            }
        }
    }
    take();
    return are_spaced_letters(tokens) ? std::vector{joined(tokens)} : tokens;
}

std::vector<std::string> lookalike_tokens(std::string_view name) {
    name = cut_at_code_point(name, name_bytes_max);
    if (is_ascii(name)) {
        return {};
    }
    UErrorCode error = U_ZERO_ERROR;
    const icu::UnicodeString text = icu::Normalizer2::getNFKCInstance(error)->normalize(unicode(name), error);
    icu::UnicodeString looks;
    bool has_latin = false;
    bool has_other = false;
    for (int32_t i = 0; i < text.length(); i = text.moveIndex32(i, 1)) {
        const UChar32 c = text.char32At(i);
        const char latin = latin_lookalike(c);
        has_other = has_other || latin != 0;
        has_latin = has_latin || (u_isalpha(c) && uscript_getScript(c, &error) == USCRIPT_LATIN);
        looks.append(latin != 0 ? static_cast<UChar32>(latin) : c);
    }
    if (!has_latin || !has_other) {
        return {};
    }
    std::string letters;
    looks.toUTF8String(letters);
    return name_tokens(letters);
}

}  // namespace fanal::text
