#pragma once
#include "importers/linkedin/urns.hpp"
#include "importers/reading.hpp"

/// The items of LinkedIn's lists.
namespace fanal::importers::linkedin {

bool is_comment(const Payload& item);
bool is_reaction(const Payload& item);
bool is_post(const Payload& item);

void read_comment(const Payload& comment, const PostNames& names, Reading& reading);
void read_reaction(const Payload& reaction, const PostNames& names, Reading& reading);
void read_post(const Payload& post, const PostNames& names, Reading& reading);

/// What a comment or a reaction is of, and the post above it.
void set_object(std::string_view urn, const PostNames& names, Record& record);

/// The reaction that an item tells of; its time is left out.
Record reaction_of(const Payload& item, const PostNames& names, const Reading& reading);

/// The text, whether it stands there or inside of `text` or `message`.
std::string text_in(const Payload& item);

}  // namespace fanal::importers::linkedin
