#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/format.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {
namespace {

/// "47 posts in tree.nodes.csv and tree.edges.csv."
void print_report(const Call& call, const ExportReport& report, const std::string& what) {
    std::string sentence = what + " in ";
    for (std::size_t i = 0; i < report.files.size(); ++i) {
        sentence += (i == 0 ? "" : " and ") + report.files[i];
    }
    call.terminal.out << (call.json ? json::to_json(report) + "\n" : sentence_text(call.terminal, sentence + "."));
}

}  // namespace

Help graph_export_help() {
    return {
        "Writes the fans and their ties, as the last `fanal scores refresh` saw them, for other programs, as FILE "
        "ends: "
        ".graphml or .gexf for Gephi, NetworkX and their like; .csv for two tables, FILE.nodes.csv and FILE.edges.csv. "
        "An edge goes from the fan who acted to the fan acted upon; each fan carries scores and a community, which is "
        "called by its first fan. Names and handles stand in it: only you may read the file. What was there is "
        "replaced.",
        {},
        {"fanal graph export fans.gexf"}};
}

int export_graph(const Call& call) {
    const ExportReport report = app::export_graph(*call.open(), call.arguments[0]);
    print_report(call, report,
                 counted(report.nodes_count, "fan", "fans") + " and " + counted(report.edges_count, "tie", "ties"));
    return 0;
}

Help cascade_export_help() {
    return {
        "Writes a cascade for other programs or for the eye, as FILE ends: .graphml or .gexf for Gephi, NetworkX and "
        "their "
        "like; .csv for two tables, FILE.nodes.csv and FILE.edges.csv; .svg for a picture with the root in the middle. "
        "An edge goes from a post to the reshare that came through it. Names and handles stand in it: only you may "
        "read "
        "the file. What was there is replaced.",
        {},
        {"fanal cascade 110224538612345678 export cascade.svg",
         "fanal cascade 110224538612345678 export cascade.gexf"}};
}

int export_cascade(const Call& call) {
    const ExportReport report = app::export_cascade(*call.open(), call.arguments[0], call.arguments[1]);
    print_report(call, report, counted(report.nodes_count, "post", "posts"));
    return 0;
}

}  // namespace fanal::cli
