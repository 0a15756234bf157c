#include "importers/x/statuses.hpp"

#include <algorithm>

#include "importers/x/ids.hpp"
#include "importers/x/profiles.hpp"

namespace fanal::importers::x {
namespace {

/// A long post carries its whole text and its mentions apart.
const Payload& whole(const Payload& status, const Payload& extended) {
    return extended.is_object() ? extended : status;
}

std::string_view text_of(const Payload& status, const Payload& extended) {
    const Payload full = whole(status, extended)["full_text"];
    return full.is_text() ? full.view() : status["text"].view();
}

std::string text_or_number(const Payload& status, const char* text_key, const char* number_key) {
    const Payload text = status[text_key];
    return text.is_text() ? text.text() : status[number_key].text();
}

/// An archive calls the list editTweetIds, the API edit_tweet_ids.
std::vector<std::string> versions_of(const Payload& status) {
    const Payload archived = status["edit_info"];
    if (!archived.is_object()) {
        return ids_in(status["edit_history"]["edit_tweet_ids"]);
    }
    const Payload initial = archived["initial"];
    return ids_in((initial.is_object() ? initial : archived["edit"]["editControlInitial"])["editTweetIds"]);
}

/// "https://twitter.com/ana/status/42" is 42, as long as it is no picture of it; empty for any other address.
std::string_view post_at(std::string_view address) {
    for (const std::string_view host : {"https://twitter.com/", "https://mobile.twitter.com/", "https://x.com/"}) {
        const std::size_t slash = address.starts_with(host) ? address.find('/', host.size()) : std::string_view::npos;
        if (slash == std::string_view::npos || address.substr(host.size(), slash - host.size()) == "i") {
            continue;
        }
        std::string_view rest = address.substr(slash);
        if (rest.starts_with("/status/")) {
            rest.remove_prefix(8);
            const std::string_view id = rest.substr(0, rest.find('?'));
            return is_id(id) ? id : std::string_view();
        }
    }
    return {};
}

/// An archive shows a quoted post only as the address at the end of the text.
std::string quoted_by_address(const Payload& status, const Telling& telling) {
    std::string found;
    status["entities"]["urls"].each([&](const Payload& address) {
        const std::string_view id = post_at(address["expanded_url"].view());
        const auto& versions = telling.version_ids;
        if (!id.empty() && id != telling.id && std::find(versions.begin(), versions.end(), id) == versions.end()) {
            found = id;
        }
    });
    return found;
}

void read_nested(const Payload& status, Reading& reading, Instant seen_at) {
    if (status.depth() > depth_max) {
        reading.sink().skip(status, "a post inside too many others");
    } else {
        read_status(status, reading, seen_at);
    }
}

}  // namespace

bool is_status(const Payload& value) {
    return value["id_str"].is_text() && value["created_at"].exists() &&
           (value["text"].is_text() || value["full_text"].is_text());
}

void read_status(const Payload& status, Reading& reading, Instant seen_at) {
    const Payload extended = status["extended_tweet"];
    const Payload author = status["user"];
    const Payload reshared = status["retweeted_status"];
    const Payload quoted = status["quoted_status"];
    Telling telling{id_of(status), versions_of(status), status["created_at"].instant()};
    seen_at = std::max(seen_at, telling.created_at.value_or(Instant{}));
    telling.profile = sighting_of(author, seen_at, reading);
    telling.answered = {text_or_number(status, "in_reply_to_status_id_str", "in_reply_to_status_id"),
                        {text_or_number(status, "in_reply_to_user_id_str", "in_reply_to_user_id"),
                         status["in_reply_to_screen_name"].text()}};
    telling.reshared = {id_of(reshared), {id_of(reshared["user"]), reshared["user"]["screen_name"].text()}};
    telling.quoted = {text_or_number(status, "quoted_status_id_str", "quoted_status_id"),
                      {id_of(quoted["user"]), quoted["user"]["screen_name"].text()}};
    if (telling.quoted.id.empty()) {
        telling.quoted.id = author.is_object() ? id_of(quoted) : quoted_by_address(status, telling);
    }
    telling.mentioned = first_mentioned(whole(status, extended)["entities"]["user_mentions"]);
    telling.text = text_of(status, extended);
    telling.language = status["lang"].view();
    telling.is_private = author["protected"].boolean();
    hand_over(status, std::move(telling), reading);
    for (const Payload& nested : {reshared, quoted}) {
        if (is_status(nested)) {
            read_nested(nested, reading, seen_at);
        }
    }
}

}  // namespace fanal::importers::x
