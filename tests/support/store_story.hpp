#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "crm/app/use_cases.hpp"
#include "crm/storage/store.hpp"

namespace fanal::test {

/// A store with short ways to tell it things, in memory unless it is told where.
class Story {
  public:
    explicit Story(const std::string& path = ":memory:") : store_(storage::Store::open(path)) {}

    /// Imports canonical NDJSON (or any payload); the report.
    ImportReport tell(std::string_view payload) { return app::import_bytes(store_, "story", payload, {}); }

    storage::Store& store() { return store_; }

    /// The texts of the queue, best first, as of `now`.
    std::vector<std::string> queue(std::string_view now) {
        std::vector<std::string> texts;
        for (const QueueItem& item : app::list_queue(store_, 100, *parse_instant(now))) {
            texts.push_back(item.text);
        }
        return texts;
    }

  private:
    storage::Store store_;
};

}  // namespace fanal::test
