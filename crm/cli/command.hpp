#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "crm/cli/terminal.hpp"
#include "models/instant.hpp"

namespace fanal::storage {
class Store;
}

namespace fanal::cli {

struct Command;

/// Reads the wall clock; handed down from main, which alone knows one.
using Clock = Instant (*)();

/// What a person asked for on one command line, and where to answer.
struct Call {
    const Terminal& terminal;
    Clock clock;
    const Command* command = nullptr;      ///< none: `fanal` alone
    std::vector<std::string> arguments{};  ///< what follows the command's words, in order
    std::map<std::string, std::string, std::less<>>
        options{};     ///< by name without dashes; a flag that was given is "true"
    std::string db{};  ///< the database file
    bool json = false;
    bool help = false;
    bool version = false;

    bool has(std::string_view option) const { return options.contains(option); }
    std::string text(std::string_view option, std::string_view otherwise = {}) const;
    /// A whole number from `least` on; throws bad_input with a sentence otherwise.
    std::int64_t number(std::string_view option, std::int64_t otherwise, std::int64_t least = 1) const;
    /// An instant; the clock's when the option is not given.
    Instant instant(std::string_view option) const;

    /// Who decides: --by, otherwise the name that the system has for the person; throws bad_input when there is none.
    std::string by() const;

    /// The database for reading and working on; throws not_found, and says how to create one, when there is no file.
    std::shared_ptr<storage::Store> open() const;
    /// The same, for commands that may begin a database.
    std::shared_ptr<storage::Store> open_or_create() const;
};

/// One option of a command, in one line of its help.
struct Option {
    std::string_view name;   ///< without dashes
    std::string_view value;  ///< what its value is called, in capitals; empty for a flag
    std::string_view description;
};

/// What `--help` says beyond the command's line in the table.
struct Help {
    std::string_view description;
    std::vector<Option> options;
    std::vector<std::string_view> examples;  ///< at least one, each a whole command line
};

/// One line of the table in commands.cpp.
struct Command {
    std::string_view words;      ///< "fans", "account add", "field NAME drop"; one in capitals stands for any argument
    std::string_view arguments;  ///< "NETWORK REMOTE_ID"; a last one that ends with "…" may be repeated
    std::string_view summary;
    int (*run)(const Call&);  ///< gives the exit code
    Help (*help)();
};

}  // namespace fanal::cli
