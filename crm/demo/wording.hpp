#pragma once
#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "crm/demo/calendar.hpp"
#include "crm/demo/crowd.hpp"
#include "crm/demo/phrases.hpp"

namespace fanal::demo {

/// What the slots of a line stand for. A slot that is not given is drawn, and once drawn it stays for the conversation,
/// so that whoever asks about Friday is answered about Friday.
class Slots {
  public:
    Slots(Language language, const Calendar& calendar, Instant written_at)
        : language_(language), calendar_(&calendar), written_at_(written_at) {}

    Slots& set(std::string_view slot, std::string_view value) {
        values_.insert_or_assign(std::string(slot), std::string(value));
        return *this;
    }
    const std::string& value(std::string_view slot, Random& random);

  private:
    std::string draw(std::string_view slot, Random& random);
    std::string draw_word(std::string_view slot, Random& random) const;

    Language language_;
    const Calendar* calendar_;
    Instant written_at_;
    std::map<std::string, std::string, std::less<>> values_;
    std::optional<std::array<std::size_t, 2>> wines_;  ///< of {wine} and {wine2}
};

/// The line with its slots filled and its first letter a capital.
std::string fill(std::string_view phrase, Slots& slots, Random& random);

/// The same line as this person would type it.
std::string in_style(std::string line, Intent intent, Language language, const Style& style, bool late_in_the_day,
                     Random& random);

/// The language in which the bar answers somebody who writes in `language`.
Language reply_language(Language language);

}  // namespace fanal::demo
