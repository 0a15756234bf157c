#include "crm/exports/cascade_picture.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <numeric>
#include <optional>
#include <vector>

#include "crm/exports/cascade_layout.hpp"
#include "crm/exports/xml_text.hpp"
#include "models/utf8.hpp"

namespace fanal::exports {
namespace {

constexpr std::array<std::string_view, 5> fifths = {"#1d3557", "#1f6f9c", "#2a9d8f", "#8ab17d", "#e0a030"};
constexpr std::string_view undated = "#9aa0a6";
constexpr std::size_t labels_max = 24;
constexpr std::size_t label_size_max = 28;  ///< in code points

struct Point {
    double x = 0;
    double y = 0;
};

Point at(const Polar& place) {
    return {place.radius * std::sin(place.angle), -place.radius * std::cos(place.angle)};
}

/// A tenth of a unit is finer than anybody sees.
std::string number(double value) {
    std::array<char, 32> text{};
    const double tenths = std::round(value * 10);
    const auto end = std::to_chars(text.data(), text.data() + text.size(), tenths / 10 + 0.0).ptr;
    return {text.data(), end};
}

std::string point(const Point& p) {
    return number(p.x) + " " + number(p.y);
}

std::string duration_text(std::int64_t ms) {
    const auto in = [ms](std::int64_t unit, const char* name) { return std::to_string(ms / unit) + name; };
    constexpr std::int64_t ms_per_minute = 60 * ms_per_second, ms_per_hour = 60 * ms_per_minute;
    return ms < 2 * ms_per_minute ? in(ms_per_second, " s")
           : ms < 2 * ms_per_hour ? in(ms_per_minute, " min")
           : ms < 2 * ms_per_day  ? in(ms_per_hour, " h")
                                  : in(ms_per_day, " d");
}

std::string_view name_of(const CascadeNode& node) {
    return !node.display_name.empty() ? std::string_view(node.display_name)
           : !node.handle.empty()     ? std::string_view(node.handle)
                                      : "someone unknown";
}

std::string shortened(std::string_view text, std::size_t size_max) {
    std::string kept;
    std::size_t size = 0;
    while (!text.empty() && size < size_max) {
        const char32_t c = take_code_point(text);
        append_utf8(kept, c == '\n' || c == '\r' || c == '\t' ? ' ' : c);
        ++size;
    }
    return text.empty() ? kept : kept + "…";
}

std::size_t code_points_in(std::string_view text) {
    std::size_t count = 0;
    for (; !text.empty(); ++count) {
        take_code_point(text);
    }
    return count;
}

struct Box {
    double left, top, right, bottom;

    bool meets(const Box& other) const {
        return left < other.right && other.left < right && top < other.bottom && other.top < bottom;
    }
};

class Picture {
  public:
    explicit Picture(const CascadeView& view) : view_(view), nodes_(view.nodes), places_(cascade_layout(nodes_)) {
        for (const Polar& place : places_) {
            radius_ = std::max(radius_, place.radius);
        }
        font_size_ = std::max(12.0, radius_ / 32);
        disc_ = std::max(3.0, radius_ / 260);
        on_path_.resize(nodes_.size());
        for (const std::int32_t node : view.most_viral_path) {
            on_path_[static_cast<std::size_t>(node)] = true;
        }
        date();
    }

    std::string svg() {
        open();
        draw_lines();
        draw_discs();
        draw_labels();
        draw_legend();
        return std::move(svg_) + "</svg>\n";
    }

  private:
    /// After how long each post came, and in which fifth of those that came.
    void date() {
        after_ms_.resize(nodes_.size(), -1);
        fifth_.resize(nodes_.size(), fifths.size());
        const auto& first = nodes_.front().occurred_at;
        std::vector<std::size_t> dated;
        for (std::size_t node = 1; node < nodes_.size(); ++node) {
            if (first && nodes_[node].occurred_at) {
                after_ms_[node] = std::max<std::int64_t>(0, nodes_[node].occurred_at->ms - first->ms);
                dated.push_back(node);
            }
        }
        std::sort(dated.begin(), dated.end(), [&](std::size_t one, std::size_t other) {
            return std::pair(after_ms_[one], one) < std::pair(after_ms_[other], other);
        });
        for (std::size_t rank = 0; rank < dated.size(); ++rank) {
            fifth_[dated[rank]] = rank * fifths.size() / dated.size();
            ends_ms_[fifth_[dated[rank]]] = after_ms_[dated[rank]];
        }
    }

