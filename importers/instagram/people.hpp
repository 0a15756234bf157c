#pragma once
#include "importers/facebook/ids.hpp"
#include "importers/reading.hpp"

/// People of Instagram and Threads, which often tell but their handles.
namespace fanal::importers::instagram {

/// Who wrote a post or a comment: {owner | from | user: {id}, username}.
ProfileSighting author_of(const Payload& value, Instant observed_at, const Reading& reading);

/// Tells that a presence is ours, under its id and under its handle: other answers will tell but one of them.
void tell_account(const ProfileSighting& ours, Reading& reading);

/// Whether an object is a profile of Instagram, or what was asked of one.
bool is_profile(const Payload& object);

/// Reads a profile, and the posts and mentions that were asked for with it.
void read_profile(const Payload& profile, Reading& reading);

}  // namespace fanal::importers::instagram
