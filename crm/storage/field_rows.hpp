#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "crm/storage/store.hpp"
#include "models/unknown_field.hpp"

namespace fanal::storage {

/// The fields that were dropped, by name.
std::vector<UnknownField> dropped_fields(Store& store);
/// Their names alone.
std::vector<std::string> dropped_field_names(Database& database);

/// The network and the unknown fields (models/extra.hpp) of an interaction; both live until the visit returns.
using VisitExtra = std::function<void(std::string_view network, std::string_view extra)>;

/// Calls `visit` for every interaction that keeps unknown fields, one row at a time, always in the same order.
void each_extra(Store& store, const VisitExtra& visit);

/// Takes the field out of every interaction, inside the caller's transaction; how many lost it. Memory does not grow
/// with their number.
std::int64_t take_field_out(Store& store, const std::string& name);

/// From now on write() leaves the field out.
void remember_dropped(Store& store, std::string_view name, Instant dropped_at);
/// write() leaves it in again; false when it was not dropped.
bool forget_dropped(Store& store, std::string_view name);

/// Empties the write-ahead log, which holds pages as they were; while somebody still reads these, it is left to the
/// last who closes the database.
void forget_old_pages(Store& store);

}  // namespace fanal::storage
