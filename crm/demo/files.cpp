#include "crm/demo/files.hpp"

#include <algorithm>
#include <numeric>

namespace fanal::demo {

void NumberedFiles::hand_over() {
    std::string digits = std::to_string(number_++);
    digits.insert(0, digits.size() < 3 ? 3 - digits.size() : 0, '0');
    items_count = 0;
    write_({stem_ + "-" + digits + ending_, json.take()});
}

std::int32_t top_line(const Discussion& discussion, std::int32_t line) {
    while (line != none && discussion.lines[static_cast<std::size_t>(line)].parent != none) {
        line = discussion.lines[static_cast<std::size_t>(line)].parent;
    }
    return line;
}

std::int64_t author_of(const Discussion& discussion, std::int32_t line) {
    return line == none ? discussion.author : discussion.lines[static_cast<std::size_t>(line)].author;
}

bool needs_name(const Discussion& discussion, const Line& line) {
    const std::int64_t answered = author_of(discussion, line.parent);
    const bool nested = line.parent != none && discussion.lines[static_cast<std::size_t>(line.parent)].parent != none;
    return nested && answered != ours && answered != line.author &&
           answered != author_of(discussion, top_line(discussion, line.parent));
}

std::vector<std::int32_t> lines_by_time(const Discussion& discussion) {
    std::vector<std::int32_t> order(discussion.lines.size());
    std::iota(order.begin(), order.end(), 0);
    std::stable_sort(order.begin(), order.end(), [&](std::int32_t a, std::int32_t b) {
        return discussion.lines[static_cast<std::size_t>(a)].written_at <
               discussion.lines[static_cast<std::size_t>(b)].written_at;
    });
    return order;
}

}  // namespace fanal::demo
