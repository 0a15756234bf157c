#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace fanal::demo {

/// Writes JSON text from front to back: `json.object().key("id").text("7").end();`. The caller keeps brackets and keys
/// in order; what it is given as UTF-8 stays UTF-8.
class JsonText {
  public:
    JsonText& object() { return open('{', '}'); }
    JsonText& array() { return open('[', ']'); }
    /// Closes the object or array opened last.
    JsonText& end();
    JsonText& key(std::string_view name);
    JsonText& text(std::string_view value);
    JsonText& number(std::int64_t value);
    JsonText& boolean(bool value);
    JsonText& null();

    /// `key(name).text(value)` and its siblings, which is most of any payload.
    JsonText& member(std::string_view name, std::string_view value) { return key(name).text(value); }
    JsonText& member(std::string_view name, const char* value) { return key(name).text(value); }
    JsonText& member(std::string_view name, std::int64_t value) { return key(name).number(value); }
    JsonText& member(std::string_view name, bool value) { return key(name).boolean(value); }
    JsonText& null_member(std::string_view name) { return key(name).null(); }
    /// Leaves the member out when there is nothing to say.
    JsonText& member_if_said(std::string_view name, std::string_view value) {
        return value.empty() ? *this : member(name, value);
    }

    std::size_t size() const { return out_.size(); }
    /// The text so far; the writer is new afterwards.
    std::string take();
    /// Ends a line of NDJSON: the next value stands alone again.
    void end_line();

  private:
    JsonText& open(char bracket, char closing);
    void separate();

    std::string out_;
    std::string closing_;  ///< the brackets still to come, innermost last
    bool first_ = true;    ///< nothing stands before the next value inside its bracket
};

}  // namespace fanal::demo
