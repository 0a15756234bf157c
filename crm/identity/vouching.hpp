#pragma once
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "models/ids.hpp"
#include "models/profile_links.hpp"

namespace fanal::identity {

/// The web addresses inside running text.
std::vector<std::string_view> urls_in(std::string_view text);

/// Two profiles, each of which lists the other's own URL: only who holds both can write that.
struct Vouching {
    ProfileId profile_id;  ///< the smaller id
    ProfileId other_profile_id;
    std::string evidence;  ///< "https://a… ↔ https://b…", the URLs that name each other
};

/// A URL in the form in which two spellings of one address are equal: no scheme, no "www.", no trailing slash, query or
/// fragment; the host in lower case. Empty when it is no web address of a page below a host.
std::string canonical_url(std::string_view url);

/// Every pair that vouches for each other both ways, in order of ids. Equal names or handles are no reason. O(links).
std::vector<Vouching> vouched_pairs(std::span<const ProfileLinks> profiles);

}  // namespace fanal::identity
