#include "crm/cli/tree.hpp"

#include <algorithm>
#include <cassert>
#include <queue>
#include <vector>

#include "crm/cli/display.hpp"
#include "crm/cli/format.hpp"

namespace fanal::cli {
namespace {

constexpr std::int32_t deepest_indented = 40;
constexpr std::size_t children_drawn_max = 12;

/// For each node its children in the order of the nodes, without a vector for each: `list[begin[i]] … list[begin[i + 1]
/// - 1]`.
struct Children {
    std::vector<std::size_t> begin;
    std::vector<std::size_t> list;
};

Children children_of(const std::vector<CascadeNode>& nodes) {
    Children children{std::vector<std::size_t>(nodes.size() + 1), std::vector<std::size_t>(nodes.size())};
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        assert(nodes[i].parent >= 0 && static_cast<std::size_t>(nodes[i].parent) < i);
        ++children.begin[static_cast<std::size_t>(nodes[i].parent) + 1];
    }
    for (std::size_t i = 1; i <= nodes.size(); ++i) {
        children.begin[i] += children.begin[i - 1];
    }
    std::vector<std::size_t> next(children.begin.begin(), children.begin.end() - 1);
    for (std::size_t i = 1; i < nodes.size(); ++i) {
        children.list[next[static_cast<std::size_t>(nodes[i].parent)]++] = i;
    }
    return children;
}

/// Which posts get a line: the most viral path, then the largest subtrees, at most `lines_max` in all and few a parent.
std::vector<bool> choose(const CascadeView& view, std::int64_t lines_max) {
    const auto& nodes = view.nodes;
    std::vector<bool> chosen(nodes.size(), lines_max == 0);
    std::vector<std::size_t> drawn_children(nodes.size());
    const auto by_size = [&](std::size_t a, std::size_t b) {
        return nodes[a].subtree_size != nodes[b].subtree_size ? nodes[a].subtree_size < nodes[b].subtree_size : a > b;
    };
    std::priority_queue<std::size_t, std::vector<std::size_t>, decltype(by_size)> largest(by_size);
    const auto choose_one = [&](std::size_t i) {
        if (lines_max > 0 && !chosen[i]) {
            chosen[i] = true;
            --lines_max;
            if (i > 0) {
                ++drawn_children[static_cast<std::size_t>(nodes[i].parent)];
            }
        }
    };
    for (const std::int32_t i : view.most_viral_path) {
        choose_one(static_cast<std::size_t>(i));
    }
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        largest.push(i);
    }
    // A parent's subtree is larger than its child's, so it comes out first, and a child is refused where its parent
    // was.
    for (; lines_max > 0 && !largest.empty(); largest.pop()) {
        const std::size_t i = largest.top();
        const auto parent = static_cast<std::size_t>(std::max(nodes[i].parent, 0));
        if (i == 0 || (chosen[parent] && drawn_children[parent] < children_drawn_max)) {
            choose_one(i);
        }
    }
    return chosen;
}

std::string label(const Terminal& terminal, const CascadeView& view, std::size_t index, bool on_path) {
    const CascadeNode& node = view.nodes[index];
    std::string name = fitted(name_of(node), 40);
    if (on_path) {
        name = styled(terminal, Style::strong, name);
    }
    std::string rest;
    const auto since = view.summary.published_at ? view.summary.published_at : view.nodes.front().occurred_at;
    if (index > 0 && node.occurred_at && since && *node.occurred_at >= *since) {
        rest += "  +" + duration(node.occurred_at->ms - since->ms);
    }
    if (index > 0 && node.subtree_size > 1) {
        rest += "  brought " + grouped(node.subtree_size - 1);
    }
    return name + styled(terminal, Style::faint, rest) + "\n";
}

/// Draws depth first with a stack of its own: a chain of reshares may be longer than the call stack is deep.
class Drawing {
  public:
    Drawing(const Terminal& terminal, const CascadeView& view, std::int64_t lines_max)
        : terminal_(terminal),
          view_(view),
          children_(children_of(view.nodes)),
          chosen_(choose(view, lines_max)),
          on_path_(view.nodes.size()) {
        for (const std::int32_t i : view.most_viral_path) {
            on_path_[static_cast<std::size_t>(i)] = true;
        }
    }

    std::string text() {
        text_ = label(terminal_, view_, 0, on_path_[0]);
        open(0);
        while (!open_.empty()) {
            step();
        }
        return std::move(text_);
    }

  private:
    /// A post whose children are being drawn.
    struct Open {
        std::vector<std::size_t> drawn;
        std::size_t next = 0;
        std::int64_t hidden_count = 0;
        std::int64_t hidden_size = 0;  ///< with all that they brought
        std::size_t prefix_size = 0;   ///< bytes of `prefix_` before its children's branches
    };

    void open(std::size_t node) {
        Open opened;
        opened.prefix_size = prefix_.size();
        for (std::size_t at = children_.begin[node]; at < children_.begin[node + 1]; ++at) {
            const std::size_t child = children_.list[at];
            if (chosen_[child]) {
                opened.drawn.push_back(child);
            } else {
                ++opened.hidden_count;
                opened.hidden_size += view_.nodes[child].subtree_size;
            }
        }
        open_.push_back(std::move(opened));
    }

    void step() {
        Open& current = open_.back();
        prefix_.resize(current.prefix_size);
        if (current.next == current.drawn.size()) {
            if (current.hidden_count > 0) {
                const std::int64_t brought = current.hidden_size - current.hidden_count;
                text_ += prefix_ + "└─ … and " + grouped(current.hidden_count) + " more" +
                         (brought == 0 ? "" : ", who brought " + grouped(brought)) + "\n";
            }
            open_.pop_back();
            return;
        }
        const std::size_t child = current.drawn[current.next++];
        const bool last = current.next == current.drawn.size() && current.hidden_count == 0;
        const std::int32_t depth = view_.nodes[child].depth;
        const std::string level = depth > deepest_indented ? "(" + std::to_string(depth) + ") " : "";
        text_ += prefix_ + (last ? "└─ " : "├─ ") + level + label(terminal_, view_, child, on_path_[child]);
        if (depth < deepest_indented) {
            prefix_ += last ? "   " : "│  ";
        }
        open(child);
    }

    const Terminal& terminal_;
    const CascadeView& view_;
    Children children_;
    std::vector<bool> chosen_;
    std::vector<bool> on_path_;
    std::vector<Open> open_;
    std::string prefix_;
    std::string text_;
};

}  // namespace

std::string name_of(const CascadeNode& node) {
    if (!node.display_name.empty()) {
        return node.display_name;
    }
    return node.handle.empty() ? "someone unknown" : node.handle;
}

std::string drawn_tree(const Terminal& terminal, const CascadeView& view, std::int64_t lines_max) {
    return view.nodes.empty() ? std::string() : Drawing(terminal, view, lines_max).text();
}

}  // namespace fanal::cli
