#include "importers/import_run.hpp"

#include <algorithm>

#include "importers/byte_window.hpp"
#include "importers/document_run.hpp"
#include "importers/json_extent.hpp"
#include "importers/large_value.hpp"
#include "importers/streamed_document.hpp"
#include "importers/tables/encoding.hpp"
#include "importers/tables/table_run.hpp"

namespace fanal::importers {
namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::size_t assignment_size_max = 256;

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\x1e';
}

std::string_view trimmed(std::string_view text) {
    while (!text.empty() && is_space(text.back())) {
        text.remove_suffix(1);
    }
    while (!text.empty() && is_space(text.front())) {
        text.remove_prefix(1);
    }
    return text;
}

/// The size of "window.data.part0 = ", with which an export made to be shown by a browser puts its JSON into a
/// variable; 0 when the file begins in another way, nullopt when more bytes are needed to tell.
std::optional<std::size_t> assignment_size(std::string_view bytes) {
    const auto named = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '$' ||
               c == '.' || is_space(c);
    };
    const auto equals = std::find_if_not(bytes.begin(), bytes.end(), named);
    const auto value =
        equals == bytes.end() || *equals != '=' ? equals : std::find_if_not(equals + 1, bytes.end(), is_space);
    if (value == bytes.end() && bytes.size() < assignment_size_max) {
        return std::nullopt;
    }
    const bool assigns =
        value != bytes.end() && value != equals && equals != bytes.begin() && (*value == '[' || *value == '{');
    return assigns ? static_cast<std::size_t>(value - bytes.begin()) : 0;
}

/// Reads one file in the form that its first bytes show.
class FileRun {
  public:
    FileRun(const ReadBytes& read, const RunOptions& options, RunSink& sink)
        : options_(options),
          sink_(sink),
          window_(read),
          documents_(options, sink),
          large_(window_, documents_, options, sink, [this] { return advance(); }) {}

    std::string run();

  private:
    /// Holds a whole line, if the document limit allows; false at the end of the file.
    bool fill_line(std::size_t& size);
    void skip_spaces();
    void skip_assignment();
    /// The first character that is no space; 0 at the end of the file. Nothing is consumed: a table may begin with an
    /// empty column.
    char first_character();
    bool looks_like_lines();
    /// Tells the caller how far we are; false when it wants no more.
    bool advance();

    void run_lines();
    void run_stream();
    void hand_over(const StreamedDocument& streamed, std::string_view place);
    /// Gives up a line that does not fit, up to its end.
    void reject_long_line();
    void run_documents();
    void run_array();
    bool run_whole();
    /// Reads the value that the window begins with; false when nobody can say where it ends. `place` is shown where it
    /// is held at once, `large_place` where it is not.
    bool run_value(const std::string& place, const std::string& large_place);
    /// Passes over what stands between documents.
    void skip_separators();
    /// Gives up what is no JSON, up to the next line that may begin some; one rejection, however much it is.
    void reject_stretch(const std::string& place);
    /// Passes over the rest of a value that does not end, which is told of.
    void leave_value() {
        if (!stopped_) {
            skip_to_next_document();
        }
    }
    /// Consumes up to there, and keeps the beginning.
    std::string skip_to_next_document();
    void reject_rest(std::string_view place);
    /// Whether the next `size` bytes lie before the place to start from.
    bool is_repeated(std::size_t size) const {
        return window_.position() + static_cast<std::int64_t>(size) <= options_.start.bytes_done;
    }
    std::string line_place() const { return "line " + std::to_string(lines_done_); }

    const RunOptions& options_;
    RunSink& sink_;
    ByteWindow window_;
    DocumentRun documents_;
    LargeValue large_;
    std::int64_t lines_done_ = 0;
    bool stopped_ = false;
};

bool FileRun::fill_line(std::size_t& size) {
    std::size_t looked_at = 0;
    for (;;) {
        const std::string_view view = window_.view();
        const std::size_t end = view.find('\n', looked_at);
        if (end != std::string_view::npos) {
            size = end + 1;
            return true;
        }
        looked_at = view.size();
        if (looked_at > options_.value_size_max || !window_.grow()) {
            size = window_.view().size();
            return size > 0;
        }
    }
}

void FileRun::skip_spaces() {
    for (;;) {
        const std::string_view view = window_.view();
        const auto first = std::find_if_not(view.begin(), view.end(), is_space);
        window_.consume(static_cast<std::size_t>(first - view.begin()));
        if (first != view.end() || !window_.grow()) {
            return;
        }
    }
}

