#include <algorithm>
#include <array>

#include "importers/canonical/fields.hpp"
#include "importers/tables/columns.hpp"
#include "importers/tables/times.hpp"
#include "importers/tables/values.hpp"

namespace fanal::importers {
namespace {

using canonical::Field;

struct KindWord {
    std::string_view word;
    InteractionKind kind;
};

constexpr std::array kind_words = {
    KindWord{"comment", InteractionKind::comment},
    KindWord{"commentaire", InteractionKind::comment},
    KindWord{"reply", InteractionKind::comment},
    KindWord{"reponse", InteractionKind::comment},
    KindWord{"review", InteractionKind::mention},
    KindWord{"avis", InteractionKind::mention},
    KindWord{"mention", InteractionKind::mention},
    KindWord{"message", InteractionKind::message},
    KindWord{"private_message", InteractionKind::message},
    KindWord{"message_prive", InteractionKind::message},
    KindWord{"dm", InteractionKind::message},
    KindWord{"direct_message", InteractionKind::message},
    KindWord{"post", InteractionKind::post},
    KindWord{"publication", InteractionKind::post},
    KindWord{"tweet", InteractionKind::post},
    KindWord{"retweet", InteractionKind::reshare},
    KindWord{"share", InteractionKind::reshare},
    KindWord{"partage", InteractionKind::reshare},
    KindWord{"reshare", InteractionKind::reshare},
    KindWord{"quote", InteractionKind::quote},
    KindWord{"citation", InteractionKind::quote},
    KindWord{"like", InteractionKind::reaction},
    KindWord{"reaction", InteractionKind::reaction},
    KindWord{"follow", InteractionKind::follow},
    KindWord{"abonnement", InteractionKind::follow},
};

bool names_an_id(Field field) {
    return field == Field::remote_id || field == Field::profile_remote_id || field == Field::post_remote_id ||
           field == Field::in_reply_to_remote_id || field == Field::to_profile_remote_id;
}

/// Reads rows by the columns that somebody gave or that were guessed.
class MappedReader final : public RowReader {
  public:
    MappedReader(const Table& table, const ColumnMap& map)
        : columns_(table), network_(table.as_network), times_(table, time_column(table, map)) {
        for (const MappedColumn& mapped : map) {
            const auto field = canonical::parse_field(mapped.field);
            const std::size_t column = column_of(table, mapped.column);
            if (!field || column == Row::none) {
                continue;
            }
            columns_.use(column);
            fields_.push_back({*field, column});
            const std::string name = folded_heading(mapped.column);
            if (*field == Field::remote_id && (name == "post_id" || name == "status_id" || name == "tweet_id")) {
                kind_ = InteractionKind::post;
            } else if (*field == Field::url) {
                link_column_ = column;
            }
        }
        if (network_.empty()) {
            network_ = guess_columns(table).network;
        }
        link_tells_network_ = network_.empty() || network_ == "several";
    }

    void read(const Row& row, RowSink& sink) override {
        canonical::FlatRecord record;
        record.set(Field::kind, to_text(kind_));
        std::string network = link_tells_network_ ? std::string(network_of_link(row[link_column_])) : network_;
        for (const auto& [field, column] : fields_) {
            const std::string_view value = row[column];
            if (field == Field::network) {
                network = value.empty() ? network : network_of_word(value);
            } else if (field == Field::url) {
                continue;  // of our own records it is the person's; of other people's tables, of what was said
            } else if (const auto sentence = take(record, field, value)) {
                sink.reject(*sentence);
                return;
            }
        }
        if (network.empty()) {
            sink.reject("Nothing says which network this row is from.");
            return;
        }
        record.set(Field::network, network);
        record.set_extra(columns_.extra(row));
        auto result = record.finish(true);
        if (auto* whole = std::get_if<Record>(&result)) {
            whole->url = plain_link(row[link_column_]);
            sink.interaction(std::move(*whole));
        } else if (auto* removal = std::get_if<Removal>(&result)) {
            sink.removal(std::move(*removal));
        } else {
            sink.reject(std::get<std::string>(result));
        }
    }

    void finish(RowSink& sink) override {
        times_.tell(sink);
        if (ruined_count_ > 0) {
            sink.note(std::to_string(ruined_count_) + " ids such as " + quoted_value(ruined_) +
                      " were ruined by a spreadsheet and are not used: rows are told apart by what they say.");
        }
    }

  private:
    struct Use {
        Field field;
        std::size_t column;
    };

    static std::size_t column_of(const Table& table, const std::string& heading) {
        const auto exact = std::find(table.header.begin(), table.header.end(), heading);
        return exact != table.header.end() ? static_cast<std::size_t>(exact - table.header.begin())
                                           : table.column({folded_heading(heading)});
    }

    static std::size_t time_column(const Table& table, const ColumnMap& map) {
        for (const MappedColumn& mapped : map) {
            if (mapped.field == "occurred_at") {
                return column_of(table, mapped.column);
            }
        }
        return Row::none;
    }

    std::optional<std::string> take(canonical::FlatRecord& record, Field field, std::string_view value) {
        if (value.empty()) {
            return std::nullopt;
        }
        if (names_an_id(field)) {
            if (is_ruined_id(value)) {
                ruined_ = ruined_count_++ == 0 ? std::string(value) : ruined_;
                return std::nullopt;
            }
            return record.set(field, plain_id(value));
        }
        switch (field) {
            case Field::occurred_at: {
                const auto instant = times_.read(value);
                return instant ? record.set_occurred_at(*instant)
                               : std::optional("The time is " + quoted_value(value) +
                                               ", which is no time that we can read; write 2026-11-23T18:30:00Z.");
            }
            case Field::kind: {
                const std::string word = folded_heading(value);
                const auto known = std::find_if(kind_words.begin(), kind_words.end(),
                                                [&](const KindWord& one) { return one.word == word; });
                return known == kind_words.end() ? std::nullopt : record.set(Field::kind, to_text(known->kind));
            }
            case Field::followers_count: {
                const auto count = plain_count(value);
                return count ? record.set(field, std::to_string(*count)) : std::nullopt;
            }
            case Field::handle:
            case Field::to_handle:
                return record.set(field, plain_handle(value));
            case Field::display_name:
                return record.set(value.starts_with('@') ? Field::handle : field, plain_handle(value));
            default:
                return record.set(field, value);
        }
    }

    Columns columns_;
    std::string network_;
    TimeReader times_;
    std::vector<Use> fields_;
    std::size_t link_column_ = Row::none;
    InteractionKind kind_ = InteractionKind::comment;
    bool link_tells_network_ = false;
    std::int64_t ruined_count_ = 0;
    std::string ruined_;
};

}  // namespace

std::unique_ptr<RowReader> open_mapped(const Table& table, const ColumnMap& columns) {
    return std::make_unique<MappedReader>(table, columns);
}

}  // namespace fanal::importers
