#pragma once
#include <string>
#include <vector>

#include "crm/cli/terminal.hpp"
#include "models/conversation.hpp"

namespace fanal::cli {

/// One place in the queue: who, since when, what to answer, and the command that shows the conversation.
std::string queue_item_text(const Terminal& terminal, const QueueItem& item, Instant now, bool explain);

/// The signals in hours, a line each, and their sum; the lines add up to the digit.
std::string explanation_text(const Terminal& terminal, const QueueItem& item);

}  // namespace fanal::cli
