#pragma once
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "crm/storage/store.hpp"

namespace fanal::storage {

/// Whether another model than this version judged the texts that are there.
bool understanding_is_outdated(Store& store, std::int64_t version);

/// Has every text judged again, and remembers the version: all or nothing. `understand` gives what is kept of the
/// judgement. Where one came out otherwise, the tables under "Derived" are marked as lagging behind.
void understand_again(Store& store, std::int64_t version,
                      const std::function<std::string(std::string_view text)>& understand);

}  // namespace fanal::storage
