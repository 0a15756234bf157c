#include <algorithm>
#include <functional>
#include <map>

#include "crm/app/use_cases.hpp"
#include "crm/storage/field_rows.hpp"
#include "crm/text/nearest.hpp"
#include "crm/text/shorten.hpp"
#include "models/error.hpp"
#include "models/extra.hpp"

namespace fanal::app {
namespace {

constexpr std::size_t example_graphemes_max = 40;

/// Counts the unknown fields of one interaction after another.
class FieldCount {
  public:
    void add(std::string_view network, std::string_view extra) {
        ++interactions_count_;
        while (const auto member = next_member(extra)) {
            if (Counted* const known = find(member->name); known != nullptr) {
                add(*known, network, member->value);
            }
        }
    }

    UnknownFieldList list() && {
        UnknownFieldList list{{}, complete_};
        for (auto& [written, counted] : counted_) {
            counted.field.name = plain_text(written);
            list.fields.push_back(std::move(counted.field));
        }
        std::stable_sort(list.fields.begin(), list.fields.end(), [](const UnknownField& a, const UnknownField& b) {
            return a.interactions_count > b.interactions_count;
        });
        return list;
    }

  private:
    struct Counted {
        UnknownField field;
        std::int64_t last_interaction = 0;  ///< by its number here: one may say a name twice
    };

    /// null: there are too many names already.
    Counted* find(std::string_view written) {
        auto found = counted_.find(written);
        if (found == counted_.end()) {
            if (counted_.size() == unknown_field_names_max) {
                complete_ = false;
                return nullptr;
            }
            found = counted_.emplace(written, Counted{}).first;
        }
        return &found->second;
    }

    void add(Counted& counted, std::string_view network, std::string_view value) {
        UnknownField& field = counted.field;
        if (counted.last_interaction == interactions_count_) {
            return;
        }
        counted.last_interaction = interactions_count_;
        ++field.interactions_count;
        const auto place = std::lower_bound(field.networks.begin(), field.networks.end(), network);
        if (place == field.networks.end() || *place != network) {
            field.networks.emplace(place, network);
        }
        if (field.example.empty()) {
            field.example = text::shorten(plain_text(value), example_graphemes_max);
        }
    }

    std::map<std::string, Counted, std::less<>> counted_;  ///< by the name as it is written
    std::int64_t interactions_count_ = 0;
    bool complete_ = true;
};

[[noreturn]] void refuse_unknown(const std::string& sentence, std::string_view name,
                                 const std::vector<UnknownField>& fields) {
    std::vector<std::string_view> names;
    for (const UnknownField& field : fields) {
        names.push_back(field.name);
    }
    const std::string_view meant = text::nearest(name, names);
    throw Error(ErrorKind::not_found, sentence + (meant.empty() ? "; `fanal fields` lists them."
                                                                : "; did you mean " + std::string(meant) + "?"));
}

bool is_dropped(storage::Store& store, const std::string& name) {
    const auto names = storage::dropped_field_names(store.database());
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

UnknownFieldList list_fields(storage::Store& store) {
    FieldCount count;
    storage::each_extra(store, [&](std::string_view network, std::string_view extra) { count.add(network, extra); });
    UnknownFieldList list = std::move(count).list();
    const auto dropped = storage::dropped_fields(store);
    list.fields.insert(list.fields.end(), dropped.begin(), dropped.end());
    return list;
}

UnknownFieldChange drop_field(storage::Store& store, const std::string& name, Instant dropped_at) {
    storage::Transaction transaction(store.database());
    const std::int64_t lost_count = storage::take_field_out(store, name);
    if (lost_count == 0 && !is_dropped(store, name)) {
        refuse_unknown("No interaction keeps an unknown field called " + name, name, list_fields(store).fields);
    }
    storage::remember_dropped(store, name, dropped_at);
    transaction.commit();
    storage::forget_old_pages(store);
    return {name, true, lost_count};
}

UnknownFieldChange keep_field(storage::Store& store, const std::string& name) {
    if (!storage::forget_dropped(store, name)) {
        refuse_unknown("No field called " + name + " was dropped", name, storage::dropped_fields(store));
    }
    return {name, false, 0};
}

}  // namespace fanal::app
