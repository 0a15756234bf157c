#include "crm/identity/name_variants.hpp"

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace fanal::identity {
namespace {

/// A group a line: forms by which one given name goes. A name may stand in several.
constexpr std::string_view groups[] = {
    "abigail abby gail",
    "abraham abe",
    "albert al bert bertie",
    "alexander alex alec sandy alexandre sacha sasha",
    "alexandra alex sandra sasha alexa",
    "alfred al fred alfie",
    "amanda mandy",
    "andrew andy drew andre",
    "anthony tony antoine anton antonio toni toine",
    "antoinette toni",
    "arthur art",
    "barbara barb babs",
    "benjamin ben benny benji",
    "bernard bernie",
    "bradley brad",
    "bridget biddy",
    "calvin cal",
    "catherine katherine kathryn kathleen cathy kathy kate katie kat cathie catie kathie katharine",
    "charles charlie chuck chas carlos charly",
    "charlotte charlie lottie",
    "christina chris tina chrissy christine",
    "christopher chris topher kit christophe",
    "clifford cliff",
    "cornelius neil",
    "cynthia cindy",
    "daniel dan danny",
    "danielle dani",
    "david dave davey",
    "deborah debra deb debbie",
    "dennis denny denis",
    "dominic dom nick dominique",
    "donald don donny donnie",
    "dorothy dot dottie dolly",
    "douglas doug",
    "edward ed eddie ted teddy ned edouard eduardo",
    "eleanor ellie nell nora",
    "elizabeth liz beth betsy betty eliza "
    "lizzie lisa libby elisabeth babette",
    "emmanuel manu manny",
    "emmanuelle manu",
    "eugene gene",
    "ferdinand ferdi fernand",
    "florence flo",
    "frances fran frankie",
    "francis frank fran frankie francois francisco "
    "pancho",
    "frederick fred freddy frederic rick",
    "gabriel gabe gaby",
    "gabrielle gaby gabby",
    "geoffrey geoff jeff",
    "george georgie georges jorge",
    "gerald jerry gerry",
    "gerard gerry",
    "gilbert gil bert",
    "gregory greg",
    "guillaume will guy",
    "gwendolyn gwen",
    "harold harry hal",
    "helen nell nellie",
    "henry hank harry henri enrique",
    "herbert herb bert",
    "howard howie",
    "ignacio nacho",
    "isabelle isa bella isabel isabella",
    "jacob jake",
    "jacqueline jackie",
    "jacques jacky",
    "james jim jimmy jamie jaime",
    "janet jan",
    "jason jay",
    "jeffrey jeff",
    "jennifer jen jenny",
    "jeremy jerry jeremie",
    "jessica jess jessie",
    "joan joanie jo",
    "john johnny jack jon juan",
    "jonathan jon jonny nathan",
    "joseph joe joey jos jose jojo pepe",
    "josephine jo josie",
    "joshua josh",
    "judith judy",
    "julia julie",
    "julien jules",
    "kenneth ken kenny",
    "kimberly kim",
    "kristin kris kristen kirsten",
    "lawrence larry laurent",
    "leonard leo len lenny leon",
    "leslie les",
    "lillian lil lily",
    "louis lou lewis louie luis",
    "louise lou",
    "lucille lucy",
    "luke luc lucas",
    "madeleine maddie mado",
    "magdalena lena magda",
    "marcus marc mark",
    "margaret maggie meg peggy marge margie greta "
    "marguerite margo",
    "martha marty",
    "martin marty",
    "mary marie maria molly polly",
    "mathilde mat tilde",
    "matthew matt mathieu matthieu mat matteo",
    "maxime max maximilian maxwell",
    "melissa mel missy",
    "michael mike mickey mick michel miguel mikey",
    "michelle shelly",
    "mildred millie",
    "mitchell mitch",
    "nancy nan",
    "nathan nate",
    "nathaniel nate nathan nat",
    "nicholas nick nicky nicolas nico",
    "nicole nicky nico",
    "norman norm",
    "oliver ollie olivier",
    "olivia liv",
    "pamela pam",
    "patricia pat patty patti trish tricia",
    "patrick pat paddy",
    "peter pete pierre pedro",
    "philip phil philippe phillip pippo",
    "philippa pippa",
    "rachel rach",
    "randall randy randolph",
    "raymond ray",
    "rebecca becky becca",
    "reginald reg reggie",
    "richard rick rich dick ricky ricardo rico",
    "robert rob bob bobby robbie bert roberto",
    "roderick rod",
    "rodney rod",
    "roger rog",
    "ronald ron ronnie",
    "rosemary rose rosie",
    "russell russ",
    "samantha sam",
    "samuel sam sammy",
    "sarah sally sara",
    "sebastien seb sebastian",
    "sidney sid",
    "stanley stan",
    "stephanie steph steffi",
    "stephen steve steven stevie stephane",
    "stuart stu stewart",
    "susan sue susie suzy "
    "suzanne susanna",
    "sylvester sly",
    "sylvie syl",
    "terence terry terrence",
    "theodore ted teddy theo",
    "theresa terry tess teresa therese",
    "thomas tom tommy thom",
    "timothy tim timmy",
    "tobias toby",
    "valerie val",
    "veronica ronnie vero veronique",
    "victor vic",
    "victoria vicky vicki tori",
    "vincent vince vinnie",
    "virginia ginny",
    "walter walt wally",
    "warren ren",
    "wesley wes",
    "wilfred will fred",
    "william bill billy will willie liam guillermo",
    "winifred winnie",
    "zachary zach zack",
    // French, where another list does not have them already
    "alain lino",
    "anne annie anouk annick",
    "aurelie lilie",
    "baptiste bapt batiste",
    "beatrice bea",
    "benedicte bene",
    "benoit ben beno",
    "brigitte gigi",
    "camille cam",
    "caroline caro",
    "clement clem",
    "clementine clem",
    "delphine fifine",
    "domitille domi",
    "edouard doudou",
    "fabien fab",
    "fabrice fab",
    "frederic fred fredo",
    "frederique fred",
    "gilles gillou",
    "guillaume guigui",
    "jacqueline jacotte",
    "jean jeannot",
    "jeanbaptiste jb",
    "jerome jeje",
    "laurence lolo laure",
    "laurent lolo",
    "ludovic ludo",
    "margaux margot",
    "marguerite margot",
    "maurice momo",
    "michel mimi mich",
    "mohamed mohammed muhammad mohammad mehmet momo med",
    "nathalie nath nat",
    "olivier oliv",
    "pascal pascalou",
    "pierre pierrot",
    "raphael raph raf",
    "raphaelle raph",
    "romain roro",
    "sabrina sab",
    "severine sev",
    "sophie soso",
    "sylvain syl",
    "thibault thibaut thibaud",
    "valentin val",
    "valentine val",
    "virginie virg",
    "xavier xav",
    "yann yannick yoann johann yohan",
    "yves yvon",
};

using GroupsOfName = std::unordered_map<std::string_view, std::vector<std::size_t>>;

GroupsOfName by_name() {
    GroupsOfName found;
    for (std::size_t group = 0; group < std::size(groups); ++group) {
        std::string_view rest = groups[group];
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            found[rest.substr(0, end)].push_back(group);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return found;
}

const GroupsOfName& groups_of_names() {
    static const GroupsOfName all = by_name();
    return all;
}

}  // namespace

bool are_variants(std::string_view name, std::string_view other) {
    const GroupsOfName& groups_of = groups_of_names();
    const auto one = groups_of.find(name);
    if (one == groups_of.end() || name == other) {
        return false;
    }
    const auto two = groups_of.find(other);
    if (two == groups_of.end()) {
        return false;
    }
    return std::find_first_of(one->second.begin(), one->second.end(), two->second.begin(), two->second.end()) !=
           one->second.end();
}

std::vector<std::string_view> given_names() {
    std::vector<std::string_view> names;
    for (const auto& [name, groups_of_name] : groups_of_names()) {
        names.push_back(name);
    }
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace fanal::identity
