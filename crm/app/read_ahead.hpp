#pragma once
#include <future>
#include <string>

#include "importers/import_run.hpp"

namespace fanal::app {

/// Reads a source's next piece in another thread while the last one is being taken. What is no longer than one piece
/// is read without.
class ReadAhead {
  public:
    /// `read` must outlive this, and is called by nobody else meanwhile.
    explicit ReadAhead(const importers::ReadBytes& read) : read_(read) {}
    ~ReadAhead();
    ReadAhead(const ReadAhead&) = delete;
    ReadAhead& operator=(const ReadAhead&) = delete;

    /// As importers::ReadBytes; throws what `read` threw.
    std::size_t take(char* buffer, std::size_t size);

  private:
    /// As many bytes as fit into a piece, or fewer at the end; `into` lends its memory.
    std::string read_piece(std::string into) const;

    const importers::ReadBytes& read_;
    std::string piece_;
    std::size_t taken_ = 0;
    std::future<std::string> next_;  ///< the piece behind, when there may be one
    bool at_end_ = false;
};

}  // namespace fanal::app
