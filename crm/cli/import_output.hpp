#pragma once
#include <filesystem>
#include <string>
#include <vector>

#include "crm/app/use_cases.hpp"
#include "crm/cli/command.hpp"

namespace fanal::cli {

/// The end of an import, for people: a line a network and their total, what was skipped whole, the first rejections.
std::string import_text(const Terminal& terminal, const ImportReport& report);

/// One line of percent, records and rate, drawn over and over while a person watches; otherwise it draws nothing.
class ProgressLine {
  public:
    explicit ProgressLine(const Terminal& terminal) : terminal_(terminal) {}

    ~ProgressLine() { clear(); }
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;

    void draw(const app::ImportProgress& progress, Instant now);
    void say(const std::string& line);
    void clear();

  private:
    const Terminal& terminal_;
    Instant started_at_{};
    bool drawn_ = false;
};

/// What shells expect after Ctrl-C.
inline constexpr int interrupted_exit_code = 130;

struct Imported {
    ImportReport report;
    bool interrupted = false;  ///< by Ctrl-C or SIGTERM; what the report counts is kept
};

/// Imports with a progress line, and stops after the batch when asked to. Says so when it did.
Imported import_with_progress(const Call& call, storage::Store& store, const std::vector<std::filesystem::path>& paths,
                              const std::string& as_network);

}  // namespace fanal::cli
