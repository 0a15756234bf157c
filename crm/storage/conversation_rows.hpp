#pragma once
#include <optional>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/conversation.hpp"

namespace fanal::storage {

/// What one interaction says, for a screen. Names are filled in by the caller.
std::optional<ConversationEntry> find_entry(Store& store, InteractionId id);

/// Everything said between the profile and us in the thread, oldest first: its own interactions, and our answers to
/// them (in a thread of messages, all our messages). Reactions and reshares are no words and are left out.
std::vector<ConversationEntry> entries_of(Store& store, ConversationId id);

/// The network and language of an interaction, and its place in the thread.
struct EntryOrigin {
    std::string network;
    std::string language;
};
/// Both empty when there is no such interaction.
EntryOrigin origin_of(Store& store, InteractionId id);

}  // namespace fanal::storage
