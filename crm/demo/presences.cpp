#include "crm/demo/presences.hpp"

namespace fanal::demo {

std::string_view host_of(std::string_view address) {
    const std::size_t begin = address.find("://") + 3;
    return address.substr(begin, address.find('/', begin) - begin);
}

std::string called(const Presence& presence, Network network) {
    switch (network) {
        case Network::facebook:
            return presence.display_name;
        case Network::mastodon:
            return "@" + presence.handle + "@" + std::string(host_of(presence.remote_id));
        case Network::youtube:
        case Network::x:
            break;
    }
    return "@" + presence.handle;
}

}  // namespace fanal::demo
