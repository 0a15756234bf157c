#pragma once
#include <cstdint>
#include <cstring>
#include <string>
#include <string_view>
#include <type_traits>

#include "crm/storage/pending_rows.hpp"
#include "models/error.hpp"

// Pending rows as bytes: the form in which a staged import holds them, for the machine that wrote them alone.
namespace fanal::storage {

/// Every field of a row, in one order, for writing and for reading.
template <class Item, class Visit>
void each_field(Item& item, Visit&& visit) requires std::is_same_v<std::remove_const_t<Item>, PendingInteraction> {
    auto& row = item.row;
    visit(row.interaction_id), visit(row.occurred_at), visit(row.profile_id), visit(row.post_id);
    visit(row.in_reply_to_id), visit(row.to_profile_id), visit(row.version_at), visit(row.removed_at), visit(row.kind);
    visit(row.network), visit(row.remote_id), visit(row.text), visit(row.language);
    visit(row.detected_language), visit(row.language_confidence), visit(row.reaction);
    visit(row.url), visit(row.extra), visit(item.file), visit(item.record);
}
template <class Item, class Visit>
void each_field(Item& alias, Visit&& visit) requires std::is_same_v<std::remove_const_t<Item>, PendingAlias> {
    visit(alias.interaction_id), visit(alias.alias_id);
}
template <class Item, class Visit>
void each_field(Item& removal, Visit&& visit) requires std::is_same_v<std::remove_const_t<Item>, PendingRemoval> {
    visit(removal.interaction_id), visit(removal.removed_at), visit(removal.network), visit(removal.remote_id);
    visit(removal.file);
}
template <class Item, class Visit>
void each_field(Item& profile, Visit&& visit) requires std::is_same_v<std::remove_const_t<Item>, PendingProfile> {
    visit(profile.profile_id), visit(profile.followers_count), visit(profile.observed_at), visit(profile.network);
    visit(profile.remote_id), visit(profile.sighting_of_file);
}
template <class Item, class Visit>
void each_field(Item& fact, Visit&& visit) requires std::is_same_v<std::remove_const_t<Item>, PendingFact> {
    visit(fact.profile_id), visit(fact.field), visit(fact.value), visit(fact.source), visit(fact.first_observed_at);
    visit(fact.last_observed_at);
}
template <class Item, class Visit>
void each_field(Item& thread, Visit&& visit) requires std::is_same_v<std::remove_const_t<Item>, PendingThread> {
    visit(thread.thread_id), visit(thread.network), visit(thread.remote_id);
}

/// Adds one row's bytes to `bytes`.
template <class Row>
void pack(const Row& row, std::string& bytes) {
    const auto put = [&bytes](const auto& number) {
        bytes.append(reinterpret_cast<const char*>(&number), sizeof number);
    };
    each_field(row, [&](const auto& field) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field)>, std::string_view>) {
            // Nearly every text is shorter than 255 bytes, and says so in one.
            constexpr unsigned char longer = 255;
            if (field.size() < longer) {
                bytes += static_cast<char>(field.size());
            } else {
                bytes += static_cast<char>(longer);
                put(static_cast<std::uint32_t>(field.size()));
            }
            bytes += field;
        } else {
            put(field);
        }
    });
}

/// Takes one row off the front of `bytes`; its texts lie in there. Throws internal when the bytes are damaged.
template <class Row>
Row unpack(std::string_view& bytes) {
    const auto take = [&bytes](std::size_t size) {
        if (size > bytes.size()) {
            throw Error(
                ErrorKind::internal,
                "The file of the unfinished import beside the database is damaged: delete it and import again.");
        }
        const std::string_view taken = bytes.substr(0, size);
        bytes.remove_prefix(size);
        return taken;
    };
    Row row;
    each_field(row, [&](auto& field) {
        if constexpr (std::is_same_v<std::remove_cvref_t<decltype(field)>, std::string_view>) {
            auto size = static_cast<std::uint32_t>(static_cast<unsigned char>(take(1).front()));
            if (size == 255) {
                std::memcpy(&size, take(sizeof size).data(), sizeof size);
            }
            field = take(size);
        } else {
            std::memcpy(&field, take(sizeof field).data(), sizeof field);
        }
    });
    return row;
}

}  // namespace fanal::storage
