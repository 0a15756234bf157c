#pragma once
#include <string_view>
#include <vector>

#include "importers/payload.hpp"
#include "models/record.hpp"

namespace fanal::importers {

/// Where a document came from, as far as it is known.
struct Origin {
    std::string_view source;  ///< the file's name, for reports
    std::string_view
        request_path;     ///< of a recorded HTTP exchange: "/api/v1/statuses/42/reblogged_by"; empty otherwise
    Instant imported_at;  ///< the date of facts whose payload has none
};

/// Receives what an importer reads. Each interaction, removal, profile, skip and reject is one record of the report.
class Sink {
  public:
    virtual ~Sink() = default;

    virtual void interaction(Record&& record) = 0;
    virtual void removal(Removal&& removal) = 0;
    /// A profile seen without an act (a list of followers, of people who reacted at a time unknown …).
    virtual void profile(ProfileSighting&& sighting) = 0;
    /// The payload itself says that this presence is ours. Not a record of its own.
    virtual void account(AccountSighting&& sighting) = 0;
    /// Sound, but nothing for us; `reason` is a few words such as "a photo album".
    virtual void skip(const Payload& at, std::string_view reason) = 0;
    /// Something for us, but broken; `reason` is a sentence on which a person can act.
    virtual void reject(const Payload& at, std::string_view reason) = 0;
};

/// How sure an importer is that a document is its network's.
enum class Recognition { no, maybe, certain };

/// One network's door: plain functions, no state. A folder importers/<network>/ whose importer.hpp declares
/// `const Importer& importer();` in fanal::importers::<network> is all that a network adds.
struct Importer {
    std::string_view network;
    /// By what is in the document, never by a file's name. Cheap.
    Recognition (*recognise)(const Payload& document, const Origin& origin);
    /// Hands every record of the document to `sink`. Throws nothing: what is broken is rejected, and the rest goes on.
    /// Reading the same document twice hands over the same records.
    void (*read)(const Payload& document, const Origin& origin, Sink& sink);
};

/// Every network of the folders of importers/, in name order.
const std::vector<const Importer*>& all_importers();

}  // namespace fanal::importers
