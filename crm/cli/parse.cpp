#include "crm/cli/parse.hpp"

#include <CLI/CLI.hpp>
#include <cstdlib>

#include "crm/cli/commands.hpp"
#include "crm/text/nearest.hpp"
#include "models/error.hpp"

namespace fanal::cli {
namespace {

[[noreturn]] void refuse(const std::string& sentence) {
    throw Error(ErrorKind::bad_input, sentence);
}

std::string called(const Command* command) {
    return command == nullptr ? "fanal" : "fanal " + std::string(command->words);
}

void add_common_options(CLI::App& app, Call& call) {
    app.set_help_flag();
    app.add_flag("-h,--help", call.help);
    app.add_flag("--version", call.version);
    app.add_flag("--json", call.json);
    app.add_option("--db", call.db)->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
}

/// Lets CLI11 read `words`, and says in our own sentences what it could not.
void read(CLI::App& app, const Command* command, std::vector<std::string> words) {
    std::reverse(words.begin(), words.end());  // CLI11 takes them from the back.
    try {
        app.parse(std::move(words));
    } catch (const CLI::ArgumentMismatch& problem) {
        const std::string what = problem.what();
        refuse("`" + called(command) + "` needs a value for " + what.substr(0, what.find(':')) + "; see `" +
               called(command) + " --help`.");
    } catch (const CLI::ParseError& problem) {
        refuse("`" + called(command) + "` could not be read: " + problem.what() + ".");
    }
}

[[noreturn]] void refuse_unknown_option(const Command& command, const std::string& given) {
    const std::string option = given.substr(0, given.find('='));
    std::vector<std::string_view> names = {"--help", "--json", "--db"};
    std::vector<std::string> own;
    for (const Option& known : command.help().options) {
        own.push_back("--" + std::string(known.name));
    }
    names.insert(names.end(), own.begin(), own.end());
    const std::string_view meant = text::nearest(option, names);
    const std::string name = called(&command);
    refuse(
        "`" + name + "` has no option " + option +
        (meant.empty() ? "; `" + name + " --help` lists those it has." : "; did you mean " + std::string(meant) + "?"));
}

[[noreturn]] void refuse_unknown_command(const std::vector<std::string>& words) {
    if (words[0].starts_with("-")) {
        refuse("There is no option " + words[0] + " before a command; `fanal --help` lists the commands.");
    }
    const std::string_view meant = nearest_command(words);
    refuse("There is no command \"" + words[0] + "\"; " +
           (meant.empty() ? "`fanal --help` lists them all." : "did you mean `fanal " + std::string(meant) + "`?"));
}

/// CLI11 would split an argument such as "[a,b]", so arguments are not declared to it but taken from what it left over.
void take_arguments(const std::vector<std::string>& left_over, Call& call) {
    bool options_may_follow = true;
    for (const std::string& word : left_over) {
        if (options_may_follow && word == "--") {
            options_may_follow = false;
        } else if (options_may_follow && word.size() > 1 && word[0] == '-') {
            refuse_unknown_option(*call.command, word);
        } else {
            call.arguments.push_back(word);
        }
    }
}

void check_arguments(const Call& call) {
    const Command& command = *call.command;
    const std::string_view wanted = command.arguments;
    const auto least =
        wanted.empty() ? 0U : 1U + static_cast<std::size_t>(std::count(wanted.begin(), wanted.end(), ' '));
    const auto given = call.arguments.size();
    const std::string name = "`" + called(&command) + "`";
    if (given < least) {
        refuse(name + " needs " + std::string(wanted) + ", as in: " + std::string(command.help().examples.front()));
    }
    if (given > least && !wanted.ends_with("…")) {
        const std::string taken = wanted.empty() ? "no argument" : std::string(wanted) + " alone";
        refuse(name + " takes " + taken + ", but was also given \"" + call.arguments[least] + "\".");
    }
}

void check_values(const Call& call) {
    const auto check = [&](std::string_view option, const std::string& value) {
        if (value.starts_with("--")) {
            refuse("`" + called(call.command) + "` needs a value for --" + std::string(option) + ", but \"" + value +
                   "\" follows it.");
        }
    };
    check("db", call.db);
    for (const auto& [option, value] : call.options) {
        check(option, value);
    }
}

/// What stands before the command's name, and the rest from the name on.
std::vector<std::string> read_up_to_command(const std::vector<std::string>& words, Call& call) {
    CLI::App app;
    app.prefix_command();
    add_common_options(app, call);
    read(app, nullptr, words);
    return app.remaining();
}

void read_command(const std::vector<std::string>& words, Call& call) {
    CLI::App app;
    app.allow_extras();
    add_common_options(app, call);
    for (const Option& option : call.command->help().options) {
        const std::string name(option.name);
        if (option.value.empty()) {
            app.add_flag_callback("--" + name, [&call, name] { call.options[name] = "true"; });
        } else {
            app.add_option_function<std::string>(
                   "--" + name, [&call, name](const std::string& value) { call.options[name] = value; })
                ->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
        }
    }
    read(app, call.command, words);
    if (call.help || call.version) {
        return;
    }
    take_arguments(app.remaining(), call);
    check_values(call);
    check_arguments(call);
}

}  // namespace

void parse(const std::vector<std::string>& words, Call& call) {
    const auto rest = read_up_to_command(words, call);
    if (!rest.empty()) {
        const FoundCommand found = find_command(rest);
        if (found.command == nullptr) {
            refuse_unknown_command(rest);
        }
        call.command = found.command;
        read_command({rest.begin() + static_cast<std::ptrdiff_t>(found.words_count), rest.end()}, call);
        call.arguments.insert(call.arguments.begin(), found.values.begin(), found.values.end());
    }
    if (call.db.empty()) {
        const char* const named = std::getenv("FANAL_DB");
        call.db = named != nullptr && *named != '\0' ? named : "fanal.db";
    }
}

}  // namespace fanal::cli
