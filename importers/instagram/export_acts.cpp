#include "importers/instagram/export_acts.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <utility>

#include "importers/facebook/export_items.hpp"
#include "importers/instagram/people.hpp"
#include "importers/mojibake.hpp"

namespace fanal::importers::instagram {
namespace {

using facebook::meant;
using facebook::name_by_content;
using facebook::told_at;

constexpr const char* undated = "This item has no timestamp that is a time: ask for the export anew, as JSON.";

/// The keys are in the person's language; what is not found under one of these is told by its place.
constexpr std::array<std::string_view, 8> comment_keys = {"Comment",  "Commentaire", "Kommentar", "Comentario",
                                                          "Commento", "Comentário",  "Reactie",   "Opmerking"};
constexpr std::array<std::string_view, 9> handle_keys = {"Username",        "Nom d’utilisateur", "Nom d'utilisateur",
                                                         "Benutzername",    "Nombre de usuario", "Nome utente",
                                                         "Nome de usuário", "Gebruikersnaam",    "Brugernavn"};
constexpr std::array<std::string_view, 6> name_keys = {"Name", "Nom", "Nombre", "Nome", "Naam", "Navn"};

/// Whether a key, which may be broken as texts are, is one of some.
bool is_one_of(std::string_view key, std::span<const std::string_view> keys) {
    return std::find(keys.begin(), keys.end(), without_mojibake(key)) != keys.end();
}

/// The value in an item's map under one of some keys; empty when there is none.
std::string value_of(const Payload& item, std::span<const std::string_view> keys) {
    std::string found;
    item["string_map_data"].each_member([&](std::string_view key, const Payload& member) {
        if (found.empty() && is_one_of(key, keys)) {
            found = meant(member["value"]);
        }
    });
    return found;
}

/// What an item says, in whichever of the two layouts.
struct Said {
    std::string text;
    std::string handle;  ///< whose post it is about
    std::string url;
    std::optional<Instant> at;
};

Said said_in_map(const Payload& item) {
    Said said;
    bool named = false;
    item["string_map_data"].each_member([&](std::string_view key, const Payload& member) {
        if (!said.at) {
            said.at = told_at(member["timestamp"]);
        }
        std::string value = meant(member["value"]);
        if (value.empty()) {
            return;
        }
        if (!named && is_one_of(key, comment_keys)) {
            named = true;
            said.handle = std::exchange(said.text, std::move(value));
        } else if (said.text.empty()) {
            said.text = std::move(value);
        } else if (said.handle.empty()) {
            said.handle = std::move(value);
        }
    });
    return said;
}

/// The handle in "https://www.instagram.com/HANDLE" or "…/_u/HANDLE".
std::string handle_in(std::string_view address) {
    address = address.substr(0, address.find('?'));
    while (address.ends_with('/')) {
        address.remove_suffix(1);
    }
    return std::string(facebook::file_name(address));
}

/// An address without its query, in which a signature may stand.
std::string address_of(const Payload& entry) {
    const std::string_view address = entry["href"].view();
    return std::string(address.substr(0, address.find('?')));
}

/// Calls `visit(entry, at)` for each dated entry of an item's list.
template <class Visit>
void each_entry(const Payload& item, Reading& reading, Visit&& visit) {
    const Payload list = item["string_list_data"];
    if (!list.first().exists()) {
        reading.sink().skip(item, "an item that the export leaves empty");
    }
    list.each([&](const Payload& entry) {
        if (const auto at = told_at(entry["timestamp"])) {
            visit(entry, *at);
        } else {
            reading.sink().reject(entry, undated);
        }
    });
}

void hand_over_comment(const Said& said, const Payload& item, Reading& reading) {
    if (!said.at) {
        reading.sink().reject(item, undated);
        return;
    }
    Record record = reading.record(InteractionKind::comment, *said.at);
    record.text = said.text;
    record.to_handle = said.handle;
    name_by_content(record);
    reading.interaction(std::move(record), item);
}

void hand_over_reaction(const Said& said, const Payload& item, Reading& reading) {
    if (!said.at) {
        reading.sink().reject(item, undated);
        return;
    }
    Record record = reading.record(InteractionKind::reaction, *said.at);
    record.reaction = "like";
    record.to_handle = said.handle;
    record.url = said.url;
    reading.interaction(std::move(record), item);
}

void hand_over_post(std::string text, std::optional<Instant> at, std::string_view path, const Payload& item,
                    Reading& reading) {
    if (!at) {
        reading.sink().reject(item, undated);
        return;
    }
    Record record = reading.record(InteractionKind::post, *at);
    record.text = std::move(text);
    name_by_content(record, facebook::file_name(path));
    reading.interaction(std::move(record), item);
}

Payload element_at(const Payload& list, std::size_t wanted) {
    Payload found = list["nothing"];
    std::size_t index = 0;
    list.each([&](const Payload& one) { found = index++ == wanted ? one : found; });
    return found;
}

}  // namespace

void read_exported_comment(const Payload& item, Reading& reading) {
    if (item["string_map_data"].is_object()) {
        hand_over_comment(said_in_map(item), item, reading);
        return;
    }
    each_entry(item, reading, [&](const Payload& entry, Instant at) {
        hand_over_comment({meant(entry["value"]), meant(item["title"]), {}, at}, entry, reading);
    });
}

void read_exported_reaction(const Payload& item, Reading& reading) {
    each_entry(item, reading, [&](const Payload& entry, Instant at) {
        const std::string title = meant(item["title"]);
        hand_over_reaction({{}, title.empty() ? meant(entry["value"]) : title, address_of(entry), at}, entry, reading);
    });
}

void read_follower(const Payload& item, Reading& reading) {
    each_entry(item, reading, [&](const Payload& entry, Instant at) {
        Record record = reading.record(InteractionKind::follow, at);
        record.profile.handle = entry["value"].is_text() ? meant(entry["value"]) : handle_in(entry["href"].view());
        reading.interaction(std::move(record), entry);
    });
}

void read_followed(const Payload& item, Reading& reading) {
    each_entry(item, reading, [&](const Payload& entry, Instant at) {
        Record record = reading.record(InteractionKind::follow, at);
        const std::string title = meant(item["title"]);
        const Payload value = entry["value"];
        record.to_handle = !title.empty() ? title : value.is_text() ? meant(value) : handle_in(entry["href"].view());
        reading.interaction(std::move(record), entry);
    });
}

void read_exported_post(const Payload& item, Reading& reading) {
    const Payload post = item["media"].is_array() ? item["media"].first() : item;
    const auto own_time = told_at(item["creation_timestamp"]);
    const std::string own_text = meant(item["title"]);
    hand_over_post(own_text.empty() ? meant(post["title"]) : own_text,
                   own_time ? own_time : told_at(post["creation_timestamp"]), post["uri"].view(), item, reading);
}

void read_exported_owner(const Payload& item, Reading& reading) {
    ProfileSighting owner = reading.profile({}, reading.origin().imported_at);
    const bool old = item["username"].is_text();
    owner.handle = old ? meant(item["username"]) : value_of(item, handle_keys);
    owner.display_name = old ? meant(item["name"]) : value_of(item, name_keys);
    owner.bio = meant(item["biography"]);
    if (owner.handle.empty()) {
        reading.sink().skip(item, "a profile without its handle");
        return;
    }
    tell_account(owner, reading);
    reading.sink().profile(std::move(owner));
}

void read_old_comment(const Payload& item, Reading& reading) {
    hand_over_comment({meant(element_at(item, 1)), meant(element_at(item, 2)), {}, item.first().instant()}, item,
                      reading);
}

void read_old_reaction(const Payload& item, Reading& reading) {
    hand_over_reaction({{}, meant(element_at(item, 1)), {}, item.first().instant()}, item, reading);
}

void read_old_follow(std::string_view handle, const Payload& time, bool of_owner, Reading& reading) {
    const auto at = time.instant();
    if (!at) {
        reading.sink().reject(time, undated);
        return;
    }
    Record record = reading.record(InteractionKind::follow, *at);
    (of_owner ? record.to_handle : record.profile.handle) = handle;
    reading.sink().interaction(std::move(record));
}

void read_old_picture(const Payload& item, Reading& reading) {
    hand_over_post(meant(item["caption"]), item["taken_at"].instant(), item["path"].view(), item, reading);
}

void read_old_conversation(const Payload& item, Reading& reading) {
    const std::string one = meant(item["participants"].first());
    const std::string other = meant(element_at(item["participants"], 1));
    const bool of_two = !other.empty() && !element_at(item["participants"], 2).exists();
    if (!item["conversation"].first().exists()) {
        reading.sink().skip(item, "a thread without messages");
    }
    item["conversation"].each([&](const Payload& message) {
        const auto sent_at = message["created_at"].instant();
        if (!sent_at) {
            reading.sink().reject(message, "This message has no created_at that is a time: ask for the export anew.");
            return;
        }
        Record record = reading.record(InteractionKind::message, *sent_at);
        record.is_private = true;
        record.profile.handle = meant(message["sender"]);
        record.text = meant(message["text"]);
        if (of_two) {
            record.to_handle = record.profile.handle == one ? other : one;
        }
        name_by_content(record);
        reading.interaction(std::move(record), message);
    });
}

}  // namespace fanal::importers::instagram