    double disc_of(std::size_t node) const {
        return disc_ * (1 + 0.5 * std::log2(static_cast<double>(std::max<std::int64_t>(1, nodes_[node].subtree_size))));
    }

    std::string_view colour_of(std::size_t node) const {
        return node == 0 ? "#c1121f" : fifth_[node] < fifths.size() ? fifths[fifth_[node]] : undated;
    }

    void text(std::string_view words) { append_xml_text(svg_, words); }

    void open() {
        const double half = radius_ + font_size_ * 12;
        legend_top_ = radius_ + font_size_ * 3;
        const double height = half + legend_top_ + font_size_ * 7;
        svg_ = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"" + number(-half) + " " +
               number(-radius_ - font_size_ * 3) + " " + number(2 * half) + " " +
               number(height - half + radius_ + font_size_ * 3) +
               "\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"system-ui, sans-serif\" font-size=\"" +
               number(font_size_) + "\">\n<title id=\"title\">";
        text(heading());
        svg_ += "</title>\n<desc id=\"desc\">";
        text(measures());
        svg_ += "</desc>\n<rect x=\"" + number(-half) + "\" y=\"" + number(-radius_ - font_size_ * 3) +
                "\" width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>\n";
    }

    std::string heading() const {
        const CascadeSummary& summary = view_.summary;
        const std::string who(name_of(nodes_.front()));
        return summary.text.empty() ? who + ", " + summary.network : who + ": " + shortened(summary.text, 60);
    }

    std::string measures() const {
        const CascadeMetrics& metrics = view_.summary.metrics;
        std::string words = "size " + std::to_string(metrics.size) + ", depth " + std::to_string(metrics.depth) +
                            ", breadth " + std::to_string(metrics.breadth_max);
        if (metrics.structural_virality) {
            const double hundredths = std::round(*metrics.structural_virality * 100);
            std::array<char, 32> digits{};
            const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), hundredths / 100).ptr;
            words += ", structural virality " + std::string(digits.data(), end);
        }
        return words;
    }

    void draw_lines() {
        svg_ += "<g fill=\"none\" stroke=\"#b8bfc6\" stroke-width=\"" + number(disc_ / 3) + "\">\n";
        for (std::size_t node = 1; node < nodes_.size(); ++node) {
            const Polar& to = places_[node];
            const Polar& from = places_[static_cast<std::size_t>(nodes_[node].parent)];
            const double between = (from.radius + to.radius) / 2;
            svg_ += "<path d=\"M" + point(at(from)) + "C" + point(at({between, from.angle})) + " " +
                    point(at({between, to.angle})) + " " + point(at(to)) + "\"";
            if (on_path_[node]) {
                svg_ += " stroke=\"#c1121f\" stroke-width=\"" + number(disc_) + "\"";
            }
            if (nodes_[node].parent_assumed) {
                svg_ += " stroke-dasharray=\"" + number(disc_) + "\"";
            }
            svg_ += "/>\n";
        }
        svg_ += "</g>\n";
    }

