#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "crm/demo/crowd.hpp"

namespace fanal::demo {

struct PersonName {
    std::string_view first_name;
    std::string_view last_name;
    std::string_view first_ascii;  ///< when the name is not in Latin letters; otherwise empty
    std::string_view last_ascii;
};

/// A name that somebody of Bordeaux who writes in `language` may have.
PersonName draw_name(Language language, Random& random);
/// A first name to talk about: "Julien".
std::string_view draw_first_name(Language language, Random& random);
/// What a spammer calls itself.
std::string_view draw_spam_name(Random& random);
/// A town an hour away at the most, and one that is not.
std::string_view draw_near_place(Random& random);
std::string_view draw_far_place(Language language, Random& random);
/// Three out of five live in or near Bordeaux.
std::string_view draw_place(Language language, Random& random);
std::string_view draw_bio(Language language, Random& random);

/// Lower-case ASCII letters and digits of a name: "Hélène Dœuvre" gives "helenedoeuvre".
std::string ascii_letters(std::string_view name);
/// The same text with é, à, ç … as bare letters; everything else stays.
std::string without_accents(std::string_view text);

/// A handle made of a name in one of the ways people make them, at most 12 characters.
std::string draw_handle(std::string_view first, std::string_view last, Random& random);

}  // namespace fanal::demo
