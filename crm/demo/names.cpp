#include "crm/demo/names.hpp"

#include <algorithm>
#include <array>
#include <span>

namespace fanal::demo {
namespace {

using Words = std::span<const std::string_view>;

constexpr std::string_view french_first[] = {
    "Camille",   "Julien",    "Sophie",     "Nicolas",    "Émilie",       "Mathieu",  "Céline",    "Thomas",
    "Aurélie",   "Maxime",    "Hélène",     "Antoine",    "Chloé",        "Pierre",   "Manon",     "Guillaume",
    "Léa",       "Sébastien", "Marine",     "Romain",     "Anaïs",        "François", "Laure",     "Benoît",
    "Clémence",  "Jérôme",    "Pauline",    "Vincent",    "Mathilde",     "Frédéric", "Isabelle",  "Alexandre",
    "Nathalie",  "Quentin",   "Sandrine",   "Arnaud",     "Véronique",    "Hugo",     "Valérie",   "Florian",
    "Charlotte", "Olivier",   "Élodie",     "Rémi",       "Catherine",    "Cédric",   "Juliette",  "Damien",
    "Martine",   "Théo",      "Brigitte",   "Gaël",       "Stéphanie",    "Lucas",    "Monique",   "Baptiste",
    "Agathe",    "Jean-Marc", "Louise",     "Christophe", "Inès",         "Philippe", "Lucie",     "Michel",
    "Justine",   "Jean-Luc",  "Alice",      "Patrick",    "Noémie",       "Loïc",     "Françoise", "Adrien",
    "Sylvie",    "Clément",   "Océane",     "Bruno",      "Delphine",     "Raphaël",  "Maëlle",    "Alain",
    "Marie",     "Simon",     "Virginie",   "Étienne",    "Margaux",      "Fabien",   "Caroline",  "Yves",
    "Lise",      "Ludovic",   "Anne-Laure", "Tristan",    "Corinne",      "Gabriel",  "Audrey",    "Pascal",
    "Jeanne",    "Xavier",    "Amandine",   "Paul",       "Marie-Hélène", "Kévin",    "Bénédicte", "Jules",
    "Ophélie",   "Gilles",    "Salomé",     "Denis",      "Capucine",     "Éric"};
constexpr std::string_view french_last[] = {
    "Dupuy",     "Laborde",   "Castagnet",    "Lafitte",    "Duprat",     "Martin",   "Bernard",  "Lacoste",
    "Dubourg",   "Petit",     "Robert",       "Moreau",     "Fauré",      "Lestage",  "Garnier",  "Dumas",
    "Lacaze",    "Rousseau",  "Bordes",       "Lemoine",    "Mercier",    "Labat",    "Cazenave", "Gauthier",
    "Perrin",    "Darrieu",   "Sarrazin",     "Morel",      "Dulong",     "Fournier", "Girard",   "Lapeyre",
    "Chevalier", "Bonnet",    "François",     "Maurin",     "Ducasse",    "Renaud",   "Lassalle", "Blanchard",
    "Barbier",   "Dufau",     "Capdeville",   "Arnaud",     "Picard",     "Gaillard", "Brun",     "Rivière",
    "Leclerc",   "Lamothe",   "Saint-Martin", "Colin",      "Vidal",      "Caron",    "Fabre",    "Aubert",
    "Mathieu",   "Dessalles", "Peyrat",       "Guichard",   "Lagarde",    "Roche",    "Noël",     "Marchand",
    "Masson",    "Ferrand",   "Boyer",        "Lemaître",   "Dubernet",   "Baron",    "Le Goff",  "Riou",
    "Kerleroux", "Le Gall",   "Prigent",      "Tanguy",     "Etchebarne", "Harispe",  "Larralde", "Etcheverry",
    "Benoît",    "Courrèges", "Dartigues",    "Destouesse", "Escarpit",   "Forgues",  "Gourgues", "Hosten",
    "Jaubert",   "Lacroix",   "Maleyran",     "Naudin",     "Pédezert",   "Rullier",  "Sauvage",  "Tauzin",
    "Videau",    "Bazin",     "Carrère",      "Daney"};
constexpr std::string_view other_first[] = {
    "Yasmine", "Karim",  "Nadia",     "Mehdi", "Samira", "Bilal",   "Leïla",  "Sofiane", "Ana",     "João", "Teresa",
    "Rui",     "Giulia", "Marco",     "Paola", "Luca",   "Aminata", "Moussa", "Fatou",   "Ibrahim", "Linh", "Minh",
    "Thu",     "Bao",    "Katarzyna", "Piotr", "Ioana",  "Andrei",  "Olena",  "Dmytro",  "Hanna",   "Jonas"};
constexpr std::string_view other_last[] = {
    "Benali",    "Haddad",  "Mansouri",  "Belkacem", "Cherif",    "Zerrouki", "Da Silva", "Ferreira",
    "Gonçalves", "Pereira", "Rossi",     "Conti",    "Moretti",   "Diallo",   "Traoré",   "Ndiaye",
    "Camara",    "Nguyen",  "Tran",      "Pham",     "Kowalska",  "Nowak",    "Popescu",  "Ionescu",
    "Kovalenko", "Weber",   "Schneider", "Baumann",  "Lindqvist", "Haugen",   "Okafor",   "El Amrani"};
constexpr std::string_view english_first[] = {
    "Emma",  "James",   "Olivia", "Tom",   "Hannah", "Jack",   "Sarah",  "Liam",   "Fiona",  "Callum", "Rachel",
    "Ben",   "Siobhan", "Aidan",  "Megan", "Harry",  "Alison", "Graham", "Claire", "Stuart", "Zoe",    "Nathan",
    "Priya", "Daniel",  "Kirsty", "Owen",  "Lauren", "Peter",  "Beth",   "Marcus", "Helen",  "Rob"};
constexpr std::string_view english_last[] = {
    "Walker", "Hughes",   "Bennett",   "Clarke",   "Murphy",   "Doyle",   "Fraser", "Patel",
    "Turner", "Wallace",  "Hayes",     "Reid",     "Ashworth", "O'Brien", "Kelly",  "Whitfield",
    "Barnes", "Sinclair", "Marsh",     "Holloway", "Price",    "Carter",  "Nolan",  "Thornton",
    "Pearce", "Lowe",     "Gallagher", "Brooks",   "Dawson",   "Hartley", "Quinn",  "Ellis"};
constexpr std::string_view spanish_first[] = {"Lucía",  "Javier", "Marta", "Álvaro", "Carmen",
                                              "Sergio", "Nuria",  "Iñigo", "Rocío",  "Pablo"};
constexpr std::string_view spanish_last[] = {"García",  "Muñoz",  "Ortega", "Ibáñez", "Navarro",
                                             "Serrano", "Castro", "Molina", "Peña",   "Cortés"};
constexpr std::string_view basque_first[] = {"Maialen", "Unai", "Nerea", "Aitor", "Ainhoa", "Eneko", "Amaia", "Xabier"};
constexpr std::string_view basque_last[] = {"Etxeberria", "Agirre",   "Goikoetxea", "Iturralde",
                                            "Zubieta",    "Olaizola", "Mendizabal", "Arrieta"};
struct ArabicName {
    std::string_view written, ascii;
};
constexpr ArabicName arabic_first[] = {{"ليلى", "leila"},  {"سامي", "sami"},  {"مريم", "mariam"}, {"يوسف", "youssef"},
                                       {"هدى", "houda"},   {"طارق", "tarek"}, {"نور", "nour"},    {"كريم", "karim"},
                                       {"أمينة", "amina"}, {"رشيد", "rachid"}};
constexpr ArabicName arabic_last[] = {{"حداد", "haddad"},       {"منصور", "mansour"}, {"بن علي", "benali"},
                                      {"العمراني", "elamrani"}, {"ناصر", "nasser"},   {"شريف", "cherif"},
                                      {"خليل", "khalil"},       {"بوزيد", "bouzid"}};
constexpr std::string_view spam_names[] = {
    "Crypto Gains Daily", "Mrs Evelyn Trade",  "FX Signals VIP",      "Boost Abonnés Pro",     "Followers Express",
    "Invest With Daniel", "BTC Recovery Desk", "Votre Crédit Rapide", "Coach Revenus Passifs", "Growth Insta 24"};

constexpr std::string_view near_places[] = {"Bordeaux",
                                            "Bordeaux",
                                            "Bordeaux",
                                            "Bordeaux, Chartrons",
                                            "Bordeaux Saint-Michel",
                                            "Bordeaux Caudéran",
                                            "Bacalan, Bordeaux",
                                            "La Bastide, Bordeaux",
                                            "Mérignac",
                                            "Pessac",
                                            "Talence",
                                            "Bègles",
                                            "Le Bouscat",
                                            "Cenon",
                                            "Lormont",
                                            "Floirac",
                                            "Gradignan",
                                            "Villenave-d'Ornon",
                                            "Bruges",
                                            "Blanquefort",
                                            "Libourne",
                                            "Arcachon",
                                            "La Teste-de-Buch",
                                            "Saint-Médard-en-Jalles",
                                            "Cadillac",
                                            "Lacanau",
                                            "Gironde",
                                            "Bdx"};
constexpr std::string_view near_towns[] = {"Pessac",   "Mérignac", "Talence",  "Bègles",
                                           "Libourne", "Lormont",  "Arcachon", "Cenon"};
constexpr std::string_view far_places[] = {"Paris",     "Toulouse", "Nantes",    "La Rochelle", "Lyon",   "Bayonne",
                                           "Limoges",   "Lille",    "Angoulême", "Périgueux",   "Rennes", "Montpellier",
                                           "Bruxelles", "Genève",   "Montréal",  "Marseille"};
constexpr std::string_view english_places[] = {"London",     "Bristol",          "Dublin",   "Edinburgh",
                                               "Manchester", "Brighton",         "Cardiff",  "Boston",
                                               "Leeds",      "Bergerac, France", "Dordogne", "Berlin"};
constexpr std::string_view spanish_places[] = {"San Sebastián", "Bilbao", "Madrid", "Zaragoza", "Pamplona"};
constexpr std::string_view basque_places[] = {"Donostia", "Bilbo", "Baiona", "Hendaia", "Gernika"};
constexpr std::string_view arabic_places[] = {"Casablanca", "Tunis", "Bordeaux", "Paris", "Alger"};

constexpr std::string_view french_bios[] = {"Bordeaux d'adoption, Bretagne de cœur.",
                                            "Prof de SVT. Potager, vélo, coquillages.",
                                            "Amateur de vins blancs et de marchés.",
                                            "Deux enfants, un chien, zéro temps libre.",
                                            "Photographe à mes heures perdues.",
                                            "Je râle mais je reviens.",
                                            "L'UBB, dans la joie et dans la pluie.",
                                            "Caviste. Oui, je bois au travail.",
                                            "De garde au CHU. Nuits blanches et vin blanc.",
                                            "Du code la semaine, des coquilles le dimanche.",
                                            "Arcachon, de l'iode et un fichu caractère.",
                                            "Carnet de tables girondines, sans invitation.",
                                            "Retraite, randonnée, petits-enfants.",
                                            "Architecte. Le quai, la pierre, la lumière.",
                                            "Visites guidées à Bordeaux et alentour.",
                                            "Musique, mer, mauvaise foi.",
                                            "Études d'œnologie, mention huîtres.",
                                            "La voile, le bassin, et rien d'autre.",
                                            "Tout ce qui se mange avec les doigts.",
                                            "Ici pour les mouettes.",
                                            "Journaliste. Gourmandise professionnelle.",
                                            "Libraire aux Chartrons.",
                                            "Cycliste du quotidien. #velotaf",
                                            "Marin d'eau douce."};
constexpr std::string_view english_bios[] = {"Wine, walks, wet dogs.",
                                             "Expat in Bordeaux since 2014.",
                                             "I write about food that comes in shells.",
                                             "Teacher. Runner. Terrible singer.",
                                             "Half Irish, half hungry.",
                                             "Moving slowly to south-west France.",
                                             "Photos of rivers mostly.",
                                             "WSET 3 and still spilling it.",
                                             "Here for the oysters.",
                                             "Sailing, cycling, complaining about the weather."};
constexpr std::string_view spanish_bios[] = {"De Donosti al cielo.", "Vino blanco y mar.", "Viajar para comer.",
                                             "Profe de francés."};
constexpr std::string_view basque_bios[] = {"Itsasoa, mendia eta ardoa.", "Euskaraz bizi nahi dut.",
                                            "Bordele eta Donostia artean."};
constexpr std::string_view arabic_bios[] = {"أحب البحر والطعام الجيد", "مصور من بوردو", "قهوة وكتب وسفر"};

constexpr std::string_view handle_words[] = {"bigorneau", "mouette", "cannele", "gironde", "garonne",
                                             "embruns",   "sardine", "bassin",  "lune",    "grenouille",
                                             "chartrons", "medoc",   "litchi",  "pinasse"};
constexpr std::string_view handle_tails[] = {"33", "bdx", "_bdx", "_33", "75", "off", "_", "47", "64", "17"};

std::string_view of(Words words, Random& random) {
    return random.pick(words);
}

/// The bare letter of one that takes two bytes of UTF-8; empty for anything else.
std::string_view bare_letter(std::string_view letter) {
    struct Pair {
        std::string_view accented, bare;
    };
    static constexpr Pair pairs[] = {
        {"é", "e"}, {"è", "e"}, {"ê", "e"}, {"ë", "e"}, {"à", "a"},  {"â", "a"},  {"ä", "a"}, {"ã", "a"}, {"á", "a"},
        {"î", "i"}, {"ï", "i"}, {"í", "i"}, {"ô", "o"}, {"ö", "o"},  {"ó", "o"},  {"õ", "o"}, {"û", "u"}, {"ù", "u"},
        {"ü", "u"}, {"ú", "u"}, {"ç", "c"}, {"ñ", "n"}, {"œ", "oe"}, {"æ", "ae"}, {"É", "E"}, {"È", "E"}, {"Ê", "E"},
        {"À", "A"}, {"Á", "A"}, {"Ç", "C"}, {"Î", "I"}, {"Ï", "I"},  {"Ô", "O"},  {"Ñ", "N"}, {"Œ", "Oe"}};
    for (const Pair& pair : pairs) {
        if (pair.accented == letter) {
            return pair.bare;
        }
    }
    return {};
}

}  // namespace

std::string without_accents(std::string_view text) {
    std::string bare;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool two_bytes = (static_cast<unsigned char>(text[i]) & 0xe0) == 0xc0 && i + 1 < text.size();
        const std::string_view replacement = two_bytes ? bare_letter(text.substr(i, 2)) : std::string_view();
        if (replacement.empty()) {
            bare += text[i];
        } else {
            bare += replacement;
            ++i;
        }
    }
    return bare;
}

