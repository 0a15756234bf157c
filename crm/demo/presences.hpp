#pragma once
#include <array>
#include <string>
#include <string_view>

#include "crm/demo/crowd.hpp"

namespace fanal::demo {

/// The bar's own presence on one network.
struct OurPresence {
    std::string_view remote_id;
    std::string_view handle;
    std::string_view url;
    std::string_view called;  ///< how somebody writes its name there
};

constexpr std::string_view our_name = "La Cale Bavarde";
constexpr std::string_view our_mastodon_server = "https://gironde.example";
constexpr std::string_view our_mastodon_number = "109381472216640023";

constexpr std::array<OurPresence, 4> our_presences = {{
    {"104857230911842", "lacalebavarde", "https://www.facebook.com/lacalebavarde", our_name},
    {"UCLaCaleBavardeBordeaux0", "lacalebavarde", "https://www.youtube.com/@lacalebavarde", "@lacalebavarde"},
    {"https://gironde.example/users/lacalebavarde", "lacalebavarde", "https://gironde.example/@lacalebavarde",
     "@lacalebavarde@gironde.example"},
    {"1583920471862034433", "lacalebavarde", "https://x.com/lacalebavarde", "@lacalebavarde"},
}};

/// The bar's presence on `network`.
constexpr const OurPresence& us_on(Network network) {
    return our_presences[static_cast<std::size_t>(network)];
}

/// How somebody on `network` writes a fan's name to call them: "Camille Dupuy", "@cdupuy33",
/// "@cdupuy33@mouettes.example".
std::string called(const Presence& presence, Network network);

/// "mouettes.example", of a Mastodon remote id or address.
std::string_view host_of(std::string_view address);

}  // namespace fanal::demo
