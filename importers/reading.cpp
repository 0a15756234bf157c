#include "importers/reading.hpp"

#include "models/extra.hpp"

namespace fanal::importers {

ProfileSighting Reading::profile(std::string remote_id, Instant observed_at) const {
    ProfileSighting sighting;
    sighting.network = network_;
    sighting.remote_id = std::move(remote_id);
    sighting.observed_at = observed_at;
    return sighting;
}

Record Reading::record(InteractionKind kind, Instant occurred_at) const {
    Record record;
    record.kind = kind;
    record.occurred_at = occurred_at;
    record.profile = profile({}, occurred_at);
    return record;
}

Removal Reading::removal(std::string remote_id, Instant removed_at) const {
    return {std::string(network_), std::move(remote_id), removed_at};
}

Removal Reading::removal(const Record& record, Instant removed_at) const {
    return removal(record.remote_id.empty() ? derived_remote_id(record) : record.remote_id, removed_at);
}

void Reading::account(const std::string& remote_id, const std::string& handle, const std::string& display_name) {
    const bool named = !handle.empty() || !display_name.empty();
    if (remote_id.empty() || (named ? !named_accounts_.insert(remote_id).second : accounts_.contains(remote_id))) {
        return;
    }
    accounts_.insert(remote_id);
    sink_.account({std::string(network_), remote_id, handle, display_name});
}

void Reading::keep_unknown(const Payload& object, std::string& extra) const {
    std::string found;
    const auto is_unknown = [this](std::string_view name) { return !known_fields_.contains(name); };
    object.each_member_called(is_unknown, [&](std::string_view name, const Payload& value) {
        if (value.exists()) {
            add_json_member(found, name, value.json());
        }
    });
    if (!found.empty()) {
        extra = united_members(extra, found);
    }
}

Instant version_at(const Record& record) {
    return record.edited_at.value_or(record.occurred_at);
}

}  // namespace fanal::importers