void FileRun::skip_assignment() {
    std::optional<std::size_t> size;
    while (!(size = assignment_size(window_.view())) && window_.grow()) {
    }
    window_.consume(size.value_or(0));
}

bool FileRun::advance() {
    if (options_.after_record && !options_.after_record({window_.position(), lines_done_})) {
        stopped_ = true;
    }
    return !stopped_;
}

bool FileRun::looks_like_lines() {
    std::size_t size = 0;
    if (!fill_line(size)) {
        return false;
    }
    if (size > options_.value_size_max) {
        return false;
    }
    const std::string_view first = trimmed(window_.view().substr(0, size));
    if (first.starts_with('{') && documents_.parses(first)) {
        return true;
    }
    // A broken first line still stands among lines when the second one begins an object too.
    if (!first.starts_with('{') || first.size() < 2) {
        return false;
    }
    return (size < window_.view().size() || window_.grow()) && window_.view().substr(size).starts_with('{');
}

void FileRun::reject_long_line() {
    const std::string beginning(window_.view().substr(0, rejected_size_max));
    std::size_t end = 0;
    while ((end = window_.view().find('\n')) == std::string_view::npos) {
        window_.consume(window_.view().size());
        if (!window_.grow()) {
            break;
        }
    }
    window_.consume(end == std::string_view::npos ? 0 : end + 1);
    if (window_.position() > options_.start.bytes_done) {
        sink_.reject(line_place(), "The line is longer than 16 MB.", beginning);
    }
}

void FileRun::run_lines() {
    std::size_t size = 0;
    while (!stopped_ && fill_line(size)) {
        const std::string_view line = trimmed(window_.view().substr(0, size));
        ++lines_done_;
        if (size > options_.value_size_max) {
            reject_long_line();
            continue;
        }
        if (!is_repeated(size) && !line.empty()) {
            documents_.read_or_reject(line, line_place());
        }
        window_.consume(size);
        advance();
    }
}

void FileRun::hand_over(const StreamedDocument& streamed, std::string_view place) {
    const std::string document = streamed.json();
    documents_.read_or_reject(simdjson::padded_string(document), place);
}

void FileRun::run_stream() {
    StreamedDocument streamed;
    bool empty = true;
    std::size_t size = 0;
    while (!stopped_ && fill_line(size)) {
        ++lines_done_;
        if (size > options_.value_size_max) {
            reject_long_line();
            streamed = {};
            empty = false;
            continue;
        }
        const bool at_end = streamed.add_line(trimmed(window_.view().substr(0, size)));
        window_.consume(size);
        empty = empty && streamed.is_empty();
        if (!at_end) {
            continue;
        }
        if (!streamed.is_empty() && window_.position() > options_.start.bytes_done) {
            hand_over(streamed, line_place());
        }
        streamed = {};
        advance();
    }
    if (!stopped_ && !streamed.is_empty() && window_.position() > options_.start.bytes_done) {
        hand_over(streamed, line_place());  // the connection broke before the empty line
    }
    if (empty && !stopped_) {
        sink_.skip("byte 0", "a stream in which nothing happened");
    }
}

bool FileRun::run_whole() {
    while (window_.view().size() <= options_.value_size_max) {
        if (window_.grow()) {
            continue;
        }
        const std::string_view document = trimmed(window_.view());
        const bool repeated = is_repeated(window_.view().size());
        if (repeated ? !documents_.parses(document) : !documents_.read(document, "")) {
            return false;
        }
        window_.consume(window_.view().size());
        advance();
        return true;
    }
    return false;
}

void FileRun::reject_rest(std::string_view place) {
    documents_.parses(trimmed(window_.view()));
    documents_.reject(window_.view(), place);
    while (window_.grow() || !window_.view().empty()) {
        window_.consume(window_.view().size());
    }
}

bool FileRun::run_value(const std::string& place, const std::string& large_place) {
    const HeldValue held = hold_value(window_, options_.value_size_max);
    if (held.state == HeldValue::State::cut_short) {
        reject_rest(place);
        return false;
    }
    if (held.state == HeldValue::State::too_large) {
        return large_.read(large_place);
    }
    const std::string_view value = window_.view().substr(0, held.size);
    if (!is_repeated(held.size)) {
        documents_.read_or_reject(value, place);
    }
    window_.consume(held.size);
    return advance();
}

