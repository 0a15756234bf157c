#include "crm/identity/traits.hpp"

#include <algorithm>
#include <array>
#include <cmath>

#include "crm/identity/vouching.hpp"
#include "crm/text/names.hpp"

namespace fanal::identity {
namespace {

constexpr std::string_view place_kind = "place:", site_kind = "site:", own_kind = "own:", email_kind = "email:",
                           avatar_kind = "avatar:", word_kind = "word:";
constexpr std::size_t bio_bytes_max = 2000;
constexpr std::size_t bio_words_max = 32;
constexpr std::size_t word_letters_min = 4;
constexpr std::size_t traits_of_kind_max = 8;
constexpr std::size_t picture_name_letters_min = 20;
constexpr std::size_t trait_bytes_max = 200;

/// What a kind is worth before anything is counted, and at most. Half of those who are one person say it alike.
struct Worth {
    std::string_view kind;
    double usual_bits;
    double bits_max;
};
constexpr double said_alike_bits = 1;
constexpr Worth worths[] = {{email_kind, 14, 16}, {avatar_kind, 9, 12}, {site_kind, 8, 12},
                            {place_kind, 3, 7},   {word_kind, 0, 17},   {own_kind, 8, 12}};
constexpr double bio_bits_max = 6;

/// Sites on which many have a page: there the page says who, elsewhere the site does.
constexpr std::string_view shared_hosts[] = {
    "facebook.com", "fb.com",        "instagram.com", "x.com",          "youtube.com",     "youtu.be",
    "tiktok.com",   "linkedin.com",  "threads.net",   "bsky.app",       "linktr.ee",       "beacons.ai",
    "t.co",         "bit.ly",        "goo.gl",        "tinyurl.com",    "wa.me",           "t.me",
    "medium.com",   "github.com",    "google.com",    "forms.gle",      "amazon.com",      "amazon.fr",
    "amzn.to",      "spotify.com",   "patreon.com",   "ko-fi.com",      "paypal.me",       "twitch.tv",
    "discord.gg",   "pinterest.com", "snapchat.com",  "reddit.com",     "mastodon.social", "wikipedia.org",
    "leboncoin.fr", "vinted.fr",     "etsy.com",      "tripadvisor.fr", "vimeo.com",       "soundcloud.com",
    "gravatar.com", "apple.com",     "wordpress.com", "blogspot.com",   "substack.com",    "flickr.com",
    "weibo.com"};

const Worth& worth_of(std::string_view trait) {
    return *std::find_if(std::begin(worths), std::end(worths),
                         [&](const Worth& worth) { return trait.starts_with(worth.kind); });
}

bool is_word_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

std::vector<std::string> words_in(std::string_view text) {
    std::vector<std::string> words(1);
    for (const char c : text::latinise(text)) {
        if (is_word_letter(c)) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    if (words.back().empty()) {
        words.pop_back();
    }
    return words;
}

bool is_printed(char c) {
    return static_cast<unsigned char>(c) > ' ' && c != 0x7F;
}

/// "x.com/ana", or "ana.example" where the whole site is somebody's; empty for what names neither.
std::string address_of(std::string_view url) {
    url = url.substr(0, url.find_last_not_of('/') + 1);
    std::string address = canonical_url(url);
    const bool is_whole_site = address.empty();
    if (is_whole_site) {
        address = canonical_url(std::string(url) + "/-");
    }
    for (const std::string_view prefix : {"m.", "mobile."}) {
        if (address.starts_with(prefix)) {
            address.erase(0, prefix.size());
        }
    }
    if (address.starts_with("twitter.com/")) {
        address.replace(0, 11, "x.com");
    }
    const std::string_view host = std::string_view(address).substr(0, address.find('/'));
    const bool is_shared = std::find(std::begin(shared_hosts), std::end(shared_hosts), host) != std::end(shared_hosts);
    const bool is_written = std::all_of(address.begin(), address.end(), is_printed);
    if (!is_written || host.find('.') == host.npos || address.size() > trait_bytes_max ||
        (is_shared && is_whole_site)) {
        return {};
    }
    address.resize(is_shared ? address.size() : host.size());
    std::transform(address.begin(), address.end(), address.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return address;
}

bool is_email_letter(char c) {
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
           c == '-' || c == '+';
}

/// E-mail addresses in running text; "@ana@mas.to" is none.
std::vector<std::string> emails_in(std::string_view text) {
    std::vector<std::string> found;
    for (std::size_t at = text.find('@'); at != text.npos; at = text.find('@', at + 1)) {
        std::size_t begin = at;
        std::size_t end = at + 1;
        while (begin > 0 && is_email_letter(text[begin - 1])) {
            --begin;
        }
        while (end < text.size() && is_email_letter(text[end])) {
            ++end;
        }
        while (end > at && (text[end - 1] == '.' || text[end - 1] == '-')) {
            --end;
        }
        const std::string_view host = text.substr(at + 1, end - at - 1);
        const bool is_handle = begin > 0 && text[begin - 1] == '@';
        if (begin < at && !is_handle && host.find('.') != host.npos && end - begin <= trait_bytes_max) {
            found.emplace_back(text.substr(begin, end - begin));
            std::transform(found.back().begin(), found.back().end(), found.back().begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
        }
    }
    return found;
}

/// Where a picture lies, when that is nobody else's: the file's name is long, as a hash or an id is. What a network
/// shows to all who have no picture has a short one.
std::string picture_of(std::string_view url) {
    const std::string address = canonical_url(url);
    const std::string_view name = std::string_view(address).substr(address.rfind('/') + 1);
    return name.size() >= picture_name_letters_min && address.size() <= trait_bytes_max &&
                   std::all_of(address.begin(), address.end(), is_printed) && name.find("default") == name.npos
               ? address
               : std::string();
}

std::uint64_t hash_of(std::string_view kind, std::string_view value) {
    std::uint64_t hash = 0xCBF29CE484222325;
    for (const std::string_view part : {kind, value}) {
        for (const char c : part) {
            hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001B3;
        }
    }
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93;
    return hash ^ hash >> 32;
}

/// An address that is listed and one where somebody stands are the same address.
std::uint64_t hash_of(std::string_view trait) {
    return trait.starts_with(own_kind) ? hash_of(site_kind, trait.substr(own_kind.size())) : hash_of({}, trait);
}

int millibits(double bits) {
    return static_cast<int>(std::lround(1000 * std::max(0.0, bits)));
}

/// The traits of one kind, without its name.
std::vector<std::string_view> of_kind(std::span<const std::string> traits, std::string_view kind) {
    std::vector<std::string_view> found;
    for (const std::string_view trait : traits) {
        if (trait.starts_with(kind)) {
            found.push_back(trait.substr(kind.size()));
        }
    }
    return found;
}

/// The most that one value in common proves.
double common_bits(std::span<const std::string_view> values, std::span<const std::string_view> others,
                   std::string_view kind, const TraitCounts& counts) {
    double bits = 0;
    for (const std::string_view value : values) {
        if (std::find(others.begin(), others.end(), value) != others.end()) {
            bits = std::max(bits, counts.bits(std::string(kind) + std::string(value)));
        }
    }
    return bits;
}

/// Places say the same when all words of one are among the other's: "Bordeaux" and "Bordeaux, France".
double place_bits(std::string_view place, std::string_view other, const TraitCounts& counts) {
    const auto has_all = [](std::string_view words, std::string_view of) {
        const std::string all = "_" + std::string(words) + "_";
        while (!of.empty()) {
            const std::size_t end = std::min(of.find('_'), of.size());
            if (all.find("_" + std::string(of.substr(0, end)) + "_") == all.npos) {
                return false;
            }
            of.remove_prefix(std::min(end + 1, of.size()));
        }
        return true;
    };
    const auto bits_of = [&](std::string_view one) { return counts.bits(std::string(place_kind) + std::string(one)); };
    if (place == other) {
        return bits_of(place);
    }
    return has_all(place, other) || has_all(other, place) ? std::min(bits_of(place), bits_of(other)) : 0;
}

/// By chance the one bio has a given word of the other as often as it has words, and it may be any of these.
double bio_bits(std::span<const std::string_view> words, std::span<const std::string_view> others,
                const TraitCounts& counts) {
    const double rarest = common_bits(words, others, word_kind, counts);
    return rarest == 0 ? 0
                       : std::min(bio_bits_max, rarest - std::log2(static_cast<double>(words.size() * others.size())));
}

}  // namespace

std::vector<std::string> make_traits(const SelfDescription& said) {
    std::vector<std::string> traits;
    const auto add = [&](std::string_view kind, std::string_view value) {
        if (!value.empty()) {
            traits.push_back(std::string(kind) + std::string(value));
        }
    };
    std::string place;
    for (const std::string& word : words_in(said.place.substr(0, trait_bytes_max))) {
        place += (place.empty() ? "" : "_") + word;
    }
    add(place_kind, place);
    add(own_kind, address_of(said.url));
    add(avatar_kind, picture_of(said.avatar_url));
    const std::string_view bio = said.bio.substr(0, bio_bytes_max);
    std::vector<std::string> sites;
    for (const std::string_view url : urls_in(bio)) {
        sites.push_back(address_of(url));
    }
    for (const std::string& link : said.links) {
        for (const std::string_view url : urls_in(link)) {
            sites.push_back(address_of(url));
        }
    }
    std::sort(sites.begin(), sites.end());
    sites.resize(std::min(sites.size(), traits_of_kind_max));
    for (const std::string& site : sites) {
        add(site_kind, site);
    }
    std::vector<std::string> emails = emails_in(bio);
    emails.resize(std::min(emails.size(), traits_of_kind_max));
    for (const std::string& email : emails) {
        add(email_kind, email);
    }
    std::vector<std::string> words = words_in(bio);
    words.resize(std::min(words.size(), bio_words_max));
    for (const std::string& word : words) {
        add(word_kind, word.size() >= word_letters_min ? word : std::string());
    }
    std::sort(traits.begin(), traits.end());
    traits.erase(std::unique(traits.begin(), traits.end()), traits.end());
    return traits;
}

void add_trait_keys(std::span<const std::string> traits, std::vector<std::uint64_t>& keys) {
    for (const std::string_view trait : traits) {
        if (!trait.starts_with(place_kind) && !trait.starts_with(word_kind)) {
            keys.push_back(hash_of(trait));
        }
    }
}

void TraitCounts::add(std::span<const std::string> traits) {
    const Worth* last = nullptr;
    for (const std::string_view trait : traits) {
        if (trait.starts_with(own_kind)) {
            continue;  // where somebody stands says nothing of how many list it
        }
        ++counts_[hash_of(trait)];
        const Worth& worth = worth_of(trait);
        counts_[hash_of(worth.kind)] += &worth == last ? 0 : 1;  // sorted, so that a kind's traits stand together
        last = &worth;
    }
}

double TraitCounts::bits(std::string_view trait) const {
    const auto count_of = [&](std::uint64_t hash) {
        const auto found = counts_.find(hash);
        return found == counts_.end() ? 0.0 : static_cast<double>(found->second);
    };
    const Worth& worth = worth_of(trait);
    const double all = count_of(hash_of(worth.kind)) + std::exp2(worth.usual_bits);
    return std::min(worth.bits_max, std::log2(all / std::max(1.0, count_of(hash_of(trait)) - 1)));
}

TraitEvidence weigh_traits(std::span<const std::string> traits, std::span<const std::string> others,
                           const TraitCounts& counts) {
    TraitEvidence found;
    if (traits.empty() || others.empty()) {
        return found;
    }
    const auto common = [&](std::string_view kind, std::string_view other_kind) {
        return common_bits(of_kind(traits, kind), of_kind(others, other_kind), site_kind, counts) - said_alike_bits;
    };
    found.site = millibits(common(site_kind, site_kind));
    found.link = millibits(std::max(common(site_kind, own_kind), common(own_kind, site_kind)));
    found.email = millibits(common_bits(of_kind(traits, email_kind), of_kind(others, email_kind), email_kind, counts) -
                            said_alike_bits);
    found.avatar = millibits(
        common_bits(of_kind(traits, avatar_kind), of_kind(others, avatar_kind), avatar_kind, counts) - said_alike_bits);
    found.bio = millibits(bio_bits(of_kind(traits, word_kind), of_kind(others, word_kind), counts));
    const auto places = of_kind(traits, place_kind);
    const auto other_places = of_kind(others, place_kind);
    if (!places.empty() && !other_places.empty()) {
        found.place = millibits(place_bits(places.front(), other_places.front(), counts) - said_alike_bits);
    }
    const auto keep_strongest = [](std::initializer_list<int*> parts) {
        int* const strongest = *std::max_element(parts.begin(), parts.end(), [](int* a, int* b) { return *a < *b; });
        for (int* const part : parts) {
            *part = part == strongest ? *part : 0;
        }
    };
    keep_strongest({&found.email, &found.link, &found.site});
    keep_strongest({&found.avatar, &found.bio});
    return found;
}

}  // namespace fanal::identity
