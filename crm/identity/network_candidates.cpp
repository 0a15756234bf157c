#include <utility>

#include "crm/identity/handle_evidence.hpp"
#include "crm/identity/match_index.hpp"
#include "crm/identity/match_keys.hpp"
#include "crm/identity/network_model.hpp"

namespace fanal::identity {
namespace {

NetworkCandidate weigh(std::uint32_t profile, std::uint32_t other, const Naming& naming, const Naming& other_naming,
                       const HandleEvidence& handles, const TokenCounts& tokens) {
    NetworkCandidate candidate{profile, other};
    const HandleBits handle = handles.between(profile, other);
    candidate.handles_known = handle.known;
    candidate.handles_equal = handle.equal;
    candidate.handle_bits = static_cast<float>(handle.bits);
    candidate.own_handle_bits = static_cast<float>(handle.own_bits);
    candidate.handle_missing = naming.core.empty() || other_naming.core.empty();
    candidate.names_known = !naming.tokens.empty() && !other_naming.tokens.empty();
    if (candidate.names_known) {
        candidate.name_bits = static_cast<float>(name_bits(naming.tokens, other_naming.tokens, tokens));
    }
    return candidate;
}

}  // namespace

std::vector<NetworkCandidate> find_candidates(std::span<const Naming> profiles, std::span<const Naming> others) {
    TokenCounts tokens;
    GramCounts grams;
    for (const auto& network : {profiles, others}) {
        for (const Naming& naming : network) {
            tokens.add(naming);
            grams.add(naming);
        }
    }
    const HandleEvidence handles(profiles, others, tokens);
    std::vector<MatchIndex::Posting> postings;
    for (std::uint32_t other = 0; other < others.size(); ++other) {
        for (const std::uint64_t key : match_keys(others[other], grams)) {
            postings.push_back({key, other});
        }
    }
    const MatchIndex index(std::move(postings));
    std::vector<NetworkCandidate> candidates;
    for (std::uint32_t profile = 0; profile < profiles.size(); ++profile) {
        for (const MatchIndex::Found& found : index.find(match_keys(profiles[profile], grams))) {
            candidates.push_back(
                weigh(profile, found.profile, profiles[profile], others[found.profile], handles, tokens));
        }
    }
    return candidates;
}

}  // namespace fanal::identity