void FileRun::run_array() {
    window_.consume(1);
    for (std::int64_t index = 0; !stopped_; ++index) {
        skip_spaces();
        if (window_.view().starts_with(',')) {
            window_.consume(1);
            skip_spaces();
        }
        const std::string place = "$[" + std::to_string(index) + "]";
        if (window_.view().empty()) {
            sink_.reject(place, "The list is cut short here.", "");
            return;
        }
        if (window_.view().starts_with(']')) {
            window_.consume(1);
            if (index == 0 && window_.position() > options_.start.bytes_done) {
                documents_.read(simdjson::padded_string(std::string_view("[]")), "");  // nothing, and it is told
            }
            return;
        }
        if (!run_value(place, place)) {
            leave_value();
            return;
        }
    }
}

void FileRun::skip_separators() {
    for (skip_spaces(); window_.view().starts_with(',') || window_.view().starts_with(';'); skip_spaces()) {
        window_.consume(1);
    }
}

std::string FileRun::skip_to_next_document() {
    std::string skipped;
    for (bool line_begins = false; !window_.view().empty() || window_.grow();) {
        const std::string_view view = window_.view();
        if (line_begins && (view.front() == '{' || view.front() == '[')) {
            break;
        }
        const std::size_t end = view.find('\n');
        const std::string_view line = view.substr(0, end == std::string_view::npos ? end : end + 1);
        skipped += line.substr(0, rejected_size_max - std::min(skipped.size(), rejected_size_max));
        line_begins = end != std::string_view::npos;
        window_.consume(line.size());
    }
    return skipped;
}

void FileRun::reject_stretch(const std::string& place) {
    const std::string stretch = skip_to_next_document();
    if (window_.position() > options_.start.bytes_done) {
        sink_.reject(place, "This is no complete JSON: it is left out, up to the next line that begins with { or [.",
                     trimmed(stretch));
    }
    advance();
}

void FileRun::run_documents() {
    if (run_whole()) {
        return;
    }
    const std::int64_t begin = window_.position();
    if (window_.view().starts_with('[')) {
        run_array();
    }
    for (skip_separators(); !stopped_ && !window_.view().empty(); skip_separators()) {
        const std::string place = "byte " + std::to_string(window_.position());
        const bool first = window_.position() == begin;
        if (!window_.view().starts_with('{') && !window_.view().starts_with('[')) {
            reject_stretch(place);
        } else if (!run_value(place, first ? "" : place)) {
            leave_value();
        } else if (first && large_.was_on_one_line() && (skip_spaces(), looks_like_lines())) {
            lines_done_ = 1;  // the first line alone did not fit
            run_lines();
        }
    }
}

char FileRun::first_character() {
    constexpr std::size_t blanks_max = 1U << 20;
    for (std::size_t at = 0;; ++at) {
        if (at == blanks_max) {  // no table begins so far down
            window_.consume(at);
            at = 0;
        }
        if (at == window_.view().size() && !window_.grow()) {
            return 0;
        }
        if (!is_space(window_.view()[at])) {
            return window_.view()[at];
        }
    }
}

std::string FileRun::run() {
    while (window_.view().size() < byte_order_mark.size() && window_.grow()) {
    }
    if (window_.view().starts_with(byte_order_mark)) {
        window_.consume(byte_order_mark.size());
    }
    skip_assignment();
    const char first = first_character();
    if (first == 0) {
        sink_.skip("byte 0", "an empty file");
        return {};
    }
    const bool json = first == '{' || first == '[';
    if (!json && !looks_like_stream(trimmed(window_.view()))) {
        return run_table(window_, options_, sink_);
    }
    skip_spaces();
    if (!json) {
        run_stream();
    } else if (looks_like_lines()) {
        run_lines();
    } else {
        run_documents();
    }
    return std::string(documents_.network());
}

}  // namespace

std::string run_import(const ReadBytes& read, const RunOptions& options, RunSink& sink) {
    Utf16Reader in_utf8(read);
    const ReadBytes decoded = [&](char* buffer, std::size_t size) { return in_utf8.take(buffer, size); };
    return FileRun(decoded, options, sink).run();
}

const Importer* find_importer(std::string_view network) {
    for (const Importer* importer : all_importers()) {
        if (importer->network == network) {
            return importer;
        }
    }
    return nullptr;
}

}  // namespace fanal::importers
