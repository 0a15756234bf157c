#pragma once
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/ids.hpp"
#include "models/instant.hpp"

namespace fanal::storage {

/// One reshare, as its payload told it.
struct ReshareRow {
    InteractionId interaction_id;
    InteractionId in_reply_to_id;  ///< through which it came; 0 when not said
    ProfileId profile_id;          ///< 0 when unknown
    Instant occurred_at;
};

/// What is known of the post at the top.
struct RootRow {
    std::string network;
    std::string remote_id;
    ProfileId profile_id;  ///< 0 when the post itself was never seen
    std::string text;
    std::optional<Instant> published_at;
};

/// Calls `visit` for every thread that somebody reshared, in order of ids, with its reshares. Memory holds one cascade.
void each_cascade(Store& store, const std::function<void(ThreadId, std::span<const ReshareRow>)>& visit);

/// The reshares of one thread, in no particular order; none when nobody reshared it.
std::vector<ReshareRow> reshares_of(Store& store, ThreadId id);
/// What is known of the post at the top of a thread, at least its remote id.
RootRow root_of(Store& store, ThreadId id);

/// The reshared threads that a person may mean by an id, a remote id or "network:remote_id".
std::vector<ThreadId> find_cascades(Store& store, std::string_view key);

}  // namespace fanal::storage
