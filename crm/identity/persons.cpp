#include "crm/identity/persons.hpp"

#include <algorithm>
#include <unordered_map>

namespace fanal::identity {
namespace {

class Groups {
  public:
    explicit Groups(const PersonLinks& links) : objected_(links.objected) {
        for (const auto& [one, other] : links.separated) {
            apart_[one].push_back(other);
            apart_[other].push_back(one);
        }
    }

    /// Joins the groups of these pairs, as far as they may be.
    void join(std::vector<ProfilePair> pairs) {
        for (auto& [one, other] : pairs) {
            if (other < one) {
                std::swap(one, other);
            }
        }
        std::sort(pairs.begin(), pairs.end());
        for (const auto& [one, other] : pairs) {
            parent_.try_emplace(one, one);
            parent_.try_emplace(other, other);
            join(root_of(one), root_of(other), objected_.contains(one) || objected_.contains(other));
        }
    }

    std::vector<std::pair<ProfileId, FanId>> persons() {
        std::vector<ProfileId> profiles;
        for (const auto& [profile, parent] : parent_) {
            profiles.push_back(profile);
        }
        std::sort(profiles.begin(), profiles.end());
        std::vector<std::pair<ProfileId, FanId>> found;
        for (const ProfileId profile : profiles) {
            found.push_back({profile, {root_of(profile).value}});
        }
        return found;
    }

  private:
    /// The first of its group; itself when no link names it.
    ProfileId root_of(ProfileId id) {
        for (auto at = parent_.find(id); at != parent_.end() && at->second != id; at = parent_.find(id)) {
            at->second = parent_.at(at->second);
            id = at->second;
        }
        return id;
    }

    void join(ProfileId a, ProfileId b, bool objected) {
        if (a == b || objected) {
            return;
        }
        std::vector<ProfileId>& apart_of_a = apart_[a];
        std::vector<ProfileId>& apart_of_b = apart_[b];
        const bool a_has_fewer = apart_of_a.size() < apart_of_b.size();
        for (const ProfileId separated : a_has_fewer ? apart_of_a : apart_of_b) {
            if (root_of(separated) == (a_has_fewer ? b : a)) {
                return;
            }
        }
        std::vector<ProfileId> both = std::move(a_has_fewer ? apart_of_b : apart_of_a);
        const std::vector<ProfileId>& fewer = a_has_fewer ? apart_of_a : apart_of_b;
        both.insert(both.end(), fewer.begin(), fewer.end());
        parent_[std::max(a, b)] = std::min(a, b);
        apart_[std::min(a, b)] = std::move(both);
    }

    const std::unordered_set<ProfileId>& objected_;
    std::unordered_map<ProfileId, ProfileId> parent_;
    std::unordered_map<ProfileId, std::vector<ProfileId>> apart_;  ///< by root: whom no one of the group may join
};

}  // namespace

std::vector<std::pair<ProfileId, FanId>> persons(const PersonLinks& links) {
    Groups groups(links);
    groups.join(links.said);
    groups.join(links.vouched);
    return groups.persons();
}

}  // namespace fanal::identity
