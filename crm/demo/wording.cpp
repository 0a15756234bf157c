#include "crm/demo/wording.hpp"

#include <algorithm>

#include "crm/demo/names.hpp"

namespace fanal::demo {
namespace {

using List = std::span<const std::string_view>;

struct Wine {
    std::string_view name, le, du, de;
};
constexpr Wine wines[] = {{"Entre-deux-Mers", "l'", "de l'", "d'"}, {"Pessac-Léognan", "le ", "du ", "de "},
                          {"Muscadet", "le ", "du ", "de "},        {"Graves blanc", "le ", "du ", "de "},
                          {"Chablis", "le ", "du ", "de "},         {"Sancerre", "le ", "du ", "de "},
                          {"Picpoul", "le ", "du ", "de "},         {"Jurançon sec", "le ", "du ", "de "},
                          {"Quincy", "le ", "du ", "de "},          {"aligoté", "l'", "de l'", "d'"}};
constexpr std::string_view oysters_many[] = {
    "fines de claire", "Gillardeau", "huîtres d'Arcachon", "spéciales de claire", "huîtres du Cap Ferret",
    "Marennes-Oléron", "plates",     "fines de claire n°3"};
constexpr std::string_view oysters_one[] = {"Gillardeau", "fine de claire", "huître du Cap Ferret", "spéciale"};
constexpr std::string_view dishes_fr[] = {"bulots",  "crépinettes",          "palourdes",  "crevettes grises",
                                          "praires", "rillettes de sardine", "bigorneaux", "moules gratinées"};
constexpr std::string_view dishes_en[] = {"crépinettes", "whelks", "clams", "sardine rillettes", "garlic mussels"};
constexpr std::string_view staff[] = {"Maud", "Titouan", "Inès", "Karim"};

/// The values of the slots that are lists of words, in French, English and Spanish.
struct WordSlot {
    std::string_view slot;
    List fr, en, es;
};
constexpr std::string_view days_fr[] = {"mercredi soir", "jeudi",         "jeudi soir",  "vendredi",
                                        "vendredi soir", "samedi",        "samedi soir", "ce week-end",
                                        "demain soir",   "dimanche midi", "mardi"};
constexpr std::string_view days_en[] = {"on Friday",     "on Saturday", "tomorrow",
                                        "this Thursday", "on Sunday",   "on Wednesday"};
constexpr std::string_view days_es[] = {"el sábado", "este viernes", "mañana por la noche", "el domingo"};
constexpr std::string_view past_fr[] = {"samedi soir",   "hier soir", "vendredi soir", "la semaine dernière",
                                        "dimanche midi", "jeudi",     "hier",          "samedi"};
constexpr std::string_view past_en[] = {"last night", "on Saturday", "last week", "on Sunday", "on Friday"};
constexpr std::string_view past_es[] = {"el sábado", "anoche", "el domingo"};
constexpr std::string_view hours_fr[] = {"19h", "19h30", "20h", "20h30", "21h", "20h15"};
constexpr std::string_view hours_en[] = {"7pm", "7.30pm", "8pm", "8.30", "9pm"};
constexpr std::string_view hours_es[] = {"20.30", "21.00", "21.30"};
constexpr std::string_view waits_fr[] = {"40 minutes", "une heure",        "trois quarts d'heure",
                                         "50 minutes", "plus d'une heure", "une bonne heure"};
constexpr std::string_view waits_en[] = {"45 minutes", "an hour", "over an hour", "nearly an hour"};
constexpr std::string_view prices[] = {"49 €", "45 €", "52 €"};
constexpr std::string_view double_prices[] = {"78 €", "117 €", "156 €"};
constexpr std::string_view weekdays[] = {"mardi", "mercredi", "jeudi", "vendredi"};
constexpr std::string_view counts[] = {"12", "18", "24"};
constexpr WordSlot word_slots[] = {{"day", days_fr, days_en, days_es},
                                   {"past", past_fr, past_en, past_es},
                                   {"hour", hours_fr, hours_en, hours_es},
                                   {"hour2", hours_fr, hours_en, hours_es},
                                   {"wait", waits_fr, waits_en, waits_en},
                                   {"price", prices, prices, prices},
                                   {"price2", double_prices, double_prices, double_prices},
                                   {"weekday", weekdays, weekdays, weekdays},
                                   {"count", counts, counts, counts},
                                   {"oysters", oysters_many, oysters_many, oysters_many},
                                   {"oysters2", oysters_many, oysters_many, oysters_many},
                                   {"oyster", oysters_one, oysters_one, oysters_one},
                                   {"dish", dishes_fr, dishes_en, dishes_en},
                                   {"staff", staff, staff, staff}};

List words_of(const WordSlot& slot, Language language) {
    return language == Language::en ? slot.en : language == Language::es ? slot.es : slot.fr;
}

struct Replacement {
    std::string_view from, to;
};

void replace_all(std::string& text, std::string_view from, std::string_view to) {
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
}

constexpr Replacement small_letters[] = {{"À", "à"}, {"É", "é"}, {"Ê", "ê"}, {"È", "è"},
                                         {"Ç", "ç"}, {"Î", "î"}, {"Ô", "ô"}};

void lower(std::string& text, std::size_t count) {
    for (const Replacement& letter : small_letters) {
        if (count >= text.size()) {
            replace_all(text, letter.from, letter.to);
        } else if (text.starts_with(letter.from)) {
            text.replace(0, letter.from.size(), letter.to);
        }
    }
    for (std::size_t i = 0; i < std::min(count, text.size()); ++i) {
        if (text[i] >= 'A' && text[i] <= 'Z') {
            text[i] = static_cast<char>(text[i] - 'A' + 'a');
        }
    }
}

void capitalise(std::string& text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
        return;
    }
    for (const Replacement& letter : small_letters) {
        if (text.starts_with(letter.to)) {
            text.replace(0, letter.to.size(), letter.from);
        }
    }
}

void abbreviate(std::string& text, Language language) {
    static constexpr Replacement french[] = {{"beaucoup", "bcp"},
                                             {"quelqu'un", "qqn"},
                                             {"Quelqu'un", "Qqn"},
                                             {"quelque chose", "qqch"},
                                             {"Est-ce que", "Est ce que"},
                                             {"toujours", "tjs"},
                                             {"Toujours", "Tjs"},
                                             {"week-end", "we"},
                                             {"personnes", "pers"},
                                             {"s'il vous plaît", "svp"},
                                             {"vraiment", "vrmt"},
                                             {"Bonjour", "Bjr"},
                                             {"Bonsoir", "Bsr"},
                                             {" ?", "?"},
                                             {" !", "!"}};
    static constexpr Replacement english[] = {{"please", "pls"}, {"Thanks", "Thx"}, {"because", "bc"}};
    const auto words =
        language == Language::fr ? std::span<const Replacement>(french) : std::span<const Replacement>(english);
    for (const Replacement& word : words) {
        replace_all(text, word.from, word.to);
    }
}

void punctuate(std::string& text, const Style& style) {
    if (style.exclaims && (text.ends_with('!') || text.ends_with('?'))) {
        text += text.substr(text.size() - 1) + text.substr(text.size() - 1);
    } else if (style.exclaims && text.ends_with('.') && !text.ends_with("..")) {
        text.replace(text.size() - 1, 1, " !!");
    } else if (style.drops_stop && text.ends_with('.') && !text.ends_with("..")) {
        text.pop_back();
    }
}

void add_sign(std::string& text, Intent intent, Random& random) {
    static constexpr std::string_view glad[] = {" 😍", " 😋", " 🥂",   " 🦪", " ❤️",
                                                " 👏", " 😊", " ☀️", " 🤤", " 🌊"};
    static constexpr std::string_view cross[] = {" 😕", " 🙄", " 😤", " 😡", " 👎", " 😞"};
    static constexpr std::string_view asking[] = {" 🙏", " 🙂", " 😊", " 🤔", " 😅"};
    static constexpr std::string_view laughing[] = {" 😂", " 😄", " 😅", " 😏", " 🥂"};
    switch (intent) {
        case Intent::praise:
        case Intent::gratitude:
        case Intent::mention:
            text += random.pick(glad);
            break;
        case Intent::complaint:
        case Intent::insistence:
        case Intent::agreement:
        case Intent::retort:
        case Intent::nudge:
        case Intent::reproach:
            text += random.pick(cross);
            break;
        case Intent::question:
        case Intent::booking:
            text += random.pick(asking);
            break;
        case Intent::chatter:
        case Intent::banter:
        case Intent::joining_in:
        case Intent::tagging:
            text += random.pick(laughing);
            break;
        default:
            break;
    }
}

void greet(std::string& line, Intent intent, Language language, bool late_in_the_day, Random& random) {
    const bool asks = intent == Intent::question || intent == Intent::booking;
    if (!asks && !(intent == Intent::complaint && random.chance(400))) {
        return;
    }
    static constexpr std::string_view thanks_fr[] = {" Merci !", " Merci d'avance.", " Merci 🙏", " Merci beaucoup",
                                                     " Bonne journée à l'équipe"};
    static constexpr std::string_view thanks_en[] = {" Thanks!", " Many thanks", " Thank you 🙏"};
    const bool thanks = asks && random.chance(540);
    const auto last = static_cast<unsigned char>(line.empty() ? '.' : line.back());
    if (thanks && last < 0x80 && last != '.' && last != '?' && last != '!' && last != ')') {
        line += ".";
    }
    if (language == Language::fr) {
        lower(line, 1);
        line = (late_in_the_day ? "Bonsoir, " : "Bonjour, ") + line;
        if (thanks) {
            line += random.pick(thanks_fr);
        }
    } else if (language == Language::en) {
        line = "Hi! " + line;
        if (thanks) {
            line += random.pick(thanks_en);
        }
    }
}

}  // namespace

