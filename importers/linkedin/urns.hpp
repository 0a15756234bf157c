#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "importers/payload.hpp"

namespace fanal::importers::linkedin {

/// "urn:li:comment:(urn:li:activity:1,2)" holds "urn:li:activity:1" and "2"; anything without brackets holds nothing.
struct PairInUrn {
    std::string_view first;
    std::string_view second;
};

/// The two names inside of a URN.
PairInUrn pair_in(std::string_view urn);

/// Whether a URN is that of a comment, whole or not.
bool is_comment_urn(std::string_view urn);

/// "urn:li:comment:2", of a comment's whole URN or of its number; empty for none.
std::string comment_name(std::string_view urn_or_number);

/// When the thing with that number was made; the number is the last part of `urn`. Old numbers do not tell.
std::optional<Instant> made_at(std::string_view urn);

/// Which URNs of posts mean the same, as far as one document tells.
class PostNames {
  public:
    /// Tells that both are the same post; remembered when one of them is its activity.
    void tie(std::string_view urn, std::string_view other);
    /// The activity of a post where it is known; the URN itself otherwise.
    std::string name(std::string_view urn) const;
    /// Learns from one comment, reaction, post or notification.
    void learn(const Payload& item);

  private:
    std::unordered_map<std::string, std::string> activities_;
};

}  // namespace fanal::importers::linkedin
