#pragma once
#include <set>
#include <string>
#include <unordered_map>

#include "importers/payload.hpp"

namespace fanal::importers::mastodon {

/// "https://host/@ana" stands for "https://host/users/ana"; any other address for itself.
std::string uri_of_address(std::string_view address);

/// "ana@host": `acct` as it stands, or with the host of the profile's address when it is of the server's own.
std::string full_handle(std::string_view acct, std::string_view address);

/// "https://host/users/ana" is ana@host; empty for an address that does not tell.
std::string handle_of_uri(std::string_view uri);

/// A post in a post in a post …: beyond this, nobody's server has written it.
inline constexpr std::uint32_t depth_max = 40;

/// Whether a value is a post, or a profile, of the REST API.
bool is_post(const Payload& value);
bool is_profile(const Payload& value);

/// What one document tells of the numbers of its server: which uri belongs to which. Made in one walk over the
/// document.
class Directory {
  public:
    explicit Directory(const Payload& document);

    /// The uri of a profile: its own, or the one known under its number, or made from its address. Empty for none.
    std::string profile_uri(const Payload& profile) const;

    /// The uri of the profile that has this number; empty when the document does not tell.
    std::string profile_uri(const std::string& number) const;

    /// The uri of the post that `post` answers; empty when it answers none or the document does not tell.
    std::string answered_uri(const Payload& post) const;

    /// The uri of the post with this number by the profile with that number; empty when the document does not tell.
    std::string post_uri(const std::string& number, const std::string& profile_number) const;

    /// The uri of the post at the top of the thread of the post with this number; empty when the way up leaves the
    /// document.
    std::string top_uri(const std::string& number) const;

    /// A post that is not in the document, but of which the document tells.
    void add_post(const std::string& number, const std::string& uri, const std::string& answered_number);

  private:
    struct KnownProfile {
        std::string uri;
        bool local = false;  ///< of the server's own people
    };
    struct KnownPost {
        std::string uri;
        std::string answered_number;
    };

    void walk(const Payload& value);
    void add_profile(const Payload& profile);
    void add_mentioned();

    std::unordered_map<std::string, KnownProfile> profiles_;
    std::unordered_map<std::string, KnownPost> posts_;
    std::unordered_map<std::string, std::string> mentioned_;  ///< number to address, of the server's own people
    std::string numbered_prefix_;  ///< "https://host/ap/users/", where the server makes uris of numbers
    bool named_uris_ = false;      ///< some of the server's own people have uris made of names
    mutable std::unordered_map<std::string, std::string> tops_;
};

}  // namespace fanal::importers::mastodon
