#include "importers/linkedin/urns.hpp"

#include <charconv>

namespace fanal::importers::linkedin {
namespace {

constexpr std::string_view feed_prefix = "urn:li:activity:";
constexpr std::string_view comment_prefix = "urn:li:comment:";
constexpr Instant first_day{1'041'379'200'000};  ///< 2003-01-01: before LinkedIn, a number holds no time
constexpr Instant last_day{4'102'444'800'000};   ///< 2100-01-01

}  // namespace

PairInUrn pair_in(std::string_view urn) {
    const std::size_t open = urn.find('(');
    if (open == std::string_view::npos || !urn.ends_with(')')) {
        return {};
    }
    const std::string_view inside = urn.substr(open + 1, urn.size() - open - 2);
    // The comma outside of inner brackets.
    int depth = 0;
    for (std::size_t at = 0; at < inside.size(); ++at) {
        depth += inside[at] == '(' ? 1 : inside[at] == ')' ? -1 : 0;
        if (inside[at] == ',' && depth == 0) {
            return {inside.substr(0, at), inside.substr(at + 1)};
        }
    }
    return {};
}

bool is_comment_urn(std::string_view urn) {
    return urn.starts_with(comment_prefix);
}

std::string comment_name(std::string_view urn_or_number) {
    if (urn_or_number.empty()) {
        return {};
    }
    if (const PairInUrn pair = pair_in(urn_or_number); !pair.second.empty()) {
        return std::string(comment_prefix) + std::string(pair.second);
    }
    return is_comment_urn(urn_or_number) ? std::string(urn_or_number)
                                         : std::string(comment_prefix) + std::string(urn_or_number);
}

std::optional<Instant> made_at(std::string_view urn) {
    const std::string_view digits = urn.substr(urn.rfind(':') + 1);
    std::uint64_t number = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
    if (error != std::errc{} || end != digits.data() + digits.size()) {
        return std::nullopt;
    }
    const Instant instant{static_cast<std::int64_t>(number >> 22)};
    return instant < first_day || instant > last_day ? std::nullopt : std::optional(instant);
}

void PostNames::tie(std::string_view urn, std::string_view other) {
    if (other.starts_with(feed_prefix) && !urn.empty() && !urn.starts_with(feed_prefix) && !is_comment_urn(urn)) {
        activities_.emplace(urn, other);
    }
}

std::string PostNames::name(std::string_view urn) const {
    if (activities_.empty() || urn.starts_with(feed_prefix)) {
        return std::string(urn);
    }
    const auto found = activities_.find(std::string(urn));
    return found == activities_.end() ? std::string(urn) : found->second;
}

void PostNames::learn(const Payload& item) {
    // A comment and what was asked for; a reaction and its root; a share and its activity; a notification.
    const std::string_view commented = pair_in(item["commentUrn"].view()).first;
    const std::string_view commented_too = pair_in(item["$URN"].view()).first;
    tie(item["object"].view(), commented.empty() ? commented_too : commented);
    tie(item["root"].view(), pair_in(item["id"].view()).second);
    tie(item["$URN"].view(), item["activity"].view());
    if (item["id"].is_text() && item["activity"].is_text()) {
        const std::string_view id = item["id"].view();
        tie(id.starts_with("urn:") ? std::string(id) : "urn:li:share:" + std::string(id), item["activity"].view());
    }
    const PairInUrn generated = pair_in(item["generatedActivity"].view());
    tie(item["sourcePost"].view(), generated.first);
    tie(item["sourcePost"].view(), generated.second);
}

}  // namespace fanal::importers::linkedin
