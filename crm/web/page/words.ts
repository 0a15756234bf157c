// Every string of the page, in both languages, side by side. {name} stands for a value; a pair [one, many] is chosen
// by the language's plural rule for {count}.

export const languages = ["fr", "en"] as const;
export type Language = (typeof languages)[number];
export type Text = string | readonly [one: string, many: string];

export const words = {
    // The frame
    skip: { fr: "Aller au contenu", en: "Skip to content" },
    sections: { fr: "Rubriques", en: "Sections" },
    queue: { fr: "File d’attente", en: "Queue" },
    fans: { fr: "Fans", en: "Fans" },
    matches: { fr: "Doublons", en: "Matches" },
    cascades: { fr: "Cascades", en: "Cascades" },
    language: { fr: "Langue", en: "Language" },
    language_fr: { fr: "Français", en: "Français" },
    language_en: { fr: "English", en: "English" },
    keys: { fr: "Raccourcis clavier", en: "Keyboard shortcuts" },
    close: { fr: "Fermer", en: "Close" },
    more: { fr: "En afficher plus", en: "Show more" },

    // Loading, failing, having nothing
    loading: { fr: "Chargement…", en: "Loading…" },
    failed: { fr: "Cela n’a pas marché", en: "That did not work" },
    failed_offline: {
        fr: "Le serveur ne répond pas. Est-ce que fanal serve tourne encore ?",
        en: "The server does not answer. Is fanal serve still running?",
    },
    failed_stale: {
        fr: "Le serveur ne répond pas : ceci est ce qu’il disait avant.",
        en: "The server does not answer: this is what it said before.",
    },
    not_found: { fr: "Introuvable", en: "Not found" },
    again: { fr: "Réessayer", en: "Try again" },
    nowhere: { fr: "Il n’y a pas de page à cette adresse.", en: "There is no page at this address." },
    queue_empty: { fr: "Personne n’attend", en: "Nobody is waiting" },
    queue_empty_about: {
        fr: "Toutes les conversations connues ont leur réponse. Importez ce que vos réseaux ont reçu depuis :",
        en: "Every known conversation has its answer. Import what your networks have received since:",
    },
    queue_no_account: {
        fr: "Fanal ne sait pas encore quels comptes sont les vôtres. Déclarez-les, puis importez ce qu’ils ont reçu :",
        en: "Fanal does not know yet which accounts are yours. Declare them, then import what they received:",
    },
    fans_empty: { fr: "Pas encore de fans", en: "No fans yet" },
    fans_empty_about: {
        fr: "Les fans naissent de ce que vos réseaux vous envoient ou vous laissent exporter :",
        en: "Fans come from what your networks send you or let you export:",
    },
    matches_empty: { fr: "Aucun doublon à trancher", en: "No match to decide" },
    matches_empty_about: {
        fr:
            "Quand deux profils de réseaux différents semblent être une même personne, ils attendent ici votre avis. " +
            "Importez d’autres réseaux :",
        en:
            "When two profiles on different networks look like one person, they wait here for your word. Import " +
            "other networks:",
    },
    cascades_empty: { fr: "Pas encore de cascades", en: "No cascades yet" },
    cascades_empty_about: {
        fr: "Une cascade, c’est une publication et au moins un repartage. Importez des repartages :",
        en: "A cascade is a post with at least one reshare. Import reshares:",
    },
    scores_none: { fr: "Les scores n’ont pas encore été calculés.", en: "Scores have not been computed yet." },
    scores_compute: { fr: "Calculer les scores", en: "Compute the scores" },
    scores_computing: { fr: "Calcul en cours…", en: "Computing…" },

    // The queue
    queue_count: {
        fr: ["{count} conversation attend une réponse", "{count} conversations attendent une réponse"],
        en: ["{count} conversation waits for an answer", "{count} conversations wait for an answer"],
    },
    rank: { fr: "Rang {rank}", en: "Rank {rank}" },
    since: { fr: "attend depuis {duration}", en: "waiting {duration}" },
    unanswered: {
        fr: ["{count} message sans réponse", "{count} messages sans réponse"],
        en: ["{count} unanswered", "{count} unanswered"],
    },
    why: { fr: "Pourquoi", en: "Why" },
    why_rank: { fr: "Pourquoi à cette place", en: "Why this place" },
    score_as_wait: { fr: "Compte comme {hours} d’attente.", en: "Counts as {hours} of waiting." },
    sum_signal: { fr: "Signal", en: "Signal" },
    sum_reason: { fr: "Raison", en: "Reason" },
    sum_hours: { fr: "Heures", en: "Hours" },
    sum_total: { fr: "Total", en: "Total" },
    sum_about: {
        fr:
            "La file est triée par cette somme. Une heure d’attente vaut une heure ; chaque autre signal en " +
            "ajoute ou en retire.",
        en:
            "The queue is ordered by this sum. An hour of waiting counts as one hour; every other signal adds or " +
            "takes some.",
    },
    no_text: { fr: "(sans texte)", en: "(no text)" },
    removed: { fr: "Retiré du réseau", en: "Removed on the network" },
    someone: { fr: "Inconnu", en: "Unknown" },

    // A conversation
    conversation: { fr: "Conversation", en: "Conversation" },
    conversation_with: { fr: "Conversation avec {name}", en: "Conversation with {name}" },
    the_post: { fr: "La publication", en: "The post" },
    the_thread: { fr: "Le fil", en: "The thread" },
    ours: { fr: "Nous", en: "Us" },
    to_answer: { fr: "À répondre", en: "To answer" },
    settled: { fr: "Rien n’attend de réponse ici.", en: "Nothing waits for an answer here." },
    answer_on: { fr: "Répondre sur {network}", en: "Answer on {network}" },
    see_on: { fr: "Voir sur {network}", en: "See on {network}" },
    new_tab: { fr: "(nouvel onglet)", en: "(new tab)" },
    no_url: {
        fr: "Le réseau n’a pas donné de lien vers cette conversation.",
        en: "The network gave no link to this conversation.",
    },
    place_in_queue: { fr: "{rank} sur {count}", en: "{rank} of {count}" },
    previous: { fr: "Précédente", en: "Previous" },
    next: { fr: "Suivante", en: "Next" },
    fan_page: { fr: "Voir le fan", en: "See the fan" },

    // Fans
    fans_about: {
        fr: "Les personnes, avec ce qu’elles ont donné, reçu et mis en mouvement.",
        en: "People, with what they gave, received and set in motion.",
    },
    fan: { fr: "Fan", en: "Fan" },
    sort_by: { fr: "Trier par", en: "Sort by" },
    profiles: { fr: ["Profil", "Profils"], en: ["Profile", "Profiles"] },
    merges: { fr: "Pourquoi c’est une seule personne", en: "Why this is one person" },
    matches_count: {
        fr: [
            "{count} paire de profils est peut-être une seule personne",
            "{count} paires de profils sont peut-être chacune une seule personne",
        ],
        en: ["{count} pair of profiles may be one person", "{count} pairs of profiles may be one person each"],
    },
    matches_about: {
        fr: "Les plus utiles d’abord. Rien n’est réuni sans vous, et tout peut être défait.",
        en: "The most useful first. Nothing is joined without you, and everything can be undone.",
    },
    match_accept: { fr: "Même personne", en: "Same person" },
    match_reject: { fr: "Deux personnes", en: "Two people" },
    match_skip: { fr: "Passer", en: "Skip" },
    match_needs_name: {
        fr: "Dites votre nom : chaque décision est notée.",
        en: "Say your name: each decision is noted.",
    },
    match_accepted: { fr: "Réunis en un fan.", en: "Joined as one fan." },
    match_rejected: { fr: "Notés comme deux personnes.", en: "Noted as two people." },
    match_undone: { fr: "Décision défaite.", en: "Decision undone." },
    match_evidence: { fr: "Ce qui le dit", en: "What says so" },
    match_bits: { fr: "Bits", en: "Bits" },
    match_bits_about: {
        fr: "Un bit double les chances, un bit de moins les divise par deux.",
        en: "One bit doubles the odds, one bit less halves them.",
    },
    match_probability: { fr: "{probability} de chances", en: "{probability} likely" },
    match_interval: { fr: "entre {low} et {high}", en: "between {low} and {high}" },
    match_by_model: { fr: "selon le modèle seul", en: "by the model alone" },
    match_by_decisions: {
        fr: ["d’après {count} décision", "d’après {count} décisions"],
        en: ["from {count} decision", "from {count} decisions"],
    },
    part_link: { fr: "L’un renvoie à l’autre", en: "One lists the other" },
    part_site: { fr: "Même site", en: "Same site" },
    part_email: { fr: "Même adresse e-mail", en: "Same e-mail address" },
    part_avatar: { fr: "Même image", en: "Same picture" },
    part_place: { fr: "Lieu", en: "Place" },
    part_bio: { fr: "Mot rare dans les deux bios", en: "Rare word in both bios" },
    part_prior: { fr: "Rareté d’une telle paire", en: "How rare such a pair is" },
    part_others: { fr: "D’autres conviendraient aussi", en: "Others would fit as well" },
    interactions: {
        fr: ["{count} interaction", "{count} interactions"],
        en: ["{count} interaction", "{count} interactions"],
    },
    waits: {
        fr: ["{count} conversation attend", "{count} conversations attendent"],
        en: ["{count} conversation waits", "{count} conversations wait"],
    },
    accept_all: { fr: "Accepter d’un coup les plus sûrs", en: "Accept the surest at once" },
    accept_above: { fr: "À partir d’une probabilité de", en: "From a probability of" },
    accept_preview: { fr: "Aperçu", en: "Preview" },
    accept_would: {
        fr: [
            "{count} paire serait réunie ; erreurs attendues : {wrong}.",
            "{count} paires seraient réunies ; erreurs attendues : {wrong}.",
        ],
        en: [
            "{count} pair would be joined; wrong ones expected: {wrong}.",
            "{count} pairs would be joined; wrong ones expected: {wrong}.",
        ],
    },
    accept_least: { fr: "Les moins sûres :", en: "The least certain:" },
    accept_now: {
        fr: ["Réunir {count} paire", "Réunir {count} paires"],
        en: ["Join {count} pair", "Join {count} pairs"],
    },
    accept_done: {
        fr: ["{count} paire réunie.", "{count} paires réunies."],
        en: ["{count} pair joined.", "{count} pairs joined."],
    },
    merge_by: { fr: "Votre nom", en: "Your name" },
    merge_undo: { fr: "Défaire", en: "Undo" },
    disagreements: { fr: "Ses profils ne disent pas la même chose", en: "The profiles disagree" },
    fan_do_not_link: {
        fr: "À sa demande, rien ne relie ces profils à d’autres.",
        en: "As this fan asked, nothing links these profiles with others.",
    },
    profile_facts: { fr: "Ce qui est dit du profil {name}", en: "What is said of the profile {name}" },
    followers: { fr: ["{count} abonné", "{count} abonnés"], en: ["{count} follower", "{count} followers"] },
    fact_between: { fr: "du {first} au {last}", en: "{first} to {last}" },
    handle: { fr: "Pseudo", en: "Handle" },
    display_name: { fr: "Nom affiché", en: "Display name" },
    place: { fr: "Lieu", en: "Place" },
    bio: { fr: "Bio", en: "Bio" },
    url: { fr: "Adresse", en: "Address" },
    avatar_url: { fr: "Image", en: "Picture" },
    link: { fr: "Lien", en: "Link" },
    scores: { fr: "Scores", en: "Scores" },
    scores_as_of: { fr: "au {date}", en: "as of {date}" },
    exchanges: { fr: "Donné et reçu", en: "Given and received" },
    given: { fr: "Donné", en: "Given" },
    received: { fr: "Reçu", en: "Received" },
    kind: { fr: "Genre", en: "Kind" },
    history: { fr: "Historique", en: "History" },
    history_latest: { fr: "les {count} dernières interactions", en: "the latest {count} interactions" },
    history_none: { fr: "Aucune interaction connue.", en: "No interaction known." },
    over_time_about: {
        fr: "Interactions par {period}, au plus {max} : du {first} au {last}.",
        en: "Interactions per {period}, {max} at most: {first} to {last}.",
    },
    day: { fr: "jour", en: "day" },
    week: { fr: "semaine", en: "week" },
    month: { fr: "mois", en: "month" },
    open_conversation: { fr: "Ouvrir la conversation", en: "Open the conversation" },
    open_cascade: { fr: "Voir la cascade", en: "See the cascade" },

    // Scores and what they mean
    influence: { fr: "Influence", en: "Influence" },
    influence_about: {
        fr:
            "Ce que ce fan met en mouvement : combien d’autres ont réagi à lui, le récent comptant plus que " +
            "l’ancien. Quatre fois sur cinq entre {low} et {high}.",
        en:
            "What this fan sets in motion: how many others acted towards them, recent acts counting more than old " +
            "ones. Four times in five between {low} and {high}.",
    },
    influence_not_enough_data: {
        fr: "Pas assez de données : moins de cinq fans ont réagi à celui-ci.",
        en: "Not enough data: fewer than five fans acted towards this one.",
    },
    pagerank: { fr: "PageRank", en: "PageRank" },
    pagerank_about: {
        fr:
            "Part de l’attention qui arrive ici quand on la suit de fan en fan : être relayé par des fans " +
            "influents compte plus qu’être relayé souvent.",
        en:
            "Share of the attention that ends up here when it is followed from fan to fan: being passed on by " +
            "influential fans counts more than being passed on often.",
    },
    core_number: { fr: "Cœur", en: "Core number" },
    core_number_about: {
        fr:
            "Appartient à un groupe où chacun est lié à au moins {value} autres du groupe : plus c’est haut, plus " +
            "on est au cœur de la communauté.",
        en:
            "Belongs to a group in which everyone is tied to at least {value} others of the group: the higher, " +
            "the deeper inside the community.",
    },
    core_number_none: { fr: "Pas encore lié à d’autres fans.", en: "Not tied to other fans yet." },
    in_degree: { fr: "Fans venus", en: "Fans who came" },
    in_degree_about: {
        fr: "Nombre de fans différents qui ont réagi, répondu ou relayé.",
        en: "How many different fans reacted, answered or passed on.",
    },
    out_degree: { fr: "Fans approchés", en: "Fans reached out to" },
    out_degree_about: {
        fr: "Nombre de fans différents envers qui ce fan a agi.",
        en: "How many different fans this one acted towards.",
    },
    followers_count: { fr: "Abonnés", en: "Followers" },

    // Kinds of interaction
    post: { fr: "Publication", en: "Post" },
    comment: { fr: "Commentaire", en: "Comment" },
    mention: { fr: "Mention", en: "Mention" },
    message: { fr: "Message", en: "Message" },
    reaction: { fr: "Réaction", en: "Reaction" },
    reshare: { fr: "Repartage", en: "Reshare" },
    quote: { fr: "Citation", en: "Quote" },
    follow: { fr: "Abonnement", en: "Follow" },
    posts: { fr: "Publications", en: "Posts" },
    comments: { fr: "Commentaires", en: "Comments" },
    mentions: { fr: "Mentions", en: "Mentions" },
    messages: { fr: "Messages", en: "Messages" },
    reactions: { fr: "Réactions", en: "Reactions" },
    reshares: { fr: "Repartages", en: "Reshares" },
    quotes: { fr: "Citations", en: "Quotes" },
    follows: { fr: "Abonnements", en: "Follows" },
    kind_given: { fr: "{kind} de sa part", en: "{kind} given" },
    kind_received: { fr: "{kind} des autres", en: "{kind} received" },

    // Cascades
    cascade: { fr: "Cascade", en: "Cascade" },
    cascades_about: {
        fr: "Les publications et tous leurs repartages : qui les a fait voyager, et jusqu’où.",
        en: "Posts and all their reshares: who made them travel, and how far.",
    },
    cascade_of: { fr: "Cascade de {name}", en: "Cascade of {name}" },
    cascades_shown: { fr: ["la plus grande", "les {count} plus grandes"], en: ["the largest", "the {count} largest"] },
    size: { fr: "Taille", en: "Size" },
    size_about: { fr: "publications, celle du départ comprise", en: "posts, the first one included" },
    depth: { fr: "Profondeur", en: "Depth" },
    depth_about: { fr: "repartages à la file, au plus loin", en: "reshares in a row, at the farthest" },
    breadth_max: { fr: "Largeur", en: "Breadth" },
    breadth_max_about: { fr: "publications à la même étape, au plus", en: "posts at one step, at most" },
    structural_virality: { fr: "Viralité structurelle", en: "Structural virality" },
    structural_virality_about: {
        fr: "distance moyenne entre deux publications de la cascade",
        en: "mean distance between two posts of the cascade",
    },
    virality_scale: {
        fr: "À cette taille, une pure diffusion donnerait {star}, une pure chaîne {chain}.",
        en: "At this size, a pure broadcast would give {star}, a pure chain {chain}.",
    },
    broadcast: { fr: "diffusion", en: "broadcast" },
    viral: { fr: "viral", en: "viral" },
    steps: { fr: "À chaque étape", en: "Step by step" },
    step: { fr: "Étape {depth}", en: "Step {depth}" },
    step_first: { fr: "Départ", en: "Start" },
    steps_more: { fr: "… et {count} étapes de plus", en: "… and {count} more steps" },
    most_viral_path: { fr: "Le chemin le plus viral", en: "The most viral path" },
    most_viral_path_about: {
        fr: "À chaque étape, le repartage qui en a amené le plus d’autres.",
        en: "At each step, on to the reshare that brought most others.",
    },
    brought: { fr: "{count} à sa suite", en: "{count} came after" },
    brought_none: { fr: "personne à sa suite", en: "nobody after" },
    tree: { fr: "Arbre", en: "Tree" },
    tree_drawing: { fr: "Dessin", en: "Drawing" },
    tree_table: { fr: "Tableau", en: "Table" },
    tree_about: {
        fr: "Arbre des repartages ; les flèches du clavier y circulent, le tableau dit la même chose en texte.",
        en: "Tree of reshares; arrow keys walk through it, the table says the same as text.",
    },
    tree_more: { fr: "+{count} de plus", en: "+{count} more" },
    tree_assumed: {
        fr:
            "En pointillé : le réseau ne dit pas par qui c’est passé, le repartage est rattaché à la première " +
            "publication.",
        en: "Dashed: the network does not say through whom it came; the reshare hangs on the first post.",
    },
    tree_path: { fr: "En jaune : le chemin le plus viral.", en: "In yellow: the most viral path." },
    came_through: { fr: "Par", en: "Through" },
    posts_below: { fr: "Amenées", en: "Brought" },
    when: { fr: "Quand", en: "When" },

    // Keys
    key_list: { fr: "Dans les listes", en: "In lists" },
    key_everywhere: { fr: "Partout", en: "Everywhere" },
    key_next: { fr: "Suivant", en: "Next" },
    key_previous: { fr: "Précédent", en: "Previous" },
    key_open: { fr: "Ouvrir", en: "Open" },
    key_fan: { fr: "Voir le fan", en: "See the fan" },
    key_why: { fr: "Montrer la somme des signaux", en: "Show the sum of signals" },
    key_up: { fr: "Remonter à la liste", en: "Back to the list" },
    key_network: { fr: "Ouvrir sur le réseau", en: "Open on the network" },
    key_queue: { fr: "Aller à la file d’attente", en: "Go to the queue" },
    key_fans: { fr: "Aller aux fans", en: "Go to fans" },
    key_matches: { fr: "Aller aux doublons", en: "Go to matches" },
    key_undo: { fr: "Défaire la dernière décision", en: "Undo the last decision" },
    key_cascades: { fr: "Aller aux cascades", en: "Go to cascades" },
    key_help: { fr: "Cette aide", en: "This help" },
    key_then: { fr: "puis", en: "then" },
    key_or: { fr: "ou", en: "or" },
    key_enter: { fr: "Entrée", en: "Enter" },
    key_tree: { fr: "Dessin ou tableau", en: "Drawing or table" },
} as const satisfies Record<string, Record<Language, Text>>;

export type Word = keyof typeof words;
