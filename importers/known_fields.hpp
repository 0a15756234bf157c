#pragma once
#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace fanal::importers {

/// The members that a network documents for its posts, comments and other records, by name; whether we read them or
/// leave them out on purpose is the importer's business. What else a record holds is unknown, and kept with it: a field
/// that its network invented since, or that somebody's own tools added.
class KnownFields {
  public:
    /// The names with spaces between them.
    explicit consteval KnownFields(std::string_view names) {
        while (!names.empty()) {
            const std::string_view name = names.substr(0, names.find(' '));
            names.remove_prefix(std::min(name.size() + 1, names.size()));
            std::size_t slot = slot_of(name);
            while (!slots_[slot].empty()) {
                slot = (slot + 1) % slots_.size();
            }
            slots_[slot] = name;
        }
    }

    constexpr bool contains(std::string_view name) const {
        std::size_t slot = slot_of(name);
        while (!slots_[slot].empty() && slots_[slot] != name) {
            slot = (slot + 1) % slots_.size();
        }
        return !slots_[slot].empty();
    }

  private:
    static constexpr std::size_t slots_count = 512;  ///< of which at least half stay empty

    static constexpr std::size_t slot_of(std::string_view name) {
        const auto at = [&](std::size_t place) { return static_cast<unsigned char>(name[place]); };
        const std::size_t sum =
            name.empty() ? 0 : at(0) * 7 + at(name.size() / 2) * 31 + at(name.size() - 1) * 113 + name.size() * 257;
        return sum % slots_count;
    }

    std::array<std::string_view, slots_count> slots_{};
};

}  // namespace fanal::importers
