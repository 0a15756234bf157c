#pragma once
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "importers/importer.hpp"

namespace fanal::importers {

class TableGuide;

/// Where the bytes come from: at most `size` of them into `buffer`; 0 at the end.
using ReadBytes = std::function<std::size_t(char* buffer, std::size_t size)>;

/// Receives everything a run finds, each with its place in the source ("line 12", "$.data[3].from", "byte 1024").
class RunSink {
  public:
    virtual ~RunSink() = default;

    /// `importer` is the name of the folder that read it, the source of its facts; it lives as long as the program.
    virtual void interaction(Record&& record, std::string_view importer) = 0;
    virtual void removal(Removal&& removal) = 0;
    virtual void profile(ProfileSighting&& sighting, std::string_view importer) = 0;
    virtual void account(AccountSighting&& sighting) = 0;
    virtual void skip(std::string_view place, std::string_view reason) = 0;
    /// `record` is the refused bytes, cut at 64 KB.
    virtual void reject(std::string_view place, std::string_view reason, std::string_view record) = 0;
};

/// How far a run has come; the place from which it may go on another time.
struct RunPosition {
    std::int64_t bytes_done = 0;
    std::int64_t lines_done = 0;
};

/// One JSON value is held up to this size. A file of lines or of rows may have any, and so may a document that is long
/// because lists in it are: it is read list by list, a piece at a time.
inline constexpr std::size_t document_size_max = 16U << 20;

struct RunOptions {
    const Importer* as =
        nullptr;  ///< read everything as this network's; null: recognise each document by what is in it
    Origin origin;
    TableGuide* guide = nullptr;  ///< what a table's bytes do not say; null: nobody knows more
    RunPosition start;            ///< the bytes before it are read, for the header, but not handed over
    /// Called after each document or row with the position behind it; false stops the run there.
    std::function<bool(const RunPosition&)> after_record;
    std::size_t value_size_max = document_size_max;  ///< never more; less where a test has no patience
};

/// Of a refused record, this much is kept.
inline constexpr std::size_t rejected_size_max = 64U << 10;

/// Reads one file: JSON lines, one or several JSON documents, one large JSON array, a recorded stream of server-sent
/// events, or a table, in UTF-8 or UTF-16 and in memory that does not grow with it; JSON may stand behind "name = ", as
/// in a script.
/// What cannot be read is rejected or skipped with its place, and the rest goes on. Returns the network that most
/// documents belonged to, empty when there was none.
std::string run_import(const ReadBytes& read, const RunOptions& options, RunSink& sink);

/// The importer of a network; null when there is no such folder.
const Importer* find_importer(std::string_view network);

}  // namespace fanal::importers
