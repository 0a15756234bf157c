#include "models/conversation.hpp"

#include <charconv>

namespace fanal {

std::string to_text(ConversationId id) {
    return to_text(id.thread_id) + "-" + to_text(id.profile_id);
}

std::optional<ConversationId> parse_conversation_id(std::string_view text) {
    ConversationId id;
    const char* const end = text.data() + text.size();
    const auto thread = std::from_chars(text.data(), end, id.thread_id.value);
    if (thread.ec != std::errc{} || thread.ptr == end || *thread.ptr != '-') {
        return std::nullopt;
    }
    const auto profile = std::from_chars(thread.ptr + 1, end, id.profile_id.value);
    if (profile.ec != std::errc{} || profile.ptr != end || id.thread_id.value <= 0 || id.profile_id.value <= 0) {
        return std::nullopt;
    }
    return id;
}

}  // namespace fanal