const std::string& Slots::value(std::string_view slot, Random& random) {
    const auto found = values_.find(slot);
    if (found != values_.end()) {
        return found->second;
    }
    std::string drawn = draw(slot, random);
    return values_.emplace(std::string(slot), std::move(drawn)).first->second;
}

std::string Slots::draw(std::string_view slot, Random& random) {
    // The second of two is never the first again.
    if (slot == "n2" || slot == "hour2" || slot == "oysters2") {
        const std::string first = value(slot.substr(0, slot.size() - 1), random);
        std::string second = draw_word(slot, random);
        while (second == first) {
            second = draw_word(slot, random);
        }
        return second;
    }
    if (slot == "evening") {
        return language_ == Language::fr ? "la Grande Marée" : "La Grande Marée";
    }
    if (slot == "evening_date") {
        return language_ == Language::en ? local_date_en(calendar_->evening_at())
                                         : local_date_fr(calendar_->evening_at());
    }
    if (slot == "days_left") {
        return std::to_string((calendar_->evening_at().ms - written_at_.ms + ms_per_day - 1) / ms_per_day);
    }
    if (slot.ends_with("wine") || slot == "wine2") {
        if (!wines_) {
            const auto first = static_cast<std::size_t>(random.below(std::size(wines)));
            wines_ = {first,
                      (first + 1 + static_cast<std::size_t>(random.below(std::size(wines) - 1))) % std::size(wines)};
        }
        const Wine& wine = wines[(*wines_)[slot == "wine2" ? 1 : 0]];
        const std::string_view before = slot == "le_wine"   ? wine.le
                                        : slot == "du_wine" ? wine.du
                                        : slot == "de_wine" ? wine.de
                                                            : "";
        return std::string(before) + std::string(wine.name);
    }
    return draw_word(slot, random);
}

