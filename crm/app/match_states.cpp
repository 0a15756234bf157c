#include "crm/app/match_states.hpp"

#include <algorithm>

#include "crm/storage/account_rows.hpp"
#include "crm/storage/separation_rows.hpp"

namespace fanal::app {

MatchStates::MatchStates(storage::Store& store, storage::MatchReader& reader)
    : reader_(reader), objections_(store), joined_(reader.joined_fans()) {
    for (const Account& account : storage::all_accounts(store)) {
        hidden_[account.account_id] = true;
    }
    for (const storage::Separation& separation : storage::all_separations(store)) {
        apart_.insert(std::minmax(reader.fan_of(separation.profile_id), reader.fan_of(separation.other_profile_id)));
    }
}

void MatchStates::expect_all() {
    for (const ProfileId id : objections_.all()) {
        hidden_[id] = true;
    }
    expects_all_ = true;
}

bool MatchStates::is_hidden(ProfileId id) {
    const auto found = hidden_.find(id);
    if (found != hidden_.end()) {
        return found->second;
    }
    if (expects_all_) {
        return false;
    }
    return hidden_.emplace(id, objections_.holds(id)).first->second;
}

bool MatchStates::is_hidden(const storage::MatchBits& match) {
    return is_hidden(match.profile_id) || is_hidden(match.other_profile_id);
}

MatchState MatchStates::of(const storage::MatchBits& match) {
    if (is_hidden(match)) {
        return MatchState::hidden;
    }
    if (match.fan_id == match.other_fan_id) {
        return MatchState::accepted;
    }
    if (apart_.contains(std::minmax(match.fan_id, match.other_fan_id))) {
        return MatchState::rejected;
    }
    return is_joined(match) && meet_on_a_network(match) ? MatchState::closed : MatchState::proposed;
}

const std::vector<std::uint16_t>& MatchStates::networks_of(FanId id) {
    auto found = networks_.find(id);
    if (found == networks_.end()) {
        std::vector<std::uint16_t> networks;
        for (const ProfileId profile : reader_.profiles_of(id)) {
            networks.push_back(reader_.network_of(profile));
        }
        found = networks_.emplace(id, std::move(networks)).first;
    }
    return found->second;
}

bool MatchStates::meet_on_a_network(const storage::MatchBits& match) {
    const auto& ones = networks_of(match.fan_id);
    const auto& others = networks_of(match.other_fan_id);
    return std::any_of(ones.begin(), ones.end(), [&](std::uint16_t network) {
        return std::find(others.begin(), others.end(), network) != others.end();
    });
}

}  // namespace fanal::app
