#pragma once
#include "importers/facebook/ids.hpp"
#include "importers/reading.hpp"

namespace fanal::importers::facebook {

/// What an object of the Graph API is. Nothing in it says so: it is told by its fields, and by the list it stands in.
enum class Shape { post, comment, picture, message, conversation, rating, profile, other };

/// The shape of an object that stands alone or in the list of `edge`.
Shape shape_of(const Payload& object, const Edge& edge);

/// Reads one object, alone or from the list of `edge`.
void read_object(const Payload& object, const Edge& edge, Reading& reading);

/// How sure it is that an object is Facebook's. Instagram and Threads, which share the Graph API, are not.
Recognition recognise_object(const Payload& object);

}  // namespace fanal::importers::facebook
