#include "crm/demo/conversing.hpp"

#include <algorithm>
#include <utility>

#include "crm/demo/presences.hpp"

namespace fanal::demo {
namespace {

constexpr std::array<Intent, 7> begun_intents = {Intent::question, Intent::booking, Intent::complaint, Intent::praise,
                                                 Intent::chatter,  Intent::tagging, Intent::emoji};
using Weights = std::array<int, begun_intents.size()>;

/// What people of each temper write, out of a thousand or so.
constexpr std::array<Weights, 3> temper_weights = {{{300, 120, 60, 170, 210, 80, 60},   // ordinary
                                                    {200, 110, 15, 380, 190, 60, 45},   // warm
                                                    {260, 70, 430, 60, 130, 20, 30}}};  // critical

/// What we answer with.
Intent reply_to(Intent intent) {
    switch (intent) {
        case Intent::question:
            return Intent::reply_question;
        case Intent::booking:
            return Intent::reply_booking;
        case Intent::complaint:
            return Intent::reply_complaint;
        case Intent::praise:
            return Intent::reply_praise;
        case Intent::chatter:
            return Intent::reply_chatter;
        case Intent::tagging:
            return Intent::reply_tagging;
        case Intent::emoji:
            return Intent::reply_emoji;
        case Intent::mention:
        case Intent::quote:
            return Intent::reply_mention;
        default:
            return Intent::reply_visitor;
    }
}

bool wants_something(Intent intent) {
    return intent == Intent::question || intent == Intent::booking || intent == Intent::complaint;
}

/// What a mention is, judged by its subject: a question and a complaint want the answer of their kind.
Intent kind_of_mention(Subject subject) {
    if (subject >= Subject::cold) {
        return Intent::complaint;
    }
    return subject == Subject::any || subject == Subject::evening ? Intent::mention : Intent::question;
}

Line written(std::int64_t author, std::int32_t parent, Instant at, std::string text, Language language) {
    Line line;
    line.author = author;
    line.parent = parent;
    line.written_at = at;
    line.text = std::move(text);
    line.language = language;
    return line;
}

/// Two neighbouring letters in the wrong order, as fingers do.
std::string with_slip(const std::string& text, Random& random) {
    std::string slipped = text;
    const auto is_letter = [](char letter) { return letter >= 'a' && letter <= 'z'; };
    for (int tries = 0; tries < 12 && slipped.size() > 3; ++tries) {
        const auto at = static_cast<std::size_t>(random.below(static_cast<std::int64_t>(slipped.size()) - 1));
        if (is_letter(slipped[at]) && is_letter(slipped[at + 1]) && slipped[at] != slipped[at + 1]) {
            std::swap(slipped[at], slipped[at + 1]);
            break;
        }
    }
    return slipped;
}

}  // namespace

Instant Conversing::later(Instant at, std::int64_t from_minutes, std::int64_t to_minutes) {
    return {at.ms + random_.between(from_minutes * 60, to_minutes * 60) * ms_per_second};
}

std::int32_t Conversing::add(Line&& line) {
    discussion_.lines.push_back(std::move(line));
    return static_cast<std::int32_t>(discussion_.lines.size()) - 1;
}

std::int64_t Conversing::draw_other(const Fan& fan) {
    std::int64_t other = none;
    for (int tries = 0; tries < 8; ++tries) {
        other = crowd_.draw(discussion_.network, random_);
        const Fan drawn = crowd_.fan(other);
        if (other != fan.number && drawn.language == fan.language && drawn.temper != Temper::spammer) {
            return other;
        }
    }
    return none;
}

Intent Conversing::draw_intent(const Fan& fan) {
    if (fan.temper == Temper::spammer) {
        return Intent::spam;
    }
    Weights weights = temper_weights[static_cast<std::size_t>(fan.temper)];
    const Network network = discussion_.network;
    if (discussion_.opening != Opening::post) {
        weights =
            network == Network::facebook ? Weights{400, 200, 240, 160, 0, 0, 0} : Weights{480, 320, 200, 0, 0, 0, 0};
    } else if (network == Network::youtube) {
        weights[1] /= 6;
        weights[5] /= 3;
    }
    if (discussion_.topic == Subject::contest) {
        weights = {60, 10, 10, 30, 500, 330, 60};
    } else if (discussion_.topic == Subject::seagull) {
        weights[4] *= 3;
        weights[5] *= 2;
    } else if (discussion_.topic == Subject::evening) {
        weights[1] *= 2;
    }
    return begun_intents[random_.weighted(weights)];
}

Conversing::Part Conversing::start(Fan fan, Instant at) {
    Part part{std::move(fan), Slots(fan.language, calendar_, at), Intent::question, Subject::any, none, none, at};
    part.slots = Slots(part.fan.language, calendar_, at);
    part.slots.set("us", us_on(discussion_.network).called);
    if (!part.fan.last_name.empty()) {
        part.slots.set("last", part.fan.last_name);
    }
    part.intent = draw_intent(part.fan);
    return part;
}

const Phrase& Conversing::choose(Part& part) {
    if (discussion_.opening == Opening::mention) {
        part.intent = Intent::mention;
    } else if (discussion_.opening == Opening::quote) {
        part.intent = Intent::quote;
    }
    const Phrase& phrase = book_.under(part.fan.language, part.intent, discussion_.topic, random_);
    part.subject = phrase.subject;
    return phrase;
}

std::string Conversing::word(Part& part, const Phrase& phrase, Intent intent, Instant at) {
    std::string text = fill(phrase.text, part.slots, random_);
    if (phrase.text.starts_with('^')) {
        return text;
    }
    const int hour = local_hour(at);
    return in_style(std::move(text), intent, part.fan.language, part.fan.style, hour >= 18 || hour < 4, random_);
}

void Conversing::touch_up(Line& line, Temper temper) {
    line.reactions_count = random_.chance(550) ? 0 : random_.skewed(14);
    const bool lately = line.written_at >= calendar_.behind_since();
    if (random_.chance(temper != Temper::spammer ? 7 : lately ? 500 : 1000)) {
        const Instant removed = later(line.written_at, 9, 600);
        line.removed_at = in_time(removed) ? removed : Instant{};
    } else if (random_.chance(16)) {
        const Instant edited = later(line.written_at, 1, 25);
        if (in_time(edited)) {
            line.edited_at = edited;
            line.first_text = with_slip(line.text, random_);
        }
    }
    line.hides_author = discussion_.network == Network::facebook && random_.chance(9);
    line.hides_author |= discussion_.network == Network::youtube && random_.chance(8);
}

void Conversing::begin(std::int64_t fan, Instant at) {
    Part part = start(crowd_.fan(fan), at);
    const Phrase& phrase = choose(part);
    Line line = written(fan, none, at, {}, part.fan.language);
    if (part.intent == Intent::tagging) {
        line.companion = draw_other(part.fan);
        if (line.companion != none) {
            const Presence companion_presence = crowd_.presence(crowd_.fan(line.companion), discussion_.network);
            part.slots.set("friend", called(companion_presence, discussion_.network));
        }
    }
    line.text = word(part, phrase, part.intent, at);
    touch_up(line, part.fan.temper);
    const bool silent = line.removed_at.ms != 0 || part.intent == Intent::spam;
    const bool unknown = line.hides_author;
    if (line.hides_author && discussion_.network == Network::facebook) {
        part.fan.first_name.clear();  // we are not told either
    }
    part.first = part.last = add(std::move(line));
    if (silent) {
        return;
    }
    if (!unknown) {
        go_on(part);
    } else if (gets_answer(part.intent, at)) {  // nobody could tell that a second line is by the same person
        answer(part, calendar_.answer_moment(at, random_), false);
    }
}

void Conversing::open() {
    Part part = start(crowd_.fan(discussion_.author), discussion_.published_at);
    const Phrase& phrase = choose(part);
    discussion_.text = word(part, phrase, part.intent, discussion_.published_at);
    discussion_.language = part.fan.language;
    if (part.intent == Intent::mention) {
        part.intent = kind_of_mention(part.subject);
    }
    if (part.intent != Intent::spam) {
        go_on(part);
    }
}

void Conversing::begin_emergency(std::int64_t fan, Instant at, bool answered) {
    Part part = start(crowd_.fan(fan), at);
    part.intent = Intent::emergency;
    const Subject subject = answered ? Subject::allergy : Subject::quality;
    const Phrase& phrase = book_.about(part.fan.language, Intent::emergency, subject, random_);
    part.slots.set("past", part.fan.language == Language::en ? "last night" : "hier soir");
    part.first = part.last = add(written(fan, none, at, fill(phrase.text, part.slots, random_), part.fan.language));
    for (int joining = answered ? 2 : 0; joining < 2; ++joining) {
        const Instant joined = later(at, 12, 90);
        const std::int64_t other = draw_other(part.fan);
        if (other != none && in_time(joined)) {
            join(part, other, Intent::alarm, joined);
        }
    }
    if (answered) {
        reply(part, Intent::reply_emergency, subject, later(at, 8, 20));
    }
}

void Conversing::go_on(Part& part) {
    const bool asks = part.intent == Intent::question || part.intent == Intent::booking;
    if (asks && random_.chance(280)) {
        const Subject subject = part.intent == Intent::booking ? Subject::tables : Subject::any;
        const bool is_private = discussion_.opening == Opening::message;
        const Phrase& phrase = is_private ? book_.about(part.fan.language, Intent::addition, Subject::tables, random_)
                                          : book_.around(part.fan.language, Intent::addition, subject, random_);
        const Instant at = later(part.last_at, 1, 14);
        if (in_time(at)) {
            add_own(part, word(part, phrase, Intent::addition, at), at);
        }
    } else if (part.intent == Intent::complaint && random_.chance(320)) {
        say(part, Intent::insistence, later(part.last_at, 1, 40));
    }
    if (discussion_.opening != Opening::message) {
        bring_company(part);
    }
    const bool asked_again = wants_something(part.intent) && random_.chance(75) && ask_again(part);
    const bool answered = gets_answer(part.intent, part.last_at);
    if (answered && answer(part, calendar_.answer_moment(part.last_at, random_), asked_again)) {
        follow_up(part);
    }
}

void Conversing::add_own(Part& part, std::string text, Instant at) {
    part.last = add(written(part.fan.number, part.first, at, std::move(text), part.fan.language));
    part.last_at = at;
}

/// The fan's own next line, under the first one. False when the time has run out.
bool Conversing::say(Part& part, Intent intent, Instant at) {
    if (!in_time(at)) {
        return false;
    }
    const Phrase& phrase = book_.around(part.fan.language, intent, part.subject, random_);
    add_own(part, word(part, phrase, intent, at), at);
    return true;
}

bool Conversing::ask_again(Part& part) {
    const std::int64_t times = random_.between(1, 3);
    bool asked = false;
    for (std::int64_t i = 0; i < times; ++i) {
        Instant at = later(part.last_at, 4 * 60, 26 * 60);
        if (local_hour(at) < 7) {
            at.ms += 5 * ms_per_hour;
        }
        asked |= say(part, part.intent == Intent::complaint ? Intent::reproach : Intent::nudge, at);
    }
    return asked;
}

/// Other fans write under this one's line.
void Conversing::bring_company(Part& part) {
    const auto company = [&](int permille, Intent intent) {
        if (!random_.chance(permille)) {
            return;
        }
        const std::int64_t other = draw_other(part.fan);
        const Instant at = calendar_.reaction_moment(part.last_at, random_);
        if (other != none && in_time(at)) {
            join(part, other, intent, at);
        }
    };
    // Where answers below a comment stand in one list, nobody can tell whether we answered a visitor's in particular:
    // few talk among themselves there, and none for long, lest they seem to wait for us for ever.
    const bool in_one_list = discussion_.network == Network::facebook || discussion_.network == Network::youtube;
    const bool lately = part.last_at >= calendar_.behind_since();
    const auto here = [&](int permille) { return !in_one_list ? permille : lately ? permille / 2 : 0; };
    switch (part.intent) {
        case Intent::question:
            company(here(130), Intent::hearsay);
            break;
        case Intent::complaint:
            company(here(300), Intent::agreement);
            company(here(90), Intent::agreement);
            company(here(140), Intent::defence);
            break;
        case Intent::praise:
        case Intent::chatter:
        case Intent::mention:
            company(here(110), Intent::banter);
            break;
        case Intent::tagging: {
            const std::int64_t named =
                part.first == none ? none : discussion_.lines[static_cast<std::size_t>(part.first)].companion;
            const Instant at = calendar_.reaction_moment(part.last_at, random_);
            if (named != none && random_.chance(here(480)) && in_time(at)) {
                join(part, named, Intent::joining_in, at);
            }
            break;
        }
        default:
            break;
    }
}

void Conversing::join(Part& part, std::int64_t fan, Intent intent, Instant at) {
    Part joining = start(crowd_.fan(fan), at);
    joining.intent = intent;
    joining.subject = part.subject;
    joining.slots.set("other", part.fan.first_name);
    const Phrase& phrase = intent == Intent::banter ? book_.under(part.fan.language, intent, part.subject, random_)
                                                    : book_.about(part.fan.language, intent, part.subject, random_);
    joining.first = joining.last =
        add(written(fan, part.first, at, word(joining, phrase, intent, at), joining.fan.language));
    joining.last_at = at;
    if (intent != Intent::alarm && random_.chance(600) && gets_answer(intent, at)) {
        const Intent replying = intent == Intent::agreement ? Intent::reply_complaint : Intent::reply_visitor;
        reply(joining, replying, Subject::any, calendar_.answer_moment(at, random_));
    }
}

/// We keep up until the last days, in which the evening takes all hands: then what asks for something comes first, and
/// much waits.
bool Conversing::gets_answer(Intent intent, Instant asked_at) {
    if (asked_at < calendar_.behind_since()) {
        return true;
    }
    const std::int64_t left_ms = calendar_.ends_at().ms - asked_at.ms;
    const std::int64_t of_ms = std::max<std::int64_t>(calendar_.ends_at().ms - calendar_.behind_since().ms, 1);
    const std::int64_t least = wants_something(intent) ? 220 : 60;
    return random_.chance(least + (900 - least) * left_ms / of_ms);
}

bool Conversing::answer(Part& part, Instant at, bool late) {
    const Language language = reply_language(part.fan.language);
    Intent intent = reply_to(part.intent);
    const bool full = intent == Intent::reply_booking && part.subject == Subject::tables && random_.chance(200);
    if (full) {
        intent = Intent::reply_full;
    }
    std::string before;
    if (late) {
        Slots slots(language, calendar_, at);
        before = fill(book_.about(language, Intent::reply_nudge, Subject::any, random_).text,
                      slots.set("first", part.fan.first_name), random_);
    }
    return reply(part, intent, part.subject, at, before);
}

/// What we write under the fan's last line, after `before` if there is any. False when the time has run out.
bool Conversing::reply(Part& part, Intent intent, Subject subject, Instant at, std::string_view before) {
    if (!in_time(at)) {
        return false;
    }
    const Language language = reply_language(part.fan.language);
    const bool must_fit = intent == Intent::reply_question || intent == Intent::reply_booking ||
                          intent == Intent::reply_complaint || intent == Intent::reply_emergency;
    const Phrase& phrase =
        must_fit ? book_.about(language, intent, subject, random_) : book_.around(language, intent, subject, random_);
    Slots other_slots(language, calendar_, at);
    Slots& slots = language == part.fan.language ? part.slots : other_slots;
    std::string_view wording = phrase.text;
    for (const std::string_view greeting : {"Bonjour {first}, ", "Bonjour {first} ! ", "Hi {first}, "}) {
        if (!before.empty() && wording.starts_with(greeting)) {
            wording.remove_prefix(greeting.size());  // the excuse has named the fan already
        }
    }
    std::string text(before);
    text += before.empty() ? "" : " ";
    text += fill(wording, slots.set("first", part.fan.first_name), random_);
    part.last_at = at;
    add(written(ours, part.last, at, std::move(text), language));
    return true;
}

/// A word of thanks or of anger after our answer, and what we say to that.
void Conversing::follow_up(Part& part) {
    if (!wants_something(part.intent)) {
        return;
    }
    const bool angry = part.intent == Intent::complaint && random_.chance(200);
    if (!angry && !random_.chance(part.intent == Intent::complaint ? 60 : 150)) {
        return;
    }
    if (say(part, angry ? Intent::retort : Intent::gratitude, later(part.last_at, 4, 500)) &&
        gets_answer(part.intent, part.last_at)) {
        reply(part, angry ? Intent::reply_retort : Intent::reply_gratitude, Subject::any,
              calendar_.answer_moment(part.last_at, random_));
    }
}

}  // namespace fanal::demo
