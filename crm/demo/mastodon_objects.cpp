#include "crm/demo/mastodon_objects.hpp"

#include <algorithm>

#include "crm/demo/presences.hpp"

namespace fanal::demo {
namespace {

constexpr std::string_view hashtags[] = {"Bordeaux", "huitres"};

std::string escaped(std::string_view text) {
    std::string html;
    for (const char letter : text) {
        switch (letter) {
            case '&':
                html += "&amp;";
                break;
            case '<':
                html += "&lt;";
                break;
            case '>':
                html += "&gt;";
                break;
            case '"':
                html += "&quot;";
                break;
            case '\'':
                html += "&#39;";
                break;
            case '\n':
                html += "<br />";
                break;
            default:
                html += letter;
        }
    }
    return html;
}

/// A link as Mastodon writes it, its scheme hidden.
std::string link(std::string_view url) {
    const std::string address(url);
    return "<a href=\"" + address + "\" target=\"_blank\" rel=\"nofollow noopener noreferrer me\" translate=\"no\">" +
           "<span class=\"invisible\">https://</span><span class=\"\">" + address.substr(address.find("://") + 3) +
           "</span><span class=\"invisible\"></span></a>";
}

std::string mention_link(const MastodonAccount& account) {
    return "<span class=\"h-card\" translate=\"no\"><a href=\"" + account.presence.url +
           "\" class=\"u-url mention\">@<span>" + account.presence.handle + "</span></a></span>";
}

Presence our_presence() {
    Presence presence;
    presence.remote_id = us_on(Network::mastodon).remote_id;
    presence.handle = us_on(Network::mastodon).handle;
    presence.url = us_on(Network::mastodon).url;
    presence.display_name = our_name;
    presence.bio = "Bar à huîtres, quai des Chartrons, Bordeaux. Huîtres, blanc, mouette.";
    presence.followers_count = 612;
    return presence;
}

void write_fields(JsonText& json, const Presence& presence, Instant created_at) {
    json.key("fields").array();
    if (!presence.vouched_url.empty()) {
        json.object().member("name", presence.vouched_name).member("value", link(presence.vouched_url));
        if (presence.vouched_verified) {
            json.member("verified_at", to_text(Instant{created_at.ms + 40 * ms_per_day}));
        } else {
            json.null_member("verified_at");
        }
        json.end();
    }
    json.end();
}

}  // namespace

MastodonAccount mastodon_account(const Crowd& crowd, std::int64_t author, const Calendar& calendar) {
    MastodonAccount account;
    const auto number = static_cast<std::uint64_t>(author);
    account.presence = author == ours ? our_presence() : crowd.presence(crowd.fan(author), Network::mastodon);
    account.number = author == ours ? std::string(our_mastodon_number)
                                    : std::to_string(110'000'000'000'000'000 + scramble(number, 52, 0x3a01));
    account.acct = account.presence.handle;
    if (author != ours && mastodon_server(author) != our_mastodon_server) {
        account.acct += "@" + std::string(host_of(account.presence.remote_id));
    }
    const auto age_days = static_cast<std::int64_t>(200 + mix(number, 0x3a02) % 2300);
    account.created_at = {(calendar.starts_at().ms / ms_per_day - age_days) * ms_per_day};
    account.bot = author != ours && mix(number, 0x3a03) % 150 == 0;
    return account;
}

void write_account(JsonText& json, const MastodonAccount& account, const Calendar& calendar) {
    const Presence& presence = account.presence;
    const std::string avatar =
        presence.remote_id.substr(0, presence.remote_id.find("/users/")) + "/avatars/original/missing.png";
    json.object().member("id", account.number).member("username", presence.handle).member("acct", account.acct);
    json.member("display_name", presence.display_name).member("locked", false).member("bot", account.bot);
    json.member("discoverable", true).member("group", false);
    std::string created_at = to_text(account.created_at);
    created_at.insert(created_at.size() - 1, ".000");
    json.member("created_at", created_at);
    std::string note;
    if (!presence.bio.empty()) {
        const std::size_t address = presence.bio.find("https://");
        note = "<p>" + escaped(std::string_view(presence.bio).substr(0, address));
        note += (address == std::string::npos ? "" : link(std::string_view(presence.bio).substr(address))) + "</p>";
    }
    json.member("note", note).member("url", presence.url).member("uri", presence.remote_id);
    json.member("avatar", avatar).member("avatar_static", avatar);
    json.member("followers_count", presence.followers_count)
        .member("following_count", presence.followers_count / 2 + 31);
    json.member("statuses_count", presence.followers_count * 3 + 12)
        .member("last_status_at", date_text(calendar.ends_at()));
    json.key("emojis").array().end();
    write_fields(json, presence, account.created_at);
    json.end();
}

std::string html_content(std::string_view text, const std::vector<MastodonAccount>& mentioned, bool with_hashtags) {
    std::string html = "<p>" + escaped(text) + "</p>";
    for (const MastodonAccount& account : mentioned) {
        const std::string name = called(account.presence, Network::mastodon);
        const std::size_t at = html.find(name);
        if (at != std::string::npos) {
            html.replace(at, name.size(), mention_link(account));
        }
    }
    if (with_hashtags) {
        html += "<p>";
        for (const std::string_view hashtag : hashtags) {
            html += std::string(hashtag == hashtags[0] ? "" : " ") + "<a href=\"" + std::string(our_mastodon_server) +
                    "/tags/" + std::string(hashtag) + "\" class=\"mention hashtag\" rel=\"tag\">#<span>" +
                    std::string(hashtag) + "</span></a>";
        }
        html += "</p>";
    }
    return html;
}

void begin_post(JsonText& json, const MastodonPost& post, const Crowd& crowd, const Calendar& calendar) {
    const auto text_or_null = [&json](std::string_view name, std::string_view value) {
        value.empty() ? json.null_member(name) : json.member(name, value);
    };
    const bool answers = !post.answered_number.empty();
    json.object().member("id", post.number).member("created_at", to_text(post.created_at));
    text_or_null("in_reply_to_id", post.answered_number);
    text_or_null("in_reply_to_account_id",
                 answers ? mastodon_account(crowd, post.answered_author, calendar).number : "");
    json.member("sensitive", false).member("spoiler_text", "").member("visibility", "public");
    text_or_null("language", post.language);
    json.member("uri", post.uri).member("url", post.url);
    json.member("replies_count", post.replies_count).member("reblogs_count", post.reshares_count);
    json.member("favourites_count", post.reactions_count);
    text_or_null("edited_at", post.edited_at.ms == 0 ? "" : to_text(post.edited_at));
    json.member("content", post.content).key("account");
    write_account(json, mastodon_account(crowd, post.author, calendar), calendar);
    json.key("media_attachments").array().end().key("mentions").array();
    for (const std::int64_t mentioned : post.mentioned) {
        const MastodonAccount account = mastodon_account(crowd, mentioned, calendar);
        json.object().member("id", account.number).member("username", account.presence.handle);
        json.member("url", account.presence.url).member("acct", account.acct).end();
    }
    json.end().key("tags").array();
    for (const std::string_view hashtag : hashtags) {
        if (post.has_hashtags) {
            json.object()
                .member("name", hashtag)
                .member("url", std::string(our_mastodon_server) + "/tags/" + std::string(hashtag))
                .end();
        }
    }
    json.end().key("emojis").array().end().null_member("quote").null_member("card").null_member("poll");
}

}  // namespace fanal::demo
