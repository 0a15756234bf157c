#include "crm/text/lexicon.hpp"

namespace fanal::text {

// The words, in French and English, for places to eat, shops, brands and travel. Each line: what its phrases say, "|",
// the phrases between commas. Without the left part, a line goes on with the one above.
//   complaint .7    the phrase is a witness of that weight; the names are those of Understanding
//   not 3           turns praise and complaint round within the next 3 words; these lines come first
//   but             a negation before it does not reach beyond
//   light           a word that does not use up the reach of a negation
//   open            may stand before a sentence's opening ("^")
//   none            an idiom that says nothing, though its words would
// In a phrase, "#" is any number, "^" the beginning of a sentence, "déçu/e/s" is "déçu", "déçue" and "déçus". The
// longest phrase wins. Case and accents do not count.
const std::string_view lexicon_of_feelings = R"(
# ---- How words work on each other
not 1     | ne, n
not 3     | pas, jamais, aucun/e, rien, sans, ni, not, never, no, without, hardly, nothing, neither, nor, isnt, wasnt
          | arent, werent, doesnt, dont, didnt, wont, wouldnt, couldnt, shouldnt, cant, cannot, hasnt, havent, hadnt
          | aint, nobody, none
but       | mais, cependant, pourtant, par contre, en revanche, however, although, though, except, sauf, such, because
          | since
light     | très, si, vraiment, trop, tellement, de, d, du, la, le, les, l, un, une, des, tout, toute, franchement
          | si peu, the, a, an, very, so, really, that, this, at, too, quite, even, any, du tout, exactly
          | particularly
open      | bonjour, bonsoir, salut, coucou, bjr, bsr, cc, hello, hi, hey, hey there, good morning, good evening, dear
          | alors, euh, dites, dis moi, oui, sinon, donc, ok, well, yes, um, hmm, just wondering, question
          | quick question, petite question, une question, team, guys, all, everyone, à tous, tout le monde, la team
          | l équipe, madame, monsieur, hi all, hi guys, hi there, hello there, btw, sorry, excuse me, pardon, désolé
open but  | but, et puis, et, and
open request .5 | svp, stp, please, pls, plz, s il vous plaît, s il te plaît
none      | pas que, pas seulement, pas uniquement, not only, not just, no doubt, no wonder, c est pourquoi
          | not sure if, bonne journée, bonne soirée, bonne nuit, bon weekend, bon week end, bonne fin de, bonne année
          | bon dimanche, bon appétit, bon ap, bonne continuation, bonne semaine, bonnes fêtes, bonnes vacances
          | good night, good afternoon, good day, non merci, no thanks, no thank you, pas la peine, no problem
          | pas de soucis, pas de souci, pas de problème, aucun problème, aucun souci, no worries, not a problem
          | no issue, no issues, bien sûr, ou bien, ma réservation, notre réservation, mes réservations
          | my reservation, our reservation, my booking, our booking, ma réservation du, my reservation for
          | my booking for, la réservation, the reservation, the booking, bien que, bien entendu, si bien que, eh bien
          | merci de ne pas, most of all, best regards, kind regards, kind of, like to, bien cordialement, looking to
          | at least, au moins, du coup, good luck, bonne chance, le bon moment, in a good way
          | slow cooked, à mourir de rire, morte de rire, mort de rire, dead serious, problem solved
          | problème résolu, problème réglé, all sorted, bien reçu, tout est réglé, c est réglé, all good, my fault
          | my bad

# ---- Complaints
complaint .9 | arnaque/s, scandaleux, scandaleuse/s, honteux, honteuse/s, une honte, la honte, inadmissible/s
          | inacceptable/s, lamentable/s, déplorable/s, catastrophe, catastrophique/s, à fuir, à éviter
          | à éviter absolument, immangeable/s, dégueulasse/s, dégueu, escroquerie/s, publicité mensongère
          | foutage de gueule, se fout de, se foutent de, vous foutez de, vous vous foutez, se moque de, se moquent de
          | vous vous moquez, prend pour des, prenez pour des, plus jamais, jamais plus, passez votre chemin
          | déconseille, fuyez, piège à touristes, attrape touristes, laisse à désirer, service client inexistant
          | qualité déplorable, unacceptable, inexcusable, disgraceful, disgrace, disgusting, disgusted, appalling
          | appalled, atrocious, horrendous, abysmal, worst, worst ever, terrible, awful, horrible, pathetic, shameful
          | shame on, shame on you, rip off, ripoff, ripped off, never again, never coming back, never go back
          | never going back, never be back, never come back, never return, wont be back, wont be returning
          | wont be coming back, wont return, will not be back, will not be returning, will not return
          | not coming back, not going back, stay away, waste of money, waste of time, thanks for nothing
          | merci pour rien, zero stars, # star, 0 stars, 1 star, one star, 0 10, 1 10, 2 10, 0 20, 0 5, 1 5, 0 étoile
          | 1 étoile, une étoile, zéro étoile, zéro pointé, false advertising, j en ai marre, on en a marre
          | ras le bol, ras le cul, scam, scammers, scammed, fraud, fraudulent, arnaqué/e/s, bait and switch
          | daylight robbery, highway robbery, extortion, left hungry, unusable, yelled at, shouted at, snapped at
          | fait avoir, porte close, not what i ordered, not what we ordered, not as described, not as advertised
          | nothing works, cash grab, money grab, regret buying
complaint .85 | déçu/e/s/es, décevant/e/s/es, déception/s, infect/e/s/es, affreux, affreuse, ignoble/s
          | dégoûtant/e/s/es, dégoûté/e/s, nul/le/s/les, nul à chier, naze/s, nazes, pourri/e/s/es, minable/s
          | médiocre/s, insupportable/s, intolérable, incompétence, pire, pires, le pire, la pire, mal élevé
          | malpoli/e/s, impoli/e/s, désagréable/s, antipathique/s, odieux, odieuse, méprisant/e/s, hautain/e/s
          | irrespectueux, irrespectueuse, manque de respect, aucun respect, mécontent/e/s/es, insatisfait/e/s
          | pas content/e/s/es, pas satisfait/e/s/es, furieux, furieuse, en colère, scandalisé/e/s, outré/e/s
          | service lent, service très lent, service trop lent, lenteur, attente interminable, interminable/s
          | # h d attente, # heure d attente, # heures d attente, # minutes d attente, # min d attente, # mn d attente
          | d attente pour, attendu # heures, attendu # minutes, attendu # min, attendu # h, attendu plus d une heure
          | attendu une heure, plus d une heure, trop d attente, disappointing, disappointed, disappointment
          | dissatisfied, dissatisfaction, unsatisfied, unhappy, not happy, furious, livid, outraged, outrageous
          | infuriating, rude, rudely, rudeness, unprofessional, incompetence, useless, worthless, garbage, crappy
          | lousy, fed up, sick and tired, nightmare, disaster, filthy, rubbish, dreadful, poor service, poor quality
          | poor customer, bad service, bad customer, bad experience, poor experience, terrible service, slow service
          | service was slow, service is slow, # hours late, # hour late, # minutes late, # mins late, # hour delay
          | # hours delay, # hr delay, # hrs late, # min delay, # minute delay, still waiting, waste my time
          | wasting my time, wasted my time, overcharged, charged twice, double charged, charged me twice
          | débité deux fois, débité # fois, prélevé deux fois, facturé deux fois, a hair in, hair in my, hair in the
          | cheveu dans, cheveux dans, un cheveu, falling apart, stole my, stole our, stolen from, exécrable/s
          | épouvantable/s, abominable/s, atroce/s, désastreux, désastreuse/s, calamiteux, calamiteuse, révoltant/e/s
          | indigne/s, consternant/e, malhonnête/s, imbuvable/s, inutilisable/s, raccroche au nez, raccroché au nez
          | par la fenêtre, m'en foutisme, sans prévenir, horrid, vile, dismal, shoddy, rancid, rotten, inedible
          | undrinkable, unbearable, inept, ludicrous, heartless, conned, deceived, deceptive, disrespect
          | disrespected, disrespectful, condescending, dismissive, hostile
complaint .75 | bordel, horripilant, froid à cœur, arrivé froid, arrivés froids, arrivée froide, arrivées froides
          | servi froid, servis froids, servie froide, tout froid, tout était froid, plat froid, plats froids
          | étaient froids, était froid, était froide, étaient froides, frites froides, café froid, pas cuit/e/s
          | mal cuit/e/s, trop cuit/e/s, trop salé/e/s, pas frais, pas fraîches, pas fraîche, pas très frais
          | pas très fraîches, sans goût, aucun goût, pas de goût, insipide/s, fade/s, sale/s, saleté, crasseux
          | crade/s, dégradé/e, pue, puait, puent, mauvaise odeur, mauvais/e/es, très mauvais, très mauvaise
          | mal reçu/s, mal servi/s, mal accueilli/s, mal organisé/e, mal gérée, mal géré, mal fait, mal foutu
          | mauvaise expérience, mauvais service, remboursez, remboursement/s, rembourser, remboursé/e/s
          | me rembourser, nous rembourser, panne/s, en panne, ne marche, marche pas, marche plus, marchent pas
          | marchent plus, fonctionne pas, fonctionne plus, fonctionnent pas, ça plante, plante tout le temps
          | arrête pas de planter, bug/s, bugge, bugué/e, beug/s, cassé/e/s/es, abîmé/e/s/es, défectueux
          | défectueuse/s, jamais reçu, pas reçu, pas encore reçu, toujours pas reçu, rien reçu, toujours rien
          | toujours pas arrivé, pas livré/e, colis perdu, valise perdue, bagage perdu, bagages perdus
          | perdu ma valise, perdu mes bagages, perdu mon bagage, perdu mon colis, perdu nos bagages, valise cassée
          | aucune réponse, pas de réponse, sans réponse, personne ne répond, répond pas, répondent pas, répondez pas
          | répondez jamais, répond jamais, injoignable/s, trop cher/s, trop chère/s, beaucoup trop cher, cher pour ce
          | chère pour ce, surcoté/e, vaut pas, valent pas, mensonge/s, mensonger, trompé/e/s sur, marre, énervé/e/s
          | énervant/e, exaspéré/e, exaspérant, cauchemar, galère/s, boycott/er, boycotte/z, réclamation/s
          | usine à touristes, pas aussi bon/ne/s, pas à la hauteur, pas au niveau, pas le niveau, pas terrible/s
          | pas top, pas ouf, pas dingue, pas génial/e, pas fameux, pas bon, pas bonne/s, plus aussi bon
          | peut mieux faire, était mieux avant, mieux avant, qualité en baisse, baisse de qualité, a baissé
          | ça craint, reviendrai pas, reviendrons pas, reviendra pas, ne reviendrai plus, reviens pas, gâché/e, gâche
          | rance/s, aime pas, aimons pas, aimé pas, adore pas, recommande pas, recommandons pas, conseille pas
          | apprécie pas, beurk, berk, évitez, rien à voir avec la photo, inadequate, subpar, fiasco, kidding me
          | hasnt arrived, not arrived, didnt arrive, pas encore arrivé, pas arrivé, pas arrivée, not the way to
          | gave our seats, gave my seat, nowhere to be found, way to go, screwed us, less than ideal, smdh
          | treated so bad, treated badly, treated horribly, nous a oublié/s, complètement oublié/s
          | partis sans manger, sans être servis, jamais servis, will not load, will not work, wont let me
          | not letting me, keeps saying, keep getting an error, erroring out, unable to surf, zero thanks
          | no thanks to, thanks for cancelling my, avoid using, needs to improve, need to improve, is this considered
          | never expect, nobody cared, une blague, poireauter, poireauté, rayé/e/s/es, fissuré/e/s, abonnés absents
          | quelconque/s, plantage/s, le site plante, l'appli plante, l'application plante, s'allume pas
          | s'allume plus, charge plus, charge pas, tient pas la charge, tient plus la charge, a lâché, rendu l'âme
          | déconnecte, surbooké, surbooking, surréservation, raté ma correspondance, raté notre correspondance
          | laissés en plan, laissé en plan, aucune explication, sans explication, aucune excuse, pas d'excuse
          | aucun geste, pas aimable/s, à revoir, bâclé/e/s, réchauffé/e/s, micro ondes, caoutchouteux
          | caoutchouteuse/s, bouchonné, trop gras, trop bruyant, trop de bruit, peu aimable/s, peu agréable/s
          | peu accueillant/e/s, faut pas être pressé, impossible de joindre, impossible de réserver, impossible de se
          | impossible de payer, impossible d'avoir, nous a fait payer, fait payer plein, personne au comptoir
          | personne à l'accueil, personne pour nous, heures de queue, n'arrive plus, s'éteint tout, grossier
          | grossière/s, amateurisme, une plaie, se dégrade, ne tient pas, ne sert à rien, sert à rien, heard nothing
          | nothing back, cracked, scratched, leaking, drained my, drains my, draining my, battery dies, died after
          | dead after, dead on arrival, keeps dropping, keeps disconnecting, freezes, laggy, lagging, so slow
          | too slow, in our face, in my face, too loud, took # minutes, # minutes to bring, # minutes to get
          | forgot our, forgot my, wrong order, got the wrong, wrong dish, tiny portions, portions are tiny
          | small portions, called # times, emailed # times, unreachable, get hold of, cant reach, watered down
          | microwaved, rubbery, understaffed, short staffed, rushed us, laughed at, bad attitude, careless, sloppy
          | chaotic, disorganized, disorganised, cheap plastic, cheaply made, flimsy, fell apart, peeling
          | doesnt charge, doesnt connect, didnt work, never works, looks nothing like, blurry, overheats, sneaky
          | greedy, want a refund, walked out, sent it back, had to leave, repair it, corked, meh, dripping
          | expected so much, inefficace/s, inutile/s, inconfortable/s, illisible/s, introuvable/s, injuste/s
          | insuffisant/e/s, inabordable/s, glacial/e, sans saveur, rassis, vétuste/s, délabré/e/s, agaçant/e/s
          | irritant, stressant/e, rageant, frustrant/e/s, frustré/e/s, saoulé/e, moche/s, hideux, hideuse
          | déchiré/e/s, taché/e/s, cabossé/e/s, endommagé/e/s, non conforme/s, pas conforme, incomplet, incomplète
          | désolant, navrant/e, abusif, abusive/s, irresponsable/s, négligence/s, sans intérêt, coincé/e/s
          | sans information/s, sans eau, hypocrites, indifférence, hideous, unresponsive, inefficient, unethical
          | laughable, shocking, nonsense, makes no sense, no sense, pointless, hopeless, stained, crushed, dented
          | tricked, betrayed, arrogant, grumpy, lazy, without notice, without warning, without asking, zero help
          | zero answers, zero communication, logs me out, still frozen, why cant, tried calling, real person
          | live person, a human, no info, no information, lack of, hour wait, hours wait, hung up, hang up, hangs up
          | disconnected, been sitting, still sitting, we're done, i'm done, canned response, canned responses
          | no crew, no gate, no pilot, arrogante/s, arrogants, disconnects, cant get through, get through to
          | aucune information
complaint .75 | bad, worse, poor, frustrated, frustrating, frustration, annoyed, annoying, angry, pissed, pissed off
          | upset with, sick of, tired of, hate, hates, hated, sucks, suck, sucked, trash, crap, bullshit, ridiculous
          | ridiculously, a joke, lame, let down, letdown, unreliable, unhelpful, unfriendly, dishonest, misleading
          | misled, lied, lied to, lying, stranded, no response, no reply, never responded, never replied
          | no one responds, nobody responds, no one answers, nobody answers, no answer, never answer, ignored
          | ignoring, been ignored, hung up on, on hold, hours on hold, hold for, never got, never received
          | never arrived, never came, havent received, havent got, didnt receive, not received, still havent
          | still not, still no, not working, doesnt work, does not work, dont work, isnt working, stopped working
          | wont work, wont load, wont turn on, wont charge, wont open, wont connect, doesnt load, not loading, broken
          | damaged, destroyed, ruined, ruining, defective, faulty, keeps crashing, crashing, crashes, buggy, glitch
          | glitchy, keeps freezing, lost my, lost our, lost luggage, lost bag, lost bags, lost baggage, misplaced
          | mishandled, missed my flight, missed our flight, missed my connection, missed our connection
          | missed connection, missed connections, money back, my money back, refund/s, refunded, overpriced
          | too expensive, hidden fees, waste of, wasted, cold food, food was cold, was cold, were cold, stone cold
          | served cold, arrived cold, overcooked, soggy, stale, bland, tasteless, flavorless, flavourless, too salty
          | not fresh, dirty, gross, nasty, smelly, stinks, stinky, took forever, taking forever, waited forever
          | took an hour, over an hour, # hours for, waited # hours, waited # minutes, waited over, waiting # hours
          | waiting over, waiting for over, waiting for hours, been waiting, waiting forever, hours waiting
          | hours to get, never use, never fly, never flying, never buy, never book, never order, not recommend
          | wont recommend, wouldnt recommend, do not recommend, dont recommend, cant recommend, do not buy, dont buy
          | do not go, dont go, dont bother, dont waste, do not fly, dont fly, do not use, beware, not impressed
          | unimpressed, not cool, notcool, not ok, not okay, not acceptable, not worth, isnt worth, wasnt worth
          | not good enough, not great, not good, expected better, expected more, deserve better, do better
          | underwhelming, overrated, went downhill, gone downhill, going downhill, used to be good, used to be great
          | used to be better, used to love, no customer service, horrible customer, file a complaint
          | filing a complaint, complaint/s, inconsiderate, stolen, stole, robbery, screwed, messed up, screwed up
          | screw up, get it together, get your act together, get your shit together, sort it out, fix your
          | dropped the ball, embarrassing, embarrassment, no apology, dont care, doesnt care, no one cares
          | nobody cares, are you kidding, you kidding me, how is this acceptable, are you serious, unfair, insulting
          | insulted, atrocity, thanks for losing, thanks for ruining, thanks for wasting, thanks for canceling
          | thanks for cancelling, thanks for the delay, thanks for making, thanks for not, 😡, 😠, 👎, 🤮
complaint .55 | retard/s, en retard, retardé/e/s, annulé/e/s/es, trop long/ue, beaucoup trop long, très long
          | lent/e/s/es, trop lent, attendu, une heure d attente, attendre # minutes, attendre une heure
          | manquant/e/s/es, manquait, il manque, manque la, manque le, oublié notre, oublié ma, oublié mon, oublié la
          | oublié le, erreur/s, trompé/s de, agressif, agressive, mépris, bruyant/e/s, toujours pas, toujours aucune
          | pas de nouvelles, sans nouvelles, excessif, excessifs, exagéré, abusé, c est abusé, foutu/e/s, chiant/e/s
          | relou/s, pénible/s, pitoyable/s, pathétique, ridicule/s, n importe quoi, choqué/e/s, choquant/e, dommage
          | malheureusement, problème/s, regrette, bof, très moyen, moyen moyen, congelé/e/s, surgelé/es
          | industriel/le, minuscule/s, portions minuscules, refuse de, refusent de, refusé de, refusez, mensongère
          | tiède/s, brûlé/e/s, sec et, tout sec, inexistant/e, médiocrité, dégradation, plainte/s, incompréhensible
          | personne pour, delayed, delay, delays, delaying, delayed again, another delay, late again, cancelled
          | canceled, canceled my, cancelled my, canceling my, stuck, waited, waiting for #, waiting on, running late
          | so late, arrived late, was late, were late, always late, hours late, fail, fails, failed, failure
          | epic fail, failing, mess, shambles, chaos, wtf, smh, ugh, missing, unfortunately, too bad, problem/s
          | wrong, wrongly, error/s, refused, refuse, refuses, refusing, denied, kicked off, kicked out
          | inconvenience/d, inconvenient, ignore, slow, burnt, tough as, no explanation, no help, wont help
          | unable to help, cant help me, denying, lies, bs, downgraded, bumped, forced to, punished, stress
          | stressful, messed, cramped, uncomfortable, fix this, fix it, what happened to, had to wait, have to wait
          | made to wait, making us wait, hours later, yet again, third time, # times now, clueless, terrible wifi
          | no wifi, worried about, cant even, cant believe, unbelievable, absurd, insane that, really people, cheated
          | trouble with, having trouble, damage, lost it, wasnt impressed, complaining, sitting on the tarmac
          | on the tarmac, hours on, in line for, hour line, long line/s, long lines, rebooked, broke, ripped, torn
          | treated like, treat people, treat your customers, treats its customers, never had this problem, nobody at
          | not a single, what gives, 🤢, 😤, 🙄, 😒, 💔, 🤦, 💩, 😾, mistake/s, yikes, the hell, in hell, overbooked
          | oversold, no compensation, no meals, no food, no water, unable to explain, miss my connection
          | miss our connection, miss my flight, unwilling, cant load, cannot load, wouldnt accept, wont honor
          | not honor, exhausted, hours now, how do you lose, you lost, lost again, screw, fucked, get used to it
          | go out of business, aller voir ailleurs, indemnité/s, indemnisation, impossible de, même pas, manque de
          | bloqué/e/s, fuite/s, plante, balles pour, trois fois que, # fois que, trois fois déjà, en rade, gras
          | augmentation, augmenté/e, plus cher qu, à améliorer, de queue, geste commercial, se coupe, écran noir
          | trop serré/s, fermé alors, personne ne, fatigant, épuisant, amer, amère, coulait, rouillé/e, bancal/e
          | noisy, sticky, confusing, hassle, a pain, headache, regret, forgotten, attitude, didnt even, not even
          | wasnt even, couldnt even, half an hour, forty minutes, took your, took you, three times, four times
          | five times, in a row, fell off, doesnt fit, warranty, gave up, diverted, ran out of, no seats
          | closed the door, was closed, chewy, flat tire, too small, too dark, out of order, unacceptably
          | no explanations, nowhere, dollars to, price went up, prices went up, on m'a dit, on nous a dit
          | sans aucune, obligé/e/s de, au lieu de, depuis # jours, depuis # semaines, depuis # heures
          | depuis des semaines, depuis des mois, je change de, mou, molle/s, collant/e/s, vieillot, étriqué, gonflant
          | ennuyeux, trempé/e/s, écrasé/e/s, troué/e/s, douteux, douteuse, vulgaire, triste, aucun mot, lukewarm
          | freezing, ugly, boring, dull, shocked, spoiled, inferior, ineffective, outdated, frayed, warped, soaked
          | incorrect, mislabeled, aggressive, indifferent, no one, why do you, why does your, why dont you, was told
          | told me, told us, # hrs, cant get, is crazy, being told, was promised, promised, hours in, minutes in
          | in the rain, badcustomerservice, doesnt make, no one at, your customer service
complaint .35 | souci/s, cher, chère, froid/e/s/es, cru/e/s, sec, sèche/s, moyen/ne/s, mal, hélas, odeur, attente
          | manque/nt, trop peu, expensive, issue/s, cold, dry, greasy, salty, unfortunately not, sadly, fee, fees
          | charge me, charged me, seriously, hold up, come on, cmon, once again, again and again, gate agent, 😞, 😔, 😢
          | 😕, 🙁, ☹, 😑, 😩, 😫, 🤨, 😣, 😖, 🥱, 🐀, ❌, salée, salées, policy, policies, compensation, legroom, supposed to
          | suppose to, excuse, excuses, invalid, scripted, la concurrence, tiny, chatbot, automated, loud, crowded
          | rushed, service après vente, wasted trip, loose, plein tarif, apparently, have to pay, sitting on
          | sitting at, not what, done here, lost, wait, waiting, late, impossible, n'arrive pas, # hour, luggage
complaint .2 | bag, bags, my bags, claim, personne, paying, paid, payé, trying to, tried to, customer service
          | service client, zero, had to, essayé de, without a, spent, alors que, malgré, supervisor, baggage, hours
          | toilets, sav, hotline

# ---- Insults
insult .95 | connard/s, connasse/s, enculé/s, fdp, fils de pute, salope/s, salaud/s, enfoiré/s, pute/s, ntm, nique ta
          | nique ta mère, niquez, nique vos, allez vous faire, allez vous faire foutre, va te faire
          | va te faire foutre, fuck you, fuck off, fck you, fuk you, fuck u, asshole/s, dickhead/s, cunt/s
          | motherfucker/s, scumbag/s, suck my, kys, kill yourself, go die, whore/s, slut/s, sale race, sale juif
          | sale arabe, sale noir, nigger/s, faggot/s, pd, pédé/s, va mourir, allez crever, allez mourir, eat shit
          | stfu, bande de cons, bande de connards, bande d enculés, mongol/s
insult .85 | abruti/e/s/es, crétin/e/s, débile/s, imbécile/s, idiot/e/s/es, bouffon/s, bâtard/s, tocard/s, raclure/s
          | ta gueule, vos gueules, ferme ta gueule, fermez vos gueules, gros porc, bitch/es, bastard/s, moron/s
          | moronic, imbeciles, dumbass/es, jackass, scum, go to hell, burn in hell, loser/s, retarded, pauvre type
          | pauvres types, sous merde, raclures, ordures, pourritures, dégénéré/s, screw you, degenerates, dipshit/s
          | prick/s, wanker/s, twat/s, douche, piece of shit, pieces of shit, shut up, bande de nuls
          | bande d incapables, bande de guignols, bande de clowns
insult .6 | clown/s, guignol/s, charlot/s, clochard/s, con, cons, conne/s, bande de, bunch of idiots, bunch of clowns
          | bunch of crooks, you people are, morveux, 🖕, 🤡
insult .4 complaint .8 | voleur/s, voleuse, thieves, thief, crook/s, escroc/s, liar/s, menteur/s, menteuse
          | incompétent/e/s/es, incompetent, charlatan/s, incapable/s, bons à rien, bon à rien
insult .3 complaint .5 | stupid, dumb, merde, merdique/s, de merde, shit, shitty, fuck, fucking, wtf is wrong with you
          | putain, 🤬
praise .8 | fucking good, fucking great, fucking amazing, fucking love, fucking delicious, fucking awesome
          | fucking best, putain c est bon, putain que c est bon, putain trop bon, damn good, holy shit that, the shit
          | pas con, pas bête
none      | idiot proof

# ---- Praise
praise .85 | une tuerie, tuerie/s, régal, régalé/e/s/es, régalade, vous gérez, vous assurez, vous êtes les meilleurs
          | ne changez rien, changez rien, rien à redire, jamais déçu/e/s/es, pas déçu/e/s/es, un vrai bonheur
          | que du bonheur, foncez, courez y, les yeux fermés, j adore, on adore, highly recommend, highly recommended
          | never disappoint/s/ed, not disappointed, didnt disappoint, did not disappoint, wasnt disappointed
          | couldnt be happier, cant recommend enough, hidden gem, blown away, worth every, 5 stars, five stars
          | 5 étoiles, cinq étoiles, 10 10, 20 20, 5 5, great job, amazing job, outstanding, exceptional, phenomenal
          | phénoménal/e, kudos, you rock, you guys rock, best ever, the best, les meilleurs, les meilleures
          | le meilleur, la meilleure, out of this world, to die for, à se damner, rien à dire, love it
          | love this place, love this, j en reveux, encore bravo, mille bravos, un sans faute, sans faute
          | above and beyond, game changer, cant get enough, get enough of, deserves a medal, deserve a medal
          | deserves a raise, hats off, works perfectly, works great, like a charm, accueil chaleureux, super ambiance
          | testé et approuvé, fonctionne parfaitement, fonctionne très bien, marche très bien, marche parfaitement
          | vous êtes au top, tout était parfait, everything was perfect, vous déchirez, killed it, nailed it
praise .75 | excellent/e/s/es, délicieux, délicieuse/s, superbe/s, génial/e/es, géniaux, magnifique/s, parfait/e/s/es
          | extraordinaire/s, exceptionnel/le/s/les, formidable/s, merveilleux, merveilleuse/s, fantastique/s
          | fabuleux, fabuleuse, sublime/s, bravo/s, félicitations, au top, top niveau, trop bon/ne/s/nes, trop bien
          | trop cool, trop beau, trop belle, trop hâte, adore/nt/s, adoré/e/s, kiffe/s, kiffé, on kiffe, délice/s
          | savoureux, savoureuse/s, succulent/e/s/es, frissons, ça déchire, recommande/s/nt, recommandons
          | je recommande, je conseille, à recommander, chaleureux, chaleureuse/s, aux petits soins, belle soirée
          | superbe soirée, excellente soirée, bon moment, super moment, agréable moment, moment magique, ravi/e/s/es
          | conquis/e, impeccable/s, nickel, coup de cœur, pépite/s, vaut le détour, valent le détour, on reviendra
          | je reviendrai, nous reviendrons, reviendrons, reviendrai, reviendra, vivement la prochaine, bluffant/e
          | bluffé/e/s, de ouf, un truc de ouf, de folie, l eau à la bouche, à tomber, belle découverte, bonne adresse
          | super adresse, continuez, continuez comme ça, chapeau, très bon/ne/s/nes, très bien, très sympa
          | super bon/ne/s, super sympa, hyper bon, vrai plaisir, delicious, amazing, amazed, awesome, fantastic
          | wonderful, brilliant, superb, perfect, perfection, perfectly, fabulous, terrific, excellence, magnificent
          | marvelous, incredible, i love, we love, loved, loved it, adore, love you, love you guys, gorgeous
          | stunning, beautiful, yummy, tasty, mouthwatering, top notch, first rate, spot on, flawless, well done
          | good job, nice job, nice work, great work, great service, great flight, great crew, great experience
          | great food, great place, great night, so good, very good, really good, so great, so happy, so proud
          | very happy, really happy, so friendly, so kind, so nice, so helpful, very helpful, super helpful
          | keep it up, keep up the, congrats, congratulations, recommend, recommended, must try, impressed
          | impressive, delighted, thrilled, looking forward, cant wait, better than ever, cant go wrong
          | no complaints, appreciate your, shout out to, shoutout to, shout out, shoutout, made my day, made our day
          | made my night, best in, best customer, favorite place, favourite place, 😍, 🥰, 🤩, 😻, 👏, obsessed, heavenly
          | exquisite, exquis/e/s, scrumptious, on point, such a treat, unforgettable, inoubliable/s, stellar
          | lifesaver, life saver, seamless, works well, easy to use, user friendly, well made, warm welcome, magical
          | had a blast, great vibes, so cool, such a great, such a lovely, such a good, such a beautiful, adorable/s
          | goûteux, attentionné/e/s, bien accueilli/e/s, bonne ambiance, bon accueil, imbattable/s, incontournable/s
          | aucun regret, sans regret, vaut largement, vaut vraiment, tellement bon/ne, un amour, une crème
          | fonctionne bien, marche bien, marche toujours aussi bien, trop fort/s, trop forte, les best, mémorable/s
          | fait plaisir, divin/e/s, well worth, big fan, huge fan, feel at home, felt at home, top quality
          | friendliest, tastiest, freshest, finest, kindest, nicest, quelle claque, tout était bon, on se sent bien
          | comme à la maison, pur bonheur, grande qualité, grand plaisir
praise .6 | super, top, incroyable/s, sympa/s, sympathique/s, accueillant/e/s, gentil/le/s/les, souriant/e/s
          | aimable/s, convivial/e, réussi/e/s, stylé/e/s, canon, waouh, wow, miam, mmm, yum, vivement, magique
          | bonheur, content/e/s/es, satisfait/e/s/es, enchanté/e/s, meilleur/e/s/es, best, lovely, friendly, helpful
          | polite, welcoming, efficace/s, au rendez vous, à refaire, donne envie, donne faim, ça donne envie
          | fait envie, vaut le coup, sans hésiter, hésitez pas, n hésitez pas, dont miss, not to be missed
          | à ne pas manquer, ne pas manquer, ne ratez pas, préféré/e/s/es, favorite/s, favourite/s, favori/s
          | worth it, great, gem, enjoyed, pleased, pleasure, satisfied, happy, excited, legend/s, kind and
          | will be back, ill be back, well be back, be back soon, cant complain, pas mal, pas mal du tout
          | plutôt pas mal, pas mauvais, pas mauvaise, not bad, not bad at all, pas dégueu, pas cher, pas chère/s
          | pas trop cher, bon rapport qualité, huîtres fraîches, très frais, très fraîches, good food, good service
          | good stuff, good experience, appreciated, thumbs up, classe, chic, magistral, 😋, 🤤, 🙌, 💯, 😘, 🫶, 🔥, 👌, 💖, 💗
          | 💕, 💓, 💞, 💘, 😊, 🥳, ❤, 😁, 🏆, j ai hâte, trop hâte de, charming, cozy, cosy, attentive, comfy, comfortable
          | confortable/s, sleek, hell yes, hell yeah, yes finally, epic, agréable/s, chouette/s, généreux
          | généreuse/s, copieux, copieuse/s, de qualité, bonne qualité, bonne humeur, ça fait du bien, approuvé
          | est dingue, extra, au paradis, paradis, charmant/e/s, validé, fan of, a beast, coolest, caring, thoughtful
          | considerate, courteous, gracious, hospitality, fan de, un plaisir, une claque, fraîcheur, un must
          | comme chez soi, chez soi, luv
praise .5 | bon/ne/s/nes, bien, beau, belle/s, beaux, joli/e/s/es, aime/nt/s, aimé/e, aimons, heureux, heureuse
          | plaisir, cool, rapide/s, good, nice, fun, love, loves, loving, enjoy, enjoying, glad, proud, fresh, frais
          | fraîche/s, sweet, cute, on time, à l heure, smooth, pro, professionnel/le/s, professional, fier/s, fière
          | respect, courage, vive, longue vie, à bientôt, miss you, miss this place, coming back, hungry, smile
          | yes yes, yay, woohoo, youpi, génie, hype, props, apprécié/e/s, apprécie, better, chance, lucky, 👍, 💙, 💚, 💛
          | 🧡, 💜, 🖤, 🤍, ⭐, 🌟, 😃, 😄, 😀, 🙂, ☺, 🎉, 🎊, 💪, 🥇, 😎, 🤗, 💐, 🌹, 👑, ♥, 😇, 🥂, 🍾, ✨, 😂, 🤣, finally, vibe/s, solid
          | solide/s, easy, crisp, generous, dope, fluide/s, fidèle/s, stylish, me manque, medal, bless

# ---- Thanks
thanks .85 | merci, merci beaucoup, merci bcp, mille mercis, mercis, un grand merci, remercie, remercions, thanks
          | thank you, thank u, thankyou, thx, thnx, tks, tysm, thanks a lot, thanks so much, thank you so much
          | many thanks, grazie, gracias, danke, obrigado, obrigada, much appreciated, appreciate it, appreciate that
          | appreciate the help, grateful, reconnaissant/e/s, reconnaissance, gratitude
thanks .5 | ty, cheers, mrc, kudos to, 🙏
)";

}  // namespace fanal::text
