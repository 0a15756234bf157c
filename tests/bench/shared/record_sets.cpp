#include "tests/bench/shared/record_sets.hpp"

#include <algorithm>
#include <unordered_map>

#include "crm/text/names.hpp"

namespace fanal::bench {
namespace {

/// "19151111" and "1915-11-11" are one date; what is neither is none.
std::string date_of(const Row& row) {
    const std::string date = first_of(row, {"dob", "date_of_birth", "birth_date", "birthday"});
    if (date.size() == 8 && date.find('-') == date.npos) {
        return date.substr(0, 4) + "-" + date.substr(4, 2) + "-" + date.substr(6);
    }
    return date.size() == 10 ? date : std::string();
}

/// febrl's ids hold the person: "rec-1070-org" and "rec-1070-dup-0".
std::string person_of(const Row& row) {
    const std::string id = first_of(row, {"cluster", "rec_id"});
    return id.starts_with("rec-") ? id.substr(0, id.find('-', 4)) : id;
}

identity::PersonRecord record_of(const Row& row, std::uint32_t side) {
    identity::PersonRecord record;
    record.side = side;
    record.given = text::latinise(first_of(row, {"first_name", "given_name"}));
    record.family = text::latinise(first_of(row, {"surname", "last_name", "family_name"}));
    const std::string full = first_of(row, {"full_name"});
    for (const std::string& token : text::name_tokens(full + " " + record.given + " " + record.family)) {
        if (std::find(record.tokens.begin(), record.tokens.end(), token) == record.tokens.end()) {
            record.tokens.push_back(token);
        }
    }
    record.date = date_of(row);
    record.place = text::latinise(first_of(row, {"city", "birth_place", "suburb", "town"}));
    record.code = text::latinise(first_of(row, {"postcode", "postcode_fake", "zip"}));
    record.email = text::latinise(first_of(row, {"email"}));
    if (const std::string street = first_of(row, {"address_1"}); !street.empty()) {
        record.email = first_of(row, {"street_number"}) + " " + text::latinise(street);  // as telling, and as unequal
    }
    record.word = text::latinise(first_of(row, {"occupation", "state"}));
    record.number = first_of(row, {"soc_sec_id"});
    return record;
}

}  // namespace

bool is_record_set(const LabelledSet& set) {
    const bool has_date = set.has("dob") || set.has("date_of_birth");
    return has_date && (set.has("cluster") || set.has("rec_id"));
}

RecordSet record_set(const LabelledSet& set, const LabelledSet* other_side) {
    RecordSet made;
    std::unordered_map<std::string, std::uint32_t> numbers;
    for (const LabelledSet* const side : {&set, other_side}) {
        for (std::size_t i = 0; side != nullptr && i < side->rows.size(); ++i) {
            const std::uint32_t number = side == &set ? 0 : 1;
            made.records.push_back(record_of(side->rows[i], number));
            made.truth.side.push_back(number);
            made.truth.person.push_back(
                numbers.try_emplace(person_of(side->rows[i]), static_cast<std::uint32_t>(numbers.size()))
                    .first->second);
        }
    }
    return made;
}

}  // namespace fanal::bench
