#include "crm/storage/naming_rows.hpp"

namespace fanal::storage {

std::vector<ProfileNaming> profile_namings(Store& store, const std::string& network) {
    // The value seen last is the current one; ties fall to the larger value, whatever the order of rows.
    Statement all = store.database().prepare(
        "SELECT p.profile_id, p.remote_id, f.field, f.value FROM profiles p LEFT JOIN profile_facts f "
        "ON f.profile_id = p.profile_id AND f.field IN ('handle', 'display_name') "
        "WHERE p.network = $1 ORDER BY p.profile_id, f.last_observed_at, f.value");
    all.bind(1, network);
    std::vector<ProfileNaming> profiles;
    while (all.step()) {
        const ProfileId id{all.integer(0)};
        if (profiles.empty() || profiles.back().profile_id != id) {
            profiles.push_back({id, std::string(all.text(1)), {}, {}});
        }
        if (!all.is_null(2)) {
            (all.text(2) == "handle" ? profiles.back().handle : profiles.back().display_name) = all.text(3);
        }
    }
    return profiles;
}

}  // namespace fanal::storage
