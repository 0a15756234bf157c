#include "tests/bench/figure.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <ctime>

namespace fanal::bench {

namespace {

bool is_met(const Figure& figure) {
    if (!figure.bar) {
        return true;
    }
    if (!figure.ratio || !std::isfinite(*figure.ratio)) {
        return false;
    }
    return figure.bar->side == Bar::Side::at_least ? *figure.ratio >= figure.bar->ratio
                                                   : *figure.ratio <= figure.bar->ratio;
}

const char* side_name(Bar::Side side) {
    return side == Bar::Side::at_least ? "at_least" : "at_most";
}

std::string number(double value) {
    if (!std::isfinite(value)) {
        return "null";
    }
    char text[32];
    std::snprintf(text, sizeof text, "%.6g", value);
    return text;
}

/// Names, units and peers are our own words: only quotes and backslashes could harm the line.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    return out + "\"";
}

std::string json_line(const Figure& figure) {
    std::string line = "{\"name\":" + quoted(figure.name) + ",\"value\":" + number(figure.value) +
                       ",\"unit\":" + quoted(figure.unit) + ",\"peer\":" + quoted(figure.peer) +
                       ",\"ratio\":" + (figure.ratio ? number(*figure.ratio) : "null");
    if (figure.bar) {
        line += std::string(",\"bar\":{\"side\":\"") + side_name(figure.bar->side) +
                "\",\"ratio\":" + number(figure.bar->ratio) + "},\"met\":" + (is_met(figure) ? "true" : "false");
    }
    return line + "}";
}

std::string text_line(const Figure& figure) {
    std::string line = figure.name + "  " + number(figure.value) + " " + figure.unit;
    line += "  " + (figure.peer.empty() ? "-" : figure.peer);
    line += "  " + (figure.ratio ? number(*figure.ratio) : "-");
    if (figure.bar) {
        line += std::string("  (") + side_name(figure.bar->side) + " " + number(figure.bar->ratio) + ": " +
                (is_met(figure) ? "met" : "MISSED") + ")";
    }
    return line;
}

const char* argument_after(int argc, char** argv, std::string_view name) {
    for (int i = 1; i + 1 < argc; ++i) {
        if (argv[i] == name) {
            return argv[i + 1];
        }
    }
    return nullptr;
}

}  // namespace

Report::Report(int argc, char** argv) {
    json_ =
        std::any_of(argv + 1, argv + argc, [](const char* argument) { return argument == std::string_view("--json"); });
}

void Report::add(const Figure& figure) {
    missed_ = missed_ || !is_met(figure);
    std::puts((json_ ? json_line(figure) : text_line(figure)).c_str());
    std::fflush(stdout);
}

double number_argument(int argc, char** argv, std::string_view name, double otherwise) {
    const char* text = argument_after(argc, argv, name);
    if (text == nullptr) {
        return otherwise;
    }
    char* end = nullptr;
    const double value = std::strtod(text, &end);
    if (end == text || *end != '\0') {
        std::fprintf(stderr, "%.*s wants a number, not \"%s\".\n", static_cast<int>(name.size()), name.data(), text);
        std::exit(2);
    }
    return value;
}

std::optional<std::string> text_argument(int argc, char** argv, std::string_view name) {
    const char* text = argument_after(argc, argv, name);
    return text == nullptr ? std::nullopt : std::optional<std::string>(text);
}

double median(std::vector<double> values) {
    if (values.empty()) {
        return 0;
    }
    std::sort(values.begin(), values.end());
    const std::size_t middle = values.size() / 2;
    return values.size() % 2 == 1 ? values[middle] : (values[middle - 1] + values[middle]) / 2;
}

double thread_seconds(const std::function<void()>& work) {
    const auto now = [] {
        timespec time{};
        clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
        return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
    };
    const double start = now();
    work();
    return now() - start;
}

std::vector<double> interleaved_medians(int rounds, const std::vector<std::function<void()>>& contestants) {
    std::vector<std::vector<double>> seconds(contestants.size());
    for (int round = 0; round < rounds; ++round) {
        for (std::size_t i = 0; i < contestants.size(); ++i) {
            seconds[i].push_back(thread_seconds(contestants[i]));
        }
    }
    std::vector<double> medians;
    for (const std::vector<double>& of_one : seconds) {
        medians.push_back(median(of_one));
    }
    return medians;
}

}  // namespace fanal::bench
