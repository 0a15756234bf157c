#pragma once
#include <functional>
#include <span>
#include <string>
#include <vector>

#include "crm/identity/naming.hpp"
#include "crm/identity/person_record.hpp"

namespace fanal::identity {

/// Compares records in six fields, millions a second: each value is kept once and stands for itself by its number,
/// equal numbers are equal values, and what two values are to each other is remembered. Not for two threads at once:
/// each has its copy.
class RecordComparer {
  public:
    explicit RecordComparer(std::span<const PersonRecord> records);

    RecordLevels compare(std::size_t one, std::size_t other);

    /// One number for each combination of levels, below `patterns_count`.
    static std::uint32_t pattern(const RecordLevels& levels);
    static RecordLevels levels_of(std::uint32_t pattern);
    static constexpr std::uint32_t patterns_count = 17 * 9 * 9 * 7 * 3 * 4;

    /// Of all records, those with the same value in a field as `record`; 0 to 1.
    double frequency(RecordField field, std::size_t record) const;

  private:
    using Number = std::uint32_t;  ///< of a value; 0 is none
    static constexpr std::size_t tokens_max = 6;

    struct Packed {
        std::array<Number, tokens_max> tokens{};
        std::array<Number, record_fields_count> values{};
    };
    struct Values {
        std::vector<std::string> texts{std::string()};
        std::vector<std::uint32_t> counts{0};
    };
    /// The last answers, by a hash of the two values: an answer that another pushed out is worked out again.
    template <class Answer>
    struct Memo {
        static constexpr std::size_t size = std::size_t{1} << 16;
        std::vector<std::uint64_t> keys = std::vector<std::uint64_t>(size);
        std::vector<Answer> answers = std::vector<Answer>(size);

        template <class WorkOut>
        Answer get(Number one, Number other, WorkOut work_out) {
            const std::uint64_t key = one < other ? std::uint64_t{one} << 32 | other : std::uint64_t{other} << 32 | one;
            const std::size_t slot = key * 0x9E3779B97F4A7C15 >> 48;
            if (keys[slot] != key) {
                answers[slot] = work_out();
                keys[slot] = key;
            }
            return answers[slot];
        }
    };

    float token_pair_bits(Number one, Number other) const;
    int name_level(const Packed& one, const Packed& other);

    Values tokens_;
    std::vector<float> token_bits_;
    std::array<Values, record_fields_count> values_;
    std::vector<Packed> packed_;
    Memo<float> token_memo_;
    std::array<Memo<std::int8_t>, record_fields_count> memos_;
};

/// The level of two texts in a field other than the name; both say something. The date's are "YYYY-MM-DD", the place's
/// a postcode, a tabulator and a place.
int text_level(RecordField field, const std::string& one, const std::string& other);

}  // namespace fanal::identity
