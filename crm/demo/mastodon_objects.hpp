#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "crm/demo/calendar.hpp"
#include "crm/demo/crowd.hpp"
#include "crm/demo/json_text.hpp"
#include "crm/demo/story.hpp"

namespace fanal::demo {

/// An account as Mastodon's API shows it.
struct MastodonAccount {
    Presence presence;
    std::string number;  ///< its id on our server, which is no other server's
    std::string acct;    ///< without the host for those of our own server
    Instant created_at;
    bool bot = false;
};

/// A post, or `status`, as Mastodon's API shows it, but for the one that it passes on.
struct MastodonPost {
    std::int64_t author = ours;
    std::string number;  ///< on our server
    std::string uri;
    std::string url;
    Instant created_at;
    Instant edited_at;    ///< 0: never
    std::string content;  ///< HTML
    std::string language;
    std::string answered_number;
    std::int64_t answered_author = none;  ///< when `answered_number` is given
    std::vector<std::int64_t> mentioned;
    std::int64_t replies_count = 0;
    std::int64_t reshares_count = 0;
    std::int64_t reactions_count = 0;
    bool has_hashtags = false;
};

/// The account of a fan, or ours.
MastodonAccount mastodon_account(const Crowd& crowd, std::int64_t author, const Calendar& calendar);

/// The account as an object of its own.
void write_account(JsonText& json, const MastodonAccount& account, const Calendar& calendar);

/// Leaves the object open, without its `reblog`.
void begin_post(JsonText& json, const MastodonPost& post, const Crowd& crowd, const Calendar& calendar);

/// A text as HTML: each "@name@host" of `mentioned` becomes a link, each newline a break.
std::string html_content(std::string_view text, const std::vector<MastodonAccount>& mentioned, bool with_hashtags);

}  // namespace fanal::demo
