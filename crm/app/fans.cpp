#include <algorithm>
#include <optional>
#include <set>

#include "crm/app/find_fan.hpp"
#include "crm/app/merges.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/storage/fan_rows.hpp"
#include "crm/storage/objection_rows.hpp"
#include "models/error.hpp"
#include "models/id_text.hpp"

namespace fanal::app {
namespace {

constexpr std::int64_t history_limit = 200;

std::optional<ProfileId> profile_by_id(storage::FanReader& reader, std::string_view key) {
    const auto id = parse_id(key);
    return id && reader.fan_of({*id}) ? std::optional(ProfileId{*id}) : std::nullopt;
}

/// "@ana", "ana", "mastodon:@ana"
ProfileId profile_by_handle(storage::FanReader& reader, std::string_view key) {
    const std::size_t colon = key.find(':');
    const std::string_view network = colon == std::string_view::npos ? std::string_view() : key.substr(0, colon);
    std::string_view handle = colon == std::string_view::npos ? key : key.substr(colon + 1);
    if (handle.starts_with('@')) {
        handle.remove_prefix(1);
    }
    const auto profiles = handle.empty() ? std::vector<ProfileId>() : reader.with_handle(handle, network);
    if (profiles.empty()) {
        throw Error(ErrorKind::not_found, "There is no fan with the id or handle " + std::string(key) + ".");
    }
    std::set<FanId> fans;
    for (const ProfileId profile : profiles) {
        fans.insert(reader.fan_of(profile).value_or(FanId{profile.value}));
    }
    if (fans.size() > 1) {
        std::string ids;
        for (const FanId id : fans) {
            ids += (ids.empty() ? "" : ", ") + to_text(id);
        }
        throw Error(ErrorKind::conflict,
                    "Several fans have the handle " + std::string(key) + ": give one of " + ids + ".");
    }
    return profiles.front();
}

/// What each profile says now of a thing of which a person has one, where they do not all say the same.
std::vector<SaidFact> disagreements_of(const std::vector<Profile>& profiles) {
    std::vector<SaidFact> found;
    for (const std::string_view field : {"display_name", "place"}) {
        std::vector<SaidFact> said;
        std::set<std::string> values;
        for (const Profile& profile : profiles) {
            const auto newest = std::find_if(profile.facts.begin(), profile.facts.end(),
                                             [field](const Fact& fact) { return fact.field == field; });
            if (newest != profile.facts.end()) {
                said.push_back({profile.profile_id, profile.network, *newest});
                values.insert(newest->value);
            }
        }
        if (values.size() > 1) {
            found.insert(found.end(), said.begin(), said.end());
        }
    }
    return found;
}

}  // namespace

ProfileId find_profile(storage::FanReader& reader, std::string_view key) {
    const auto by_id = profile_by_id(reader, key);
    return by_id ? *by_id : profile_by_handle(reader, key);
}

std::vector<FanSummary> list_fans(storage::Store& store, std::string_view sort, std::int64_t limit) {
    storage::FanReader reader(store);
    std::vector<FanSummary> fans;
    for (const FanId id : reader.sorted_by(sort, limit)) {
        fans.push_back(reader.summary(id));
    }
    return fans;
}

std::optional<Instant> scores_as_of(storage::Store& store) {
    return storage::scores_as_of(store);
}

FanView view_fan(storage::Store& store, std::string_view key) {
    storage::FanReader reader(store);
    const FanId id = reader.fan_of(find_profile(reader, key)).value();
    FanView view;
    view.summary = reader.summary(id);
    view.profiles = reader.profiles_of(id);
    view.disagreements = disagreements_of(view.profiles);
    view.merges = merges_among(store, view.profiles);
    view.history = reader.history(id, history_limit);
    view.scores_as_of = storage::scores_as_of(store);
    storage::Objections objections(store);
    view.do_not_link = std::any_of(view.profiles.begin(), view.profiles.end(),
                                   [&](const Profile& profile) { return objections.holds(profile.profile_id); });
    return view;
}

}  // namespace fanal::app
