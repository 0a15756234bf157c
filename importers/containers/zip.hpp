#pragma once
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "importers/import_run.hpp"

namespace fanal::importers {

/// A ZIP archive, read in place: nothing is ever written out. What it says of itself is not believed: sizes, names and
/// checksums are looked at while a member is read.
class ZipArchive {
  public:
    struct Member {
        std::string name;  ///< as shown: control characters are gone
        std::int64_t size = 0;
        std::int64_t packed_size = 0;
        std::string fingerprint;  ///< of its content
        std::string refusal;      ///< why it is not read, as a sentence; empty when it may be
    };

    /// An archive in a file.
    explicit ZipArchive(const std::string& path);
    /// An archive in memory.
    explicit ZipArchive(std::shared_ptr<const std::string> bytes);
    ~ZipArchive();
    ZipArchive(const ZipArchive&) = delete;
    ZipArchive& operator=(const ZipArchive&) = delete;

    /// Why the archive cannot be read, as a sentence; empty when it can.
    const std::string& problem() const { return problem_; }
    /// Its files, in the archive's order; folders are left out.
    const std::vector<Member>& members() const { return members_; }
    /// The member of this very name; null when there is none.
    const Member* find(std::string_view name) const;

    /// The bytes of a member. `problem` is set where they end for another reason than their end; it and the archive
    /// must outlive what is returned.
    ReadBytes open(const Member& member, std::string& problem) const;
    /// The whole member; `problem` is set when it is larger than `size_max`, or broken.
    std::string read_whole(const Member& member, std::size_t size_max, std::string& problem) const;

  private:
    struct State;

    void list();

    std::unique_ptr<State> state_;
    std::vector<Member> members_;
    std::vector<std::uint64_t> indexes_;  ///< of the members, in the library's count
    std::string problem_;
};

/// Whether bytes begin as a ZIP archive does.
bool is_zip(std::string_view start);

}  // namespace fanal::importers
