#include "importers/facebook/export_items.hpp"

#include <utility>

#include "importers/mojibake.hpp"

namespace fanal::importers::facebook {

std::string meant(const Payload& text) {
    return text.is_text() ? without_mojibake(text.view()) : std::string();
}

std::optional<Instant> told_at(const Payload& time) {
    return time.integer() == 0 ? std::nullopt : time.instant();
}

std::string id_of_name(const std::string& name) {
    return name.empty() ? name : "name:" + name;
}

ProfileSighting owner_named(const std::string& name, Instant observed_at, Reading& reading) {
    ProfileSighting owner = reading.profile(id_of_name(name), observed_at);
    owner.display_name = name;
    reading.account(owner.remote_id, {}, name);
    return owner;
}

void name_by_content(Record& record, std::string_view more) {
    std::string author = std::exchange(record.profile.remote_id, {});
    const std::size_t size = record.text.size();
    record.text.append(more);
    std::string id = derived_remote_id(record);
    record.text.resize(size);
    record.remote_id = std::move(id);
    record.profile.remote_id = std::move(author);
}

std::string_view file_name(std::string_view path) {
    return path.substr(path.rfind('/') + 1);
}

}  // namespace fanal::importers::facebook
