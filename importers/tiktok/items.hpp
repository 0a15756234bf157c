#pragma once
#include "importers/reading.hpp"

/// The items of TikTok's lists. Each exists under several sets of names, which are told apart by what is there.
namespace fanal::importers::tiktok {

bool is_comment(const Payload& value);
bool is_video(const Payload& value);
bool is_profile(const Payload& value);

/// Reads a comment and the replies shown with it.
void read_comment(const Payload& comment, Reading& reading);
void read_video(const Payload& video, Reading& reading);
void read_profile(const Payload& value, Reading& reading);

}  // namespace fanal::importers::tiktok
