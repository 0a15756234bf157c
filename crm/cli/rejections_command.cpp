#include <ostream>

#include "crm/app/outcome.hpp"
#include "crm/app/use_cases.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/format.hpp"
#include "crm/cli/import_output.hpp"
#include "crm/json/json.hpp"

namespace fanal::cli {
namespace {

constexpr std::int64_t usual_limit = 20;

std::string rejections_text(const Terminal& terminal, const std::vector<KeptRejection>& kept, std::int64_t count) {
    if (kept.empty()) {
        return "No refused record is kept.\n";
    }
    const auto columns = static_cast<std::size_t>(terminal.width);
    std::string text;
    for (const auto& [rejection, record] : kept) {
        text += fitted(rejection.source + ", " + rejection.path, columns) + "\n";
        text += wrapped(rejection.reason, columns - 2, 2, 3);
        if (!record.empty()) {
            text += "  " + fitted(record.substr(0, columns * 4), columns - 2) + "\n";
        }
    }
    const std::int64_t left = count - static_cast<std::int64_t>(kept.size());
    return left <= 0 ? text : text + "… and " + grouped(left) + " more; --limit N lists more\n";
}

}  // namespace

Help rejections_help() {
    return {
        "Records that an import refused stay here with their place, the reason and their bytes, until they are taken "
        "in, by importing the same file again or by `fanal rejections retry`, or forgotten.",
        {{"limit", "N", "How many to list; otherwise 20"}},
        {"fanal rejections --limit 5"}};
}

int list_rejections(const Call& call) {
    const auto store = call.open();
    const auto kept = app::list_rejections(*store, call.number("limit", usual_limit));
    const std::int64_t count = app::count_rejections(*store);
    call.terminal.out << (call.json ? json::to_json(kept, count) + "\n" : rejections_text(call.terminal, kept, count));
    return 0;
}

Help rejections_retry_help() {
    return {
        "Tries every refused record again, after an update of Fanal or once the file is mended: the whole file where "
        "it "
        "is still there, otherwise the bytes that were kept, as the import was told then. What is still broken stays. "
        "A file that holds something else now is read as well, but what was refused of it before stays too: `fanal "
        "rejections forget` lets that go. What came over HTTP is tried from its bytes.",
        {{"as", "NETWORK", "Take every payload as this network's, not as it was then"}},
        {"fanal rejections retry"}};
}

int retry_rejections(const Call& call) {
    app::ImportOptions options;
    options.as_network = call.text("as");
    options.imported_at = call.clock();
    const auto store = call.open();
    const ImportReport report = app::retry_rejections(*store, options, app::RetryFrom::files);
    call.terminal.out << (call.json ? json::to_json(report) + "\n" : import_text(call.terminal, report));
    if (report.accepted_count + report.repeated_count == 0 && app::count_rejections(*store) > 0) {
        call.terminal.err << "fanal: Nothing of what was refused could be read; the report says why.\n";
        return app::outcome_of(ErrorKind::bad_input).exit_code;
    }
    return 0;
}

Help rejections_forget_help() {
    return {
        "Lets go of the records that were refused of a file, or of what came over HTTP under that name, for good: "
        "once it was mended and imported, or when nobody wants them. Lists what is still kept.",
        {},
        {"fanal rejections forget comments.json"}};
}

int forget_rejections(const Call& call) {
    const auto store = call.open();
    app::forget_rejections(*store, call.arguments.front());
    const auto kept = app::list_rejections(*store, usual_limit);
    const std::int64_t count = app::count_rejections(*store);
    call.terminal.out << (call.json ? json::to_json(kept, count) + "\n" : rejections_text(call.terminal, kept, count));
    return 0;
}

}  // namespace fanal::cli
