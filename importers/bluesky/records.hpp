#pragma once
#include <optional>
#include <string>

#include "importers/reading.hpp"

namespace fanal::importers::bluesky {

/// What stands around a record: who wrote it, where it lies, and what the network's clock says of it.
struct Envelope {
    std::string uri;
    ProfileSighting author;          ///< its observed_at is set by the record
    std::optional<Instant> seen_at;  ///< when the network received this version
    bool is_update = false;          ///< it replaces an earlier version
};

/// What a profile view says of somebody. Handles that do not lead back to their owner ("handle.invalid") are none.
ProfileSighting sighting_of(const Payload& profile, Instant observed_at, const Reading& reading);

/// Reads a record as its owner wrote it: a post, a like, a repost, a follow, a profile. Others are skipped. `at` is
/// what the record came in.
void read_record(const Payload& record, Envelope envelope, const Payload& at, Reading& reading);

}  // namespace fanal::importers::bluesky
