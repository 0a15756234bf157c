#pragma once

namespace fanal::cli {

/// While it lives, the first Ctrl-C or SIGTERM asks politely instead of ending the process; a second one ends it. One
/// at a time.
class Interrupt {
  public:
    Interrupt();
    ~Interrupt();
    Interrupt(const Interrupt&) = delete;
    Interrupt& operator=(const Interrupt&) = delete;

    bool asked() const;
};

}  // namespace fanal::cli
