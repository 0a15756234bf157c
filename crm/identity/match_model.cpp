#include "crm/identity/match_model.hpp"

#include <algorithm>

namespace fanal::identity {

MatchProfile MatchModel::prepare(std::string_view network, const Naming& naming) const {
    const auto letters = statistics.letters.find(network);
    // A name stands in the counts for the person's profile on the other network too.
    const int own_count = naming.tokens.empty() ? 1 : 2;
    return {std::string(network), naming.tokens,
            prepare_handle(naming, letters == statistics.letters.end() ? statistics.other_letters : letters->second,
                           statistics.tokens, own_count),
            naming.traits};
}

NetworkCandidate MatchModel::compare(const MatchProfile& one, const MatchProfile& other) const {
    if (other.network < one.network) {
        return compare(other, one);
    }
    const HandleBits handles = weigh_handles(one.handle, other.handle);
    NetworkCandidate candidate{};
    candidate.handles_known = handles.known;
    candidate.handles_equal = handles.equal;
    candidate.handle_missing = handles.missing;
    candidate.handle_bits =
        static_cast<float>(handles.equal ? handles.bits : std::min(handles.bits, unequal_handle_bits_max));
    candidate.own_handle_bits = static_cast<float>(handles.own_bits);
    candidate.names_known = !one.tokens.empty() && !other.tokens.empty();
    if (candidate.names_known) {
        candidate.name_bits = static_cast<float>(name_bits(one.tokens, other.tokens, statistics.tokens));
    }
    return candidate;
}

NetworkEvidence MatchModel::weigh(const MatchProfile& one, const MatchProfile& other) const {
    const auto& [smaller, larger] = std::minmax(one.network, other.network);
    const auto found = networks.find({smaller, larger});
    const NetworkCandidate candidate = compare(one, other);
    NetworkEvidence parts = evidence(found == networks.end() ? other_networks : found->second, candidate);
    if (candidate.handles_equal) {
        parts.handle = std::max(parts.handle, 0);  // where names explain them they prove little, and nothing against
    }
    parts.traits = weigh_traits(one.traits, other.traits, statistics.traits);
    return parts;
}

}  // namespace fanal::identity
