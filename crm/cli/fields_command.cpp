#include <ostream>

#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/table.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {
namespace {

std::string fields_text(const Terminal& terminal, const UnknownFieldList& list) {
    Table kept({{"field"}, {"interactions", Table::Kind::number}, {"networks"}, {"example"}});
    Table dropped({{"dropped"}, {"when (UTC)"}});
    bool any_kept = false, any_dropped = false;
    for (const UnknownField& field : list.fields) {
        if (field.dropped_at) {
            any_dropped = true;
            dropped.add({field.name, moment(*field.dropped_at)});
        } else {
            any_kept = true;
            kept.add({field.name, grouped(field.interactions_count), joined(field.networks), field.example});
        }
    }
    std::string text = any_kept ? kept.text(terminal) : "No unknown field is kept.\n";
    if (!list.complete) {
        text += "There are more names than " + grouped(static_cast<std::int64_t>(unknown_field_names_max)) +
                "; the others were not counted.\n";
    }
    return any_dropped ? text + "\n" + dropped.text(terminal) : text;
}

void print_change(const Call& call, const UnknownFieldChange& change, const std::string& sentence) {
    call.terminal.out << (call.json ? json::to_json(change) + "\n" : sentence_text(call.terminal, sentence));
}

}  // namespace

Help fields_help() {
    return {
        "Keys of records and columns of tables that Fanal does not know are kept beside each interaction. Lists them, "
        "the most frequent first, each with the beginning of one value; then those that were dropped, which imports "
        "leave out. --json has the whole of a long name.",
        {},
        {"fanal fields"}};
}

int list_fields(const Call& call) {
    const UnknownFieldList list = app::list_fields(*call.open());
    call.terminal.out << (call.json ? json::to_json(list) + "\n" : fields_text(call.terminal, list));
    return 0;
}

Help field_drop_help() {
    return {
        "Takes an unknown field, called as `fanal fields` lists it, out of every interaction for good. Imports leave "
        "it out from then on, whatever file or request it comes in. Records that an import refused keep their bytes: "
        "`fanal rejections forget` lets go of these.",
        {},
        {"fanal field \"Internal note\" drop"}};
}

int drop_field(const Call& call) {
    const UnknownFieldChange change = app::drop_field(*call.open(), call.arguments[0], call.clock());
    print_change(call, change,
                 change.name + " is gone from " + counted(change.lost_count, "interaction", "interactions") +
                     "; imports leave it out from now on.");
    return 0;
}

Help field_keep_help() {
    return {
        "Takes `fanal field NAME drop` back for what is imported from now on. What was dropped is gone and does not "
        "come back.",
        {},
        {"fanal field \"Internal note\" keep"}};
}

int keep_field(const Call& call) {
    const UnknownFieldChange change = app::keep_field(*call.open(), call.arguments[0]);
    print_change(call, change, "Imports keep " + change.name + " from now on; what was dropped is gone.");
    return 0;
}

}  // namespace fanal::cli
