#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "crm/demo/calendar.hpp"
#include "crm/demo/crowd.hpp"
#include "crm/demo/phrase_book.hpp"
#include "crm/demo/posts.hpp"
#include "crm/demo/wording.hpp"

namespace fanal::demo {

/// In place of a fan's number: the bar itself.
constexpr std::int64_t ours = -1;
/// No line, no fan, no reshare; as a parent: the opening of the discussion.
constexpr std::int32_t none = -1;

/// What stands at the top of a discussion.
enum class Opening : unsigned char {
    post,     ///< of ours
    visit,    ///< a fan's post on our Facebook page
    mention,  ///< a fan's own post that names us
    quote,    ///< a fan's own post above one of ours
    message,  ///< a fan writes to us in private, and so is all that follows
};

/// One text under an opening.
struct Line {
    std::int64_t author = ours;
    std::int32_t parent = none;  ///< the line that it answers
    Instant written_at;
    Instant edited_at;  ///< 0: never
    std::string text;
    std::string first_text;  ///< before the edit
    Language language = Language::fr;
    std::int64_t companion = none;  ///< the fan whom `text` calls by name
    std::int64_t reactions_count = 0;
    Instant removed_at;         ///< 0: never
    bool hides_author = false;  ///< the network does not tell us who wrote it
};

enum class GestureKind : unsigned char { reaction, reshare, follow };

struct Gesture {
    GestureKind kind = GestureKind::reaction;
    std::int64_t author = 0;
    Instant made_at;
    std::int32_t parent = none;  ///< of a reshare: the reshare through which it came
    std::string_view reaction;   ///< "like", "love" …
    std::string text;            ///< of a reshare on Facebook: what is written above it
};

/// A post, or what a fan opens with, and all that follows from it. Lines and gestures come after what they answer.
struct Discussion {
    Network network = Network::facebook;
    std::int64_t number = 0;  ///< unique on the network
    Opening opening = Opening::post;
    std::int64_t author = ours;
    std::int64_t quoted_number = none;  ///< the discussion whose opening is quoted
    Instant published_at;
    std::string title;  ///< of a video
    std::string text;
    Language language = Language::fr;
    Subject topic = Subject::any;
    std::vector<Line> lines;
    std::vector<Gesture> gestures;
};

class Conversing;

/// Tells what happens on one network, discussion by discussion. Each is made when it is asked for and remembered
/// nowhere, so that memory holds one at a time. The same discussions asked for in the same order are the same.
class Storyteller {
  public:
    /// Borrows both, which outlive it.
    Storyteller(std::uint64_t seed, Network network, const Crowd& crowd, const Calendar& calendar);

    /// Our own posts come first, oldest first; then what fans open with.
    std::int64_t posts_count() const { return static_cast<std::int64_t>(plans_.size()); }
    std::int64_t discussions_count() const { return posts_count() + openings_count_; }
    Discussion tell(std::int64_t number);

  private:
    struct Plan {
        Instant published_at;
        const PostText* post = nullptr;
        std::int64_t popularity_permille = 1000;
        bool viral = false;
    };

    /// Who does what under one of our posts.
    struct Turnout {
        std::array<std::vector<std::int64_t>, 4> first_acts;  ///< in the order of Pace::first_acts
        std::vector<std::int64_t> writing_again;

        const std::vector<std::int64_t>& writing() const { return first_acts[0]; }
        const std::vector<std::int64_t>& reacting() const { return first_acts[1]; }
        const std::vector<std::int64_t>& resharing() const { return first_acts[2]; }
        const std::vector<std::int64_t>& following() const { return first_acts[3]; }
        std::vector<std::int64_t>& reacting() { return first_acts[1]; }
        std::vector<std::int64_t>& resharing() { return first_acts[2]; }
    };

    std::vector<Plan> plan_posts(Random& random) const;
    Turnout draw_turnout(const Plan& plan, std::int64_t number, Random& random) const;
    Discussion tell_post(std::int64_t number, Random& random);
    Instant act_moment(Instant published_at, Random& random) const;
    void tell_emergency(std::int64_t number, Conversing& conversing, Random& random);
    void add_gestures(Discussion& discussion, const Plan& plan, const Turnout& turnout, Random& random);
    Opening draw_opening(Random& random) const;
    Discussion tell_opening(std::int64_t number, Random& random);
    void spread_opening(Discussion& discussion, Random& random);

    const Crowd& crowd_;
    const Calendar& calendar_;
    Network network_;
    std::uint64_t seed_;
    PhraseBook book_;
    std::vector<Plan> plans_;
    std::int64_t openings_count_ = 0;
};

}  // namespace fanal::demo
