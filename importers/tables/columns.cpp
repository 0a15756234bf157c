#include "importers/tables/columns.hpp"

#include <algorithm>
#include <array>

#include "importers/canonical/fields.hpp"
#include "importers/tables/times.hpp"
#include "importers/tables/values.hpp"

namespace fanal::importers {
namespace {

using canonical::Field;

/// The folded headings under which exports keep a field, the surest first.
struct Synonyms {
    Field field;
    std::string_view names;  ///< with a blank around each
};

// The order counts: a heading is used once, by the first field that wants it.
constexpr std::array synonyms = {
    Synonyms{Field::occurred_at,
             " occurred_at created_at date_heure date_et_heure date_time datetime created_time post_created timestamp "
             "horodatage published_at date_de_publication date_publication publish_time publie_le published posted_at "
             "posted date_du_commentaire comment_date date_du_message message_date date_creation date_de_creation "
             "cree_le created sent_at envoye_le recu_le received_at comment_published tweet_created date time heure "
             "jour opened_at "},
    Synonyms{Field::text,
             " text texte comment_text texte_du_commentaire commentaire comment comments commentaires message "
             "message_text texte_du_message full_text contenu content verbatim avis review body corps post_message "
             "status_message comment_message post_text tweet caption legende publication snippet extrait description "},
    Synonyms{Field::handle,
             " handle username user_name nom_d_utilisateur nom_utilisateur screen_name pseudo pseudonyme "
             "author_username author_handle auteur_pseudo login identifiant_de_l_auteur "},
    Synonyms{Field::display_name,
             " display_name author auteur author_name nom_auteur nom_de_l_auteur auteur_du_commentaire comment_author "
             "full_name nom_complet sender sender_name expediteur nom name from de utilisateur user profile profil "
             "client customer "},
    Synonyms{Field::profile_remote_id,
             " profile_remote_id author_id user_id profile_id id_auteur id_de_l_auteur id_utilisateur id_profil "
             "id_du_profil from_id sender_id author_channel_id channel_id page_id id_de_la_page "},
    Synonyms{Field::remote_id,
             " remote_id comment_id id_commentaire id_du_commentaire message_id id_message id_du_message tweet_id "
             "status_id post_id id_de_publication id_de_la_publication id identifiant uid "},
    Synonyms{
        Field::network,
        " network reseau reseau_social social_network platform plateforme network_name canal channel site source "},
    Synonyms{Field::kind, " kind type message_type type_de_message content_type type_de_contenu nature "},
    Synonyms{Field::url,
             " url permalink permalien lien_permanent lien_du_message lien_du_commentaire comment_url message_url "
             "post_url tweet_url link lien adresse "},
    Synonyms{Field::post_remote_id,
             " post_remote_id post_id id_du_post id_publication id_de_publication video_id media_id thread_id "
             "conversation_id "},
    Synonyms{Field::in_reply_to_remote_id,
             " in_reply_to_remote_id in_reply_to in_reply_to_id parent_id id_parent parent_comment_id "
             "in_reply_to_status_id in_response_to_tweet_id en_reponse_a reply_to "},
    Synonyms{Field::followers_count,
             " followers_count followers abonnes nombre_d_abonnes author_followers nb_abonnes follower_count "},
    Synonyms{Field::place, " place location lieu ville city pays country localisation user_location tweet_location "},
    Synonyms{Field::language, " language langue lang langage "},
    Synonyms{Field::reaction, " reaction reaction_type type_de_reaction "},
    Synonyms{Field::to_handle, " to_handle destinataire recipient "},
};

/// The first heading of these that the table has and nobody took.
std::size_t best_column(const Table& table, std::string_view names, const std::vector<bool>& taken) {
    for (std::size_t at = 1; at < names.size();) {
        const std::size_t end = names.find(' ', at);
        const std::size_t column = table.column({names.substr(at, end - at)});
        if (column != Row::none && !taken[column]) {
            return column;
        }
        at = end + 1;
    }
    return Row::none;
}

std::string example(const Table& table, std::size_t column) {
    for (const auto& row : table.first_rows) {
        if (column < row.size() && !row[column].empty()) {
            return row[column];
        }
    }
    return {};
}

/// Whether at least half of the column's values are times; the rows of the others are rejected one by one.
bool holds_times(const Table& table, std::size_t column) {
    TimeReader times(table, column);
    std::size_t sound = 0, all = 0;
    for (const auto& row : table.first_rows) {
        if (column < row.size() && !row[column].empty()) {
            ++all;
            sound += times.read(row[column]) ? 1 : 0;
        }
    }
    return sound * 2 >= all;
}

/// The network of which all links of a column are that belong to one; "several" when each row has its own.
std::string network_of_links(const Table& table, std::size_t column) {
    std::string network;
    bool several = false, strangers = false;
    for (const auto& row : table.first_rows) {
        if (column >= row.size() || row[column].empty()) {
            continue;
        }
        const std::string_view one = network_of_link(row[column]);
        strangers = strangers || one.empty();
        several = several || (!network.empty() && !one.empty() && one != network);
        network = one.empty() ? network : std::string(one);
    }
    return !several ? network : strangers ? "" : "several";
}

std::string network_of(const Table& table, const ColumnMap& columns) {
    if (!table.as_network.empty()) {
        return std::string(table.as_network);
    }
    std::string network;
    for (const MappedColumn& mapped : columns) {
        const std::size_t column = table.column({folded_heading(mapped.column)});
        if (mapped.field == "url" && network.empty()) {
            network = network_of_links(table, column);
        }
        // Only one network calls anything so.
        if (folded_heading(mapped.column).starts_with("tweet_")) {
            network = "x";
        }
    }
    return network;
}

bool maps(const ColumnMap& columns, std::string_view field) {
    return std::any_of(columns.begin(), columns.end(), [&](const MappedColumn& one) { return one.field == field; });
}

std::string doubt_of(const Table& table, const ColumnGuess& guess) {
    if (!maps(guess.columns, "occurred_at")) {
        return "No heading here is known to stand above the time.";
    }
    if (!maps(guess.columns, "text")) {
        return "No heading here is known to stand above the text.";
    }
    if (guess.network.empty() && !maps(guess.columns, "network")) {
        return "Nothing says which network the rows are from.";
    }
    for (const MappedColumn& mapped : guess.columns) {
        const std::size_t column = table.column({folded_heading(mapped.column)});
        if (mapped.field == "occurred_at" && !holds_times(table, column)) {
            return "The column \"" + mapped.column + "\" has values that are no times, such as " +
                   quoted_value(example(table, column)) + ".";
        }
    }
    return {};
}

}  // namespace

std::size_t headings_in(const Table& table) {
    std::vector<bool> taken(table.header.size(), false);
    std::size_t count = 0;
    for (const Synonyms& one : synonyms) {
        const std::size_t column = best_column(table, one.names, taken);
        if (column != Row::none) {
            taken[column] = true;
            ++count;
        }
    }
    return count;
}

ColumnGuess guess_columns(const Table& table) {
    ColumnGuess guess;
    guess.header = table.header;
    std::vector<bool> taken(table.header.size(), false);
    for (const Synonyms& one : synonyms) {
        const std::size_t column = best_column(table, one.names, taken);
        if (column == Row::none) {
            continue;
        }
        // "Source" and "Type" name many things: they are columns of ours when their values say so.
        if (one.field == Field::network && network_of_word(example(table, column)).empty()) {
            continue;
        }
        taken[column] = true;
        guess.columns.push_back({std::string(canonical::to_text(one.field)), table.header[column]});
        guess.examples.push_back(example(table, column));
    }
    guess.network = maps(guess.columns, "network") ? "" : network_of(table, guess.columns);
    guess.doubt = doubt_of(table, guess);
    return guess;
}

std::string missing_in(const Table& table, const ColumnMap& columns) {
    for (const MappedColumn& mapped : columns) {
        if (std::find(table.header.begin(), table.header.end(), mapped.column) == table.header.end() &&
            table.column({folded_heading(mapped.column)}) == Row::none) {
            return "This table has no column \"" + mapped.column + "\".";
        }
    }
    if (!maps(columns, "occurred_at")) {
        return "The column with the time is needed too: --map occurred_at=COLUMN.";
    }
    if (network_of(table, columns).empty() && !maps(columns, "network")) {
        return "Nothing says which network the rows of this table are from: add --as NETWORK.";
    }
    return {};
}

ColumnMap parse_column_map(std::string_view text, std::string& problem) {
    ColumnMap columns;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(',', begin), text.size());
        const std::string_view part = text.substr(begin, end - begin);
        const std::size_t sign = part.find('=');
        const std::string_view field = part.substr(0, std::min(sign, part.size()));
        if (sign != std::string_view::npos && canonical::parse_field(field)) {
            if (maps(columns, field)) {
                problem = "--map gives " + std::string(field) + " twice.";
                return {};
            }
            columns.push_back({std::string(field), std::string(part.substr(sign + 1))});
        } else if (!columns.empty() && sign == std::string_view::npos) {
            columns.back().column += "," + std::string(part);
        } else {
            problem = "--map takes FIELD=COLUMN,…, such as occurred_at=Date,text=Commentaire; there is no field " +
                      quoted_value(field) + ".";
            return {};
        }
        begin = end + 1;
    }
    for (const MappedColumn& mapped : columns) {
        if (mapped.column.empty()) {
            problem = "--map names no column for " + mapped.field + ".";
            return {};
        }
    }
    return columns;
}

}  // namespace fanal::importers
