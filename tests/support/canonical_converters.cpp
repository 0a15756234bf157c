#include "tests/support/canonical_converters.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <unordered_set>
#include <vector>

namespace fanal::test {
namespace {

std::vector<std::string_view> split(std::string_view line, char separator) {
    std::vector<std::string_view> parts;
    for (std::size_t at = 0; at <= line.size();) {
        const std::size_t end = std::min(line.find(separator, at), line.size());
        parts.push_back(line.substr(at, end - at));
        at = end + 1;
    }
    return parts;
}

template <class Visit>
void each_line(std::string_view text, Visit&& visit) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (end > 0 && !visit(text.substr(0, end))) {
            return;
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// When the tweet that begins a tree was written: its id holds the time.
std::int64_t snowflake_ms(std::string_view id) {
    return (std::stoll(std::string(id)) >> 22) + 1288834974657;
}

}  // namespace

std::string canonical_from_activity(std::string_view lines, std::size_t lines_max) {
    std::string csv = "network,kind,occurred_at,profile_remote_id,to_profile_remote_id\n";
    std::size_t count = 0;
    each_line(lines, [&](std::string_view line) {
        const auto part = split(line, ' ');
        const std::string_view kind = part[3] == "RT" ? "reshare" : part[3] == "MT" ? "mention" : "comment";
        csv.append("x,").append(kind).append(",").append(part[2]).append(",");
        csv.append(part[0]).append(",").append(part[1]).append("\n");
        return ++count < lines_max;
    });
    return csv;
}

std::string canonical_from_trees(std::string_view lines) {
    std::string ndjson;
    std::unordered_set<std::string> seen;  // nodes that have their parent
    std::string tree;
    std::string root;
    each_line(lines, [&](std::string_view line) {
        const auto part = split(line, '\t');
        if (part[0] == "dataset") {
            return true;
        }
        if (part[1] != tree) {
            tree = part[1];
            seen.clear();
        }
        const auto node = [&](std::size_t first) {
            return tree + "/" + std::string(part[first]) + "/" + std::string(part[first + 1]) + "/" +
                   std::string(part[first + 2]);
        };
        const std::string parent = node(2);
        const std::string child = node(5);
        if (parent == child || !seen.insert(child).second) {
            return true;
        }
        const bool is_root = part[2] == "ROOT";
        if (is_root) {
            root = child;
        }
        const auto delay_ms = static_cast<std::int64_t>(std::llround(std::stod(std::string(part[7])) * 60'000));
        ndjson += R"({"network":"x","kind":")" + std::string(is_root ? "post" : "reshare") + R"(","remote_id":")" +
                  (is_root ? tree : child) + R"(","occurred_at":")" + std::to_string(snowflake_ms(tree) + delay_ms) +
                  R"(","profile_remote_id":")" + std::string(part[5]) + "\"";
        if (!is_root) {
            ndjson += R"(,"post_remote_id":")" + tree + R"(","in_reply_to_remote_id":")" +
                      (parent == root ? tree : parent) + "\"";
        }
        ndjson += "}\n";
        return true;
    });
    return ndjson;
}

}  // namespace fanal::test
