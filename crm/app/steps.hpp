#pragma once
#include <functional>

#include "models/error.hpp"

namespace fanal::app {

/// Tells how far long work has come, from 0 to 1, and stops it when asked to: throws conflict with `when_stopped`, a
/// sentence that says what became of the work. Both outlive it.
class Steps {
  public:
    Steps(const std::function<bool(double)>& on_progress, const char* when_stopped)
        : on_progress_(on_progress), when_stopped_(when_stopped) {}

    void reach(double done) const {
        if (on_progress_ && !on_progress_(done)) {
            throw Error(ErrorKind::conflict, when_stopped_);
        }
    }

  private:
    const std::function<bool(double)>& on_progress_;
    const char* when_stopped_;
};

}  // namespace fanal::app
