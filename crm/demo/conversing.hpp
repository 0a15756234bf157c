#pragma once
#include "crm/demo/story.hpp"

namespace fanal::demo {

/// Adds to a discussion what one fan says, what others add, and what we answer.
class Conversing {
  public:
    /// Borrows all, which outlive it.
    Conversing(const Crowd& crowd, const Calendar& calendar, PhraseBook& book, Discussion& discussion, Random& random)
        : crowd_(crowd), calendar_(calendar), book_(book), discussion_(discussion), random_(random) {}

    /// A fan begins under the opening at `at`. Nothing is written after the end.
    void begin(std::int64_t fan, Instant at);
    /// Somebody is ill. `answered` minutes later, or not yet.
    void begin_emergency(std::int64_t fan, Instant at, bool answered);
    /// The opening itself is what the fan says: sets the discussion's text, and goes on from there.
    void open();

  private:
    /// What belongs to one fan's part of the discussion.
    struct Part {
        Fan fan;
        Slots slots;
        Intent intent = Intent::question;
        Subject subject = Subject::any;
        std::int32_t first = none;  ///< the line that began it; `none` when that is the opening
        std::int32_t last = none;   ///< the fan's last line
        Instant last_at;
    };

    Intent draw_intent(const Fan& fan);
    Part start(Fan fan, Instant at);
    const Phrase& choose(Part& part);
    std::string word(Part& part, const Phrase& phrase, Intent intent, Instant at);
    void go_on(Part& part);
    void add_own(Part& part, std::string text, Instant at);
    bool say(Part& part, Intent intent, Instant at);
    void bring_company(Part& part);
    void join(Part& part, std::int64_t fan, Intent intent, Instant at);
    bool ask_again(Part& part);
    bool gets_answer(Intent intent, Instant asked_at);
    bool answer(Part& part, Instant at, bool late);
    bool reply(Part& part, Intent intent, Subject subject, Instant at, std::string_view before = {});
    void follow_up(Part& part);
    void touch_up(Line& line, Temper temper);
    std::int64_t draw_other(const Fan& fan);
    bool in_time(Instant at) const { return at <= calendar_.ends_at(); }
    Instant later(Instant at, std::int64_t from_minutes, std::int64_t to_minutes);
    std::int32_t add(Line&& line);

    const Crowd& crowd_;
    const Calendar& calendar_;
    PhraseBook& book_;
    Discussion& discussion_;
    Random& random_;
};

}  // namespace fanal::demo
