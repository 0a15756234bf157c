#include "crm/identity/handle_words.hpp"

#include <unordered_map>

namespace fanal::identity {
namespace {

constexpr double role_bits = 4;
constexpr double place_bits = 6;

constexpr std::string_view roles =
    // English
    "rep sen senator representative congressman congresswoman congress cong assemblyman assemblywoman assemblymember "
    "asm assembly delegate del governor gov mayor secretary secstate secretaryofstate state staterep statesenator "
    "treasurer attorneygeneral office press official house senate legislature district campaign committee team elect "
    "reelect vote votefor friends friendsof people peoplefor citizens for the real its iam chair leader whip usrep "
    "ussenator councilmember council cm city cityof county of and dr mr mrs jr minister president music band tv live "
    "club fc shop store online page studio art photo photography blog news show radio podcast fan fans fanpage chef "
    "bar "
    "cafe restaurant hotel coach author writer actor actress comedian gaming games yt vlog "
    // French
    "depute deputee senateur senatrice maire adjoint adjointe elu elue avec pour officiel officielle compte ministre "
    "ministere presidente candidat candidate circo circonscription legislatives municipales departement departementale "
    "departemental regional regionale conseiller conseillere eurodepute eurodeputee assemblee senat gouv equipe ville "
    "commune mairie parti lrem enmarche renaissance horizons modem udi lfi insoumis insoumise franceinsoumise "
    "republicains socialiste socialistes eelv ecolo ecologiste ecologistes pcf communiste rassemblement national "
    "nationale citoyen citoyenne les des du mon votre nous bureau boutique magasin maison "
    "association asso musique chanteur chanteuse acteur actrice comedien comedienne humoriste cuisine photographe "
    "journaliste animateur animatrice auteur auteure autrice ecrivain ecrivaine realisateur realisatrice avocat "
    "avocate "
    "docteur professeur sport sports rugby foot football tennis cyclisme fans groupe chez moi ofc "
    // German, Spanish, Italian, Portuguese
    "offiziell buergermeister stadt verein fuer und von oficial alcalde alcaldesa diputado diputada senador senadora "
    "ciudad equipo tienda por para con ufficiale sindaco citta squadra negozio per prefeito prefeita deputado deputada "
    "cidade loja equipe";

constexpr std::string_view places =
    "usa us america alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii "
    "idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts mass michigan minnesota "
    "mississippi missouri montana nebraska nevada hampshire newhampshire jersey newjersey newmexico mexico newyork "
    "carolina northcarolina southcarolina dakota ohio oklahoma oregon pennsylvania rhodeisland tennessee texas utah "
    "vermont virginia washington westvirginia wisconsin wyoming wyo ark france paris lyon marseille bordeaux lille "
    "nantes "
    "toulouse nice strasbourg montpellier rennes reims dijon grenoble nancy metz rouen brest angers limoges amiens "
    "bretagne alsace lorraine normandie provence auvergne bourgogne occitanie aquitaine corse gironde savoie isere "
    "loire "
    "rhone seine marne oise moselle vendee finistere morbihan essonne yvelines reunion martinique guadeloupe guyane "
    "mayotte belgique bruxelles suisse geneve quebec montreal "
    "canada "
    "london uk england scotland wales ireland dublin berlin wien hamburg muenchen deutschland madrid barcelona espana "
    "roma milano napoli italia lisboa porto portugal brasil rio argentina chile colombia africa europe monde world";

using Costs = std::unordered_map<std::string_view, double>;

void add(Costs& costs, std::string_view words, double bits) {
    while (!words.empty()) {
        const std::size_t end = std::min(words.find(' '), words.size());
        costs.try_emplace(words.substr(0, end), bits);
        words.remove_prefix(std::min(end + 1, words.size()));
    }
}

const Costs& all_costs() {
    static const Costs costs = [] {
        Costs all;
        add(all, roles, role_bits);
        add(all, places, place_bits);
        return all;
    }();
    return costs;
}

}  // namespace

double handle_word_bits(std::string_view word) {
    const Costs& costs = all_costs();
    const auto found = costs.find(word);
    return found == costs.end() ? 0 : found->second;
}

const WordFilter& handle_word_filter() {
    static const WordFilter filter = [] {
        WordFilter words;
        for (const auto& [word, bits] : all_costs()) {
            words.add(word);
        }
        return words;
    }();
    return filter;
}

}  // namespace fanal::identity
