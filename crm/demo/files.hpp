#pragma once
#include <cstdint>
#include <functional>
#include <string>

#include "crm/demo/calendar.hpp"
#include "crm/demo/demo.hpp"
#include "crm/demo/json_text.hpp"
#include "crm/demo/story.hpp"

namespace fanal::demo {

using Write = std::function<void(DemoFile&&)>;

/// Files of one kind, numbered: "youtube/videos-001.json". What they hold is written into `json` item by item.
class NumberedFiles {
  public:
    /// `stem` is "youtube/videos", `ending` ".json". Borrows `write`, which outlives it.
    NumberedFiles(const Write& write, std::string stem, std::string ending = ".json")
        : write_(write), stem_(std::move(stem)), ending_(std::move(ending)) {}

    JsonText json;
    std::int64_t items_count = 0;  ///< in the file that is being written

    /// Hands over what was written, under the next number.
    void hand_over();
    std::int64_t number() const { return number_; }

  private:
    const Write& write_;
    std::string stem_;
    std::string ending_;
    std::int64_t number_ = 1;
};

/// A number for each thing of a network: item 0 of a discussion is its opening, 1 and on are its lines, and its
/// gestures follow at 2^20. Unique on the network.
constexpr std::int64_t gestures_from = 1 << 20;
constexpr std::uint64_t item_number(const Discussion& discussion, std::int64_t item) {
    return (static_cast<std::uint64_t>(discussion.number) << 21) + static_cast<std::uint64_t>(item);
}

/// The top-level line above `line`, itself if it is one; `none` for what answers the opening's own.
std::int32_t top_line(const Discussion& discussion, std::int32_t line);

/// Who wrote the opening, for parent `none`, or else that line.
std::int64_t author_of(const Discussion& discussion, std::int32_t line);

/// Where a network shows all answers below a comment in one list: whether this one answers somebody else than who
/// began.
bool needs_name(const Discussion& discussion, const Line& line);

/// The lines' indexes, oldest first.
std::vector<std::int32_t> lines_by_time(const Discussion& discussion);

/// A payload as each network writes it: discussions come one by one, `finish` hands over what is left.
class NetworkFiles {
  public:
    virtual ~NetworkFiles() = default;
    virtual void add(const Discussion& discussion) = 0;
    virtual void finish() = 0;
};

}  // namespace fanal::demo