/// The slots of which every draw is free.
std::string Slots::draw_word(std::string_view slot, Random& random) const {
    for (const WordSlot& words : word_slots) {
        if (words.slot == slot) {
            return std::string(random.pick(words_of(words, language_)));
        }
    }
    if (slot == "n" || slot == "n2") {
        static constexpr std::string_view people[] = {"2", "3", "5", "6", "7", "8"};
        return std::string(random.pick(people));
    }
    if (slot == "big") {
        return std::to_string(random.between(10, 24));
    }
    if (slot == "small") {
        return std::to_string(random.between(2, 6));
    }
    if (slot == "near") {
        return std::string(draw_near_place(random));
    }
    if (slot == "far") {
        return std::string(draw_far_place(language_, random));
    }
    if (slot == "last") {
        return std::string(draw_name(language_, random).last_name);
    }
    return std::string(draw_first_name(language_, random));  // friend, other, first
}

std::string fill(std::string_view phrase, Slots& slots, Random& random) {
    std::string line;
    for (std::size_t at = phrase.starts_with('^') ? 1 : 0; at < phrase.size();) {
        const std::size_t open = phrase.find('{', at);
        line += phrase.substr(at, open - at);
        if (open == std::string_view::npos) {
            break;
        }
        const std::size_t close = phrase.find('}', open);
        const std::string& value = slots.value(phrase.substr(open + 1, close - open - 1), random);
        line += value;
        at = close + 1;
        // Nobody to name: "Bonjour {first}, oui" is "Bonjour, oui", and "{first}, oui" is "Oui".
        if (value.empty() && line.ends_with(' ')) {
            line.pop_back();
        } else if (value.empty() && line.empty() && phrase.substr(at).starts_with(", ")) {
            at += 2;
        }
    }
    capitalise(line);
    return line;
}

std::string in_style(std::string line, Intent intent, Language language, const Style& style, bool late_in_the_day,
                     Random& random) {
    const bool names_somebody = intent == Intent::tagging || intent == Intent::mention;
    const bool latin = language != Language::ar;
    if (style.greets) {
        greet(line, intent, language, late_in_the_day, random);
    }
    punctuate(line, style);
    if (style.abbreviates && latin && !names_somebody) {
        abbreviate(line, language);
    }
    if (style.lower_case && !names_somebody) {
        lower(line, line.size());
    }
    if (style.drops_accents && !names_somebody) {
        line = without_accents(line);
    }
    const bool ends_with_sign = !line.empty() && static_cast<unsigned char>(line.back()) >= 0x80;
    if (!ends_with_sign && random.chance(style.emoji_permille)) {
        add_sign(line, intent, random);
    }
    return line;
}

Language reply_language(Language language) {
    return language == Language::en || language == Language::es ? language : Language::fr;
}

}  // namespace fanal::demo
