#include "importers/mastodon/posts.hpp"

#include "importers/html_text.hpp"

namespace fanal::importers::mastodon {
namespace {

/// Meant for those whom it mentions only.
bool is_direct(const Payload& post) {
    return post["visibility"].view() == "direct";
}

std::string uri_of(const Payload& post) {
    return post["uri"].is_text() ? post["uri"].text() : post["url"].text();
}

/// The mention of the profile with that number; without one, the first mention of anybody but the author.
Payload mention_in(const Payload& post, const std::string& number) {
    const std::string author = post["account"]["id"].text();
    Payload found = post["nobody"];
    post["mentions"].each([&](const Payload& mention) {
        const std::string other = mention["id"].text();
        if (!found.exists() && (number.empty() ? other != author : other == number)) {
            found = mention;
        }
    });
    return found;
}

/// Whom an answer answers and a quote quotes; or else whom the post mentions.
void set_target(const Payload& post, const Reception& reception, const Directory& directory, Record& record) {
    const std::string answered = post["in_reply_to_account_id"].text();
    const Payload mention = mention_in(post, answered);
    if (!reception.target.empty()) {
        record.to_profile_remote_id = reception.target;
    } else if (is_post(post["quote"]["quoted_status"]) && answered.empty()) {
        record.to_profile_remote_id = directory.profile_uri(post["quote"]["quoted_status"]["account"]);
    } else if (const std::string known = directory.profile_uri(answered); !known.empty()) {
        record.to_profile_remote_id = known;
    } else if (mention.exists()) {
        record.to_profile_remote_id = directory.profile_uri(mention);
        record.to_handle = full_handle(mention["acct"].view(), mention["url"].view());
    }
    if (record.to_profile_remote_id == record.profile.remote_id) {
        record.to_profile_remote_id.clear();
        record.to_handle.clear();
    }
}

/// Where a post stands: on its own, below another, or around one that it quotes. Reads the quoted one too.
void set_place(const Payload& post, const Reception& reception, const Directory& directory, Reading& reading,
               Record& record) {
    const Payload quoted = post["quote"]["quoted_status"];
    const std::string quoted_uri = is_post(quoted) ? read_post(quoted, {}, directory, reading) : std::string();
    if (post["in_reply_to_id"].exists()) {
        record.kind = InteractionKind::comment;
        record.in_reply_to_remote_id = directory.answered_uri(post);
        record.post_remote_id = directory.top_uri(post["id"].text());
    } else if (post["quote"].is_object()) {
        record.kind = InteractionKind::quote;
        record.in_reply_to_remote_id = quoted_uri;
        record.post_remote_id = quoted_uri;
    } else if (reception.delivered) {
        record.kind = InteractionKind::mention;
    }
    record.is_private = !is_public(post) && !reception.delivered;
    if (is_direct(post) || (reception.delivered && !is_public(post))) {
        record.kind = InteractionKind::message;
        record.post_remote_id.clear();
    }
}

void add_links(const Payload& profile, std::vector<std::string>& links) {
    profile["fields"].each([&](const Payload& field) {
        const std::string_view value = field["value"].view();
        const std::vector<std::string> found = html_links(value);
        links.insert(links.end(), found.begin(), found.end());
        if (found.empty() && (value.starts_with("https://") || value.starts_with("http://"))) {
            links.emplace_back(html_to_text(value));
        }
    });
}

void read_reshare(const Payload& post, const Payload& reshared, Instant created_at, const Directory& directory,
                  Reading& reading) {
    const std::string uri = read_post(reshared, {}, directory, reading);
    if (uri.empty()) {
        return;
    }
    Record record = reading.record(InteractionKind::reshare, created_at);
    record.profile = sighting_of(post["account"], created_at, directory, reading);
    record.remote_id = reshare_id(record.profile.remote_id, uri);
    record.post_remote_id = uri;
    record.in_reply_to_remote_id = uri;
    record.to_profile_remote_id = directory.profile_uri(reshared["account"]);
    record.is_private = !is_public(post);
    reading.interaction(std::move(record), post);
}

}  // namespace

bool is_public(const Payload& post) {
    const Payload visibility = post["visibility"];
    return !visibility.exists() || visibility.view() == "public" || visibility.view() == "unlisted";
}

std::string reshare_id(std::string_view profile_uri, std::string_view post_uri) {
    return std::string(profile_uri) + "#reshares:" + std::string(post_uri);
}

std::string removal_name(std::string_view number) {
    // Numbers made of the time are as good as unique everywhere; short ones are the counter of an old server.
    constexpr std::size_t size_min = 15;
    return number.size() < size_min ? std::string() : "statuses/" + std::string(number);
}

std::string text_of(const Payload& post) {
    const std::string text = html_to_text(post["content"].view());
    const std::string warning = post["spoiler_text"].text();
    return warning.empty() || text.empty() ? warning + text : warning + "\n\n" + text;
}

ProfileSighting sighting_of(const Payload& profile, Instant observed_at, const Directory& directory,
                            const Reading& reading) {
    ProfileSighting sighting = reading.profile(directory.profile_uri(profile), observed_at);
    sighting.handle = full_handle(profile["acct"].view(), profile["url"].view());
    sighting.display_name = profile["display_name"].text();
    sighting.bio = html_to_text(profile["note"].view());
    sighting.url = profile["url"].text();
    sighting.avatar_url = profile["avatar"].text();
    sighting.followers_count = profile["followers_count"].count();
    add_links(profile, sighting.links);
    if (profile["moved"].is_object()) {
        sighting.links.push_back(directory.profile_uri(profile["moved"]));
    }
    return sighting;
}

std::string read_post(const Payload& post, const Reception& reception, const Directory& directory, Reading& reading) {
    const std::string uri = uri_of(post);
    const auto created_at = post["created_at"].instant();
    if (post.depth() > depth_max) {
        reading.sink().skip(post, "a post inside too many others");
        return {};
    }
    if (!created_at || uri.empty()) {
        reading.sink().reject(
            created_at ? post["uri"] : post["created_at"],
            "This post has no uri, or no created_at that is a time: it is no whole answer of a server.");
        return {};
    }
    if (is_post(post["reblog"])) {
        read_reshare(post, post["reblog"], *created_at, directory, reading);
        return {};
    }
    Record record = reading.record(InteractionKind::post, *created_at);
    record.remote_id = uri;
    record.edited_at = post["edited_at"].instant();
    if (std::string name = removal_name(post["id"].view()); !name.empty()) {
        record.alias_remote_ids.push_back(std::move(name));
    }
    record.profile = sighting_of(post["account"], version_at(record), directory, reading);
    set_place(post, reception, directory, reading, record);
    set_target(post, reception, directory, record);
    record.text = text_of(post);
    record.language = post["language"].text();
    record.url = post["url"].is_text() ? post["url"].text() : uri;
    reading.interaction(std::move(record), post);
    return uri;
}

}  // namespace fanal::importers::mastodon
