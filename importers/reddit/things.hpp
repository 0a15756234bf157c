#pragma once
#include <string>
#include <unordered_map>

#include "importers/reading.hpp"

/// The things of Reddit that hold something for us; each function is given the thing's `data`.
namespace fanal::importers::reddit {

/// Who wrote what, as far as it was read: an answer says only what it answers. Both are borrowed from the document.
using Authors = std::unordered_map<std::string_view, std::string_view>;

/// Whether bare data is that of a comment, a post, or an account, as its members show.
bool is_comment(const Payload& data);
bool is_post(const Payload& data);
bool is_account(const Payload& data);

void read_comment(const Payload& data, Authors& authors, Reading& reading);
void read_post(const Payload& data, Authors& authors, Reading& reading);
void read_message(const Payload& data, Reading& reading);
void read_account(const Payload& data, Reading& reading);

}  // namespace fanal::importers::reddit
