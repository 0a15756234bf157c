#include "crm/identity/copying.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace fanal::identity {
namespace {

constexpr float off_the_beginning_bits = 1.5F;  // a copy that does not begin where the source, or a word of it, does
constexpr float off_the_end_bits = 1.5F;
constexpr float part_of_name_bits = 3;
constexpr std::size_t letters_of_handle_min = 3;

std::size_t same_letters(std::string_view text, std::string_view other) {
    const std::size_t size = std::min(text.size(), other.size());
    return static_cast<std::size_t>(
        std::mismatch(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(size), other.begin()).first -
        text.begin());
}

/// Lowers the cost of writing up to each place that a copy of `source` from `from` on reaches, begun at `at`.
void copy_from(const CopySource& source, std::size_t from, std::string_view core, std::size_t at,
               std::vector<float>& bits) {
    const bool at_beginning = from == 0 || source.text[from - 1] == ' ';
    if (source.is_name && !at_beginning) {
        return;
    }
    const std::size_t size = same_letters(core.substr(at), source.text.substr(from));
    const bool to_end = from + size == source.text.size() || source.text[from + size] == ' ';
    for (std::size_t part = source.is_name ? 1 : letters_of_handle_min; part <= size; ++part) {
        const bool whole = part == size && to_end;
        float cost = bits[at] + source.opening_bits + (at_beginning ? 0 : off_the_beginning_bits);
        if (!whole) {
            // A part that goes on alike and one that ends before the source does are both stops half-way.
            cost += (to_end ? 0 : off_the_end_bits) + (part < size ? off_the_end_bits : 0) +
                    (source.is_name ? part_of_name_bits : 0);
        }
        bits[at + part] = std::min(bits[at + part], cost);
    }
}

}  // namespace

double writing_bits(std::string_view core, std::span<const float> letter_bits, std::span<const KnownWord> words,
                    std::span<const CopySource> sources) {
    thread_local std::vector<float> bits;
    bits.assign(core.size() + 1, std::numeric_limits<float>::max());
    bits[0] = 0;
    auto word = words.begin();
    for (std::size_t at = 0; at < core.size(); ++at) {
        bits[at + 1] = std::min(bits[at + 1], bits[at] + letter_bits[at]);
        for (; word != words.end() && word->begin == at; ++word) {
            bits[at + word->size] = std::min(bits[at + word->size], bits[at] + word->bits);
        }
        for (const CopySource& source : sources) {
            for (std::size_t from = source.text.find(core[at]); from != std::string_view::npos;
                 from = source.text.find(core[at], from + 1)) {
                copy_from(source, from, core, at, bits);
            }
        }
    }
    return bits[core.size()];
}

}  // namespace fanal::identity
