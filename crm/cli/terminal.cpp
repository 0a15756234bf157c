#include "crm/cli/terminal.hpp"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <iostream>

namespace fanal::cli {
namespace {

constexpr int narrowest = 40;
constexpr int widest = 400;

std::string_view environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? "" : value;
}

int terminal_width() {
    if (const int columns = std::atoi(environment("COLUMNS").data()); columns > 0) {
        return std::clamp(columns, narrowest, widest);
    }
    winsize size{};
    if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) {
        return std::clamp<int>(size.ws_col, narrowest, widest);
    }
    return 100;
}

}  // namespace

Terminal standard_terminal() {
    const bool dumb = environment("TERM") == "dumb";
    const bool colour = isatty(STDOUT_FILENO) != 0 && environment("NO_COLOR").empty() && !dumb;
    const bool live = isatty(STDERR_FILENO) != 0 && !dumb;
    return {std::cout, std::cerr, terminal_width(),
            colour,    live,      live && isatty(STDIN_FILENO) != 0 ? &std::cin : nullptr};
}

std::string styled(const Terminal& terminal, Style style, std::string_view text) {
    if (!terminal.colour || text.empty()) {
        return std::string(text);
    }
    constexpr std::string_view codes[] = {"1", "2", "32", "31"};
    return "\x1b[" + std::string(codes[static_cast<std::size_t>(style)]) + "m" + std::string(text) + "\x1b[0m";
}

}  // namespace fanal::cli
