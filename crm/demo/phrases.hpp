#pragma once
#include <cstdint>
#include <span>
#include <string_view>

#include "crm/demo/crowd.hpp"

namespace fanal::demo {

/// What a line is for. The first part is what fans write, the second what we answer.
enum class Intent : unsigned char {
    question,    ///< wants to know something of its subject
    booking,     ///< wants a table
    complaint,   ///< something went wrong
    emergency,   ///< somebody is ill
    praise,      ///< liked it
    chatter,     ///< says something about the post
    tagging,     ///< names a friend: {friend}
    emoji,       ///< signs alone
    spam,        ///< sells something else
    nudge,       ///< asks again, nobody having answered
    reproach,    ///< likewise, after a complaint
    addition,    ///< a second line of one's own after a question or a booking, minutes later
    insistence,  ///< likewise, after a complaint
    hearsay,     ///< answers another fan's question, in our place
    agreement,   ///< another fan joins a complaint
    defence,     ///< another fan takes our side against a complaint
    banter,      ///< another fan answers praise or chatter
    joining_in,  ///< the friend who was named answers
    alarm,       ///< another fan joins an emergency
    gratitude,   ///< thanks us for our answer
    retort,      ///< is not happy with our answer
    mention,     ///< a post of one's own that names us: {us}
    quote,       ///< what is written above our post when it is passed on
    reshare,     ///< what is written above our post when it is passed on on Facebook

    reply_question,
    reply_booking,
    reply_full,  ///< no table is left
    reply_complaint,
    reply_emergency,
    reply_praise,
    reply_chatter,
    reply_tagging,
    reply_emoji,
    reply_nudge,  ///< an answer that comes late; before the answer itself
    reply_retort,
    reply_mention,
    reply_gratitude,
    reply_visitor,  ///< to another fan who joined in
};
constexpr std::size_t intents_count = static_cast<std::size_t>(Intent::reply_visitor) + 1;

/// What a line is about. Questions and complaints are answered by what they are about.
enum class Subject : unsigned char {
    any,
    hours,
    tables,
    price,
    allergy,
    gluten,
    vegetarian,
    dogs,
    children,
    parking,
    wheelchair,
    terrace,
    voucher,
    payment,
    oysters,
    oyster_kinds,
    chewing,  ///< or swallowing them whole
    wine,
    pairing,  ///< which wine with which oyster
    corkage,
    dishes,
    warm,  ///< something warm to eat
    takeaway,
    delivery,
    evening,    ///< La Grande Marée, the evening of oysters and white wine
    admission,  ///< bought for it, and not arrived
    refund,
    seats,
    no_oysters,  ///< coming to it without liking them
    group,
    job,
    lost,
    at_home,  ///< opening oysters oneself
    keeping,
    sauce,
    music,
    contest,
    seagull,  ///< Gaston
    team,
    pregnancy,
    late_hours,
    address,
    phone,
    owners,
    walk_in,
    change,  ///< of a booking
    cancel,
    // What complaints are about.
    cold,
    waiting,
    bill,
    closed_door,
    manners,
    quality,
    noise,
    silence,
    sold_out,
};
constexpr std::size_t subjects_count = static_cast<std::size_t>(Subject::sold_out) + 1;

/// A line with slots such as {oysters}; wording.hpp lists them. A leading '^' means that it stands as it is: no
/// greeting before it, no lower case.
struct Phrase {
    Intent intent = Intent::question;
    Subject subject = Subject::any;
    std::string_view text;
};

// The tables, one file each: crm/demo/phrases_*.cpp and replies_*.cpp.
std::span<const Phrase> french_asks();
std::span<const Phrase> french_grievances();
std::span<const Phrase> french_talk();
std::span<const Phrase> french_company();
std::span<const Phrase> french_replies();
std::span<const Phrase> english_phrases();
std::span<const Phrase> english_replies();
std::span<const Phrase> other_phrases(Language language);

}  // namespace fanal::demo