std::string ascii_letters(std::string_view name) {
    std::string letters;
    for (const char letter : without_accents(name)) {
        if (letter >= 'A' && letter <= 'Z') {
            letters += static_cast<char>(letter - 'A' + 'a');
        } else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9')) {
            letters += letter;
        }
    }
    return letters;
}

PersonName draw_name(Language language, Random& random) {
    switch (language) {
        case Language::en:
            return {of(english_first, random), of(english_last, random), {}, {}};
        case Language::es:
            return {of(spanish_first, random), of(spanish_last, random), {}, {}};
        case Language::eu:
            return {of(basque_first, random), of(basque_last, random), {}, {}};
        case Language::ar: {
            const ArabicName& first = random.pick(arabic_first);
            const ArabicName& last = random.pick(arabic_last);
            return {first.written, last.written, first.ascii, last.ascii};
        }
        case Language::fr:
            break;
    }
    const std::int64_t origin = random.below(100);
    const bool foreign_first = origin < 11;
    const bool foreign_last = origin < 14;
    const std::string_view first = of(foreign_first ? Words(other_first) : Words(french_first), random);
    return {first, of(foreign_last ? Words(other_last) : Words(french_last), random), {}, {}};
}

std::string_view draw_first_name(Language language, Random& random) {
    return of(language == Language::en ? Words(english_first) : Words(french_first), random);
}

