// What French-speaking fans write to each other and back to us.
#include "crm/demo/phrases.hpp"

namespace fanal::demo {
namespace {

using enum Intent;
using enum Subject;

constexpr Phrase table[] = {
    {hearsay, hours, "Fermé dimanche soir et lundi, de mémoire"},
    {hearsay, hours, "J'y étais {past}, c'était ouvert"},
    {hearsay, late_hours, "On a été servis à 22h15 {past}, ça devrait le faire"},
    {hearsay, price, "14 € la demi-douzaine {past} pour nous, à vérifier"},
    {hearsay, allergy, "Le serveur m'avait sorti une fiche avec tous les allergènes, demandez-la."},
    {hearsay, vegetarian, "Ma copine a pris la tarte poireaux-algues, elle s'est régalée."},
    {hearsay, dogs, "En terrasse oui, ils apportent même une gamelle d'eau"},
    {hearsay, children, "On y va avec les nôtres, aucun souci. Le dimanche midi surtout."},
    {hearsay, parking, "Gare-toi à Cité Mondiale, cinq minutes à pied"},
    {hearsay, parking, "Tram B, arrêt Chartrons, et tu descends vers l'eau"},
    {hearsay, wheelchair, "Il y a une rampe, il faut la demander au comptoir"},
    {hearsay, terrace, "Oui il y a des chauffages, mais prends une laine quand même"},
    {hearsay, voucher, "J'en ai pris un au comptoir le mois dernier, donc oui"},
    {hearsay, payment, "Tickets resto ok le midi, le soir je crois pas"},
    {hearsay, oysters, "Les plates c'est seulement d'octobre à avril je crois"},
    {hearsay, wine, "Ils avaient un {wine} au verre {past}, très bien."},
    {hearsay, takeaway, "Oui, faut commander la veille"},
    {hearsay, seats, "Debout avec des mange-debout l'an dernier, et quelques bancs"},
    {hearsay, evening, "Il en restait ce matin sur le site"},
    {hearsay, contest, "Vendredi 18h c'est écrit en bas du règlement"},
    {hearsay, at_home, "On jette la première eau, elle en refait une meilleure"},
    {hearsay, lost, "Appelle plutôt, ils ont une caisse d'objets trouvés derrière le bar"},
    {hearsay, any, "Je me pose la même question"},
    {hearsay, any, "Moi aussi ça m'intéresse"},
    {hearsay, any, "Demande à Maud, elle répond toujours au téléphone vers 17h"},
    {hearsay, any, "Pareil, j'attends la réponse"},

    {joining_in, any, "Grave"},
    {joining_in, any, "J'arrive, gardez-moi une place"},
    {joining_in, any, "Allez {day}, vendu"},
    {joining_in, any, "Carrément !! Je regarde pour la babysitter"},
    {joining_in, any, "Tu payes ?"},
    {joining_in, any, "Je te suis les yeux fermés"},
    {joining_in, any, "Encore ?? on en sort 😂"},
    {joining_in, any, "Ah mais oui, j'avais oublié cette soirée"},
    {banter, any, "{other} tu parles d'or"},
    {banter, any, "On est d'accord {other} !"},
    {joining_in, any, "Sans moi, je suis à {far} cette semaine 😭"},
    {joining_in, any, "Réserve et je te rembourse (pour de vrai cette fois)"},
    {banter, any, "Je vois qu'on a les mêmes addictions {other}"},
    {joining_in, any, "{day} je peux pas, la semaine d'après ?"},
    {joining_in, any, "Mais tu n'aimes même pas ça !"},
    {banter, any, "😂😂"},
    {joining_in, any, "Toi tu me connais"},
    {joining_in, any, "Et après on va danser"},
    {banter, any, "J'en rêve depuis ce matin"},
    {joining_in, any, "Prends {n} places, je préviens {friend}"},
    {joining_in, any, "T'as vu les prix ? Mais oui, évidemment"},
    {banter, wine, "Sur {le_wine} je te rejoins, sur le reste on en reparle"},
    {banter, seagull, "C'est exactement la tête de mon chef"},
    {banter, seagull, "Justice pour Gaston"},
    {banter, oysters, "Les {oysters}, sinon rien"},
    {banter, at_home, "Je confirme, j'ai encore la cicatrice"},
    {joining_in, any, "Il nous faut {n} places, je m'en occupe ce soir"},

    {gratitude, any, "Merci beaucoup !"},
    {gratitude, any, "Super, merci pour la réponse rapide 🙏"},
    {gratitude, any, "Parfait, à très vite alors"},
    {gratitude, any, "Génial, merci {staff}"},
    {gratitude, any, "Top, c'est noté"},
    {gratitude, any, "Merci, vous êtes adorables"},
    {gratitude, any, "Ok parfait, bonne soirée à l'équipe"},
    {gratitude, any, "Merci pour votre retour, ça fait plaisir d'être entendu."},
    {gratitude, any, "Nickel !"},
    {gratitude, any, "👍"},
    {gratitude, any, "Ah super, je préviens les autres"},
};

}  // namespace

std::span<const Phrase> french_company() {
    return table;
}

}  // namespace fanal::demo
