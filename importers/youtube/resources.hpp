#pragma once
#include "importers/reading.hpp"

/// The resources that hold something for us. Each is one item of a list, or a document of its own.
namespace fanal::importers::youtube {

void read_thread(const Payload& thread, Reading& reading);
void read_comment(const Payload& comment, Reading& reading);
void read_video(const Payload& video, Reading& reading);
void read_channel(const Payload& channel, Reading& reading);
void read_follow(const Payload& resource, Reading& reading);
void read_member(const Payload& member, Reading& reading);

}  // namespace fanal::importers::youtube
