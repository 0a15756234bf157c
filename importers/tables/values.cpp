#include "importers/tables/values.hpp"
#include "importers/beginning.hpp"

#include <algorithm>
#include <array>
#include <charconv>

#include "models/extra.hpp"
#include "models/secrets.hpp"

namespace fanal::importers {
namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

std::string_view trimmed(std::string_view text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    return begin == std::string_view::npos ? std::string_view()
                                           : text.substr(begin, text.find_last_not_of(" \t\r\n") + 1 - begin);
}

struct Host {
    std::string_view host, network;
};

constexpr std::array hosts = {
    Host{"facebook.com", "facebook"},
    Host{"fb.com", "facebook"},
    Host{"fb.watch", "facebook"},
    Host{"fb.me", "facebook"},
    Host{"instagram.com", "instagram"},
    Host{"instagr.am", "instagram"},
    Host{"threads.net", "threads"},
    Host{"threads.com", "threads"},
    Host{"twitter.com", "x"},
    Host{"x.com", "x"},
    Host{"t.co", "x"},
    Host{"youtube.com", "youtube"},
    Host{"youtu.be", "youtube"},
    Host{"tiktok.com", "tiktok"},
    Host{"bsky.app", "bluesky"},
    Host{"reddit.com", "reddit"},
    Host{"redd.it", "reddit"},
    Host{"linkedin.com", "linkedin"},
    Host{"lnkd.in", "linkedin"},
};

constexpr std::array words = {Host{"facebook", "facebook"},
                              Host{"fb", "facebook"},
                              Host{"instagram", "instagram"},
                              Host{"ig", "instagram"},
                              Host{"insta", "instagram"},
                              Host{"threads", "threads"},
                              Host{"twitter", "x"},
                              Host{"x", "x"},
                              Host{"tweet", "x"},
                              Host{"youtube", "youtube"},
                              Host{"yt", "youtube"},
                              Host{"tiktok", "tiktok"},
                              Host{"bluesky", "bluesky"},
                              Host{"reddit", "reddit"},
                              Host{"linkedin", "linkedin"},
                              Host{"mastodon", "mastodon"}};

std::string_view host_of(std::string_view address) {
    const std::size_t scheme = address.find("://");
    if (scheme == std::string_view::npos || !address.starts_with("http")) {
        return {};
    }
    address.remove_prefix(scheme + 3);
    return address.substr(0, std::min(address.find_first_of("/?#:"), address.size()));
}

}  // namespace

bool is_ruined_id(std::string_view value) {
    value = trimmed(value);
    const std::size_t e = value.find_first_of("Ee");
    if (e == std::string_view::npos || e == 0 || e + 2 > value.size() || !is_digit(value[0])) {
        return false;
    }
    const std::string_view power = value.substr(e + (value[e + 1] == '+' ? 2 : 1));
    return value.substr(0, e).find_first_not_of("0123456789.,") == std::string_view::npos && !power.empty() &&
           power.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string plain_id(std::string_view value) {
    value = trimmed(value);
    if (value.starts_with("ID:") || value.starts_with("id:")) {
        value = trimmed(value.substr(3));
    } else if (value.starts_with('#')) {
        value.remove_prefix(1);
    }
    if (is_ruined_id(value)) {
        return {};
    }
    // A column with gaps is one of fractions to some programs; beyond 2^53 those are no longer exact.
    constexpr std::size_t exact_digits = 15;
    const std::size_t point = value.find('.');
    if (point != std::string_view::npos && point > 0 && point <= exact_digits &&
        value.substr(0, point).find_first_not_of("0123456789") == std::string_view::npos &&
        value.substr(point + 1).find_first_not_of('0') == std::string_view::npos) {
        value = value.substr(0, point);
    }
    return std::string(value);
}

std::string_view network_of_link(std::string_view address) {
    const std::string_view host = host_of(trimmed(address));
    for (const Host& known : hosts) {
        if (host == known.host || (host.ends_with(known.host) && host[host.size() - known.host.size() - 1] == '.')) {
            return known.network;
        }
    }
    return {};
}

std::string network_of_word(std::string_view word) {
    const std::string name = folded_heading(word);
    for (std::size_t begin = 0; begin < name.size();) {
        const std::size_t end = std::min(name.find('_', begin), name.size());
        for (const Host& known : words) {
            if (std::string_view(name).substr(begin, end - begin) == known.host) {
                return std::string(known.network);
            }
        }
        begin = end + 1;
    }
    return name.size() <= 32 ? name : std::string();
}

std::string plain_link(std::string_view address) {
    address = trimmed(address);
    if (host_of(address).empty()) {
        return {};
    }
    const std::size_t query = address.find('?');
    std::string link(address.substr(0, query));
    char before = '?';
    while (query != std::string_view::npos) {
        address.remove_prefix(std::min(address.find_first_of("?&"), address.size()));
        if (address.empty()) {
            break;
        }
        address.remove_prefix(1);
        const std::string_view parameter = address.substr(0, std::min(address.find('&'), address.size()));
        if (!opens_doors(parameter)) {
            link += before;
            link += parameter;
            before = '&';
        }
    }
    return link;
}

std::string_view query_value(std::string_view address, std::string_view name) {
    for (std::size_t at = address.find_first_of("?&"); at != std::string_view::npos;
         at = address.find_first_of("?&", at + 1)) {
        const std::string_view rest = address.substr(at + 1);
        if (rest.starts_with(name) && rest.size() > name.size() && rest[name.size()] == '=') {
            const std::string_view value = rest.substr(name.size() + 1);
            return value.substr(0, std::min(value.find_first_of("&#"), value.size()));
        }
    }
    return {};
}

std::string plain_handle(std::string_view handle) {
    handle = trimmed(handle);
    return std::string(handle.substr(handle.starts_with('@') ? 1 : 0));
}

std::optional<std::int64_t> plain_count(std::string_view value) {
    std::string digits;
    for (const char c : trimmed(value)) {
        if (is_digit(c)) {
            digits += c;
        } else if (std::string_view(" ,.'\xC2\xA0\xE2\x80\xAF").find(c) == std::string_view::npos) {
            return std::nullopt;
        }
    }
    std::int64_t count = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), count);
    return digits.empty() || error != std::errc{} ? std::nullopt : std::optional(count);
}

std::string quoted_value(std::string_view value) {
    const std::string_view shown = beginning_of(value, 40);
    return '"' + std::string(shown) + (value.size() > shown.size() ? "…\"" : "\"");
}

std::size_t Columns::take(std::initializer_list<std::string_view> one_of) {
    const std::size_t column = table_.column(one_of);
    use(column);
    return column;
}

void Columns::use(std::size_t column) {
    if (column < used_.size()) {
        used_[column] = true;
    }
}

std::string Columns::extra(const Row& row) const {
    std::string extra;
    for (std::size_t i = 0; i < header_.size(); ++i) {
        if (used_[i] || header_[i].empty() || row[i].empty()) {
            continue;
        }
        if (row[i].starts_with("http")) {
            add_member(extra, header_[i], plain_link(row[i]));
        } else {
            add_member(extra, header_[i], row[i]);
        }
    }
    return extra;
}

}  // namespace fanal::importers
