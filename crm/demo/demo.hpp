#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/instant.hpp"
#include "models/record.hpp"

namespace fanal::demo {

struct DemoOptions {
    std::int64_t fans_count = 400;  ///< people; 1 to 1,000,000
    std::int64_t days_count = 30;   ///< 1 to 3,650
    std::uint64_t seed = 7;
    Instant ends_at;  ///< "now" of the story; 2025 to 2190
};

/// One payload, as a network or a tool hands it over.
struct DemoFile {
    std::string name;  ///< a relative path: "facebook/feed-001.json"
    std::string bytes;
};

/// What happened to La Cale Bavarde, a seafood bar in Bordeaux that does not exist, in the days before its evening of
/// oysters and white wine. The files are in the real forms of Facebook (Graph pages and webhooks), YouTube (Data API)
/// and Mastodon (REST), and what happened on X is an export of flat records. The same options give the same bytes on
/// every machine. Hands over one file after the other; never holds more than a few of them. Throws Error{bad_input}
/// when an option is out of its range, and whatever `write` throws.
void generate(const DemoOptions& options, const std::function<void(DemoFile&&)>& write);

/// The bar's presences that the files cannot name as its own, for whoever imports them to declare. Facebook's and
/// YouTube's say it themselves.
std::vector<AccountSighting> brand();

}  // namespace fanal::demo
