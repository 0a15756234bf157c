// What the bar answers in French.
#include "crm/demo/phrases.hpp"

namespace fanal::demo {
namespace {

using enum Intent;
using enum Subject;

constexpr Phrase table[] = {
    {reply_question, hours,
     "Bonjour {first} ! Du mardi au samedi de 17h30 à minuit, et le dimanche de 11h à 15h. Le lundi on dort. À bientôt "
     "!"},
    {reply_question, hours,
     "Bonjour {first}, les horaires de la page sont les bons : mardi-samedi dès 17h30, dimanche midi de 11h à 15h. "
     "{staff}"},
    {reply_question, hours,
     "On est là du mardi au samedi à partir de 17h30, plus le dimanche de 11h à 15h. Fermés dimanche soir et lundi "
     "🙂"},
    {reply_question, late_hours,
     "La cuisine prend les commandes jusqu'à 22h30, 23h le vendredi et le samedi. Prévenez-nous si vous êtes en route "
     "!"},
    {reply_question, late_hours,
     "Bonsoir {first}, 22h30 en cuisine (23h vendredi et samedi). On garde toujours quelques huîtres pour les "
     "retardataires."},
    {reply_question, price,
     "Bonjour {first} : 14 € la demi-douzaine, 26 € la douzaine, 49 € le plateau pour deux. Toute la carte est sur "
     "lacalebavarde.example/carte 🙂"},
    {reply_question, price,
     "26 € la douzaine de fines de claire, et la formule six huîtres + un verre à 18 € du mardi au jeudi jusqu'à "
     "19h30. Le reste : lacalebavarde.example/carte"},
    {reply_question, allergy,
     "Bonjour {first}, la cuisine est petite et commune : on ne peut pas garantir l'absence de traces. La liste des "
     "allergènes est au comptoir et sur le site, et dites-le-nous en arrivant. {staff}"},
    {reply_question, allergy,
     "Bonjour {first}, je vous envoie la liste complète en message privé, c'est plus sûr que de mémoire. {staff}"},
    {reply_question, gluten,
     "Bonjour {first}, oui, un pain sans gluten emballé à part. Signalez-le en réservant, on s'organise."},
    {reply_question, vegetarian,
     "Bonjour {first} ! Oui : tarte poireaux-algues, soupe de saison et une belle assiette de légumes rôtis."},
    {reply_question, vegetarian,
     "Bien sûr. Trois plats sans poisson ni viande à la carte en ce moment, et pas des lots de consolation."},
    {reply_question, pregnancy,
     "Félicitations à elle ! Crevettes cuites du jour, bulots bien cuits, soupe. Et {staff} fait un très bon cocktail "
     "pomme-verveine sans alcool."},
    {reply_question, dogs, "Les chiens sont les bienvenus en terrasse, en laisse. On fournit la gamelle d'eau 🐶"},
    {reply_question, dogs,
     "Bonjour {first}, en terrasse oui, à l'intérieur non (la salle est petite et les assiettes sont basses)."},
    {reply_question, children,
     "Bonjour {first}, avec plaisir ! Deux chaises hautes, et une assiette enfant crevettes-purée à 9 €."},
    {reply_question, children,
     "Le dimanche midi est le plus tranquille avec des enfants. Chaises hautes, menu à 9 €, coquilles à peindre."},
    {reply_question, parking,
     "Parking Cité Mondiale à cinq minutes, ou tram B arrêt Chartrons. Les vélos dorment dans notre cour, demandez la "
     "clé au bar."},
    {reply_question, parking,
     "Bonjour {first}, le plus simple : tram B, arrêt Chartrons. En voiture, Cité Mondiale, et on peut déposer "
     "quelqu'un juste devant."},
    {reply_question, wheelchair,
     "Bonjour {first}, oui : rampe à l'entrée et toilettes adaptées. On vous garde une table accessible ?"},
    {reply_question, terrace,
     "Chauffée, abritée du vent, sans réservation, et s'il tombe des cordes on vous trouve une place dedans."},
    {reply_question, terrace,
     "Bonjour {first}, la terrasse est chauffée et ne se réserve pas : en arrivant avant 19h il y a presque toujours "
     "de la place."},
    {reply_question, voucher,
     "Bonjour {first}, les bons se prennent en ligne (lacalebavarde.example/cadeau) ou au comptoir, valables un an, "
     "{evening} comprise, et on ferme les yeux sur quelques semaines."},
    {reply_question, voucher,
     "Quelle bonne idée 🎁 Le bon s'imprime ou s'envoie par mail, il est valable un an, {evening} comprise."},
    {reply_question, payment,
     "Carte, espèces, chèques vacances, tickets resto le midi. Et on sait diviser une note par {n}, on s'entraîne."},
    {reply_question, oysters,
     "Bonjour {first}, elles viennent de chez Maëlle, au Canon (Cap Ferret). Des n°3 surtout, bien charnues et pas "
     "laiteuses en ce moment. Arrivage mardi et vendredi."},
    {reply_question, oysters,
     "De chez Maëlle au Cap Ferret, et d'un cousin à Marennes pour les spéciales. Des plates aussi, d'octobre à avril. "
     "Passez voir l'étal !"},
    {reply_question, oyster_kinds,
     "Bonne question ! Les {oysters} sont plus iodées, les {oysters2} plus rondes, un peu noisette. Le mieux : trois "
     "et trois."},
    {reply_question, wine,
     "Au verre cette semaine : {wine}, {wine2} et un petit blanc nature que défend {staff}, bec et ongles. La carte "
     "complète est sur le site."},
    {reply_question, wine,
     "La carte tourne chaque semaine, là c'est {wine} et {wine2} au verre. Dites-nous ce que vous aimez, on a toujours "
     "une bouteille d'avance."},
    {reply_question, pairing,
     "Avec celles-là on ouvrirait plutôt un {wine}. Mais on n'a jamais renvoyé personne pour autre chose 😄"},
    {reply_question, pairing,
     "Un blanc sec et vif : {wine} sans hésiter. Le reste est affaire de goût, et de mauvaise foi. {staff}"},
    {reply_question, corkage, "Bonjour {first}, droit de bouchon à 8 €, et il faut nous faire goûter, c'est la règle."},
    {reply_question, dishes, "Oui, des {dish} jusqu'à la fin du mois si la mer le veut bien."},
    {reply_question, warm,
     "Bonjour {first}, pour les frileux : soupe de poisson, gratin d'huîtres et crépinettes grillées."},
    {reply_question, takeaway,
     "Bonjour {first}, oui, à emporter du mardi au samedi. Commandez la veille avant 18h sur le site ou ici en "
     "message, et on vous les ouvre."},
    {reply_question, takeaway,
     "Avec plaisir ! Commande la veille avant 18h, plateau prêt et ouvert à l'heure que vous voulez."},
    {reply_question, delivery,
     "Pas de livraison, désolés, on n'a qu'un triporteur et il est capricieux. À emporter avec grand plaisir !"},
    {reply_question, evening,
     "Bonjour {first}, {evening} c'est le {evening_date} à partir de 19h. 39 € : douze huîtres, trois verres de blanc, "
     "pain, beurre et musique. Il reste quelques places sur lacalebavarde.example/maree"},
    {reply_question, evening,
     "Il reste quelques places en ligne ou au comptoir : 39 €, huîtres, trois verres, pain, beurre et fanfare compris. "
     "Ouverture à 19h le {evening_date}."},
    {reply_question, admission,
     "Bonjour {first}, la confirmation part parfois dans les indésirables. Envoyez-nous votre nom en privé, on vérifie "
     "tout de suite."},
    {reply_question, refund,
     "Places échangeables jusqu'au jeudi, remboursables en cas d'empêchement sérieux. On n'est pas des monstres "
     "🙂"},
    {reply_question, no_oysters,
     "Il y aura aussi des {dish} et une soupe pour ceux qui regardent les huîtres de loin. Venez quand même !"},
    {reply_question, seats,
     "Debout surtout, avec des bancs le long du quai. On garde des places assises pour qui en a besoin : dites-nous "
     "votre nom en privé."},
    {reply_question, group,
     "Bonjour {first}, on privatise le fond de salle jusqu'à 35 personnes. Écrivez à groupes@lacalebavarde.example "
     "avec la date, {staff} vous fait un devis."},
    {reply_question, group,
     "Avec plaisir, et un gâteau maison ne nous fâche pas du tout. Écrivez-nous la date en message privé."},
    {reply_question, job,
     "Bonjour {first}, oui, on cherche encore ! CV et trois lignes sur vous à equipe@lacalebavarde.example"},
    {reply_question, job,
     "Passez voir {staff} un après-midi vers 16h, ou écrivez à equipe@lacalebavarde.example. On recrute pour de vrai."},
    {reply_question, lost, "Bonjour {first}, retrouvé ! C'est derrière le bar, en sécurité. Passez quand vous voulez."},
    {reply_question, lost,
     "Bonjour {first}, rien ce matin dans la caisse d'objets trouvés, mais on regarde sous les banquettes et on vous "
     "dit."},
    {reply_question, at_home,
     "On jette la première eau, toujours. Lame courte et rigide, torchon plié dans l'autre main, et un gaucher fait "
     "tout pareil dans le miroir."},
    {reply_question, at_home,
     "Tout est dans la vidéo épinglée : torchon plié, lame courte, on jette la première eau et on laisse l'huître en "
     "refaire une meilleure."},
    {reply_question, keeping,
     "Fermées, au frais entre 5 et 10 °C, bien à plat et serrées : cinq à six jours sans souci."},
    {reply_question, sauce,
     "Vinaigre de vin, échalote, poivre concassé au dernier moment. Le cidre, {staff} le défend, mais on ne l'écoute "
     "pas."},
    {reply_question, music, "Jeudi c'est un duo accordéon-contrebasse de Bègles. Entrée libre, dès 20h30."},
    {reply_question, contest,
     "Tirage vendredi à 18h, résultat en commentaire ici. Un commentaire suffit, pas besoin de s'abonner. Bonne chance "
     "{first} 🤞"},
    {reply_question, address,
     "Quai des Chartrons, tram B arrêt Chartrons puis on descend vers l'eau. Cherchez la porte bleue et la mouette."},
    {reply_question, phone,
     "Bonjour {first}, le plus sûr est d'appeler entre 15h et 17h30, avant le service. Ou ici, on répond !"},
    {reply_question, owners,
     "Bonjour {first}, juste nous : Maud, Titouan et une équipe de six. Pas de chaîne, à part celle du vélo."},
    {reply_question, any, "Bonjour {first}, on vous répond en message privé tout de suite. {staff}"},

    {reply_booking, any, "C'est noté {first}, on vous attend. À très vite !"},
    {reply_booking, any, "Bonjour {first}, oui, c'est bon pour nous. Un petit message si vous avez du retard. {staff}"},
    {reply_booking, any, "On vous garde ça au chaud {first} 👍"},
    {reply_booking, any, "Bonjour {first}, on vient de vous confirmer en message privé. Merci !"},
    {reply_booking, any, "C'est bon {first}, table à votre nom. À bientôt sur le quai ! {staff}"},
    {reply_booking, change, "C'est modifié, merci d'avoir prévenu {first}."},
    {reply_booking, change, "Aucun souci {first}, on a changé ça dans le cahier."},
    {reply_booking, cancel, "C'est annulé {first}, merci de nous avoir prévenus. À une prochaine !"},
    {reply_booking, cancel, "Pas de souci {first}, la table fera des heureux. Revenez vite."},
    {reply_booking, walk_in,
     "Le comptoir et la moitié de la terrasse ne se réservent pas {first}. Vers 18h30 c'est presque sûr."},
    {reply_booking, group,
     "Bonjour {first}, pour un groupe on s'appelle ? Envoyez-nous votre numéro en privé, on vous rappelle demain entre "
     "15h et 17h."},
    {reply_booking, evening, "Vos places sont mises de côté {first}, vous réglez en arrivant. À {evening} !"},
    {reply_booking, seats, "C'est noté {first}, vous serez tous sur le même banc. Serrés, mais ensemble."},
    {reply_full, any,
     "Bonjour {first}, complet ce soir-là malheureusement. Liste d'attente ? Ça bouge souvent l'après-midi même."},
    {reply_full, any,
     "Ah mince, on est pleins. Il reste le comptoir sans réservation, en venant vers 18h30 c'est presque sûr."},
    {reply_full, any, "Complet {first}, désolés. Mardi ou mercredi, en revanche, on vous déroule le tapis."},

    {reply_complaint, cold,
     "Bonjour {first}, ça ne devait pas sortir comme ça de la cuisine. Merci de nous le dire. La prochaine est pour "
     "nous, écrivez-nous en privé ? {staff}"},
    {reply_complaint, waiting,
     "Bonjour {first}, vous avez raison, on s'est laissé déborder. Deux personnes de plus en salle dès ce week-end. "
     "Pardon pour l'attente."},
    {reply_complaint, waiting,
     "{first}, on est désolés. On vous doit au moins un verre : dites votre nom en arrivant la prochaine fois. "
     "{staff}"},
    {reply_complaint, bill,
     "Bonjour {first}, toutes nos excuses pour cette erreur. Envoyez-nous une photo du ticket en privé, on rembourse "
     "aujourd'hui."},
    {reply_complaint, bill,
     "Bonjour {first}, on a repris la caisse et vous avez raison. Le remboursement part ce soir, comptez trois jours. "
     "Désolés. {staff}"},
    {reply_complaint, closed_door,
     "Bonjour {first}, panne de chambre froide ce jour-là, on a prévenu trop tard. On comprend votre déception et on "
     "vous invite à un verre."},
    {reply_complaint, closed_door,
     "Vraiment désolés {first}. L'affiche était sur la mauvaise porte. Venez nous voir, l'apéro est pour nous."},
    {reply_complaint, manners,
     "Bonjour {first}, ce n'est pas l'accueil qu'on veut. J'en parle à l'équipe dès ce soir. Vous pouvez m'écrire en "
     "privé ? Maud"},
    {reply_complaint, manners,
     "Merci de nous l'écrire {first}, même si c'est désagréable à lire. On en a parlé ce matin en équipe."},
    {reply_complaint, quality,
     "Bonjour {first}, lot renvoyé au producteur, et c'était à nous de le voir avant. On vous rembourse les huîtres : "
     "un message privé avec la date ?"},
    {reply_complaint, quality,
     "Désolés {first}. On a montré votre message à notre écailler, il était tout rouge. On se rattrape quand vous "
     "voulez."},
    {reply_complaint, noise,
     "Bonjour {first}, vous avez raison de le dire. La terrasse ferme désormais à 23h30 et voici le numéro de Maud, en "
     "privé, en cas de souci."},
    {reply_complaint, silence,
     "Bonjour {first}, téléphone et boîte mail débordent en ce moment, pardon. Écrivez-nous ici ce qu'il vous faut, on "
     "s'en occupe aujourd'hui."},
    {reply_complaint, admission,
     "Bonjour {first}, on a vérifié : votre commande est bien là. Les billets partent par lots, le vôtre ce soir. "
     "Désolés pour la frayeur."},
    {reply_complaint, sold_out,
     "On comprend {first}. Le site a lâché pendant vingt minutes, on remet trente places en vente mercredi à midi."},
    {reply_complaint, price,
     "On vous comprend {first}. Le prix à la cale a monté de 15 % cette année, on n'a pas tout répercuté. La formule à "
     "18 € ne bouge pas."},
    {reply_complaint, any,
     "Bonjour {first}, merci de nous le dire franchement. On regarde ce qui s'est passé et on revient vers vous en "
     "privé."},
    {reply_complaint, any,
     "Bonjour {first}, ce n'est pas normal et on en est désolés. Vous pouvez nous écrire en privé avec la date ? Maud"},

    {reply_emergency, allergy,
     "Bonjour {first}, je vous appelle immédiatement. Toute la cuisine reprend la procédure allergènes ce soir, fiche "
     "par fiche. Écrivez-nous votre numéro en privé si je n'arrive pas à vous joindre. Maud, gérante"},
    {reply_emergency, any,
     "Bonjour {first}, nous vous appelons immédiatement. Lot retiré de la vente, producteur et services vétérinaires "
     "prévenus. Écrivez-nous votre numéro en privé si ce n'est pas fait. Maud, gérante"},
    {reply_emergency, any,
     "{first}, on prend ça très au sérieux. J'essaie de vous joindre tout de suite. Si les symptômes continuent, le "
     "15. Maud"},

    {reply_praise, any, "Merci {first}, ça nous touche beaucoup ❤️"},
    {reply_praise, any, "Merci {first} ! On transmet à l'équipe, ça va faire des sourires en cuisine."},
    {reply_praise, any, "Oh merci ! À très vite sur le quai."},
    {reply_praise, any, "Le plaisir était pour nous {first} 🙏"},
    {reply_praise, any, "Merci, vraiment. On l'imprime et on le met à côté de la machine à café."},
    {reply_praise, oysters, "Merci {first} ! Maëlle, qui les élève, va être fière."},
    {reply_praise, wine, "Heureux que ça vous ait plu. Il en reste quelques caisses, ne traînez pas 😉"},
    {reply_praise, team, "Message lu à voix haute au brief, il y a eu des joues rouges. Merci {first} !"},
    {reply_praise, seagull, "Gaston vous remercie et demande s'il vous reste des frites."},
    {reply_praise, evening, "On a hâte aussi ! Prenez une laine, le quai est frais le soir."},
    {reply_praise, at_home, "Bravo {first} ! Et tous les doigts sont là, c'est l'essentiel."},
    {reply_praise, any, "Merci {first}, revenez quand vous voulez. {staff}"},

    {reply_chatter, any, "😄 On vous attend {first} !"},
    {reply_chatter, any, "Ha ha, on valide."},
    {reply_chatter, any, "Exactement {first}."},
    {reply_chatter, any, "Bien vu 👏"},
    {reply_chatter, any, "On ne juge personne ici. Enfin, un peu."},
    {reply_chatter, chewing, "On mâche, {first}, toujours. Titouan y a consacré deux ans de sa vie."},
    {reply_chatter, wine, "On garde une bouteille au frais pour vous."},
    {reply_chatter, seagull, "Gaston ne commente pas les affaires en cours."},
    {reply_chatter, seagull, "On lui a transmis. Il s'en fiche, évidemment."},
    {reply_chatter, contest, "Participation enregistrée {first}, bonne chance 🤞"},
    {reply_chatter, contest, "C'est noté ! Tirage vendredi 18h."},
    {reply_chatter, evening, "On a hâte de vous y voir {first} !"},
    {reply_chatter, evening, "On compte les jours aussi 😄"},
    {reply_chatter, any, "Merci {first} 💙"},

    {reply_tagging, any, "On vous garde une table pour deux ? 😏"},
    {reply_tagging, any, "Allez, on vous attend tous les deux !"},
    {reply_tagging, any, "Excellente idée {first}."},
    {reply_tagging, contest, "Deux participations notées, bonne chance 🤞"},
    {reply_tagging, any, "Et c'est qui qui invite, si on a bien compris ?"},

    {reply_emoji, any, "❤️"},
    {reply_emoji, any, "Merci {first} !"},
    {reply_emoji, any, "🥂"},
    {reply_emoji, any, "💙💙"},
    {reply_emoji, any, "À bientôt {first} 🙂"},

    {reply_nudge, any, "Pardon pour le silence {first}, votre message nous avait échappé."},
    {reply_nudge, any, "Désolés pour le délai {first}, on était à l'arrivage ce matin."},
    {reply_nudge, any, "Toutes nos excuses, on répond tard."},

    {reply_retort, any, "Vous avez raison {first}, je vous appelle demain matin pour régler ça de vive voix. Maud"},
    {reply_retort, any, "On vient de vous écrire en privé {first}. Merci de votre patience."},
    {reply_retort, any,
     "On comprend {first}. Donnez-nous jusqu'à demain midi, on revient vers vous avec du concret. Maud"},
    {reply_retort, bill,
     "C'est fait {first}, le virement est parti. Si ça n'arrive pas d'ici vendredi, dites-le-nous ici même."},

    {reply_mention, any, "Merci {first} ! Quel plaisir de lire ça 💙"},
    {reply_mention, any, "On rougit. À très vite {first} !"},
    {reply_mention, any, "Revenez quand vous voulez {first}, on garde la chaise au soleil."},
    {reply_mention, any, "On transmet à toute l'équipe, Gaston compris. Merci {first} !"},

    {reply_gratitude, any, "Avec plaisir !"},
    {reply_gratitude, any, "À bientôt {first} 👋"},
    {reply_gratitude, any, "Belle journée {first} !"},

    {reply_visitor, any, "😄"},
    {reply_visitor, any, "❤️"},
    {reply_visitor, any, "On vous attend aussi !"},
    {reply_visitor, any, "Voilà, tout est dit 👏"},
    {reply_visitor, any, "Merci 🙏"},
};

}  // namespace

std::span<const Phrase> french_replies() {
    return table;
}

}  // namespace fanal::demo
