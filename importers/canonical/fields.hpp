#pragma once
#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

#include "models/record.hpp"

namespace fanal::importers::canonical {

/// The columns of the flat record: keys in NDJSON, headings in CSV.
enum class Field : unsigned char {
    network,
    kind,
    remote_id,
    occurred_at,
    profile_remote_id,
    handle,
    display_name,
    followers_count,
    place,
    bio,
    url,
    post_remote_id,
    in_reply_to_remote_id,
    to_profile_remote_id,
    to_handle,
    text,
    language,
    reaction,
};

inline constexpr std::size_t field_count = 18;

/// Without these a table or an object is none of ours.
inline constexpr std::array required_fields = {Field::network, Field::kind, Field::occurred_at};

std::string_view to_text(Field field);
std::optional<Field> parse_field(std::string_view name);

/// A flat record in the making: the values of one row, in whatever order they come.
class FlatRecord {
  public:
    /// Takes one value; a sentence when it cannot be taken.
    std::optional<std::string> set(Field field, std::string_view value);

    /// The time, already understood; always taken.
    std::optional<std::string> set_occurred_at(Instant instant);

    /// The whole: a record, a removal (kind `remove`), or the sentence that says what is wrong or missing. Our own
    /// records name who acted; other people's tables may not know.
    std::variant<Record, Removal, std::string> finish(bool may_be_by_anyone = false);

    /// Keys that we do not know, as one JSON object's text.
    void set_extra(std::string extra) { record_.extra = std::move(extra); }

  private:
    Record record_;
    bool has_kind_ = false;
    bool has_occurred_at_ = false;
    bool is_removal_ = false;
};

}  // namespace fanal::importers::canonical
