#include <utility>

#include "crm/identity/match_index.hpp"
#include "crm/identity/match_keys.hpp"
#include "crm/identity/network_model.hpp"

namespace fanal::identity {

NetworkCandidate make_candidate(const HandleBits& handles, std::span<const std::string> tokens,
                                std::span<const std::string> other_tokens, const TokenCounts& counts) {
    NetworkCandidate candidate{};
    candidate.handles_known = handles.known;
    candidate.handles_equal = handles.equal;
    candidate.handle_missing = handles.missing;
    candidate.handle_bits = static_cast<float>(handles.bits);
    candidate.own_handle_bits = static_cast<float>(handles.own_bits);
    candidate.names_known = !tokens.empty() && !other_tokens.empty();
    if (candidate.names_known) {
        candidate.name_bits = static_cast<float>(name_bits(tokens, other_tokens, counts));
    }
    return candidate;
}

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
            candidates.push_back(make_candidate(handles.between(profile, found.profile), profiles[profile].tokens,
                                                others[found.profile].tokens, tokens));
            candidates.back().profile = profile;
            candidates.back().other = found.profile;
        }
    }
    return candidates;
}

}  // namespace fanal::identity
