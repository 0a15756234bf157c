#pragma once
#include <cstdint>
#include <filesystem>

namespace fanal::bench {

/// Writes `comments_count` canonical comments as CSV and as NDJSON: two networks, ids in no order, people of whom few
/// write much (a hundred thousand for a million comments), posts (one for two hundred comments), a fifth of the
/// comments answering another, French and English. The same every time.
void write_comments(const std::filesystem::path& csv, const std::filesystem::path& ndjson, std::int64_t comments_count);

/// As CSV, `comments_count` comments more of the people and under the posts that `known_count` comments have, later
/// than these, and others for each seed.
void write_more_comments(const std::filesystem::path& csv, std::int64_t known_count, std::int64_t comments_count,
                         std::uint64_t seed);

}  // namespace fanal::bench
