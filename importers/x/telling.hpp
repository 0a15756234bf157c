#pragma once
#include <optional>
#include <string>
#include <vector>

#include "importers/reading.hpp"

namespace fanal::importers::x {

/// A post in a post in a post …: beyond this, nobody has written it.
inline constexpr std::uint32_t depth_max = 40;

/// Somebody as a post names them; either may be unknown.
struct Named {
    std::string id;
    std::string handle;
};

/// A post that another one answers, quotes or passes on, and who wrote it.
struct Cited {
    std::string id;
    Named author;
};

/// One version of a post, as any form of X tells it. What a form does not say stays empty.
struct Telling {
    std::string id;                             ///< of this version
    std::vector<std::string> version_ids = {};  ///< of all versions, as far as the form lists them
    std::optional<Instant> created_at = {};     ///< of this version
    ProfileSighting profile = {};               ///< who wrote it, seen when this version appeared or later
    std::string top_id = {};                    ///< the post at the top of the thread; a post's own id for itself
    Cited answered = {}, quoted = {}, reshared = {};
    Named mentioned = {};        ///< the first whom the text names
    std::string_view text = {};  ///< with entities
    std::string_view language = {};
    bool is_private = false;
};

/// "qst", "und" and the like are X's words for a text without a language.
std::string language_said(std::string_view language);

/// The text with its entities as characters.
std::string plain(std::string_view text);

/// Hands over the post that stands at `at`: all versions of a post are one, under the id of the first. Returns the
/// instant at which this version appeared; nullopt when it was rejected.
std::optional<Instant> hand_over(const Payload& at, Telling&& telling, Reading& reading);

}  // namespace fanal::importers::x