std::string_view draw_spam_name(Random& random) {
    return random.pick(spam_names);
}

std::string_view draw_near_place(Random& random) {
    return random.pick(near_towns);
}

std::string_view draw_far_place(Language language, Random& random) {
    switch (language) {
        case Language::en:
            return of(english_places, random);
        case Language::es:
            return of(spanish_places, random);
        case Language::eu:
            return of(basque_places, random);
        case Language::ar:
            return of(arabic_places, random);
        case Language::fr:
            break;
    }
    return of(far_places, random);
}

std::string_view draw_place(Language language, Random& random) {
    const bool near = random.chance(language == Language::fr ? 690 : 390);
    return near ? of(near_places, random) : draw_far_place(language, random);
}

std::string_view draw_bio(Language language, Random& random) {
    static constexpr std::array<Words, 5> bios = {Words(french_bios), Words(english_bios), Words(spanish_bios),
                                                  Words(arabic_bios), Words(basque_bios)};
    return of(bios[static_cast<std::size_t>(language)], random);
}

std::string draw_handle(std::string_view first, std::string_view last, Random& random) {
    static constexpr std::array<int, 7> weights = {22, 16, 20, 14, 6, 10, 12};
    std::string handle;
    switch (random.weighted(weights)) {
        case 0:
            handle.append(first).append(last);
            break;
        case 1:
            handle.append(first).append("_").append(last);
            break;
        case 2:
            handle.append(first.substr(0, 1)).append(last);
            break;
        case 3:
            handle.append(first.substr(0, 8)).append(last.substr(0, 1)).append(random.pick(handle_tails));
            break;
        case 4:
            handle.append(last).append(first.substr(0, 1));
            break;
        case 5:
            handle.append(first.substr(0, 8)).append(std::to_string(random.between(61, 99)));
            break;
        default:
            handle.append(random.pick(handle_words)).append(random.chance(500) ? "_" : "").append(first.substr(0, 4));
    }
    handle.resize(std::min<std::size_t>(handle.size(), 12));
    return handle;
}

}  // namespace fanal::demo
