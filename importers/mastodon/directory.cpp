#include "importers/mastodon/directory.hpp"

#include <vector>

namespace fanal::importers::mastodon {
namespace {

/// Splits "https://host/rest" into "https://host" and "rest"; both empty when it is no such address.
std::pair<std::string_view, std::string_view> split_address(std::string_view address) {
    const std::size_t scheme = address.find("://");
    const std::size_t slash = scheme == std::string_view::npos ? scheme : address.find('/', scheme + 3);
    if (slash == std::string_view::npos) {
        return {};
    }
    return {address.substr(0, slash), address.substr(slash + 1)};
}

std::string_view host_of(std::string_view address) {
    const std::string_view origin = split_address(address).first;
    return origin.empty() ? origin : origin.substr(origin.find("://") + 3);
}

/// "/@ana" and "/users/ana" name ana; empty for anything longer or other.
std::string_view name_in(std::string_view path, std::string_view prefix) {
    const bool fits = path.starts_with(prefix) && path.find_first_of("/?#", prefix.size()) == std::string_view::npos;
    return fits ? path.substr(prefix.size()) : std::string_view();
}

bool is_local(const Payload& profile) {
    return profile["acct"].view().find('@') == std::string_view::npos;
}

}  // namespace

std::string uri_of_address(std::string_view address) {
    const auto [origin, path] = split_address(address);
    const std::string_view name = name_in(path, "@");
    return name.empty() ? std::string(address) : std::string(origin) + "/users/" + std::string(name);
}

std::string full_handle(std::string_view acct, std::string_view address) {
    const std::string_view host = host_of(address);
    if (acct.empty() || host.empty() || acct.find('@') != std::string_view::npos) {
        return std::string(acct);
    }
    return std::string(acct) + "@" + std::string(host);
}

std::string handle_of_uri(std::string_view uri) {
    const std::string_view path = split_address(uri).second;
    const std::string_view name = path.starts_with('@') ? name_in(path, "@") : name_in(path, "users/");
    return name.empty() ? std::string() : std::string(name) + "@" + std::string(host_of(uri));
}

bool is_post(const Payload& value) {
    // A post removed comes back with the text that was typed instead of its HTML.
    return value["account"]["acct"].is_text() && (value["content"].is_text() || value["text"].is_text()) &&
           (value["uri"].is_text() || value["url"].is_text());
}

bool is_profile(const Payload& value) {
    return value["acct"].is_text() && value["username"].is_text() &&
           (value["uri"].is_text() || value["note"].is_text() || value["followers_count"].exists());
}

Directory::Directory(const Payload& document) {
    walk(document);
    add_mentioned();
}

void Directory::walk(const Payload& value) {
    if (value.depth() > depth_max) {
        return;
    }
    if (is_profile(value)) {
        add_profile(value);
    } else if (value["acct"].is_text() && is_local(value)) {
        mentioned_[value["id"].text()] = value["url"].text();
    } else if (is_post(value)) {
        const Payload uri = value["uri"].is_text() ? value["uri"] : value["url"];
        add_post(value["id"].text(), uri.text(), value["in_reply_to_id"].text());
    }
    value.each_member([&](std::string_view, const Payload& member) {
        if (member.is_object() || member.is_array()) {
            walk(member);
        }
    });
    value.each([&](const Payload& element) { walk(element); });
}

void Directory::add_profile(const Payload& profile) {
    const std::string number = profile["id"].text();
    const Payload own_uri = profile["uri"];
    KnownProfile known{own_uri.is_text() ? own_uri.text() : uri_of_address(profile["url"].view()), is_local(profile)};
    if (known.local) {
        const std::string ending = "/ap/users/" + number;
        if (known.uri.ends_with(ending)) {
            numbered_prefix_ = known.uri.substr(0, known.uri.size() - number.size());
        } else {
            named_uris_ = true;
        }
    }
    profiles_[number] = std::move(known);
}

/// The server's own people who are only mentioned: their uris are made as those of the others, of numbers or of names.
void Directory::add_mentioned() {
    for (const auto& [number, address] : mentioned_) {
        const bool numbered = !numbered_prefix_.empty() && !named_uris_;
        profiles_.try_emplace(number,
                              KnownProfile{numbered ? numbered_prefix_ + number : uri_of_address(address), true});
    }
}

void Directory::add_post(const std::string& number, const std::string& uri, const std::string& answered_number) {
    posts_.try_emplace(number, KnownPost{uri, answered_number});
}

std::string Directory::profile_uri(const Payload& profile) const {
    if (profile["uri"].is_text()) {
        return profile["uri"].text();
    }
    const std::string known = profile_uri(profile["id"].text());
    return known.empty() ? uri_of_address(profile["url"].view()) : known;
}

std::string Directory::profile_uri(const std::string& number) const {
    const auto found = profiles_.find(number);
    return found == profiles_.end() ? std::string() : found->second.uri;
}

std::string Directory::post_uri(const std::string& number, const std::string& profile_number) const {
    if (const auto found = posts_.find(number); found != posts_.end() && !found->second.uri.empty()) {
        return found->second.uri;
    }
    const auto author = profiles_.find(profile_number);
    const bool made_here = !number.empty() && author != profiles_.end() && author->second.local;
    return made_here ? author->second.uri + "/statuses/" + number : std::string();
}

std::string Directory::answered_uri(const Payload& post) const {
    const std::string number = post["in_reply_to_id"].text();
    return number.empty() ? number : post_uri(number, post["in_reply_to_account_id"].text());
}

std::string Directory::top_uri(const std::string& number) const {
    // Walks up once; all who stand on the way get the same answer. A circle has no top.
    std::vector<std::string> way;
    std::set<std::string> seen;
    std::string top;
    std::string at = number;
    for (;;) {
        const auto post = posts_.find(at);
        if (const auto known = tops_.find(at); known != tops_.end()) {
            top = known->second;
            break;
        }
        if (post == posts_.end() || !seen.insert(at).second) {
            break;
        }
        way.push_back(at);
        if (post->second.answered_number.empty()) {
            top = post->second.uri;
            break;
        }
        at = post->second.answered_number;
    }
    for (const std::string& passed : way) {
        tops_[passed] = top;
    }
    return top;
}

}  // namespace fanal::importers::mastodon
