#pragma once
#include <algorithm>
#include <cstdint>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "crm/demo/demo.hpp"
#include "models/ids.hpp"

namespace fanal::demo {

/// "2026-11-23T18:00:00Z", a Monday in winter.
inline constexpr Instant story_ends_at{1'795'456'800'000};

inline DemoOptions options_of(std::int64_t fans_count, std::int64_t days_count, std::uint64_t seed = 7) {
    return {fans_count, days_count, seed, story_ends_at};
}

inline std::vector<DemoFile> files_of(const DemoOptions& options) {
    std::vector<DemoFile> files;
    generate(options, [&](DemoFile&& file) { files.push_back(std::move(file)); });
    return files;
}

/// One hash of all names and bytes, in order.
inline std::uint64_t hash_of(const DemoOptions& options) {
    std::uint64_t hash = 0;
    generate(options, [&](DemoFile&& file) { hash = siphash(hash, file.name.size(), file.name + file.bytes); });
    return hash;
}

/// The JSON documents of a file: its lines when it is NDJSON.
inline std::vector<nlohmann::json> documents_of(const DemoFile& file) {
    std::vector<nlohmann::json> documents;
    if (!file.name.ends_with(".ndjson")) {
        documents.push_back(nlohmann::json::parse(file.bytes));
        return documents;
    }
    for (std::size_t begin = 0; begin < file.bytes.size();) {
        const std::size_t end = file.bytes.find('\n', begin);
        documents.push_back(nlohmann::json::parse(file.bytes.substr(begin, end - begin)));
        begin = end + 1;
    }
    return documents;
}

/// A text that somebody wrote, as any of the payloads tells it. `id` has its network in front.
struct Written {
    std::string network;
    std::string id;
    std::string parent_id;  ///< empty at the top
    std::string post_id;    ///< the top; of a text at the top, its own
    std::string author_id;  ///< empty: not told
    std::string handle;
    std::string text;
    Instant written_at;
    bool ours = false;
};

/// All texts of all files, each as often as it was delivered.
std::vector<Written> texts_of(const std::vector<DemoFile>& files);

/// The first delivery of each.
std::vector<Written> distinct_texts_of(const std::vector<DemoFile>& files);

/// Every object of a document that has the key, however deep.
template <class Visit>
void each_with(const nlohmann::json& node, const std::string& key, const Visit& visit) {
    if (node.is_object() && node.contains(key)) {
        visit(node);
    }
    if (node.is_structured()) {
        for (const auto& child : node) {
            each_with(child, key, visit);
        }
    }
}

}  // namespace fanal::demo
