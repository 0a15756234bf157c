#pragma once
#include "importers/facebook/ids.hpp"
#include "importers/reading.hpp"

/// In what the Graph API wraps its objects, Facebook's, Instagram's and Threads' alike: lists with the addresses of
/// their neighbouring pages, maps keyed by id, batches of answers, and errors.
namespace fanal::importers::facebook {

/// One answer of a batch: {code, headers, body}, whose body is JSON in a text.
bool is_batched(const Payload& value);

/// Objects asked for by id come as a map from ids to objects. Its first member; does not exist for anything else.
Payload first_of_map(const Payload& document);

/// The object by which a document is known: the first of a list or of a map, or the document itself.
Payload sample_of(const Payload& document);

bool is_error(const Payload& document);
bool has_graph_paging(const Payload& document);

/// Reads one object, alone or from the list of `edge`.
using ReadObject = void (*)(const Payload& object, const Edge& edge, Reading& reading);

/// Hands every object of an answer to `read`, and skips what holds none.
void read_answer(const Payload& document, ReadObject read, Reading& reading);

}  // namespace fanal::importers::facebook
