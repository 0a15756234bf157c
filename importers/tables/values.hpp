#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "importers/tables/form.hpp"

/// What the values of tables have in common, whoever wrote them.
namespace fanal::importers {

/// An id as text: "3.0" is "3", "#123" and "ID: 123" are "123". Empty when there is none, or when a spreadsheet has
/// ruined it.
std::string plain_id(std::string_view value);

/// Whether a spreadsheet has turned an id into "5.70306E+17", which is no longer one.
bool is_ruined_id(std::string_view value);

/// The network that an address belongs to; empty when it is none of those known here.
std::string_view network_of_link(std::string_view address);

/// The network that a word names: "Facebook", "Twitter", "X (Twitter)"; another as one lower-case word; empty for none.
std::string network_of_word(std::string_view word);

/// An address without what opens doors: tokens and signatures. Empty when it is no http address.
std::string plain_link(std::string_view address);

/// The value of a query's parameter; empty when it is not there.
std::string_view query_value(std::string_view address, std::string_view name);

/// A handle without its "@".
std::string plain_handle(std::string_view handle);

/// A whole number, with whatever people group its digits by; nullopt when it is none.
std::optional<std::int64_t> plain_count(std::string_view value);

/// At most 40 bytes of a value between quotes, for sentences.
std::string quoted_value(std::string_view value);

/// The columns of a table that a form uses; the others are kept with each interaction, under their headings.
class Columns {
  public:
    explicit Columns(const Table& table) : header_(table.header), used_(table.header.size(), false), table_(table) {}

    /// The column of one of these folded names, or Row::none.
    std::size_t take(std::initializer_list<std::string_view> one_of);
    /// A column that is used, by its place.
    void use(std::size_t column);
    /// What stands in the columns that nobody took, as one JSON object; empty when nothing does.
    std::string extra(const Row& row) const;

  private:
    std::vector<std::string> header_;
    std::vector<bool> used_;
    const Table& table_;  ///< only while columns are taken
};

}  // namespace fanal::importers
