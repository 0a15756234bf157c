#include <algorithm>
#include <fstream>
#include <map>
#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/table.hpp"
#include "crm/json/json.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

std::string without_quotes(std::string value) {
    value.erase(std::remove(value.begin(), value.end(), '\r'), value.end());
    return value.size() >= 2 && value.front() == '"' && value.back() == '"' ? value.substr(1, value.size() - 2) : value;
}

/// Lines of "network,remote_id,person"; a first one that says just that is the header.
std::vector<app::LabelledProfile> read_truth(const std::string& path) {
    std::ifstream file(path);
    if (!file) {
        throw Error(ErrorKind::unavailable, path + " cannot be read.");
    }
    std::vector<app::LabelledProfile> labels;
    std::int64_t number = 0;
    for (std::string line; std::getline(file, line);) {
        ++number;
        const std::size_t first = line.find(',');
        const std::size_t last = line.rfind(',');
        if (line.empty() || line == "\r") {
            continue;
        }
        if (first == last) {
            throw Error(ErrorKind::bad_input, path + ", line " + std::to_string(number) +
                                                  ": expected network,remote_id,person, as in x,12345,ana.");
        }
        app::LabelledProfile label{without_quotes(line.substr(0, first)),
                                   without_quotes(line.substr(first + 1, last - first - 1)),
                                   without_quotes(line.substr(last + 1))};
        if (number > 1 || label.network != "network") {
            labels.push_back(std::move(label));
        }
    }
    return labels;
}

/// Keeps the labels of the two networks that "x,facebook" names.
void keep_between(std::vector<app::LabelledProfile>& labels, const std::string& between) {
    const std::size_t comma = between.find(',');
    const std::string one = between.substr(0, comma);
    const std::string other = comma == between.npos ? std::string() : between.substr(comma + 1);
    if (one.empty() || other.empty() || one == other) {
        throw Error(ErrorKind::bad_input, "--between takes two networks with a comma between them, as in x,facebook.");
    }
    for (const std::string& network : {one, other}) {
        if (std::none_of(labels.begin(), labels.end(),
                         [&](const app::LabelledProfile& label) { return label.network == network; })) {
            throw Error(ErrorKind::bad_input, "The file labels no profile of " + network + ".");
        }
    }
    std::erase_if(labels,
                  [&](const app::LabelledProfile& label) { return label.network != one && label.network != other; });
}

/// A profile is one person's.
void check_persons(const std::vector<app::LabelledProfile>& labels) {
    std::map<std::pair<std::string, std::string>, std::string> persons;
    for (const app::LabelledProfile& label : labels) {
        const std::string& person = persons.try_emplace({label.network, label.remote_id}, label.person).first->second;
        if (person != label.person) {
            throw Error(ErrorKind::bad_input, "The file says of " + label.network + " " + label.remote_id +
                                                  " that it is " + person + " and that it is " + label.person + ".");
        }
    }
}

std::string evaluation_text(const Terminal& terminal, const IdentityEvaluation& found) {
    Table table({{"figure"}, {"pairs", Table::Kind::number}, {"after clustering", Table::Kind::number}});
    const auto row = [&](const char* name, double pairs, double groups) {
        table.add({name, decimal(pairs, 4), decimal(groups, 4)});
    };
    row("precision", found.pairs.precision, found.after_clustering.precision);
    row("recall", found.pairs.recall, found.after_clustering.recall);
    row("f1", found.pairs.f1, found.after_clustering.f1);
    row("recall_at_precision_99", found.pairs.recall_at_precision_99, found.after_clustering.recall_at_precision_99);
    std::string text = counted(found.profiles_count, "labelled profile", "labelled profiles") + " of " +
                       counted(found.people_count, "person", "people") + ", " +
                       counted(found.true_pairs_count, "true pair", "true pairs");
    if (found.unknown_count > 0) {
        text += "; " + grouped(found.unknown_count) + " more are not in the database";
    }
    return text + "\n\n" + table.text(terminal) + "\nblocking_recall " + decimal(found.blocking_recall, 4) +
           "\nb_cubed_f1 " + decimal(found.b_cubed_f1, 4) + "\nlargest_cluster " + grouped(found.largest_cluster) +
           "\nautomatic_links_wrong " + grouped(found.automatic_links_wrong) + "\nseconds " +
           decimal(found.seconds, 2) + "\n";
}

}  // namespace

Help identity_evaluate_help() {
    return {
        "Matches all profiles as `fanal matches` does, with the model that serves and as if nobody had said who is "
        "who, "
        "and says how right that was. FILE names each profile's true person in lines of "
        "network,remote_id,person. Every pair of labelled profiles counts. Nothing is changed.",
        {{"truth", "FILE", "Whose each profile is"},
         {"between", "NETWORK,NETWORK", "Profiles of these two networks alone"}},
        {"fanal identity evaluate --truth people.csv --between x,facebook"}};
}

int evaluate_identity(const Call& call) {
    if (!call.has("truth")) {
        throw Error(ErrorKind::bad_input, "Say whose each profile is: --truth FILE.");
    }
    std::vector<app::LabelledProfile> labels = read_truth(call.text("truth"));
    check_persons(labels);
    if (call.has("between")) {
        keep_between(labels, call.text("between"));
    }
    const IdentityEvaluation found = app::evaluate_identity(*call.open(), labels);
    call.terminal.out << (call.json ? json::to_json(found) + "\n" : evaluation_text(call.terminal, found));
    return 0;
}

}  // namespace fanal::cli
