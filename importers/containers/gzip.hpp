#pragma once
#include <memory>
#include <string>

#include "importers/import_run.hpp"

namespace fanal::importers {

/// Unpacks gzip as it reads, in memory that does not grow. Several streams one behind the other are one.
class GzipReader {
  public:
    /// `packed` must outlive the reader.
    explicit GzipReader(const ReadBytes& packed);
    ~GzipReader();
    GzipReader(const GzipReader&) = delete;
    GzipReader& operator=(const GzipReader&) = delete;

    /// As ReadBytes: 0 at the end, and where something is wrong.
    std::size_t read(char* buffer, std::size_t size);
    /// What went wrong, as a sentence; empty when nothing did.
    const std::string& problem() const { return problem_; }

  private:
    struct State;

    /// Holds at least one packed byte afterwards, or says that there is none.
    bool fill();

    const ReadBytes& packed_;
    std::unique_ptr<State> state_;
    std::string problem_;
    bool done_ = false;
};

/// Whether bytes begin as gzip does.
bool is_gzip(std::string_view start);

/// What only bombs do: they unpack to hundreds of times their size. Small ones do no harm.
bool is_bomb(std::int64_t packed_bytes, std::int64_t unpacked_bytes);

/// The sentence for such a one.
inline constexpr std::string_view bomb_sentence =
    "This unpacks to more than 300 times its size, which no export does: unpack it yourself if you trust it.";

}  // namespace fanal::importers
