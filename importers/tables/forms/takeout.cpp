#include "importers/tables/forms/takeout.hpp"

#include <simdjson.h>

#include "importers/html_text.hpp"
#include "importers/tables/times.hpp"
#include "importers/tables/values.hpp"

namespace fanal::importers::takeout {
namespace {

const std::initializer_list<std::string_view> id_names = {"comment_id", "id_du_commentaire", "id_de_commentaire",
                                                          "identifiant_du_commentaire"};
const std::initializer_list<std::string_view> channel_names = {"channel_id", "id_de_la_chaine", "id_de_chaine",
                                                               "identifiant_de_la_chaine"};
const std::initializer_list<std::string_view> time_names = {"comment_create_timestamp",
                                                            "comment_creation_timestamp",
                                                            "comment_created",
                                                            "code_temporel_de_creation_du_commentaire",
                                                            "code_temporel_de_la_creation_du_commentaire",
                                                            "horodatage_de_creation_du_commentaire",
                                                            "date_de_creation_du_commentaire"};
const std::initializer_list<std::string_view> text_names = {"comment_text", "texte_du_commentaire",
                                                            "texte_de_commentaire"};

/// Newer exports write a text as pieces of JSON: {"text":"…"},{"mention":{…}} or {"takeoutSegments":[…]}.
class Pieces {
  public:
    std::string text(std::string_view value) {
        if (!value.starts_with('{') && !value.starts_with('[')) {
            return value.find_first_of("<&") == std::string_view::npos ? std::string(value) : html_to_text(value);
        }
        const simdjson::padded_string list(value.starts_with('[') ? std::string(value)
                                                                  : "[" + std::string(value) + "]");
        simdjson::dom::array pieces;
        if (parser_.parse(list).get(pieces) != simdjson::SUCCESS) {
            return std::string(value);  // somebody wrote a brace
        }
        std::string whole;
        for (const simdjson::dom::element piece : pieces) {
            simdjson::dom::array inner;
            if (piece["takeoutSegments"].get(inner) == simdjson::SUCCESS) {
                for (const simdjson::dom::element segment : inner) {
                    append(segment, whole);
                }
            } else {
                append(piece, whole);
            }
        }
        return whole.empty() ? std::string(value) : whole;
    }

  private:
    static void append(simdjson::dom::element piece, std::string& whole) {
        std::string_view said;
        for (const char* const path : {"/text", "/mention/displayName", "/mention/handle", "/mention/text", "/mention",
                                       "/link/linkUrl", "/link"}) {
            if (piece.at_pointer(path).get(said) == simdjson::SUCCESS) {
                whole += said;
                return;
            }
        }
    }

    simdjson::dom::parser parser_;
};

class Reader final : public RowReader {
  public:
    explicit Reader(const Table& table)
        : columns_(table),
          id_(columns_.take(id_names)),
          channel_(columns_.take(channel_names)),
          time_(columns_.take(time_names)),
          text_(columns_.take(text_names)),
          parent_(
              columns_.take({"parent_comment_id", "id_du_commentaire_parent", "identifiant_du_commentaire_parent"})),
          top_(columns_.take({"top_level_comment_id", "id_du_commentaire_de_premier_niveau",
                              "id_du_commentaire_de_niveau_superieur"})),
          video_(columns_.take({"video_id", "id_de_la_video", "id_video", "identifiant_de_la_video"})),
          post_(columns_.take({"post_id", "id_du_post", "id_de_la_publication"})),
          times_(table, time_) {}

    void read(const Row& row, RowSink& sink) override {
        const auto occurred_at = times_.read(row[time_]);
        const std::string id = plain_id(row[id_]);
        if (id.empty() || !occurred_at) {
            sink.reject(id.empty()
                            ? std::string("This comment has no id.")
                            : "The time is " + quoted_value(row[time_]) + ", which is no time that we can read.");
            return;
        }
        Record record;
        record.kind = InteractionKind::comment;
        // The API tells of the same comment without its microseconds.
        record.occurred_at.ms = occurred_at->ms - occurred_at->ms % ms_per_second;
        record.remote_id = id;
        record.profile.network = "youtube";
        record.profile.remote_id = plain_id(row[channel_]);
        record.profile.observed_at = record.occurred_at;
        record.post_remote_id = plain_id(row[video_].empty() ? row[post_] : row[video_]);
        const std::string parent = plain_id(row[parent_].empty() ? row[top_] : row[parent_]);
        record.in_reply_to_remote_id = parent.empty() || parent == id ? record.post_remote_id : parent;
        record.text = pieces_.text(row[text_]);
        if (!row[video_].empty()) {
            record.url = "https://www.youtube.com/watch?v=" + record.post_remote_id + "&lc=" + id;
        }
        record.extra = columns_.extra(row);
        if (record.profile.remote_id != owner_ && !record.profile.remote_id.empty()) {
            owner_ = record.profile.remote_id;
            sink.account({"youtube", owner_, {}, {}});
        }
        sink.interaction(std::move(record));
    }

    void finish(RowSink& sink) override { times_.tell(sink); }

  private:
    Columns columns_;
    std::size_t id_, channel_, time_, text_, parent_, top_, video_, post_;
    TimeReader times_;
    Pieces pieces_;
    std::string owner_;
};

bool recognise(const Table& table) {
    return table.column(id_names) != Row::none && table.column(channel_names) != Row::none &&
           table.column(time_names) != Row::none && table.column(text_names) != Row::none;
}

std::unique_ptr<RowReader> open(const Table& table) {
    return std::make_unique<Reader>(table);
}

}  // namespace

const Form& form() {
    static constexpr Form it = {"YouTube Takeout", "tables", recognise, open};
    return it;
}

}  // namespace fanal::importers::takeout
