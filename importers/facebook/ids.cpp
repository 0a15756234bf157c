#include "importers/facebook/ids.hpp"

#include <algorithm>
#include <vector>

namespace fanal::importers::facebook {
namespace {

bool is_number(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(separator), text.size());
        if (end > 0) {
            parts.push_back(text.substr(0, end));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

/// The value of one parameter of an address's query; empty when it is missing or no number.
std::string number_in_query(std::string_view query, std::string_view name) {
    for (const std::string_view part : split(query, '&')) {
        if (part.size() > name.size() && part.starts_with(name) && part[name.size()] == '=' &&
            is_number(part.substr(name.size() + 1))) {
            return std::string(part.substr(name.size() + 1));
        }
    }
    return {};
}

/// What follows the host in an address, and the query, which may hold an access token and goes no further than here.
std::pair<std::string_view, std::string_view> path_and_query(std::string_view address) {
    if (const std::size_t scheme = address.find("://"); scheme != std::string_view::npos) {
        address.remove_prefix(std::min(address.find('/', scheme + 3), address.size()));
    }
    const std::size_t mark = std::min(address.find('?'), address.size());
    return {address.substr(0, mark), address.substr(std::min(mark + 1, address.size()))};
}

Edge edge_in(std::string_view address) {
    auto parts = split(path_and_query(address).first, '/');
    const auto is_version = [](std::string_view part) {
        return part.size() > 1 && part[0] == 'v' && part[1] >= '0' && part[1] <= '9';
    };
    if (!parts.empty() && is_version(parts.front())) {
        parts.erase(parts.begin());
    }
    if (parts.size() != 2) {
        return {};
    }
    // "me" and a page's name say nothing about its id.
    const bool is_id = is_number(parts[0]) || is_compound(parts[0]);
    return {is_id ? std::string(parts[0]) : std::string(), std::string(parts[1])};
}

}  // namespace

std::string_view head(std::string_view id) {
    const std::size_t bar = id.find('_');
    return bar == std::string_view::npos ? std::string_view() : id.substr(0, bar);
}

std::string_view tail(std::string_view id) {
    return id.substr(id.rfind('_') + 1);
}

bool is_compound(std::string_view id) {
    int bars = 0;
    char last = '_';
    for (const char c : id) {
        if (c == '_' ? last == '_' : c < '0' || c > '9') {
            return false;
        }
        bars += c == '_' ? 1 : 0;
        last = c;
    }
    return (bars == 1 || bars == 2) && last != '_';
}

std::string comment_id(std::string id) {
    const bool three_parts = is_compound(id) && head(id).size() < id.rfind('_');
    return three_parts ? id.substr(id.find('_') + 1) : id;
}

Permalink parse_permalink(std::string_view address) {
    const auto [path, query] = path_and_query(address);
    const auto parts = split(path, '/');
    Permalink found;
    std::string post;
    if (parts.size() == 3 && parts[1] == "posts" && is_number(parts[0]) && is_number(parts[2])) {
        found.place.page_id = parts[0];
        post = parts[2];
    } else if (parts.size() == 1 && parts[0] == "permalink.php") {
        found.place.page_id = number_in_query(query, "id");
        post = number_in_query(query, "story_fbid");
    }
    if (found.place.page_id.empty() || post.empty()) {
        return {};
    }
    found.place.post_id = found.place.page_id + "_" + post;
    const std::string comment = number_in_query(query, "comment_id");
    const std::string reply = number_in_query(query, "reply_comment_id");
    if (!reply.empty()) {
        found.comment_id = post + "_" + reply;
        found.place.parent_id = comment.empty() ? comment : post + "_" + comment;
    } else if (!comment.empty()) {
        found.comment_id = post + "_" + comment;
    }
    return found;
}

bool is_graph_address(std::string_view address) {
    return address.starts_with("https://graph.facebook.com/") || address.starts_with("https://graph.instagram.com/") ||
           address.starts_with("https://graph.threads.net/");
}

Edge edge_of(const Payload& document, const Origin& origin) {
    for (const char* const neighbour : {"next", "previous"}) {
        const Payload address = document["paging"][neighbour];
        if (is_graph_address(address.view())) {
            Edge edge = edge_in(address.view());
            if (!edge.name.empty()) {
                return edge;
            }
        }
    }
    std::string_view path = origin.request_path;
    path.remove_prefix(std::min(path.find('/'), path.size()));
    return edge_in(path);
}

}  // namespace fanal::importers::facebook
