#include "crm/cli/cli.hpp"

#include <ostream>

#include "crm/app/outcome.hpp"
#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"
#include "crm/cli/help.hpp"
#include "crm/cli/parse.hpp"
#include "crm/json/json.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

int answer(const Call& call) {
    if (call.version) {
        return print_version(call);
    }
    if (call.command == nullptr) {
        call.terminal.out << overview(call.terminal);
        return 0;
    }
    if (call.help) {
        call.terminal.out << help_of(call.terminal, *call.command);
        return 0;
    }
    return call.command->run(call);
}

int fail(const Call& call, const Error& error) {
    if (call.json) {
        call.terminal.out << json::to_json(error) << "\n";
    }
    call.terminal.out.flush();
    call.terminal.err << "fanal: " << one_line(error.what()) << std::endl;
    return app::outcome_of(error.kind()).exit_code;
}

}  // namespace

int run(const std::vector<std::string>& words, const Terminal& terminal, Clock clock) {
    Call call{.terminal = terminal, .clock = clock};
    try {
        parse(words, call);
        const int exit_code = answer(call);
        if (!terminal.out.flush()) {
            throw Error(ErrorKind::unavailable, "The answer could not be written; is the disk full?");
        }
        return exit_code;
    } catch (const Error& error) {
        return fail(call, error);
    } catch (const std::exception& mistake) {
        return fail(call,
                    Error(ErrorKind::internal, std::string("Fanal made a mistake of its own: ") + mistake.what()));
    }
}

}  // namespace fanal::cli
