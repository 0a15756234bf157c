// What goes wrong, as French-speaking fans tell it, and what others add to it.
#include "crm/demo/phrases.hpp"

namespace fanal::demo {
namespace {

using enum Intent;
using enum Subject;

constexpr Phrase table[] = {
    {complaint, cold,
     "On nous a servi des {dish} à peine tièdes {past}. On l'a signalé, on nous a dit « c'est normal ». Ah bon."},
    {complaint, cold, "Soupe de poisson tiède, croûtons mous, dommage parce que le cadre est superbe."},
    {complaint, cold, "Le plat de ma femme est arrivé 20 minutes après le mien, et froid."},
    {complaint, cold, "Grosse déception {past} : gratin d'huîtres froid au milieu, renvoyé, revenu brûlé."},
    {complaint, waiting, "{wait} d'attente {past} pour six huîtres. SIX."},
    {complaint, waiting, "On avait réservé à {hour}, assis {wait} plus tard. Sans un mot d'excuse."},
    {complaint, waiting,
     "{wait} pour avoir la carte, autant pour l'addition. Le reste était bon mais plus jamais un samedi."},
    {complaint, waiting, "Service interminable {past}, deux tables arrivées après nous ont été servies avant."},
    {complaint, waiting, "J'adore l'endroit mais il faut embaucher, là. {wait} pour deux verres de {wine} !"},
    {complaint, bill,
     "On nous a compté {count} huîtres au lieu de 6 {past}. J'ai vu ça une fois à la maison. Comment on se fait "
     "rembourser ?"},
    {complaint, bill, "Erreur sur l'addition {past} : une bouteille {de_wine} à 34 € qu'on n'a jamais commandée."},
    {complaint, bill,
     "On m'a débité deux fois pour {evening} ({price2} x 2). J'attends toujours un retour de votre part."},
    {complaint, bill,
     "Le verre {de_wine} à 6 € sur l'ardoise et à 8 € sur la note. Ce n'est pas pour deux euros, c'est pour le "
     "principe."},
    {complaint, voucher,
     "Bon cadeau de 50 € refusé {past} alors qu'il est valable jusqu'en juin. Très gênant devant mes invités."},
    {complaint, closed_door,
     "Porte close {past} à {hour} alors que la page dit ouvert. On a traversé toute la ville pour rien…"},
    {complaint, closed_door, "Venus exprès de {far} avec ma mère, rideau baissé, pas un mot sur la porte. Merci."},
    {complaint, closed_door, "Fermé ce midi sans prévenir ? On était plusieurs devant à se regarder"},
    {complaint, any,
     "On nous a refusé l'entrée à 22h05 en disant que la cuisine était fermée, alors que vous annoncez 22h30."},
    {complaint, manners,
     "Le serveur du comptoir {past} était franchement désagréable. Quand on demande une carafe d'eau on n'insulte "
     "personne."},
    {complaint, manners, "On nous a fait comprendre qu'il fallait libérer la table. On n'avait pas fini la bouteille."},
    {complaint, manners, "Ma mère a demandé du citron, on a levé les yeux au ciel. Petit détail, grosse déception."},
    {complaint, manners, "Accueil glacial {past}. Les huîtres, elles, étaient parfaites, c'est d'autant plus rageant."},
    {complaint, quality, "Du sable dans une huître sur trois {past}. À ce prix-là c'est non."},
    {complaint, quality, "Des {oysters} toutes maigres {past}, on aurait dit des n°5 vendues pour des n°3."},
    {complaint, quality, "Mal ouvertes, pleines d'éclats de coquille. Ma belle-mère y a laissé un bout de dent."},
    {complaint, any, "Le {wine} était bouchonné, on a dû insister pour qu'il soit changé."},
    {complaint, any, "Pain rassis et beurre sorti du congélateur. Le reste impeccable, mais soignez les bases !"},
    {complaint, noise,
     "Habitant au-dessus, je vous demande encore une fois de rentrer la terrasse à minuit comme prévu. Cette nuit "
     "c'était 1h20."},
    {complaint, any, "La musique {past}… on hurlait pour se parler. C'est un bar à huîtres ou une boîte ?"},
    {complaint, silence,
     "Trois mails envoyés, zéro réponse. Pour des réseaux sociaux tout beaux il y a du monde, pour les clients "
     "personne."},
    {complaint, silence,
     "Le téléphone sonne dans le vide depuis deux jours, la messagerie est pleine. Comment on fait pour annuler une "
     "table ?"},
    {complaint, sold_out,
     "Complet pour {evening} en une heure, alors que j'étais en ligne à l'ouverture. Le site a planté au paiement."},
    {complaint, price, "39 € la soirée, vous êtes sérieux ? L'an dernier c'était 32."},
    {complaint, admission,
     "J'ai payé {n} places pour {evening}, toujours pas de billets. Je commence à m'inquiéter, là."},
    {complaint, price, "La douzaine a encore pris 2 €. À ce rythme on ira les pêcher nous-mêmes."},
    {complaint, price, "8 € le verre {de_wine}, on n'est pas à Saint-Tropez."},
    {complaint, dogs,
     "Deux chiens sans laisse à l'intérieur {past}, dont un la truffe dans mon assiette. Sympa les chiens, mais bon."},
    {complaint, takeaway,
     "Plateau à emporter commandé pour {hour}, prêt {wait} après. Les invités étaient déjà au fromage."},
    {complaint, takeaway, "Il manquait {small} huîtres dans mon plateau à emporter {past}. J'ai la photo si besoin."},
    {complaint, wheelchair,
     "La rampe annoncée sur le site était rangée derrière des caisses. Mon frère est resté dehors le temps qu'on la "
     "dégage."},

    {emergency, quality,
     "^URGENT. Nous avons mangé chez vous {past}, 2 personnes sur 4 sont malades depuis cette nuit (vomissements, "
     "fièvre). Ma mère de 78 ans est aux urgences. Quel lot d'huîtres avez-vous servi ? Rappelez-moi vite."},
    {emergency, allergy,
     "^Mon fils est allergique aux crustacés, on l'a signalé DEUX fois {past} et il y avait des crevettes dans la "
     "sauce. Lèvres gonflées, on a dû appeler le 15. Il va mieux, mais vérifiez votre cuisine avant que ça arrive à "
     "quelqu'un d'autre."},
    {emergency, quality,
     "^Attention à celles et ceux qui étaient là {past}. Huîtres à l'odeur bizarre, toute notre table est malade "
     "depuis ce matin. D'autres dans ce cas ? Et que dit le bar ?"},

    {alarm, any, "Nous aussi ! Table de {n}, malades depuis ce matin. On n'avait pas fait le lien…"},
    {alarm, any, "Bon courage à vous. On y était {past}, gros plateau à quatre, rien à signaler pour notre part."},
    {alarm, any, "Il faut signaler à la DDPP et garder les tickets. Bon rétablissement 🙏"},
    {alarm, any, "Euh… on a une table {day}, on doit s'inquiéter ?"},

    {agreement, any, "Pareil pour nous, même soir apparemment"},
    {agreement, any, "Ah ça me rassure, je croyais que c'était juste nous."},
    {agreement, any, "+1"},
    {agreement, any, "Je confirme, il y a six mois c'était pas comme ça"},
    {agreement, any, "On a eu exactement la même chose {past}. Dommage, on venait souvent."},
    {agreement, any, "Idem, et quand on le dit on passe pour des casse-pieds."},
    {agreement, any, "Merci de le dire tout haut. J'avais pas osé."},
    {agreement, any, "Même histoire le mois dernier, on attend encore le geste promis"},
    {agreement, any, "Tout à fait d'accord avec {other}"},

    {defence, any, "Honnêtement on y va tous les mois et ça ne nous est jamais arrivé."},
    {defence, any, "Un samedi soir, en même temps… l'équipe courait partout, je les ai trouvés courageux"},
    {defence, any, "Vous leur avez dit sur place ? Ils sont plutôt arrangeants d'habitude."},
    {defence, any, "Pas du tout mon expérience, on a été reçus comme des rois {past}."},
    {defence, any, "Faut pas exagérer non plus {other}, ils débordaient ce soir-là"},
    {defence, any, "Chacun son ressenti, nous c'était parfait 🤷"},

    {retort, any, "Merci de la réponse, mais ça ne règle pas grand-chose."},
    {retort, any, "Un copier-coller d'excuses, d'accord."},
    {retort, any, "Je vous ai écrit en privé comme demandé. Rien depuis."},
    {retort, any, "C'est déjà ce que vous m'aviez dit la dernière fois…"},
    {retort, any, "Bon. On verra. J'attends votre appel."},
    {retort, bill, "D'accord mais concrètement, le remboursement c'est quand ?"},
    {retort, any, "Et donc, pour le geste commercial ?"},
};

}  // namespace

std::span<const Phrase> french_grievances() {
    return table;
}

}  // namespace fanal::demo
