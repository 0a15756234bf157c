#include "importers/canonical/fields.hpp"
#include "importers/beginning.hpp"

#include <algorithm>
#include <array>
#include <charconv>

namespace fanal::importers::canonical {
namespace {

constexpr std::array<std::string_view, field_count> names = {"network",
                                                             "kind",
                                                             "remote_id",
                                                             "occurred_at",
                                                             "profile_remote_id",
                                                             "handle",
                                                             "display_name",
                                                             "followers_count",
                                                             "place",
                                                             "bio",
                                                             "url",
                                                             "post_remote_id",
                                                             "in_reply_to_remote_id",
                                                             "to_profile_remote_id",
                                                             "to_handle",
                                                             "text",
                                                             "language",
                                                             "reaction"};

constexpr std::size_t id_size_max = 1024;
constexpr std::size_t text_size_max = 1U << 18;

/// Longer values come from broken files, not from networks.
std::size_t size_max(Field field) {
    return field == Field::text || field == Field::bio ? text_size_max : id_size_max;
}

bool is_network_name(std::string_view name) {
    const auto fits = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_'; };
    return !name.empty() && name.size() <= 32 && std::all_of(name.begin(), name.end(), fits);
}

std::string quoted(std::string_view value) {
    const std::string_view shown = beginning_of(value, 40);
    return '"' + std::string(shown) + (value.size() > shown.size() ? "…\"" : "\"");
}

std::string* place_of(Record& record, Field field) {
    switch (field) {
        case Field::remote_id:
            return &record.remote_id;
        case Field::profile_remote_id:
            return &record.profile.remote_id;
        case Field::handle:
            return &record.profile.handle;
        case Field::display_name:
            return &record.profile.display_name;
        case Field::place:
            return &record.profile.place;
        case Field::bio:
            return &record.profile.bio;
        case Field::url:
            return &record.profile.url;
        case Field::post_remote_id:
            return &record.post_remote_id;
        case Field::in_reply_to_remote_id:
            return &record.in_reply_to_remote_id;
        case Field::to_profile_remote_id:
            return &record.to_profile_remote_id;
        case Field::to_handle:
            return &record.to_handle;
        case Field::text:
            return &record.text;
        case Field::language:
            return &record.language;
        case Field::reaction:
            return &record.reaction;
        default:
            return nullptr;
    }
}

}  // namespace

std::string_view to_text(Field field) {
    return names[static_cast<std::size_t>(field)];
}

std::optional<Field> parse_field(std::string_view name) {
    const auto found = std::find(names.begin(), names.end(), name);
    if (found == names.end()) {
        return std::nullopt;
    }
    return static_cast<Field>(found - names.begin());
}

std::optional<std::string> FlatRecord::set(Field field, std::string_view value) {
    if (value.empty()) {
        return std::nullopt;
    }
    if (value.size() > size_max(field)) {
        return std::string(to_text(field)) + " is longer than " + std::to_string(size_max(field)) + " bytes.";
    }
    if (std::string* place = place_of(record_, field)) {
        place->assign(value);
        return std::nullopt;
    }
    switch (field) {
        case Field::network:
            if (!is_network_name(value)) {
                return "network is " + quoted(value) + ", but must be a lower-case word such as facebook.";
            }
            record_.profile.network.assign(value);
            return std::nullopt;
        case Field::kind: {
            const auto kind = parse_interaction_kind(value);
            is_removal_ = value == "remove";
            if (!kind && !is_removal_) {
                return "kind is " + quoted(value) +
                       ", but must be post, comment, mention, message, reaction, reshare, quote, follow or remove.";
            }
            record_.kind = kind.value_or(InteractionKind::comment);
            has_kind_ = true;
            return std::nullopt;
        }
        case Field::occurred_at: {
            const auto instant = parse_instant(value);
            if (!instant) {
                return "occurred_at is " + quoted(value) +
                       ", which is no time that we can read; write 2026-11-23T18:30:00Z.";
            }
            return set_occurred_at(*instant);
        }
        default: {
            std::int64_t count = 0;
            const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), count);
            if (error != std::errc{} || end != value.data() + value.size() || count < 0) {
                return "followers_count is " + quoted(value) + ", but must be a whole number.";
            }
            record_.profile.followers_count = count;
            return std::nullopt;
        }
    }
}

std::optional<std::string> FlatRecord::set_occurred_at(Instant instant) {
    record_.occurred_at = instant;
    has_occurred_at_ = true;
    return std::nullopt;
}

std::variant<Record, Removal, std::string> FlatRecord::finish(bool may_be_by_anyone) {
    if (record_.profile.network.empty()) {
        return std::string("network is missing.");
    }
    if (!has_kind_) {
        return std::string("kind is missing.");
    }
    if (!has_occurred_at_) {
        return std::string("occurred_at is missing.");
    }
    if (is_removal_) {
        if (record_.remote_id.empty()) {
            return std::string("A remove needs the remote_id of what is gone.");
        }
        return Removal{record_.profile.network, std::move(record_.remote_id), record_.occurred_at};
    }
    if (!may_be_by_anyone && record_.profile.remote_id.empty() && record_.profile.handle.empty()) {
        return std::string("Nobody acts: give profile_remote_id or handle.");
    }
    record_.profile.observed_at = record_.occurred_at;
    return std::move(record_);
}

}  // namespace fanal::importers::canonical
