#pragma once
#include "importers/reading.hpp"

namespace fanal::importers::x {

/// How sure it is that a value is an answer of the newer API (`data`, `includes`, `errors`), a line of one of its
/// streams, or a post or profile of it alone.
Recognition recognise_answer(const Payload& value);

/// Reads an answer with the posts and profiles that it includes.
void read_answer(const Payload& answer, Reading& reading);

}  // namespace fanal::importers::x
