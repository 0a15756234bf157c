#pragma once
#include <concepts>
#include <set>
#include <string>
#include <string_view>

#include "importers/importer.hpp"
#include "importers/known_fields.hpp"

namespace fanal::importers {

/// The reading of one document by one importer: where it came from, who receives what is found, and what was already
/// told.
class Reading {
  public:
    Reading(std::string_view network, const KnownFields& known_fields, const Origin& origin, Sink& sink)
        : network_(network), known_fields_(known_fields), origin_(origin), sink_(sink) {}

    const Origin& origin() const { return origin_; }
    Sink& sink() const { return sink_; }

    /// A sighting of a profile of this network; `remote_id` may be empty for somebody unknown.
    ProfileSighting profile(std::string remote_id, Instant observed_at) const;
    /// A record of this network by nobody yet.
    Record record(InteractionKind kind, Instant occurred_at) const;
    /// A removal of this network.
    Removal removal(std::string remote_id, Instant removed_at) const;
    /// The removal of a toggle, or of anything else that its network does not name.
    Removal removal(const Record& record, Instant removed_at) const;

    /// Hands over a record, with those members of the objects which tell it that its network does not document.
    template <std::same_as<Payload>... Objects>
    void interaction(Record&& record, const Objects&... objects) const {
        (keep_unknown(objects, record.extra), ...);
        sink_.interaction(std::move(record));
    }

    /// Tells once that a presence is ours; again only when more of its names are known. An empty id tells nothing.
    void account(const std::string& remote_id, const std::string& handle = {}, const std::string& display_name = {});
    bool is_account(const std::string& remote_id) const { return accounts_.contains(remote_id); }

  private:
    void keep_unknown(const Payload& object, std::string& extra) const;

    std::string_view network_;
    const KnownFields& known_fields_;
    const Origin& origin_;
    Sink& sink_;
    std::set<std::string> accounts_;
    std::set<std::string> named_accounts_;
};

/// The instant that a record's version has: of its edit, or of the act. What it says of its profile was so then.
Instant version_at(const Record& record);

}  // namespace fanal::importers
