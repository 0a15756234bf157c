#pragma once
#include <span>
#include <string_view>

#include "crm/demo/phrases.hpp"

namespace fanal::demo {

/// When in the days before the evening something is published; bits.
enum Phase : unsigned { early = 1, middle = 2, late = 4, whenever = 7 };

/// What the bar publishes; slots as in phrases.
struct PostText {
    unsigned phases = whenever;
    Subject topic = Subject::any;
    std::string_view text;        ///< of a video: the description
    std::string_view title = {};  ///< of a video; otherwise empty
};

/// For Facebook.
std::span<const PostText> long_posts();
/// For X and Mastodon.
std::span<const PostText> short_posts();
/// For YouTube.
std::span<const PostText> videos();
/// The one that everybody passes on from hand to hand, on X and Mastodon.
const PostText& viral_post();

}  // namespace fanal::demo
