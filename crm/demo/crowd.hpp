#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "crm/demo/random.hpp"

namespace fanal::demo {

enum class Network : unsigned char { facebook, youtube, mastodon, x };
constexpr std::array<std::string_view, 4> network_names = {"facebook", "youtube", "mastodon", "x"};

enum class Language : unsigned char { fr, en, es, ar, eu };
constexpr std::array<std::string_view, 5> language_names = {"fr", "en", "es", "ar", "eu"};

enum class Temper : unsigned char { ordinary, warm, critical, spammer };

/// How somebody types.
struct Style {
    bool greets = false;         ///< begins with "Bonjour," and ends with thanks
    bool lower_case = false;     ///< no capitals at all
    bool drops_accents = false;  ///< "deja", "ete"
    bool drops_stop = false;     ///< no full stop at the end
    bool abbreviates = false;    ///< "svp", "bcp", "qqn"
    bool exclaims = false;       ///< "!!!"
    int emoji_permille = 0;      ///< how often a line ends with one
};

/// Another network's page that somebody names on their own.
enum class Vouching : unsigned char {
    none,
    one_way,  ///< the Mastodon account names the other, which does not name it back
    mutual,   ///< each names the other, and Mastodon has verified it
};

/// One person of the demo, wherever they are present.
struct Fan {
    std::int64_t number = 0;
    Language language = Language::fr;
    Temper temper = Temper::ordinary;
    Style style;
    std::string first_name;
    std::string last_name;
    std::string place;
    std::string handle;  ///< on most networks
    std::string other_handle;
    unsigned networks = 0;  ///< one bit for each Network
    Vouching vouching = Vouching::none;
    std::int64_t followers_count = 0;

    bool on(Network network) const { return networks >> static_cast<unsigned>(network) & 1; }
};

/// What a network shows of somebody.
struct Presence {
    std::string remote_id;
    std::string handle;  ///< none on Facebook
    std::string display_name;
    std::string url;
    std::string bio;    ///< plain text
    std::string place;  ///< X alone asks for it
    std::int64_t followers_count = 0;
    std::string vouched_url;  ///< of the same person's page on another network, listed in its own field; Mastodon alone
    std::string vouched_name;  ///< of that field
    bool vouched_verified = false;
};

/// Everybody. A fan is computed from the seed and the fan's number whenever it is asked for, so that any number of them
/// takes up next to no memory; fans with small numbers are the active ones. Not for two threads at once.
class Crowd {
  public:
    Crowd(std::uint64_t seed, std::int64_t fans_count);

    std::int64_t size() const { return fans_count_; }
    std::int64_t size_on(Network network) const { return counts_[static_cast<std::size_t>(network)]; }
    /// Cheap: nothing else of the fan is computed.
    bool is_on(std::int64_t number, Network network) const;
    Fan fan(std::int64_t number) const;
    Presence presence(const Fan& fan, Network network) const;
    /// Somebody on `network`, the active ones far more often; -1 when the network has nobody.
    std::int64_t draw(Network network, Random& random) const;

  private:
    unsigned networks_of(std::int64_t number) const;
    Fan without_handles(std::int64_t number) const;
    std::string remote_id(const Fan& fan, Network network, const std::string& handle) const;
    std::string handle_on(const Fan& fan, Network network) const;
    std::string url_on(const Fan& fan, Network network) const;
    void add_vouching(const Fan& fan, Network network, Presence& presence) const;

    std::uint64_t seed_;
    std::int64_t fans_count_;
    std::array<std::int64_t, 4> counts_{};
    /// What is appended to a fan's two handles so that nobody else has them; 0 for nothing.
    std::vector<std::array<std::uint32_t, 2>> handle_suffixes_;
};

/// "Ug…", "UC…" and such: `length` characters of base 64 that differ whenever `number` does. `length` is 11 or more.
std::string base64_id(std::uint64_t number, std::size_t length, std::uint64_t key);

/// Where the Mastodon account of fan `number` lives: "https://mouettes.example".
std::string_view mastodon_server(std::int64_t number);

}  // namespace fanal::demo
