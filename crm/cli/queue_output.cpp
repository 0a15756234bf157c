#include "crm/cli/queue_output.hpp"

#include <algorithm>
#include <cmath>

#include "crm/cli/display.hpp"
#include "crm/cli/format.hpp"

namespace fanal::cli {
namespace {

constexpr std::size_t indent = 5;
constexpr std::size_t value_columns = 10;
constexpr std::size_t text_lines_max = 3;

std::string right_aligned(const std::string& text, std::size_t columns) {
    return std::string(columns - std::min(columns, columns_of(text)), ' ') + text;
}

std::string explanation_line(const Terminal& terminal, std::int64_t hundredths, const std::string& name,
                             const std::string& reason) {
    const std::string value = right_aligned(signed_hours(hundredths), value_columns);
    const std::size_t used = indent + value_columns + 2;
    const std::string words =
        fitted(name + (reason.empty() ? "" : ": " + reason), static_cast<std::size_t>(terminal.width) - used);
    return std::string(indent, ' ') + styled(terminal, hundredths < 0 ? Style::good : Style::bad, value) + "  " +
           words + "\n";
}

}  // namespace

std::string explanation_text(const Terminal& terminal, const QueueItem& item) {
    std::vector<double> values;
    for (const Signal& signal : item.signals) {
        values.push_back(signal.value);
    }
    const std::int64_t total = std::llround(item.score * 100);
    const auto hundredths = hundredths_that_add_up(values, total);
    std::string text;
    for (std::size_t i = 0; i < hundredths.size(); ++i) {
        text += explanation_line(terminal, hundredths[i], item.signals[i].name, item.signals[i].reason);
    }
    return text + std::string(indent, ' ') +
           styled(terminal, Style::strong, right_aligned(signed_hours(total), value_columns) + "  score") + "\n";
}

std::string queue_item_text(const Terminal& terminal, const QueueItem& item, Instant now, bool explain) {
    const auto columns = static_cast<std::size_t>(terminal.width);
    const std::string rank = right_aligned(grouped(item.rank), indent - 2) + "  ";
    std::string who = item.display_name.empty() ? item.handle : item.display_name;
    who = fitted(who.empty() ? "someone unknown" : who, 40);
    std::string rest = "  " + item.network + " " + std::string(to_text(item.kind)) + ", waits " +
                       duration(now.ms - item.waiting_since.ms);
    if (item.waiting_count > 1) {
        rest += ", " + grouped(item.waiting_count) + " unanswered";
    }
    if (!explain) {
        rest += ", score " + signed_hours(std::llround(item.score * 100));
    }
    std::string text = rank + styled(terminal, Style::strong, who) + styled(terminal, Style::faint, rest) + "\n";
    text += wrapped(item.text, columns - indent, indent, text_lines_max);
    text += explain ? explanation_text(terminal, item) : "";
    const std::string command = "fanal conversation " + to_text(item.conversation_id);
    return text + std::string(indent, ' ') + styled(terminal, Style::faint, command) + "\n";
}

}  // namespace fanal::cli
