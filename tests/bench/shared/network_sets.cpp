#include "tests/bench/shared/network_sets.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "crm/text/fold.hpp"
#include "crm/text/names.hpp"

namespace fanal::bench {
namespace {

const std::vector<std::string> network_columns = {"twitter", "x",        "facebook", "instagram",
                                                  "youtube", "mastodon", "tiktok",   "bluesky"};
const std::vector<std::string> person_columns = {"person", "bioguide", "item", "qid", "wikidata", "id", "person_id"};
const std::vector<std::string> full_name_columns = {"official_full", "name",      "full_name",   "label",
                                                    "person_name",   "itemlabel", "personlabel", "nom_complet"};

/// The name in the form that the second network shows.
std::string other_name(const Row& row) {
    const std::string first =
        first_of(row, {"nickname", "first", "given", "first_name", "given_name", "prenom", "prénom"});
    const std::string last = first_of(row, {"last", "family", "last_name", "family_name", "surname", "nom"});
    return first.empty() || last.empty() ? first_of(row, full_name_columns) : first + " " + last;
}

std::string full_name(const Row& row) {
    const std::string name = first_of(row, full_name_columns);
    return name.empty() ? other_name(row) : name;
}

/// People by name, to tell further people from them: sets list one human under several ids, as Russ and as Russell, in
/// a state's house and in Congress ("us"), which would make right answers count as wrong.
class KnownPeople {
  public:
    void add(const Row& row) {
        const std::string state = text::fold(first_of(row, {"state"}));
        for (const std::string& name : {full_name(row), other_name(row)}) {
            names_.insert(short_name(name));
            for (const std::string& initialled : initialled_names(name)) {
                names_.insert(initialled + state);
                names_.insert(initialled + "anywhere");
            }
        }
    }

    /// Whether one has the same first and last word of the name, or, in the same state or in Congress, the same last
    /// word and an initial before it.
    bool have(const Row& row) const {
        const std::string state = text::fold(first_of(row, {"state"}));
        const auto has = [&](const std::string& name) {
            const std::vector<std::string> initialled = initialled_names(name);
            return names_.contains(short_name(name)) ||
                   std::any_of(initialled.begin(), initialled.end(), [&](const std::string& one) {
                       return names_.contains(one + state) || names_.contains(one + "us") ||
                              (state == "us" && names_.contains(one + "anywhere"));
                   });
        };
        return has(full_name(row)) || has(other_name(row));
    }

  private:
    static std::string short_name(const std::string& name) {
        const std::vector<std::string> tokens = text::name_tokens(name);
        return tokens.empty() ? std::string() : tokens.front() + " " + tokens.back();
    }

    static std::vector<std::string> initialled_names(const std::string& name) {
        const std::vector<std::string> tokens = text::name_tokens(name);
        std::vector<std::string> found;
        for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
            found.push_back(tokens[i].substr(0, 1) + ". " + tokens.back() + " in ");
        }
        return found;
    }

    std::set<std::string> names_;
};

/// Fills both sides of a set, each handle once a side.
class Builder {
  public:
    Builder(std::string network, std::string other, Shown shown)
        : network_(std::move(network)), other_(std::move(other)), shown_(shown) {}

    void add_accounts(const Row& row, const std::string& person) {
        const std::string name = shown_ == Shown::handles ? std::string() : full_name(row);
        add(set_.profiles, set_.handles, truth_, seen_, first_of(row, {network_}), name, person);
        const std::string second = shown_ == Shown::two_names ? other_name(row) : std::string();
        add(set_.others, set_.other_handles, other_truth_, other_seen_, first_of(row, {other_}), second, person);
    }

    /// A profile that shows a name and no handle that says anything, on the side where names are what tells people
    /// apart.
    void add_name(const Row& row, const std::string& person) {
        if (shown_ == Shown::one_name) {
            put(set_.profiles, set_.handles, truth_, "", full_name(row), person);
        } else if (shown_ == Shown::two_names) {
            put(set_.others, set_.other_handles, other_truth_, "", other_name(row), person);
        }
    }

    NetworkSet take() {
        set_.truth.person = truth_;
        set_.truth.person.insert(set_.truth.person.end(), other_truth_.begin(), other_truth_.end());
        set_.truth.side.assign(truth_.size(), 0);
        set_.truth.side.resize(set_.truth.person.size(), 1);
        return std::move(set_);
    }

  private:
    void add(std::vector<identity::Naming>& side, std::vector<std::string>& handles, std::vector<std::uint32_t>& truth,
             std::set<std::string>& seen, const std::string& handle, const std::string& name,
             const std::string& person) {
        const std::string lower = text::fold(handle);
        if (!handle.empty() && lower != "none" && seen.insert(lower + " " + person).second) {
            put(side, handles, truth, handle, name, person);
        }
    }

    void put(std::vector<identity::Naming>& side, std::vector<std::string>& handles, std::vector<std::uint32_t>& truth,
             const std::string& handle, const std::string& name, const std::string& person) {
        side.push_back(identity::make_naming(handle, name));
        handles.push_back(text::fold(handle));
        truth.push_back(numbers_.try_emplace(person, static_cast<std::uint32_t>(numbers_.size())).first->second);
    }

    std::string network_;
    std::string other_;
    Shown shown_;
    NetworkSet set_;
    std::vector<std::uint32_t> truth_;
    std::vector<std::uint32_t> other_truth_;
    std::set<std::string> seen_;
    std::set<std::string> other_seen_;
    std::unordered_map<std::string, std::uint32_t> numbers_;
};

}  // namespace

std::vector<std::string> networks_of(const LabelledSet& set) {
    std::vector<std::string> found;
    std::copy_if(network_columns.begin(), network_columns.end(), std::back_inserter(found),
                 [&](const std::string& column) { return set.has(column); });
    return found;
}

NetworkSet network_set(const LabelledSet& set, const std::string& network, const std::string& other, Shown shown,
                       const LabelledSet* distractors) {
    Builder builder(network, other, shown);
    KnownPeople own;
    KnownPeople with_accounts;
    for (std::size_t i = 0; i < set.rows.size(); ++i) {
        const std::string person = first_of(set.rows[i], person_columns);
        builder.add_accounts(set.rows[i], person.empty() ? "row " + std::to_string(i) : person);
        own.add(set.rows[i]);
    }
    const std::vector<Row> none;
    const bool same_people = distractors != nullptr && distractors->name == set.name;
    const std::vector<Row>& more = distractors == nullptr ? none : distractors->rows;
    for (const Row& row : more) {
        if (!first_of(row, network_columns).empty()) {
            with_accounts.add(row);
        }
    }
    for (std::size_t i = 0; i < more.size(); ++i) {
        const bool is_own = !same_people && (own.have(more[i]) || first_of(more[i], {"state"}) == "us");
        if (is_own || first_of(more[i], {"file_class"}) == "committees") {
            continue;
        }
        const std::string person = "distractor " + std::to_string(i);
        if (!same_people) {
            builder.add_accounts(more[i], person);
        }
        if (first_of(more[i], network_columns).empty() && !with_accounts.have(more[i])) {
            builder.add_name(more[i], person);
        }
    }
    return builder.take();
}

}  // namespace fanal::bench
