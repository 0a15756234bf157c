#include <filesystem>
#include <ostream>

#include "crm/app/outcome.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/import_output.hpp"
#include "crm/json/json.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

std::vector<std::filesystem::path> existing_paths(const std::vector<std::string>& arguments) {
    std::vector<std::filesystem::path> paths;
    for (const std::string& argument : arguments) {
        std::error_code problem;
        if (!std::filesystem::exists(argument, problem)) {
            throw Error(ErrorKind::bad_input,
                        "There is no file or folder at " + argument + ", so nothing was imported.");
        }
        paths.emplace_back(argument);
    }
    return paths;
}

/// Why nothing came of the import; empty when something did, or when there was nothing to refuse.
std::string why_nothing(const ImportReport& report) {
    if (report.files.empty()) {
        return "There is no file in what was given.";
    }
    const bool understood = report.accepted_count + report.repeated_count + report.skipped_count > 0;
    return understood || report.rejected_count == 0 ? ""
                                                    : "Nothing of what was given could be read; the report says why.";
}

}  // namespace

Help import_help() {
    return {
        "Reads payloads as the networks' APIs, webhooks and exports write them, Fanal's own CSV and NDJSON records, "
        "and "
        "any other table (CSV or XLSX), whose columns are told by their headings, in French or English; ZIP and gzip "
        "are opened in place. Importing something again changes nothing. Ctrl-C stops after what is being written; the "
        "same command goes on from there. Records that cannot be read are reported with their place and the reason, "
        "and the rest goes on.",
        {{"as", "NETWORK", "Take every payload as this network's instead of recognising each"},
         {"map", "FIELD=COLUMN,…", "What a table's columns hold; remembered for its header"},
         {"include-private", "", "Take in records that are direct or for followers only, too"}},
        {"fanal import comments.json", "fanal import exports/ followers.csv --as mastodon",
         "fanal import agency.xlsx --as facebook --map occurred_at=Date,text=Commentaire"}};
}

int import_payloads(const Call& call) {
    const auto paths = existing_paths(call.arguments);
    const auto store = call.open_or_create();
    const auto [report, interrupted] =
        import_with_progress(call, *store, paths, {call.text("as"), call.text("map"), call.has("include-private")});
    call.terminal.out << (call.json ? json::to_json(report) + "\n" : import_text(call.terminal, report));
    if (interrupted) {
        return interrupted_exit_code;
    }
    if (const std::string sentence = why_nothing(report); !sentence.empty()) {
        call.terminal.err << "fanal: " << sentence << "\n";  // Not thrown: with --json the report is the answer.
        return app::outcome_of(ErrorKind::bad_input).exit_code;
    }
    return 0;
}

}  // namespace fanal::cli
