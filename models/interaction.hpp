#pragma once
#include <array>
#include <optional>
#include <string_view>

namespace fanal {

/// What a profile did. The words are those of the canonical format, of SQL and of the screens.
enum class InteractionKind : unsigned char { post, comment, mention, message, reaction, reshare, quote, follow };

constexpr std::array<std::string_view, 8> interaction_kind_names = {"post",     "comment", "mention", "message",
                                                                    "reaction", "reshare", "quote",   "follow"};

constexpr std::string_view to_text(InteractionKind kind) {
    return interaction_kind_names[static_cast<std::size_t>(kind)];
}

constexpr std::optional<InteractionKind> parse_interaction_kind(std::string_view text) {
    for (std::size_t i = 0; i < interaction_kind_names.size(); ++i) {
        if (interaction_kind_names[i] == text) {
            return static_cast<InteractionKind>(i);
        }
    }
    return std::nullopt;
}

/// A state that its profile switches on and off (a like, a follow), so that it may come back after a removal.
/// Everything else is said once: a removal of it is for good.
constexpr bool is_toggle(InteractionKind kind) {
    return kind == InteractionKind::reaction || kind == InteractionKind::follow;
}

}  // namespace fanal
