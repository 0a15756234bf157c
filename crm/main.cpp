#include <chrono>

#include "crm/cli/cli.hpp"

// The only clock: everything else is told what time it is.
static fanal::Instant now() {
    using namespace std::chrono;
    return {duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count()};
}

int main(int argc, char** argv) {
    return fanal::cli::run({argv + (argc > 0), argv + argc}, fanal::cli::standard_terminal(), now);
}
