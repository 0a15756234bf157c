#pragma once
#include <string>

#include "importers/import_run.hpp"

namespace fanal::importers {

/// Something that can be read from its first byte to its last: a file, a member of an archive, a sheet of a workbook.
struct Source {
    std::string name;  ///< "archive.zip/comments.json"
    ReadBytes read;
    std::int64_t size = 0;    ///< in bytes, as far as it is known beforehand
    std::string fingerprint;  ///< of the content; empty when it is not known
    bool is_sheet = false;    ///< CSV made of a spreadsheet
};

/// Receives what a file holds.
class UnpackSink {
  public:
    virtual ~UnpackSink() = default;

    /// Reads a source; false: no more of them.
    virtual bool read(const Source& source) = 0;
    /// Something that cannot be read, or not to its end, with a sentence that says why.
    virtual void refuse(const std::string& name, const std::string& sentence) = 0;
};

/// Hands over every source in a file: itself, or what is in it when its first bytes say that it is gzip, a ZIP archive
/// (archives in archives too, three deep) or a workbook. Nothing is written out, and memory does not grow with what is
/// unpacked. `path` is that of the file; empty when it is in memory only.
void unpack(const Source& file, const std::string& path, UnpackSink& sink);

}  // namespace fanal::importers
