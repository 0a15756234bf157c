#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "importers/import_run.hpp"

namespace fanal::importers {

/// How a file's characters are written, where it is not UTF-8.
enum class Encoding : std::uint8_t { windows_1252, mac_roman };

std::string_view to_text(Encoding encoding);

/// Which of the two an 8-bit text is: by which of them makes more letters and fewer oddities of it.
Encoding guess_encoding(std::string_view text);

/// `text` as UTF-8. UTF-8 in which emoji are written as two surrogates of three bytes each (some databases do) is
/// mended first; nothing else is needed then, and `encoding` stays as it is. Otherwise every byte is a character of
/// `encoding`, which is guessed when it is null.
std::string mended_text(std::string_view text, const Encoding*& encoding);

/// Gives UTF-16 as UTF-8, told by its byte order mark or by its zeros; anything else as it stands.
class Utf16Reader {
  public:
    /// `read` must outlive the reader.
    explicit Utf16Reader(const ReadBytes& read) : read_(read) {}

    /// As ReadBytes.
    std::size_t take(char* buffer, std::size_t size);

  private:
    enum class Order : std::uint8_t { unknown, none, little, big };

    void begin();
    void fill();

    const ReadBytes& read_;
    Order order_ = Order::unknown;
    std::string packed_;  ///< read and not yet turned
    std::string ready_;   ///< turned and not yet given
    std::size_t given_ = 0;
    bool at_end_ = false;
};

}  // namespace fanal::importers
