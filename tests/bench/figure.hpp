#pragma once
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

/// What every benchmark shares: how a figure is written, how rounds are timed, how arguments are read.
namespace fanal::bench {

/// The ratio that a figure has to keep.
struct Bar {
    enum class Side { at_least, at_most };
    Side side;
    double ratio;
};

/// One measured figure. `ratio` is against the peer or limit measured in the same run, never against a number from
/// elsewhere; which of the two is divided by the other is what `unit` and `bar` make plain: a speed-up has an at_least
/// bar, a cost an at_most one.
struct Figure {
    std::string name;  ///< snake_case, without spaces
    double value = 0;
    std::string unit;  ///< "s", "MB", "records/s" …
    std::string peer;  ///< what it is compared with, in words; empty when it stands alone
    std::optional<double> ratio;
    std::optional<Bar> bar;
};

/// Writes figures to stdout as they come, one a line: "name value unit peer ratio", or JSON objects after `--json`.
class Report {
  public:
    Report(int argc, char** argv);

    void add(const Figure& figure);

    /// 0, or 1 when a figure missed its bar: what main returns.
    int exit_code() const { return missed_ ? 1 : 0; }

  private:
    bool json_ = false;
    bool missed_ = false;
};

/// The value after `name` ("--nodes"), or `otherwise`. Exits with 2 and a sentence when it is no number.
double number_argument(int argc, char** argv, std::string_view name, double otherwise);

/// The text after `name` ("--data"), or none.
std::optional<std::string> text_argument(int argc, char** argv, std::string_view name);

/// The middle value; the mean of the two middle ones when their number is even. 0 for no values.
double median(std::vector<double> values);

/// Seconds of CPU time that `work` took on this thread: unlike wall time, other programs on the machine do not lengthen
/// it.
double thread_seconds(const std::function<void()>& work);

/// Runs every contestant once a round, in turn, so that a slow minute of the machine hits them all; gives the median of
/// each one's thread_seconds, in their order.
std::vector<double> interleaved_medians(int rounds, const std::vector<std::function<void()>>& contestants);

}  // namespace fanal::bench
