#include <charconv>
#include <cstdlib>

#include "crm/app/use_cases.hpp"
#include "crm/cli/command.hpp"
#include "models/error.hpp"

namespace fanal::cli {

std::string Call::text(std::string_view option, std::string_view otherwise) const {
    const auto found = options.find(option);
    return found == options.end() ? std::string(otherwise) : found->second;
}

std::int64_t Call::number(std::string_view option, std::int64_t otherwise, std::int64_t least) const {
    const auto found = options.find(option);
    if (found == options.end()) {
        return otherwise;
    }
    const std::string& given = found->second;
    std::int64_t value = 0;
    const auto [end, problem] = std::from_chars(given.data(), given.data() + given.size(), value);
    if (problem != std::errc{} || end != given.data() + given.size() || value < least) {
        throw Error(ErrorKind::bad_input, "--" + std::string(option) + " takes a whole number from " +
                                              std::to_string(least) + " on, not \"" + given + "\".");
    }
    return value;
}

Instant Call::instant(std::string_view option) const {
    const auto found = options.find(option);
    if (found == options.end()) {
        return clock();
    }
    const auto instant = parse_instant(found->second);
    if (!instant) {
        throw Error(ErrorKind::bad_input, "--" + std::string(option) +
                                              " takes an instant such as 2026-11-23T18:30:00Z, not \"" + found->second +
                                              "\".");
    }
    return *instant;
}

std::string Call::by() const {
    const char* const name = std::getenv("USER");
    const std::string given = text("by", name == nullptr ? "" : name);
    if (given.empty()) {
        throw Error(ErrorKind::bad_input, "Say who decides, with --by NAME.");
    }
    return given;
}

std::shared_ptr<storage::Store> Call::open() const {
    return app::open_existing_store(db);
}

std::shared_ptr<storage::Store> Call::open_or_create() const {
    return app::open_store(db);
}

}  // namespace fanal::cli
