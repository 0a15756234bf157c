#pragma once
#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

namespace fanal {

/// A strong id: a FanId is not a ProfileId. 0 means "none".
///
/// Ids are derived from what the networks call things, never handed out by a counter, so that the same payloads
/// give the same database in whatever order they arrive. Outside C++ and SQL an id is text: JavaScript cannot hold 63
/// bits.
template <class Tag>
struct Id {
    std::int64_t value = 0;

    auto operator<=>(const Id&) const = default;
    explicit operator bool() const { return value != 0; }
};

using ProfileId = Id<struct ProfileTag>;
using FanId = Id<struct FanTag>;
/// Something said or done: a post, a comment, a reaction … Posts and comments share one id space, because a network
/// lets people answer and reshare either.
using InteractionId = Id<struct InteractionTag>;
/// What holds a conversation together: the id of the post under which it takes place, of the message thread, or of the
/// interaction itself when it stands alone.
using ThreadId = Id<struct ThreadTag>;
using MergeId = Id<struct MergeTag>;

/// 63-bit SipHash-2-4 (Aumasson, Bernstein 2012) of `space`, `network` and `remote_id` under a fixed key; never 0.
/// The function is a promise: databases hold its results. Two things with one id are refused by the store, with a
/// sentence.
std::int64_t derive_id(std::string_view space, std::string_view network, std::string_view remote_id);

/// The id of what a network calls so.
ProfileId profile_id(std::string_view network, std::string_view remote_id);
/// The id of what a network calls so: a post, a comment, or a derived_remote_id().
InteractionId interaction_id(std::string_view network, std::string_view remote_id);

/// The remote id of a profile of which only the handle is known: "@" and the handle in lower case.
std::string remote_id_of_handle(std::string_view handle);

/// SipHash-2-4 of `bytes` with a 128-bit key given as two little-endian words.
std::uint64_t siphash(std::uint64_t key0, std::uint64_t key1, std::string_view bytes);

template <class Tag>
std::string to_text(Id<Tag> id) {
    return std::to_string(id.value);
}

}  // namespace fanal

template <class Tag>
struct std::hash<fanal::Id<Tag>> {
    std::size_t operator()(fanal::Id<Tag> id) const noexcept { return static_cast<std::size_t>(id.value); }
};
