#include "importers/bluesky/uris.hpp"

#include <cstdint>

namespace fanal::importers::bluesky {
namespace {

constexpr std::size_t tid_size = 13;
constexpr Instant first_day{1'640'995'200'000};  ///< 2022-01-01: no record is older
constexpr Instant last_day{4'102'444'800'000};   ///< 2100-01-01

}  // namespace

UriParts parts_of(std::string_view uri) {
    constexpr std::string_view scheme = "at://";
    if (!uri.starts_with(scheme)) {
        return {};
    }
    UriParts parts;
    uri.remove_prefix(scheme.size());
    for (std::string_view* const part : {&parts.authority, &parts.collection, &parts.key}) {
        const std::size_t end = std::min(uri.find('/'), uri.size());
        *part = uri.substr(0, end);
        uri.remove_prefix(std::min(end + 1, uri.size()));
    }
    return parts;
}

std::string owner_of(std::string_view uri) {
    const std::string_view authority = parts_of(uri).authority;
    return authority.starts_with("did:") ? std::string(authority) : std::string();
}

bool may_be_post(std::string_view uri) {
    const std::string_view collection = parts_of(uri).collection;
    return collection.empty() || collection == "app.bsky.feed.post";
}

std::optional<Instant> made_at(std::string_view uri) {
    constexpr std::string_view alphabet = "234567abcdefghijklmnopqrstuvwxyz";
    const std::string_view key = parts_of(uri).key;
    if (key.size() != tid_size) {
        return std::nullopt;
    }
    std::uint64_t bits = 0;
    for (const char c : key) {
        const std::size_t digit = alphabet.find(c);
        if (digit == std::string_view::npos) {
            return std::nullopt;
        }
        bits = bits << 5 | digit;
    }
    // The lowest ten bits tell writers apart; above them stand microseconds.
    const Instant instant{static_cast<std::int64_t>((bits >> 10 & ((1ULL << 53) - 1)) / 1000)};
    return instant < first_day || instant > last_day ? std::nullopt : std::optional(instant);
}

}  // namespace fanal::importers::bluesky
