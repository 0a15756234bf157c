#include "crm/cli/help.hpp"

#include <algorithm>

#include "crm/cli/commands.hpp"
#include "crm/cli/display.hpp"

namespace fanal::cli {
namespace {

constexpr std::size_t left_columns = 30;
constexpr int widest_prose = 100;

const Option common_options[] = {
    {"db", "FILE", "The database; otherwise FANAL_DB, otherwise fanal.db"},
    {"json", "", "Answer in JSON, as described in schemas/api.openapi.json"},
    {"help", "", "Say this"},
};

std::string line(std::string_view left, std::string_view right) {
    return "  " + padded(left, left_columns) + "  " + std::string(right) + "\n";
}

std::string option_line(const Option& option) {
    return line("--" + std::string(option.name) + (option.value.empty() ? "" : " " + std::string(option.value)),
                option.description);
}

std::string call_of(const Command& command) {
    return std::string(command.words) + (command.arguments.empty() ? "" : " ") + std::string(command.arguments);
}

}  // namespace

std::string overview(const Terminal& terminal) {
    std::string text = "Fanal reads what fans say on every network, and says whom to answer next and why.\n\n";
    text += styled(terminal, Style::strong, "Usage:") + " fanal COMMAND [OPTIONS]\n\n";
    text += styled(terminal, Style::strong, "Commands") + "\n";
    for (const Command& command : commands()) {
        text += line(call_of(command), command.summary);
    }
    text += "\n" + styled(terminal, Style::strong, "Options of every command") + "\n";
    for (const Option& option : common_options) {
        text += option_line(option);
    }
    text += "\n" + styled(terminal, Style::strong, "To begin") + "\n";
    text += "  fanal demo --import\n  fanal queue --explain\n\n";
    return text + "`fanal COMMAND --help` says more of one command.\n";
}

std::string help_of(const Terminal& terminal, const Command& command) {
    const Help help = command.help();
    std::string text = std::string(command.summary) + ".\n\n";
    text += styled(terminal, Style::strong, "Usage:") + " fanal " + call_of(command) + " [OPTIONS]\n\n";
    text += wrapped(help.description, static_cast<std::size_t>(std::min(terminal.width, widest_prose)), 0, 100) + "\n";
    text += styled(terminal, Style::strong, "Options") + "\n";
    for (const Option& option : help.options) {
        text += option_line(option);
    }
    for (const Option& option : common_options) {
        text += option_line(option);
    }
    text += "\n" + styled(terminal, Style::strong, help.examples.size() > 1 ? "Examples" : "Example") + "\n";
    for (const std::string_view example : help.examples) {
        text += "  " + std::string(example) + "\n";
    }
    return text;
}

}  // namespace fanal::cli
