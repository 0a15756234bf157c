// Most bytes that a fuzzer makes are no JSON, and say nothing about what reads its values. Every other input that this
// makes is the JSON it was, with one value replaced, doubled or left out.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "importers/json_extent.hpp"

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* bytes, std::size_t size, std::size_t size_max);

namespace {

/// Where a value, or a member's key, stands in a document.
struct Extent {
    std::size_t at = 0;
    std::size_t size = 0;
};

constexpr std::string_view odd_values[] = {
    "null",
    "true",
    "-1",
    "0",
    "1.5",
    "18446744073709551615",
    "\"\"",
    "\"1_2_3\"",
    "[]",
    "{}",
    "[null,[],{\"id\":[]}]",
    "\"2026-09-01T10:00:00Z\"",
    "1788256800",
    "\"\\u0000\"",
    "\"<a href=\\\"<<<\"",
    "99999999999999999999999999",
};

/// Everything that begins behind a bracket, a comma or a colon. Broken JSON has such places too.
std::vector<Extent> values(std::string_view json) {
    std::vector<Extent> found;
    bool in_string = false;
    for (std::size_t at = 0; at < json.size(); ++at) {
        const char c = json[at];
        at += in_string && c == '\\' ? 1 : 0;
        in_string = in_string != (c == '"');
        const std::size_t begin = json.find_first_not_of(" \n\r\t", at + 1);
        if (in_string || std::string_view("[{,:").find(c) == std::string_view::npos ||
            begin == std::string_view::npos) {
            continue;
        }
        fanal::importers::JsonExtent extent;
        if (const auto size = extent.scan(json.substr(begin))) {
            found.push_back({begin, *size});
        }
    }
    return found;
}

}  // namespace

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* bytes, std::size_t size, std::size_t size_max,
                                               unsigned seed) {
    std::minstd_rand random(seed);
    std::string json(reinterpret_cast<const char*>(bytes), size);
    const std::vector<Extent> extents = random() % 2 == 0 ? values(json) : std::vector<Extent>();
    if (extents.empty()) {
        return LLVMFuzzerMutate(bytes, size, size_max);
    }
    const Extent changed = extents[random() % extents.size()];
    const Extent other = extents[random() % extents.size()];
    const std::string value = json.substr(changed.at, changed.size);
    switch (random() % 4) {
        case 0:
            json.replace(changed.at, changed.size, odd_values[random() % std::size(odd_values)]);
            break;
        case 1:
            json.replace(changed.at, changed.size, json.substr(other.at, other.size));
            break;
        case 2:
            json.replace(changed.at, changed.size, value + "," + value);
            break;
        default:
            json.erase(changed.at, changed.size + (json.substr(changed.at + changed.size).starts_with(',') ? 1 : 0));
    }
    json.resize(std::min(json.size(), size_max));
    std::copy(json.begin(), json.end(), bytes);
    return json.size();
}
