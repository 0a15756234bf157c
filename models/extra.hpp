#pragma once
#include <optional>
#include <span>
#include <string>
#include <string_view>

/// Record::extra, the fields that we do not know, as the text of one JSON object; empty when there are none. It is
/// written here and nowhere else, always compactly. That is why it can be taken apart here without a JSON library: only
/// where members begin and end is looked at, millions of rows are walked without a copy, and what stays keeps its
/// bytes.
namespace fanal {

/// Adds a member whose value is a text.
void add_member(std::string& extra, std::string_view name, std::string_view text);
/// Adds a member whose value is JSON already.
void add_json_member(std::string& extra, std::string_view name, std::string_view json);

/// A member as it is written.
struct WrittenMember {
    std::string_view whole;  ///< "name":value
    std::string_view name;   ///< with its quotes
    std::string_view value;
};

/// Takes the next member off `rest`, which is the whole text at first; nullopt at its end. Never throws, whatever the
/// text is.
std::optional<WrittenMember> next_member(std::string_view& rest);

/// What a written name or value says: a string without its quotes and escapes; anything else as it stands.
std::string plain_text(std::string_view json);

/// The members of both, in the order of their names; of two of one name the one written larger, so that the order of
/// the two does not show. Either alone, or both if they are equal, stays as it is written.
std::string united_members(std::string_view one, std::string_view other);

/// `extra` without the members of these names, empty when none is left.
std::string without_members(std::string_view extra, std::span<const std::string> names);

}  // namespace fanal
