#pragma once
#include "importers/reading.hpp"

/// What the exports that people ask Meta for ("Download your information") have in common, Facebook's and Instagram's
/// alike: texts whose UTF-8 was read as Latin-1, items without ids, and an owner who is told by name alone.
namespace fanal::importers::facebook {

/// A text of an export as it was meant.
std::string meant(const Payload& text);

/// A time of an export; where there is none, some lists have a 0.
std::optional<Instant> told_at(const Payload& time);

/// The id of an export's owner. Everything that the export calls by the owner's name is the owner's own, so that the
/// name is as good as an id there. Empty when the name is.
std::string id_of_name(const std::string& name);

/// Whose export it is, told to be ours.
ProfileSighting owner_named(const std::string& name, Instant observed_at, Reading& reading);

/// Gives a record the id that its content makes, and nothing else of it: who reacted to what is not known here. `more`
/// tells apart what has the same words at the same time.
void name_by_content(Record& record, std::string_view more = {});

/// What a path calls a file: exports lay the same file into other folders each time.
std::string_view file_name(std::string_view path);

}  // namespace fanal::importers::facebook