    std::vector<std::size_t> by_size() const {
        std::vector<std::size_t> order(nodes_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t one, std::size_t other) {
            return nodes_[one].subtree_size > nodes_[other].subtree_size;
        });
        return order;
    }

    void draw_discs() {
        svg_ += "<g stroke=\"#ffffff\" stroke-width=\"" + number(disc_ / 4) + "\">\n";
        const std::vector<std::size_t> order = by_size();
        // The small ones last: none is hidden.
        for (const std::size_t node : order) {
            const Point centre = at(places_[node]);
            svg_ += "<circle cx=\"" + number(centre.x) + "\" cy=\"" + number(centre.y) + "\" r=\"" +
                    number(disc_of(node)) + "\" fill=\"" + std::string(colour_of(node)) + "\"><title>";
            text(name_of(nodes_[node]));
            if (after_ms_[node] >= 0) {
                text(", " + duration_text(after_ms_[node]) + " later");
            }
            if (nodes_[node].subtree_size > 1) {
                text(", brought " + std::to_string(nodes_[node].subtree_size - 1));
            }
            svg_ += "</title></circle>\n";
        }
        svg_ += "</g>\n";
    }

    void draw_labels() {
        std::vector<Box> taken;
        svg_ += "<g fill=\"#1b1f24\" stroke=\"#ffffff\" stroke-width=\"" + number(font_size_ / 4) +
                "\" paint-order=\"stroke\">\n";
        for (const std::size_t node : by_size()) {
            const bool brought = nodes_[node].subtree_size > 1;
            if (taken.size() >= labels_max || (!brought && !on_path_[node] && node != 0)) {
                continue;
            }
            const std::string label = shortened(name_of(nodes_[node]), label_size_max);
            const Point centre = at(places_[node]);
            const double width = static_cast<double>(code_points_in(label)) * font_size_ * 0.62;
            const double gap = disc_of(node) + font_size_ / 3;
            const bool to_left = centre.x < 0;
            const double left = to_left ? centre.x - gap - width : centre.x + gap;
            const Box box{left, centre.y - font_size_ / 2, left + width, centre.y + font_size_ / 2};
            if (std::any_of(taken.begin(), taken.end(), [&](const Box& other) { return box.meets(other); })) {
                continue;
            }
            taken.push_back(box);
            svg_ += "<text x=\"" + number(to_left ? centre.x - gap : centre.x + gap) + "\" y=\"" +
                    number(centre.y + font_size_ / 3) + (to_left ? "\" text-anchor=\"end\">" : "\">");
            text(label);
            svg_ += "</text>\n";
        }
        svg_ += "</g>\n";
    }

    void draw_legend() {
        const auto line = [&](double y, std::string_view words) {
            svg_ += "<text x=\"0\" y=\"" + number(y) + "\" text-anchor=\"middle\" fill=\"#1b1f24\">";
            text(words);
            svg_ += "</text>\n";
        };
        line(legend_top_, heading());
        line(legend_top_ + font_size_ * 1.6, measures());
        for (std::size_t i = 0; i < fifths.size(); ++i) {
            if (!ends_ms_[i]) {
                continue;
            }
            const double x = (static_cast<double>(i) - 2) * font_size_ * 5.5 - font_size_ * 2;
            const double y = legend_top_ + font_size_ * 3.6;
            svg_ += "<circle cx=\"" + number(x) + "\" cy=\"" + number(y - font_size_ / 3) + "\" r=\"" +
                    number(font_size_ / 3) + "\" fill=\"" + std::string(fifths[i]) + "\"/><text x=\"" +
                    number(x + font_size_ * 0.6) + "\" y=\"" + number(y) + "\" fill=\"#1b1f24\">";
            text("≤ " + duration_text(*ends_ms_[i]));
            svg_ += "</text>\n";
        }
    }

    const CascadeView& view_;
    const std::vector<CascadeNode>& nodes_;
    const std::vector<Polar> places_;
    double radius_ = 0;
    double font_size_ = 0;
    double disc_ = 0;  ///< radius of a post that nobody reshared on
    double legend_top_ = 0;
    std::vector<bool> on_path_;
    std::vector<std::int64_t> after_ms_;  ///< since the root; -1 where it is not known
    std::vector<std::size_t> fifth_;
    std::array<std::optional<std::int64_t>, fifths.size()> ends_ms_{};  ///< of those fifths in which any came
    std::string svg_;
};

}  // namespace

std::string cascade_picture(const CascadeView& view) {
    return Picture(view).svg();
}

}  // namespace fanal::exports
