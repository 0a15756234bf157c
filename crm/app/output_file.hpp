#pragma once
#include <filesystem>
#include <string>
#include <string_view>

namespace fanal::app {

/// A file that is there whole or not at all: it is written beside its place under another name, and takes its own in
/// commit(), over what may have been there. Only its owner may read it, since what we export tells of people. Throws
/// unavailable with the path and the reason.
class OutputFile {
  public:
    explicit OutputFile(std::filesystem::path path);
    ~OutputFile();
    OutputFile(const OutputFile&) = delete;
    OutputFile& operator=(const OutputFile&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void write(std::string_view bytes);
    void commit();

  private:
    [[noreturn]] void refuse() const;

    std::filesystem::path path_;
    std::string draft_;  ///< the name until commit()
    int descriptor_ = -1;
};

}  // namespace fanal::app
