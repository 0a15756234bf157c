#include "crm/demo/posts.hpp"

namespace fanal::demo {
namespace {

using enum Subject;

constexpr PostText long_table[] = {
    {early, evening,
     "Notez la date : {evening}, notre soirée huîtres et vin blanc, revient le {evening_date}. Douze huîtres, trois "
     "verres, de la musique et le quai pour nous tout seuls. Ouverture des places mercredi à midi."},
    {early, evening,
     "On y travaille depuis des semaines : {evening}, c'est le {evening_date}. Cette année trois producteurs, quatre "
     "vignerons et une surprise (non, ce n'est toujours pas un feu d'artifice)."},
    {early | middle, evening,
     "Les places pour {evening} sont en ligne : 39 €, douze huîtres, trois verres de blanc, pain, beurre, musique. "
     "lacalebavarde.example/maree"},
    {middle, evening,
     "La question qu'on nous pose dix fois par jour : oui, on peut venir à {evening} sans aimer les huîtres. Il y aura "
     "des {dish}, de la soupe et beaucoup de beurre salé."},
    {middle | late, evening, "La moitié des places de {evening} sont parties. On dit ça, on ne dit rien."},
    {late, evening,
     "Dans {days_left} jours, {evening}. L'affiche est collée, les bancs sont réparés, Titouan a retrouvé ses bottes. "
     "Il reste quelques places."},
    {late, evening,
     "Plan de table, plan de quai, plan B en cas de pluie : tout est prêt pour {evening_date}. Et vous, vous venez à "
     "combien ?"},
    {late, evening,
     "Rendez-vous {evening_date}, 19h, quai des Chartrons. Prenez une laine, un couteau si vous y tenez, et quelqu'un "
     "que vous aimez bien."},
    {late, evening,
     "On nous demande le programme de {evening} : 19h ouverture, 20h premier concert, 21h concours d'ouverture "
     "d'huîtres (amateurs bienvenus), 23h dernière tournée de soupe."},
    {whenever, oysters,
     "Arrivage de ce matin : {oysters} et {oysters2}. Elles ont quitté l'eau hier soir, elles seront sur glace à "
     "17h30."},
    {early | middle, oysters,
     "Chez Maëlle, au Canon, la journée commence à cinq heures du matin, dans le noir et les bottes pleines. C'est "
     "elle qui élève la moitié des huîtres que vous mangez ici. On est allés lui prêter main-forte (elle dit : la "
     "ralentir)."},
    {whenever, oysters,
     "N°2, n°3, n°4 : plus le chiffre est grand, plus l'huître est petite. Non, nous non plus on ne sait pas qui a "
     "décidé ça. Et vous, c'est quoi votre calibre ?"},
    {middle, oysters,
     "Petit sondage avant de passer commande pour {evening} : plutôt {oysters} ou plutôt {oysters2} ?"},
    {whenever, wine,
     "Au verre cette semaine : {wine} et {wine2}. Le premier est sec comme un coup de trique, le second a de "
     "l'embonpoint. Venez les départager."},
    {early | middle, wine,
     "On revient de chez notre vigneron d'Entre-deux-Mers avec trois cartons et de la boue jusqu'aux genoux. Son blanc "
     "2025 sera à {evening}."},
    {middle, wine, "Non, Bordeaux ce n'est pas que du rouge. La preuve par trois, en photo. Lequel avec vos huîtres ?"},
    {middle | late, wine,
     "Les quatre blancs de {evening} sont choisis. La dégustation a été longue, rigoureuse, et plus personne ne se "
     "souvient de la fin."},
    {whenever, dishes,
     "Il pleut, donc : soupe de poisson, croûtons frottés à l'ail, rouille maison. Jusqu'à épuisement de la marmite."},
    {whenever, dishes,
     "De retour à la carte : des {dish}. On vous entendait les réclamer depuis des mois, ne faites pas semblant."},
    {whenever, terrace,
     "17h45, les guirlandes s'allument et la table 7 est libre. La terrasse est chauffée, les plaids sont propres, il "
     "ne manque que vous."},
    {middle, terrace,
     "On a refait les bancs de la terrasse ce week-end. Merci aux voisins pour la ponceuse et pour la patience."},
    {whenever, hours,
     "Cette semaine on ouvre aussi dimanche midi : 11h-15h, huîtres, crépinettes et journaux du jour. Lundi, on dort."},
    {early, hours,
     "Petit rappel des horaires : mardi à samedi de 17h30 à minuit, dimanche de 11h à 15h. La cuisine ferme à 22h30, "
     "23h en fin de semaine."},
    {middle | late, hours,
     "Fermeture exceptionnelle mardi prochain, toute l'équipe est au bassin pour choisir les huîtres de {evening}. On "
     "rouvre mercredi, salés et contents."},
    {early, team,
     "Bienvenue à Inès, qui rejoint la salle. Elle a déjà appris à distinguer une plate d'une creuse les yeux fermés, "
     "ce qui ne sert à rien mais impressionne."},
    {whenever, team,
     "C'est lui qui ouvre vos huîtres : Titouan, 400 par soir, record à 12 secondes la douzaine. On exagère un peu. À "
     "peine."},
    {early | middle, team,
     "On cherche un écailler ou une écaillère pour la saison, et deux extras pour {evening}. Bonne humeur exigée, "
     "bottes fournies. equipe@lacalebavarde.example"},
    {early | middle, contest,
     "CONCOURS 🎁 Deux places pour {evening} à gagner. Dites-nous en commentaire avec qui vous viendriez. Tirage "
     "vendredi à 18h."},
    {middle | late, contest,
     "CONCOURS 🎁 Votre accord préféré : quelle huître, quel blanc ? Un commentaire tiré au sort repart avec deux "
     "places pour {evening}."},
    {whenever, music,
     "Jeudi, concert au fond de la salle : accordéon et contrebasse, 20h30, entrée libre. On pousse les tables, vous "
     "poussez la chansonnette."},
    {middle | late, music,
     "Pour {evening} on a invité une fanfare. Une petite. On a prévenu les voisins, ils viennent."},
    {whenever, seagull,
     "Compte rendu de la semaine : 212 douzaines ouvertes, 3 verres cassés, 1 pain volé. Gaston, la mouette du quai, "
     "n'a fait aucun commentaire."},
    {middle, seagull, "Gaston a été vu sur la table 4. La table 4 n'avait pas fini. La table 4 a fini."},
    {early | middle, voucher,
     "Anniversaire, départ, pardon à demander : nos bons cadeaux s'impriment ou s'envoient. "
     "lacalebavarde.example/cadeau"},
    {whenever, takeaway,
     "Plateaux à emporter : commandez la veille avant 18h, on ouvre tout, vous n'avez plus qu'à trouver un frigo assez "
     "grand."},
    {whenever, at_home,
     "La mignonnette de Titouan : 3 échalotes, 15 cl de vinaigre de vin, poivre concassé au dernier moment. Et surtout "
     "pas de sucre, on vous voit."},
    {whenever, any,
     "Merci. Samedi vous étiez nombreux, patients et de très bonne humeur. On a fermé à une heure, les pieds en "
     "compote et le cœur léger."},
    {early | middle, any, "Quatre ans aujourd'hui qu'on a repeint cette porte en bleu. Merci d'être entrés."},
    {whenever, children,
     "Dimanche midi, l'atelier des petits : coquilles, peinture, tabliers trop grands. Gratuit, sans réservation, "
     "taches garanties."},
    {middle | late, wheelchair,
     "La nouvelle rampe est posée : plus besoin de la demander, elle reste dehors. Il était temps, merci à Karim de "
     "nous avoir secoués."},
};

constexpr PostText short_table[] = {
    {early, evening, "{evening} revient le {evening_date}. Huîtres, blanc, musique, quai. Places mercredi midi."},
    {early | middle, evening,
     "C'est ouvert : 39 €, douze huîtres, trois verres, une fanfare. {evening}, {evening_date}. "
     "lacalebavarde.example/maree"},
    {middle, evening, "Non, on ne fera pas de cocktail à l'huître pour {evening}. Oui, on a essayé."},
    {middle | late, evening, "La moitié des places sont parties pour {evening}. L'autre moitié hésite, on la connaît."},
    {late, evening, "J-{days_left}. Titouan aiguise. Maud compte les verres. Gaston compte sur vous."},
    {late, evening, "Prévisions pour {evening} : vent d'ouest, blanc bien frais, risque d'accordéon en soirée."},
    {late, evening, "Il reste quelques places pour {evening_date}. Après, ce sera par la fenêtre."},
    {whenever, oysters, "Arrivage : {oysters} et {oysters2}. Sur glace à 17h30, dans vos mains à 17h31."},
    {whenever, oysters, "On mâche ou on gobe ? Vous avez quatre heures."},
    {whenever, oysters, "Le citron sur l'huître : pour ou contre ? Restez polis."},
    {early | middle, oysters, "5h du matin au Canon, les mains dans l'eau à 9 degrés. Maëlle rit. Nous, moins."},
    {whenever, wine, "Au verre ce soir : {wine} et {wine2}. On ne prend pas parti."},
    {middle, wine, "Bordeaux fait aussi du blanc. Nous aussi on a été surpris, en 1987."},
    {middle | late, wine, "Dégustation des blancs de {evening} : 14 bouteilles, 4 retenues, 0 note lisible."},
    {whenever, dishes, "Il pleut. Soupe de poisson. Voilà, c'est tout, c'est déjà beaucoup."},
    {whenever, dishes, "Les {dish} sont de retour. On ne sait pas pour combien de temps, comme en amour."},
    {whenever, terrace, "17h45, table 7, guirlandes allumées. On vous garde la chaise dix minutes."},
    {whenever, hours, "Ouverts dimanche midi, 11h-15h. Huîtres, crépinettes, journal. Lundi on dort."},
    {middle | late, hours, "Fermé mardi prochain, on est au bassin. On vous rapporte quelque chose."},
    {early, team, "Bienvenue à Inès en salle. Soyez gentils, elle sait déjà se servir d'un couteau."},
    {early | middle, team, "On cherche un écailler. Bottes fournies, humour apprécié, lundis libres."},
    {middle, contest, "Deux places pour {evening} : partagez, dites-nous avec qui vous venez. Tirage vendredi 18h 🎁"},
    {middle | late, contest,
     "Dernier concours avant {evening} : votre meilleur accord huître et blanc en réponse, deux places à gagner."},
    {whenever, music, "Jeudi 20h30, accordéon et contrebasse. Entrée libre, sortie difficile."},
    {whenever, seagull, "Bilan du jour : 38 douzaines, 1 verre cassé, 1 tartine portée disparue. Gaston a un alibi."},
    {whenever, seagull, "Gaston a suivi un client jusqu'au tram. On ne sait pas lequel des deux avait raison."},
    {middle, seagull, "Pétition pour payer Gaston à l'heure : il travaille plus que nous."},
    {early | middle, voucher,
     "Bons cadeaux en ligne. Pour se faire pardonner, c'est plus efficace que des fleurs, et ça se mange."},
    {whenever, takeaway, "À emporter : commandez la veille, on ouvre. Vos doigts nous remercieront."},
    {whenever, at_home, "Ouvrir une huître : lame courte, torchon plié, patience longue. La vidéo est en ligne."},
    {whenever, any, "Merci pour samedi. On a dormi douze heures."},
    {early | middle, any, "Quatre ans que la porte est bleue. Merci d'être entrés."},
    {whenever, any, "Un monsieur vient de commander « comme d'habitude ». C'est sa première fois ici. On l'adore."},
    {whenever, any, "Entendu en salle : « Les huîtres, c'est comme les réunions, il faut savoir quand s'arrêter. »"},
    {late, any,
     "Répétition générale ce soir. Si vous entendez une fanfare sur le quai, c'est normal, si vous voyez Titouan "
     "danser, appelez-nous."},
};

constexpr PostText video_table[] = {
    {whenever, at_home,
     "Titouan, notre écailler, montre le geste lentement, puis à sa vitesse à lui. Matériel : un couteau à lame "
     "courte, un torchon.",
     "Ouvrir une huître sans se couper (enfin)"},
    {early | middle, oysters, "On a suivi Maëlle, ostréicultrice au Canon, du parc à la cabane.",
     "5h du matin sur le bassin, avec Maëlle"},
    {whenever, at_home, "Trois échalotes, du vinaigre, du poivre. Et une leçon de patience.",
     "La vraie mignonnette, en 90 secondes"},
    {whenever, wine, "Trois blancs, une huître, aucun snobisme. Avec {staff}.", "{wine} ou {wine2} avec les huîtres ?"},
    {early, evening, "Tout ce qu'il faut savoir sur la soirée du {evening_date}. Places : lacalebavarde.example/maree",
     "{evening} : on vous explique tout"},
    {middle | late, evening, "Les bancs, la scène, la glace : une semaine de préparatifs en trois minutes.",
     "Les coulisses de {evening}"},
    {late, evening, "J-{days_left}. Il reste du travail. Il reste aussi quelques places.",
     "J-{days_left} avant {evening}"},
    {whenever, oysters, "Fines, spéciales, claires, plates : on les ouvre, on les goûte, on vous explique.",
     "{oysters} contre {oysters2} : le match"},
    {whenever, seagull, "Il ne paie pas, il ne réserve pas, il revient toujours.",
     "Gaston, la mouette qui se croit chez elle"},
    {early | middle, team, "Une journée derrière le comptoir avec Inès, arrivée le mois dernier.",
     "Premier service d'Inès"},
    {whenever, dishes, "La recette de la soupe de poisson, sans secret sauf un.", "La soupe de poisson du dimanche"},
    {middle, music, "Un extrait du concert de jeudi, filmé depuis le bar.",
     "Accordéon et contrebasse au fond de la salle"},
    {middle, wine, "Visite chez notre vigneron d'Entre-deux-Mers, sous la pluie.",
     "Chez le vigneron : pourquoi son blanc sent la pierre"},
    {late, music, "La fanfare répète sur le quai. Pardon aux voisins.", "Répétition de la fanfare"},
    {whenever, any, "Les questions que vous posez le plus souvent, en deux minutes.",
     "On répond à vos questions (oui, les chiens aussi)"},
    {whenever, takeaway, "Comment on prépare un plateau pour qu'il arrive entier chez vous.",
     "Un plateau à emporter, de la glace au ruban"},
    {middle | late, evening, "Règles simples, doigts protégés, mauvaise foi autorisée.",
     "Concours d'ouverture : l'entraînement"},
    {early, terrace, "Time-lapse d'une soirée sur le quai, de 17h30 à minuit.",
     "Une soirée sur la terrasse en 60 secondes"},
};

constexpr PostText viral = {middle, seagull,
                            "Gaston, la mouette du quai, vient de voler une Gillardeau dans l'assiette de la table 4. "
                            "Il n'a pas pris de citron. On respecte."};

}  // namespace

std::span<const PostText> long_posts() {
    return long_table;
}
std::span<const PostText> short_posts() {
    return short_table;
}
std::span<const PostText> videos() {
    return video_table;
}
const PostText& viral_post() {
    return viral;
}

}  // namespace fanal::demo
