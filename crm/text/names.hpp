#pragma once
#include <string>
#include <string_view>
#include <vector>

/// Names and handles in the forms in which profiles of different networks are compared. All functions may be called
/// from any thread; broken UTF-8 harms none.
namespace fanal::text {

/// fold() in Latin letters: "Жанна" is "zhanna", "محمد" is "mhmd". Texts that are Latin already cost no more than
/// fold().
std::string latinise(std::string_view utf8);

/// What a handle says: the lower-case Latin letters and digits of it, without "@", the server of a Mastodon handle, and
/// the number that Facebook puts behind a page's name. Empty for what says nothing: "none", "profile.php", one letter,
/// a long number, a YouTube channel's id.
std::string handle_core(std::string_view handle);

/// The words of a display name, latinised, in their order, without titles ("Dr", "Mme", "Jr", "officiel") and without
/// what follows "|", "@" or "#". "Jean-Pierre" is two, "O'Neil" is one, and so is "M a r i e".
std::vector<std::string> name_tokens(std::string_view name);

/// The words of a display name as they look, where Cyrillic or Greek letters that can be taken for Latin ones stand
/// beside Latin ones: "Рaul" with a Cyrillic Р reads "paul". Empty for every other name. Good for finding who may be
/// meant, no proof of anything.
std::vector<std::string> lookalike_tokens(std::string_view name);

}  // namespace fanal::text
