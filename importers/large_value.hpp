#pragma once
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "importers/byte_window.hpp"
#include "importers/document_run.hpp"
#include "importers/json_extent.hpp"
#include "importers/piece_sink.hpp"

namespace fanal::importers {

/// Reads a JSON value that is too large to hold as several documents of the same shape, of which no importer needs to
/// know: each has some elements of one long list, wherever it stands, and around it the small members that stood
/// before. {"type": "OrderedCollection", "orderedItems": [… a million …]} is read as many collections of some items.
///
/// Small members behind a long list come too late for its pieces, which have gone. They are handed over at the end,
/// with all the other small ones and with the long lists empty: what they hold by themselves is not lost, and only an
/// importer that needs them to read the list's elements would miss them.
class LargeValue {
  public:
    /// `advance` is called after each piece; false stops.
    LargeValue(ByteWindow& window, DocumentRun& documents, const RunOptions& options, RunSink& sink,
               std::function<bool()> advance);

    /// Reads the value that the window begins with, which stands at `place` (empty: it is the whole file). False when
    /// nobody can say where it ends, which is told, or when `advance` stopped it.
    bool read(const std::string& place);

    /// Whether a value was read, and the last one stood on one line.
    bool was_on_one_line() const { return one_line_; }

  private:
    enum class Outcome { whole, refused, lost };

    Outcome read_container(const std::string& path);
    Outcome read_object(const std::string& path);
    Outcome read_member(const std::string& path, std::string_view beginning);
    Outcome read_array(const std::string& path);
    Outcome read_elements(const std::string& path);
    /// An element larger than any may be, which may be long because of a list inside.
    Outcome read_large_element(const std::string& path, std::int64_t index);
    /// What a list's pieces will all say, learned from the list without elements.
    bool learn(const std::string& path);

    void hold(std::string_view element);
    /// Hands over the elements held; false to stop.
    bool flush(const std::string& path, std::int64_t end_index);
    void read_one_by_one(const std::string& path, std::int64_t first_index);
    bool hand_over(std::string_view elements);
    bool hand_over_surroundings();
    bool is_repeated() const { return window_.position() <= options_.start.bytes_done; }

    /// Leaves out the value, or what is left inside so many open brackets, and says so.
    Outcome refuse(const std::string& path, std::string_view beginning, JsonExtent rest);
    Outcome lose(const std::string& path);
    char next_character();
    void consume(std::size_t count);

    ByteWindow& window_;
    DocumentRun& documents_;
    const RunOptions& options_;
    PieceSink sink_;
    std::function<bool()> advance_;

    std::string opening_;   ///< what a piece begins with: the small members, up to the bracket that is open
    std::string closing_;   ///< the brackets that end it
    std::string elements_;  ///< of the piece to come, with the commas between them
    std::vector<std::size_t> ends_;
    std::string document_;
    bool stopped_ = false;
    bool one_line_ = false;
};

}  // namespace fanal::importers
