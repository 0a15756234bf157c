// What the bar answers in English.
#include "crm/demo/phrases.hpp"

namespace fanal::demo {
namespace {

using enum Intent;
using enum Subject;

constexpr Phrase table[] = {
    {reply_question, hours,
     "Hi {first}! Tuesday to Saturday 5.30pm to midnight, Sunday 11am to 3pm. Mondays we sleep."},
    {reply_question, hours, "Hello {first}, yes we are: Tue-Sat from 5.30pm, Sunday lunch 11 to 3. See you soon!"},
    {reply_question, late_hours,
     "Kitchen takes orders until 10.30pm, 11 on Friday and Saturday. Message us if you're running late, we'll keep "
     "some for you."},
    {reply_question, price,
     "Hi {first}, €14 for six fines de claire, €26 a dozen. Full menu at lacalebavarde.example/carte"},
    {reply_question, allergy,
     "Hi {first}, thanks for asking first. It's one small kitchen so we can't promise zero traces of crustaceans. "
     "Please tell us when you arrive, and {staff} will walk you through the list."},
    {reply_question, gluten, "Yes, a gluten free loaf kept sealed and apart. Tell us when you book."},
    {reply_question, vegetarian, "Three proper dishes without fish or meat at the moment. She'll be fine, promise."},
    {reply_question, pregnancy,
     "Congratulations to her! Prawns cooked today, whelks, soup, and a very good apple and verbena thing without "
     "alcohol."},
    {reply_question, dogs, "Lazy dogs who love bread are our favourites. Terrace yes, inside no."},
    {reply_question, children, "Of course {first}. High chairs, crayons, and shells to paint on Sundays."},
    {reply_question, parking,
     "Cité Mondiale car park is five minutes away, or tram B to Chartrons and walk down to the river."},
    {reply_question, wheelchair,
     "Yes: a ramp we put out for you and an adapted toilet. Shall we keep you an accessible table, {first}?"},
    {reply_question, terrace, "Heated and sheltered from the wind, yes. Blankets too."},
    {reply_question, voucher,
     "Yes, online at lacalebavarde.example/cadeau, any amount, good for a year, foreign cards welcome."},
    {reply_question, payment, "Cards from one euro, cash too. And we split bills without sighing."},
    {reply_question, oysters,
     "They come from Maëlle's beds at Le Canon, Cap Ferret. For a first time: number 3 fines de claire, no lemon, just "
     "try."},
    {reply_question, wine,
     "By the glass this week: {wine} and {wine2}, both local-ish, both white. Come and disagree with us."},
    {reply_question, pairing, "It would be {wine}. But nobody was ever sent home for ordering {wine2} 😄"},
    {reply_question, warm, "Fish soup, grilled crépinettes and baked oysters. You'll be warm, {first}."},
    {reply_question, takeaway, "Yes, order by 6pm the day before, here or on the site, and we open them for you."},
    {reply_question, evening,
     "Hi {first}, {evening} is on {evening_date} from 7pm. €39: twelve oysters, three glasses of white, bread, butter, "
     "music. A few places left at lacalebavarde.example/maree"},
    {reply_question, seats,
     "Mostly standing, with benches along the quay. For your mum we'll keep a chair with her name on it."},
    {reply_question, group,
     "Up to 35 at the back of the room, {first}. Write to groupes@lacalebavarde.example with a date?"},
    {reply_question, lost, "Hi {first}, it's here behind the bar, safe and dry. See you soon!"},
    {reply_question, at_home, "Away with the first, always: it makes a second, better one. Sorry grandad."},
    {reply_question, music, "An accordion and double bass duo, Thursday from 8.30pm, free entry."},
    {reply_question, owners,
     "Of course {first}! Karim lived six years in Cork, so you'll be understood, with an accent."},
    {reply_question, admission, "Hi {first}, it often lands in spam. Message us your name and we'll check right away."},
    {reply_question, address,
     "Worth it, we'd say, but we would. Tram B to Chartrons, then down to the river: blue door, seagull."},
    {reply_question, any, "Hi {first}, we've just written to you privately. {staff}"},
    {reply_booking, any, "All set {first}, see you then!"},
    {reply_booking, any, "Done {first}. Drop us a line if you're late. {staff}"},
    {reply_booking, change, "Thanks for letting us know {first}, it's changed."},
    {reply_booking, cancel, "Cancelled, thanks for telling us {first}. Another time!"},
    {reply_booking, walk_in,
     "The counter and half the terrace are never booked. Around 6.30 you're nearly safe, {first}."},
    {reply_booking, evening, "Your places are set aside {first}, pay at the door. See you on the quay!"},
    {reply_booking, group,
     "Hi {first}, for a group let's talk: message us your number and we'll call tomorrow afternoon."},
    {reply_full, any,
     "Full that night {first}, sorry. The bar counter doesn't take bookings, come around 6.30 and you're nearly safe."},
    {reply_complaint, waiting,
     "{first}, you're right and we're sorry. We've two more people on from this weekend. Say your name next time, the "
     "first glass is ours."},
    {reply_complaint, bill,
     "So sorry {first}. Send us a photo of the receipt in private and we'll refund today. {staff}"},
    {reply_complaint, closed_door,
     "Our cold room broke down and we warned people too late. Really sorry {first}, please let us make it up to you."},
    {reply_complaint, quality,
     "That batch went back, and we should have caught it first. Message us the date and we'll refund the oysters."},
    {reply_complaint, manners, "That's not who we want to be, {first}. I'm talking to the team tonight. Maud"},
    {reply_complaint, any,
     "Thanks for telling us straight, {first}. We're looking into it and will write to you privately. Maud"},
    {reply_complaint, sold_out,
     "The site gave up for twenty minutes, sorry {first}. Thirty more places go on sale Wednesday at noon."},
    {reply_emergency, any,
     "{first}, I'm calling you right now. We're going through the kitchen and our lists with the whole team. Maud, "
     "manager"},
    {reply_praise, any, "Thank you {first}, that made our day ❤️"},
    {reply_praise, any, "Read out loud to the kitchen. There was blushing. Thanks {first}!"},
    {reply_praise, any, "Come back soon {first}!"},
    {reply_praise, seagull, "Gaston says thanks and asks if you have chips."},
    {reply_chatter, any, "Ha! See you soon {first}"},
    {reply_chatter, chewing, "Chew. Always chew. 😄"},
    {reply_chatter, any, "You are very welcome here {first}"},
    {reply_chatter, contest, "You're in, good luck 🤞"},
    {reply_tagging, any, "Table for two then? 😏"},
    {reply_tagging, any, "We'll be waiting for you both!"},
    {reply_emoji, any, "❤️"},
    {reply_emoji, any, "🥂"},
    {reply_nudge, any, "Sorry for the silence {first}, we missed this one."},
    {reply_nudge, any, "Apologies {first}, it was oyster delivery day."},
    {reply_retort, any, "Fair point {first}. I'm calling you tomorrow morning to sort it out properly. Maud"},
    {reply_mention, any, "Thank you {first}! You know where to find us 💙"},
    {reply_mention, any, "Come back any time {first}. The seagull asks after you."},
    {reply_gratitude, any, "Our pleasure!"},
    {reply_gratitude, any, "See you {first} 👋"},
    {reply_visitor, any, "😄"},
    {reply_visitor, any, "You're invited too!"},
    {reply_visitor, any, "Well said 👏"},
};

}  // namespace

std::span<const Phrase> english_replies() {
    return table;
}

}  // namespace fanal::demo
