#include "crm/text/lexicon.hpp"

namespace fanal::text {

// The form of the lines is explained at the head of lexicon_feelings.cpp.
const std::string_view lexicon_of_needs = R"(
# ---- Emergencies: health, safety, the law
emergency .95 complaint .5 | intoxication alimentaire, intoxications alimentaires, food poisoning, food poisoned
          | salmonelle/s, salmonella, listeria, norovirus, e coli, botulism, botulisme, réaction allergique
          | choc allergique, allergic reaction, choc anaphylactique, anaphylactic shock, anaphylaxis, anaphylactic
          | œdème de quincke, épipen, violently ill
emergency .85 complaint .5 | intoxiqué/e/s/es, intoxication, intoxications, empoisonné/e/s/es, empoisonnement
          | poisoned, tombé malade, tombés malades, tombée malade, tombées malades, rendu malade, rendus malades
          | rendue malade, rendues malades, a rendu malade, malade/s toute la nuit, malades toute la nuit, été malade
          | été malades, malade après, malades après, malade depuis, malades depuis, malade comme un chien
          | tous malades, toutes malades, sommes malades, étions malades, got sick, made me sick, made us sick
          | made him sick, made her sick, made me ill, made us ill, sick after, sick from, been sick all
          | sick all night, sick for days, fell ill, ill after, seriously ill, really ill, very ill, very sick
          | violently sick, getting sick, get sick, felt sick, sick to my stomach, throwing up, vomiting, vomited
          | vomit, threw up, puked, puking, vomi/r, vomissements, vomit toute, diarrhée/s, diarrhea, diarrhoea
emergency .9 complaint .3 | aux urgences, les urgences, hospitalisé/e/s, hospitalisation, samu, ambulance, ambulances
          | emergency room, in the er, to the er, hospitalized, hospitalised, paramedic/s, heart attack
          | crise cardiaque, unconscious, inconscient/e, fainted, passed out, évanoui/e/s, seizure, urgence médicale
          | medical emergency, passenger is ill, perdu connaissance, malaise
emergency .8 | hôpital, hopitaux, hospital, injured, injuries, injury, blessé/e/s/es, blessure/s, bleeding, saigne
          | saignait, choked, choking, étouffé/e/s, s étouffer, brûlures, got hurt, was hurt, got burned, got burnt
          | cut my, s est coupé/e, s est brûlé/e, pompiers, fracture/s, concussion, gastro, cut his, cut her
emergency .5 | allergique/s, allergie/s, allergic, allergy, allergies, police, gendarmerie, blood, du sang, cnil, rgpd
          | gdpr
emergency .3 | allergène/s, allergen/s, malade/s, emergency, urgence, gastrique, intolérant/e, intolérance, celiac
          | coeliac, coeliaque, cœliaque, gluten, smoke
none      | emergency exit/s, emergency contact, emergency number, no allergies, smoke/d salmon, smoked
emergency .9 complaint .5 | bout/s de verre, morceau de verre, morceaux de verre, éclat de verre, éclats de verre
          | verre pilé, verre cassé dans, glass in my, glass in our, glass in the food, piece/s of glass
          | shard/s of glass, broken glass in, morceau de métal, morceau de plastique, bout de plastique
          | bout de métal, metal in my, plastic in my, screw in my, asticot/s, maggot/s, raw chicken, poulet cru
          | still raw inside, allergen in my
emergency .5 complaint .85 | cafard/s, blatte/s, cockroach/es, roaches, rat, rats, souris dans, mouse in, mice
          | périmé/e/s/es, moisi/e/s/es, moisissure/s, moldy, mouldy, mold, mould, past its date, expired food
          | out of date food, undercooked, pas assez cuit le poulet, bedbugs, bed bugs, punaises de lit
emergency .9 | pris feu, prend feu, prenait feu, caught fire, catches fire, catching fire, incendie, départ de feu
          | fuite de gaz, odeur de gaz, gas leak, smell of gas, smell gas, electric shock, electrocuted, électrocuté/e
          | décharge électrique, exploded, explode/s, explosion, explosé/e, batterie gonflée, batterie gonfle
          | batterie a gonflé, swollen battery, battery swelling, battery is swollen, battery swelled, fumée noire
          | smoke coming, smoke in the cabin, smoking battery, carbon monoxide, monoxyde
emergency .65 | unsafe, danger, dangereux, dangereuse/s, dangerous, hazard, hazardous, overheating, surchauffe
          | court circuit, safety issue/s, safety concern/s, problème de sécurité, mise en danger, mettre en danger
          | mis en danger, health and safety, not safe, pas en sécurité, food safety, sécurité alimentaire
          | insalubre/s, unsanitary, fuel smell, emergency landing, smells like burning, odeur de brûlé
emergency .9 complaint .6 | mon avocat, notre avocat, un avocat pour, contacter un avocat, saisir un avocat
          | nos avocats, mes avocats, avocat vous, avocats vous, lawyer/s, attorney/s, solicitor/s, legal action
          | legal proceedings, suing, sue you, sue them, to sue, sued, will sue, lawsuit, class action, small claims
          | see you in court, take you to court, taking you to court, in court, porter plainte, porte plainte
          | portons plainte, portée plainte, déposer plainte, dépose plainte, déposé plainte, dépôt de plainte
          | plainte contre vous, en justice, tribunal, tribunaux, huissier, mise en demeure, poursuites judiciaires
          | dgccrf, répression des fraudes, services d hygiène, service d hygiène, services sanitaires
          | services vétérinaires, contrôle sanitaire, health department, health inspector, health inspection
          | board of health, trading standards, environmental health, consumer protection, signal conso, signalconso
          | association de consommateurs, ftc complaint, dot complaint, data breach, fuite de données
          | fuites de données
emergency .85 complaint .4 | agression/s, agressé/e/s, harcèlement, harcelé/e/s, harassed, harassment, harassing
          | assault, assaulted, groped, attouchement/s, raped, viol, violée, drogué/e/s à, ghb, drink was spiked
          | drinks spiked, got spiked, stalking, death threat/s, menace/s de mort, threatened, menacé/e/s, stalker
emergency .95 | me suicider, suicide, suicidal, kill myself, end my life, mettre fin à mes jours
emergency .4 complaint .85 | raciste/s, racisme, racist, racism, discrimination, discriminatoire, discriminated
          | sexiste, sexist, homophobe, homophobic, hacked, piraté/e, piratage

# ---- Questions
question .75 | est ce que, est ce qu, est ce, qu est ce que, qu est ce qui, qu est ce qu, quand est ce que
          | à quelle heure, jusqu à quelle heure, c est quand, c est où, c est quoi, c quoi, y a t il, y aura t il
          | a t il, a t on, va t on, peut on, pourrait on, peut il, puis je, pouvons nous, est elle, est il, sont ils
          | sont elles, savez vous, sais tu, avez vous, aurez vous, auriez vous, as tu, faites vous, ferez vous
          | êtes vous, serez vous, allez vous, comptez vous, pensez vous, prévoyez vous, utilisez vous, servez vous
          | gardez vous, quel est, quelle est, quels sont, quelles sont, quel jour, quels jours, quelle date
          | quelles dates, quel âge, combien de temps, combien de jours, comment on fait, comment faire
          | comment ça marche, comment ça se passe, comment puis je, comment peut on, comment fait on, où peut on
          | où se trouve, où est, où sont, où puis je, vous êtes où, c est à quelle, qqn sait, qqun sait, une idée de
          | je voulais savoir, j aimerais savoir, je voudrais savoir, on voulait savoir, pour savoir si, savoir si
          | dites moi si, me dire si, pouvez vous me dire, pourriez vous me dire, qui peut me dire, vous savez si
          | vous savez quand, do you, does it, does the, does this, does anyone, can i, can we, can you tell me
          | could i, could we, may i, may we, is it possible, is there, are there, are you, are u, will you
          | will there, would it be possible, how much, how many, how long does, how long is, how long will, how do i
          | how do we, how do you, how can i, how can we, how does, how to, how far, how late, how early, how about
          | what time, what is the, whats the, what are your, what are the, where is, where are you, where are the
          | where can, where do, wheres, when is, when are, when do, when does, when will, when can, who do i
          | who can i, which one, anyone know, anybody know, anyone knows, any chance, any idea when, any idea if
          | any update, any updates, any news, wondering if, wondering when, wondering whether, i wonder, want to know
          | would like to know, id like to know, let me know if, let me know when, tell me if, tell me how
          | tell me when, is this, what about, do u, can u, ⁉, 🙋, quelqu'un sait, quelqu'un sait si
          | quelqu'un peut me dire, quelqu'un connaît
question .6 | ^ où, ^ comment, ^ combien, ^ pourquoi, ^ quand, ^ why, ^ where, ^ how, ^ does, ^ did, ^ can, ^ do we
          | ^ is, ^ which, ^ should, ^ are, ^ will, ^ could, ^ quelle heure, ^ who is, ^ any, ^ anyone, ^ has anyone
          | ^ have you, ^ what, ^ when, ^ lequel, ^ laquelle, ^ peut, ^ would, ^ quelqu'un
question .4 | 🤔, pourquoi, vous avez encore, vous faites encore, vous avez prévu, vous comptez, vous pensez, curious
          | je me demande
none      | ^ what a, ^ what an, ^ how nice, ^ how lovely, ^ how sweet, ^ how cool, ^ do not, ^ when we, ^ when i
          | ^ when you, ^ when they, ^ quand on, ^ quand je, ^ quand vous, ^ quand tu, don t know how, ^ comment dire
          | ^ will be, ^ can not, ^ when the, ^ quand le, ^ quand les, ^ why not, ^ pourquoi pas, ^ any way, ^ how i
          | ^ is a, ^ can be, ^ when your, ^ quand la, ^ what we, ^ what i, ^ who knows, how to explain
praise .65 | ^ quel régal, ^ quelle soirée, ^ quel talent, ^ quelle équipe, ^ quelle merveille, ^ quelle belle
          | ^ quel beau, ^ quelle ambiance, ^ quel endroit, ^ quel accueil, ^ how beautiful, ^ how delicious
          | ^ quel bonheur, ^ quel plaisir, ^ quelle chance, ^ what a night, ^ what a place, ^ what a meal
          | ^ what a show, ^ what a team, ^ what a day, ^ what a treat, ^ what an evening, ^ what a view
          | ^ what a lovely, ^ what a great
complaint .8 | ^ quelle honte, ^ quelle déception, ^ quelle arnaque, ^ quel manque, ^ quelle blague, ^ quel scandale
          | ^ what a joke, ^ what a mess, ^ what a shame, ^ what a disgrace, ^ what a nightmare, ^ what a rip off
          | ^ what a disappointment, ^ what a waste, ^ what a disaster, ^ how hard is it, ^ how hard can it
          | ^ how dare you, ^ what the hell, ^ what the fuck

# ---- Requests
request .7 | pouvez vous, pourriez vous, pouvez vous me, pourriez vous me, peux tu, pourrais tu, vous pouvez m
          | vous pourriez, merci de me, merci de m, merci de nous, merci de bien vouloir, merci de votre retour
          | merci de répondre, merci de faire, merci de corriger, merci de votre réponse, merci de modifier
          | merci de prendre contact, merci de vérifier, besoin d aide, besoin de votre aide, aidez moi, aidez nous
          | contactez moi, recontactez moi, rappelez moi, appelez moi, envoyez moi, répondez moi, me rappeler
          | me recontacter, me contacter, nous contacter, me répondre, nous répondre, m envoyer, me renvoyer
          | tenez moi au courant, tenez nous au courant, faites moi signe, modifier ma réservation
          | annuler ma réservation, changer ma réservation, déplacer ma réservation, décaler ma réservation
          | confirmer ma réservation, modifier ma commande, annuler ma commande, suivre ma commande
          | modifier notre réservation, annuler notre réservation, changer mon adresse, besoin d une facture
          | une facture, serait il possible, est il possible, est ce possible, c est possible de, possible de
          | il me faudrait, il nous faudrait, could you, can you, could u, can someone, could someone, someone help
          | help me, need help, please help, pls help, need assistance, need some help, any help, contact me, call me
          | call me back, email me, get back to me, get in touch, reply to my, respond to my, answer my, check your dm
          | check your dms, check your inbox, sent you a dm, sent you a message, sent you an email, sent you a pm
          | dm me, please dm, dm sent, send me, send us, tell me, let me know, let us know, change my reservation
          | change my booking, cancel my reservation, cancel my booking, cancel my order, change my order
          | cancel our reservation, cancel our booking, change our reservation, change our booking
          | move our reservation, move my reservation, confirm my reservation, confirm my booking, need to change
          | need to cancel, need to speak, talk to someone, speak to someone, speak to a human, speak with someone
          | need a receipt, need an invoice, help is appreciated, help appreciated, help would be
          | would be appreciated, would be great if, would you mind, je vous ai envoyé un message, je vous ai écrit
          | envoyé un mp, regardez vos mp, regardez vos messages, look into this, look into it, need to rebook
          | rebook me, rebook us, aide moi, cancel my subscription, annuler mon vol, annuler mon abonnement
          | cancel my flight, annuler mon billet, i need someone
request .5 | je voudrais, je souhaite, je souhaiterais, j aimerais, on voudrait, nous voudrions, nous souhaitons
          | on souhaite, nous aimerions, on aimerait, on souhaiterait, j aurais aimé, dites moi, dites nous
          | j ai besoin, nous avons besoin, on a besoin, besoin de, besoin d un, besoin d une, il me faut
          | il nous faut, j attends votre, j attends une réponse, j attends un retour, en attente de votre
          | dans l attente, merci d avance, merci par avance, merci d avance de, renseignement/s, renseigner
          | me renseigner, plus d infos, plus d informations, plus de détails, plus d info, en mp, par mp
          | message privé, i need, we need, i would like, id like, we would like, wed like, i want to, we want to
          | thanks in advance, thank you in advance, thx in advance, more info, more information, more details, asap
          | urgent, urgently, en urgence, au plus vite, dès que possible, as soon as possible, looking for, help
          | help us, add my, update my, reset my, fix my, je cherche, nous cherchons, on cherche, rajoutez, ajoutez
          | remettez, bring back, please add, please bring, pensez à, de l aide, à l aide

# ---- Purchase intent: a table, a seat, a price, in stock, open
purchase_intent .9 question .7 | peut on réserver, faut il réserver, comment réserver, où réserver
          | reste t il des places, reste t il, how to book, combien coûte, combien coûtent, combien ça coûte
          | c est combien, ça coûte combien, coûte combien, combien pour, quel prix, quel est le prix
          | quels sont les prix, quel est le tarif, quels sont les tarifs, à quel prix, how much is, how much are
          | how much does, how much do, what is the price, whats the price, what are your prices, where can i buy
          | where can i get, where to buy, where can we buy, can i buy, can i order, can we order, how do i order
          | how do i buy, do you deliver, do you ship, do you still have, do you sell, où acheter, où trouver
          | où l acheter, où peut on acheter, où puis je acheter, où se procurer, où puis je trouver, vous livrez
          | livrez vous, vous expédiez, expédiez vous, when will it be available, vendez vous, vous vendez
          | will you be open, est ce disponible, are reservations, on peut réserver, any table/s, il vous reste
          | vous reste t il, combien de places, how much for
purchase_intent .9 | table pour, une table pour, réserver une table, réserver pour, réserver des places, réserver un
          | réserver une, réserver en ligne, il reste des places, reste des places, encore des places
          | encore de la place, de la place pour, des disponibilités, book a table, book a, to book, table for
          | table/s available, table tonight, reserve a table, make a reservation, make a booking, take reservations
          | need a reservation, take walk ins, room for, party of #, for # people, for # of us, pour # personnes
          | # personnes, # couverts, le prix du, le prix de la, le prix svp, prix svp, prix stp, price please
          | price list, ticket price/s, place an order, passer commande, passer une commande, pour commander
          | je veux acheter, still available, back in stock, in stock, en stock, de nouveau en stock, take my money
          | seats left, tickets left, spots left, places left, places disponibles, place disponible, gift card/s
          | carte/s cadeau/x, carte cadeau, bon/s cadeau/x, bons cadeaux, faut réserver, devis pour, un devis
          | privatiser, privatisation, privatisable, private event/s, private hire, private party, prix des billets
          | prix d entrée, acheter des billets, prendre des billets, buy tickets, get tickets, i want one
          | need one of these, shut up and take my money, quote for, a table for, get a table, il reste du
          | il reste de la, place pour deux, place pour #, got room
purchase_intent .7 | réserver, réservation/s, résa/s, reservation/s, reserve, booking/s, disponibilité/s, availability
          | dispo/s, disponible/s, available, prix, price/s, pricing, tarif/s, préco, précommande/s, précommander
          | preorder/s, pre order/s, restock, acheter, where to find, interested in, im interested, suis intéressé/e
          | sommes intéressés, ça m intéresse, ça nous intéresse, je le veux, il me le faut, je la veux, je les veux
          | billetterie, sign me up, count me in, group of #, groupe de #, on sera #, nous serons #, serons #
          | on est #, nous sommes #, click and collect, vous êtes ouvert, vous êtes ouverts, êtes vous ouvert
          | êtes vous ouverts, ouvert ce, ouverts ce, ouvert le, ouverts le, ouvert dimanche, ouvert lundi
          | ouverts dimanche, ouverts lundi, ouvrez vous, vous ouvrez, vous fermez, fermez vous, c est ouvert
          | are you open, are u open, you open, open tonight, open today, open tomorrow, open on, open for lunch
          | open for dinner, open late, opening hours, opening times, what time do you open, what time do you close
          | closing time, when do you open, heures d ouverture, horaires d ouverture, horaires, student discount
          | any discount/s, group discount, ship to, shipping to, deliver to, menu à #, en vente, on sale
          | where do i get
purchase_intent .45 | book, une table, a table, table, billet/s, ticket/s, buy, purchase, order online, commander
          | cost, takeaway, take away, takeout, take out, à emporter, livraison, delivery, cheapest, abonnement
          | voucher/s, formule/s, walk ins, en rupture, out of stock, sold out, bring this to, quelle taille
          | en taille, existe en, les horaires, tasting menu, menu enfant, menu enfants, kids menu, happy hour
none      | at any price, table next, on the table, sur la table, book club, booked, worth the price, for the price
          | pour le prix, prix élevé, prix élevés, rapport qualité prix, prix fou, prix exorbitant/s, my ticket/s
          | our ticket/s, mon billet, mes billets, nos billets, ticket number, notre table, our table, notre commande
          | ma commande, mes commandes, my order, our order, my orders, à tout prix, ticket agent/s, a ticket agent
          | my purchase, mon achat, purchased, ticket counter, late delivery, delivery driver

# ---- Spam
spam .97  | prêt entre particuliers, offre de prêt, offres de prêt, prêt d argent, prêts d argent, retour d affection
          | retour affectif, retour de l être aimé, marabout/s, envoûtement/s, désenvoûtement, spell caster
          | love spell/s, voyant médium, grand voyant, voyance, plan cul, rencontre/s coquine/s, femmes chaudes
          | viagra, nudes, onlyfans, only fans, hot girls, hot singles, binary options, options binaires, forex
          | buy followers, cheap followers, real followers, abonnés gratuits, acheter des abonnés, achetez des abonnés
          | free followers, gagner des abonnés, dm for promo, dm us for promo, dm for collab, promote it on
          | send pic to, send your pics to, airdrop, sub4sub, f4f, follow4follow, follow for follow, l4l, like4like
          | abonne toi à ma chaîne, abonnez vous à ma chaîne, subscribe to my channel, check my channel
          | check out my channel, free iphone, iphone gratuit, seo services, rank your website, recover your funds
          | recovered my funds, recovery expert, crypto recovery
spam .85  | check my bio, check out my bio, check my profile, check my page, check out my page, check out my profile
          | check out my shop, visit my page, visit my profile, visit my website, visitez mon site, visitez ma page
          | allez voir ma page, allez voir mon profil, viens voir mon profil, venez voir mon profil, lien dans ma bio
          | lien sur mon profil, link in my bio, link in my profile, my onlyfans, click here, click the link
          | click on the link, cliquez ici, cliquez sur le lien, clique ici, clique sur le lien, make money
          | earn money, earn $, get rich, passive income, financial freedom, liberté financière, gagner de l argent
          | gagnez de l argent, devenir riche, revenus passifs, revenu passif, complément de revenu
          | revenus complémentaires, work from home, travail à domicile, bitcoin/s, btc, crypto, cryptos
          | cryptocurrency, cryptomonnaie/s, dropshipping, invested with, investment platform, account manager
          | she helped me invest, he helped me invest, trading signals, you have won, vous avez gagné
          | vous avez été sélectionné/e, you have been selected, claim your, récupérez votre cadeau, use my code
          | avec mon code, besoin d un prêt, crédit rapide, need a loan, quick loan, lose weight fast, perdre du poids
          | weight loss, replica, casino, casinos, nft, nfts, presale, 100x, follow me back, follow back, suivez moi
          | abonne toi, abonnez vous, add me on whatsapp, text me on whatsapp, contactez moi sur whatsapp
          | contact him on whatsapp, per week from home, contact her on whatsapp, # euros par jour, # € par jour
          | $ # daily, $ # a day, # $ per day, # $ a day, # per day, depuis chez vous, depuis chez toi
          | guaranteed profit, guaranteed returns, gains garantis
spam .5   | whatsapp, telegram, promo code, code promo, discount code, % off, limited offer, offre limitée, giveaway
          | trading, investment, investissement/s, investir, broker, loan/s, betting, paris sportifs, link in bio
          | lien en bio, sexy, dating, weight, nutritionist coach, coach minceur, my channel, ma chaîne, my profile
          | mon profil, dm me for, dm to order, sans engagement, sans effort, free trial, formation gratuite, earn
          | voyant/e/s, profits, 🔞, bénéfices, médium, inbox me, hit me up, message me on, follow me, follow my
          | suivez ma page, ma page, my page
spam .25  | 💰, 💸, 🤑, 📈, 🍑, 🍆, 💦, gagnez, free, gratuit/s, gratuite/s, winner, hack, ebook
none      | sugar free, gluten free, free table/s, sans gluten, free wifi, feel free, duty free, is free
          | free of charge, free to, suis enceinte, dairy free, free parking
)";

}  // namespace fanal::text
