#include "crm/identity/match_keys.hpp"

#include <algorithm>
#include <limits>
#include <span>
#include <string>

#include "crm/identity/traits.hpp"

namespace fanal::identity {
namespace {

constexpr std::size_t table_size = std::size_t{1} << 20;
constexpr std::size_t gram_sizes[] = {4, 5};
constexpr std::size_t grams_of_handle_max = 8;
constexpr std::size_t grams_of_token_max = 2;
constexpr std::size_t tokens_max = 6;
constexpr std::size_t particle_letters_max = 3;

std::uint64_t mixed(std::uint64_t hash) {
    hash ^= hash >> 32;
    hash *= 0xD6E8FEB86659FD93;
    return hash ^ hash >> 32;
}

/// FNV-1a of what is written so far, and a last mix where it is used.
struct Hash {
    std::uint64_t value = 0xCBF29CE484222325;

    Hash& add(std::string_view text) {
        for (const char c : text) {
            value = (value ^ static_cast<unsigned char>(c)) * 0x100000001B3;
        }
        return *this;
    }
    std::uint64_t key() const { return mixed(value); }
};

template <class Visit>
void for_each_gram(std::string_view text, Visit visit) {
    for (const std::size_t size : gram_sizes) {
        for (std::size_t begin = 0; begin + size <= text.size(); ++begin) {
            visit(text.substr(begin, size));
        }
    }
}

/// The rarest stretches that are not this profile's alone; when these are too few, others too.
void add_rarest(std::string_view text, std::size_t count_max, const GramCounts& counts,
                std::vector<std::uint64_t>& keys) {
    std::vector<std::pair<std::uint32_t, std::string_view>> grams;
    for_each_gram(text, [&](std::string_view gram) {
        const std::uint32_t count = counts.count(gram);
        grams.push_back({count < 2 ? std::numeric_limits<std::uint32_t>::max() : count, gram});
    });
    std::sort(grams.begin(), grams.end());
    for (std::size_t i = 0; i < std::min(grams.size(), count_max); ++i) {
        keys.push_back(Hash().add(grams[i].second).key());
    }
}

/// The tokens, and each particle together with what follows it: "le pen" is written "lepen" too.
std::vector<std::string> tokens_and_compounds(std::span<const std::string> tokens) {
    std::vector<std::string> found(tokens.begin(), tokens.end());
    for (std::size_t i = 0; i + 1 < tokens.size(); ++i) {
        if (tokens[i].size() > 1 && tokens[i].size() <= particle_letters_max) {
            found.push_back(tokens[i] + tokens[i + 1]);
        }
    }
    return found;
}

void add_name(std::span<const std::string> name, const GramCounts& counts, std::vector<std::uint64_t>& keys) {
    name = name.first(std::min(name.size(), tokens_max));
    for (const std::string& token : name) {
        add_rarest(token, grams_of_token_max, counts, keys);
    }
    const std::vector<std::string> tokens = tokens_and_compounds(name);
    for (const std::string& token : tokens) {
        for (const std::string& other : tokens) {
            if (&token != &other) {
                keys.push_back(Hash().add(token.substr(0, 1)).add(other).key());
            }
            if (token < other) {
                keys.push_back(Hash().add(token).add(" ").add(other).key());
            }
        }
    }
}

}  // namespace

GramCounts::GramCounts() : counts_(table_size) {}

void GramCounts::add(const Naming& naming) {
    std::vector<std::uint64_t> slots;
    const auto note = [&](std::string_view gram) { slots.push_back(Hash().add(gram).key() % table_size); };
    for_each_gram(naming.core, note);
    for (const std::string& token : naming.tokens) {
        for_each_gram(token, note);
    }
    std::sort(slots.begin(), slots.end());
    slots.erase(std::unique(slots.begin(), slots.end()), slots.end());
    for (const std::uint64_t slot : slots) {
        ++counts_[slot];
    }
}

std::uint32_t GramCounts::count(std::string_view gram) const {
    return counts_[Hash().add(gram).key() % table_size];
}

std::vector<std::uint64_t> match_keys(const Naming& naming, const GramCounts& counts) {
    std::vector<std::uint64_t> keys;
    if (!naming.core.empty()) {
        keys.push_back(Hash().add(naming.core).key());
    }
    add_rarest(naming.core, grams_of_handle_max, counts, keys);
    add_name(naming.tokens, counts, keys);
    add_name(naming.lookalikes, counts, keys);
    add_trait_keys(naming.traits, keys);
    std::sort(keys.begin(), keys.end());
    keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
    return keys;
}

}  // namespace fanal::identity
