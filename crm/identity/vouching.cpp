#include "crm/identity/vouching.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace fanal::identity {
namespace {

bool ends_url(char c) {
    return static_cast<unsigned char>(c) <= ' ' || c == '<' || c == '>' || c == '"' || c == ')' || c == ',';
}

}  // namespace

std::vector<std::string_view> urls_in(std::string_view text) {
    std::vector<std::string_view> found;
    for (std::size_t at = text.find("http"); at != std::string_view::npos; at = text.find("http", at + 1)) {
        const auto rest = text.substr(at);
        if (rest.starts_with("http://") || rest.starts_with("https://")) {
            const auto end = std::find_if(rest.begin(), rest.end(), ends_url);
            found.push_back(rest.substr(0, static_cast<std::size_t>(end - rest.begin())));
        }
    }
    return found;
}

namespace {

std::set<std::string> listed_by(const ProfileLinks& profile) {
    std::set<std::string> listed;
    for (const std::string& link : profile.links) {
        for (const std::string_view url : urls_in(link)) {
            listed.insert(canonical_url(url));
        }
    }
    listed.erase(std::string());
    return listed;
}

}  // namespace

std::string canonical_url(std::string_view url) {
    for (const std::string_view scheme : {"https://", "http://"}) {
        if (url.starts_with(scheme)) {
            url.remove_prefix(scheme.size());
        }
    }
    url = url.substr(0, url.find_first_of("?#"));
    while (!url.empty() && (url.back() == '/' || url.back() == '.')) {
        url.remove_suffix(1);
    }
    const std::size_t path = url.find('/');
    if (path == std::string_view::npos || url.find('.') > path) {
        return {};
    }
    std::string canonical(url);
    for (std::size_t i = 0; i < path; ++i) {
        canonical[i] =
            canonical[i] >= 'A' && canonical[i] <= 'Z' ? static_cast<char>(canonical[i] - 'A' + 'a') : canonical[i];
    }
    return canonical.starts_with("www.") ? canonical.substr(4) : canonical;
}

std::vector<Vouching> vouched_pairs(std::span<const ProfileLinks> profiles) {
    // An address that two profiles claim as their own proves nothing about either.
    std::map<std::string, std::vector<std::size_t>> owners;
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        for (const std::string& url : profiles[i].urls) {
            if (std::string own = canonical_url(url); !own.empty()) {
                auto& holders = owners[std::move(own)];
                if (holders.empty() || holders.back() != i) {
                    holders.push_back(i);
                }
            }
        }
    }
    std::map<std::pair<std::size_t, std::size_t>, std::string> named;  // (who lists, whom) -> by which address
    for (std::size_t i = 0; i < profiles.size(); ++i) {
        for (const std::string& url : listed_by(profiles[i])) {
            const auto owner = owners.find(url);
            if (owner != owners.end() && owner->second.size() == 1 && owner->second.front() != i) {
                named.try_emplace({i, owner->second.front()}, url);
            }
        }
    }
    std::vector<Vouching> pairs;
    for (const auto& [pair, url] : named) {
        const auto back = named.find({pair.second, pair.first});
        if (back != named.end() && profiles[pair.first].profile_id < profiles[pair.second].profile_id) {
            pairs.push_back(
                {profiles[pair.first].profile_id, profiles[pair.second].profile_id, back->second + " ↔ " + url});
        }
    }
    std::sort(pairs.begin(), pairs.end(), [](const Vouching& a, const Vouching& b) {
        return std::pair(a.profile_id, a.other_profile_id) < std::pair(b.profile_id, b.other_profile_id);
    });
    return pairs;
}

}  // namespace fanal::identity
