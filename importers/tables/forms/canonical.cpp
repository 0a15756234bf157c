#include "importers/tables/forms/canonical.hpp"

#include <algorithm>

#include "importers/canonical/fields.hpp"
#include "importers/tables/values.hpp"

namespace fanal::importers::canonical {
namespace {

class Reader final : public RowReader {
  public:
    explicit Reader(const Table& table) : columns_(table) {
        for (std::size_t i = 0; i < table.header.size(); ++i) {
            if (const auto field = parse_field(table.header[i])) {
                fields_.push_back({*field, i});
                columns_.use(i);
            }
        }
    }

    void read(const Row& row, RowSink& sink) override {
        FlatRecord record;
        for (const auto& [field, column] : fields_) {
            if (const auto sentence = record.set(field, row[column])) {
                sink.reject(*sentence);
                return;
            }
        }
        if (std::string extra = columns_.extra(row); !extra.empty()) {
            record.set_extra(std::move(extra));
        }
        auto result = record.finish();
        if (auto* whole = std::get_if<Record>(&result)) {
            sink.interaction(std::move(*whole));
        } else if (auto* removal = std::get_if<Removal>(&result)) {
            sink.removal(std::move(*removal));
        } else {
            sink.reject(std::get<std::string>(result));
        }
    }

  private:
    struct Use {
        Field field;
        std::size_t column;
    };

    Columns columns_;
    std::vector<Use> fields_;
};

bool recognise(const Table& table) {
    return std::all_of(required_fields.begin(), required_fields.end(), [&](Field field) {
        return std::find(table.header.begin(), table.header.end(), to_text(field)) != table.header.end();
    });
}

std::unique_ptr<RowReader> open(const Table& table) {
    return std::make_unique<Reader>(table);
}

}  // namespace

const Form& form() {
    static constexpr Form canonical_form = {"Fanal's own columns", "canonical", recognise, open};
    return canonical_form;
}

}  // namespace fanal::importers::canonical
