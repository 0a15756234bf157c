#pragma once
#include <optional>
#include <string>
#include <vector>

#include "crm/identity/evaluation.hpp"
#include "crm/identity/naming.hpp"
#include "tests/bench/shared/labelled.hpp"

namespace fanal::bench {

/// Which names the profiles of the two networks show. The published sets hold people's names, not what their profiles
/// show, so that the truth lies between these.
enum class Shown {
    handles,    ///< handles alone
    one_name,   ///< a name on the first network
    two_names,  ///< a name on both, in two forms
};

/// The profiles of labelled people on two networks.
struct NetworkSet {
    std::vector<identity::Naming> profiles;
    std::vector<identity::Naming> others;
    std::vector<std::string> handles;        ///< of `profiles`, in lower case
    std::vector<std::string> other_handles;  ///< of `others`
    identity::Truth truth;                   ///< of `profiles`, then of `others`
};

/// The networks that a set has accounts on, by its columns: "twitter", "facebook" …
std::vector<std::string> networks_of(const LabelledSet& set);

/// The people of `set` on two networks. `distractors` are further people, none of them one of these: their accounts
/// there, and, where they have none and a name is shown, a profile with their name alone.
NetworkSet network_set(const LabelledSet& set, const std::string& network, const std::string& other, Shown shown,
                       const LabelledSet* distractors);

}  // namespace fanal::bench
