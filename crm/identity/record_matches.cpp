#include "crm/identity/record_matches.hpp"

#include <algorithm>

namespace fanal::identity {
namespace {

/// The mean evidence across two groups that joins them: less sure groups teach nothing, and are good enough in the end.
constexpr double teaching_bits_min = 0;
constexpr double final_bits_min = -2;

}  // namespace

RecordMatches match_records(std::span<const PersonRecord> records) {
    RecordMatches found;
    if (records.empty()) {
        return found;
    }
    RecordComparer comparer(records);
    const std::vector<RecordPair> candidates = record_candidates(records);
    found.model = fit_sessions(records, candidates, comparer);
    const auto bits_between = [&](std::uint32_t one, std::uint32_t other) {
        return found.model.bits(comparer.compare(one, other), comparer, one);
    };
    std::vector<std::uint32_t> sides;
    std::transform(records.begin(), records.end(), std::back_inserter(sides),
                   [](const PersonRecord& record) { return record.side; });
    GroupRule rule;
    if (std::any_of(sides.begin(), sides.end(), [&](std::uint32_t side) { return side != sides.front(); })) {
        rule.one_of_each = sides;
    }
    const auto group_by = [&](double mean_bits_min) {
        found.pairs.clear();
        for (const RecordPair& pair : candidates) {
            found.pairs.push_back({pair.first, pair.second, bits_between(pair.first, pair.second)});
        }
        rule.mean_bits_min = mean_bits_min;
        return group(records.size(), found.pairs, rule, bits_between);
    };
    learn_from_groups(found.model, records, group_by(teaching_bits_min), comparer);
    found.group_of = group_by(final_bits_min);
    return found;
}

}  // namespace fanal::identity
