#include "crm/cli/interrupt.hpp"

#include <csignal>

namespace fanal::cli {
namespace {

// A signal handler can reach nothing but a global; this is the only one.
volatile std::sig_atomic_t was_asked = 0;

void take_note(int) {
    was_asked = 1;
}

void handle(void (*handler)(int)) {
    struct sigaction action {};
    action.sa_handler = handler;
    action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
    sigaction(SIGINT, &action, nullptr);
    sigaction(SIGTERM, &action, nullptr);
}

}  // namespace

Interrupt::Interrupt() {
    was_asked = 0;
    handle(take_note);
}

Interrupt::~Interrupt() {
    handle(SIG_DFL);
}

bool Interrupt::asked() const {
    return was_asked != 0;
}

}  // namespace fanal::cli
