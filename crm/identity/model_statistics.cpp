#include "crm/identity/model_statistics.hpp"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>

#include "models/error.hpp"

namespace fanal::identity {
namespace {

constexpr std::uint64_t version = 2;
constexpr std::uint64_t version_without_traits = 1;
constexpr int seen_min = 2;
constexpr float units_a_count = 2;  // letters are counted in halves

[[noreturn]] void fail() {
    throw Error(ErrorKind::internal, "What a match model learned cannot be read.");
}

class Writer {
  public:
    /// Seven bits a byte, the lowest first.
    void number(std::uint64_t value) {
        for (; value >= 0x80; value >>= 7) {
            bytes_ += static_cast<char>(value | 0x80);
        }
        bytes_ += static_cast<char>(value);
    }
    void text(std::string_view value) {
        number(value.size());
        bytes_ += value;
    }
    std::string take() { return std::move(bytes_); }

  private:
    std::string bytes_;
};

class Reader {
  public:
    explicit Reader(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64 && !bytes_.empty(); shift += 7) {
            const auto byte = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            value |= std::uint64_t{byte & 0x7FU} << shift;
            if (byte < 0x80) {
                return value;
            }
        }
        fail();
    }
    std::string_view text() {
        const std::uint64_t size = number();
        if (size > bytes_.size()) {
            fail();
        }
        const std::string_view value = bytes_.substr(0, size);
        bytes_.remove_prefix(size);
        return value;
    }

  private:
    std::string_view bytes_;
};

void write(Writer& writer, const TokenCounts& tokens) {
    std::vector<std::pair<std::string_view, int>> seen;
    for (const auto& [token, count] : tokens.counts()) {
        if (count >= seen_min) {
            seen.emplace_back(token, count);
        }
    }
    std::sort(seen.begin(), seen.end());
    writer.number(static_cast<std::uint64_t>(tokens.names_count()));
    writer.number(seen.size());
    for (const auto& [token, count] : seen) {
        writer.text(token);
        writer.number(static_cast<std::uint64_t>(count));
    }
}

void write(Writer& writer, const GramCounts& grams) {
    const auto& table = grams.table();
    const auto is_seen = [](std::uint32_t count) { return count >= std::uint32_t{seen_min}; };
    writer.number(static_cast<std::uint64_t>(std::count_if(table.begin(), table.end(), is_seen)));
    std::size_t last = 0;
    for (std::size_t slot = 0; slot < table.size(); ++slot) {
        if (is_seen(table[slot])) {
            writer.number(slot - last);
            writer.number(table[slot]);
            last = slot;
        }
    }
}

void write(Writer& writer, const TraitCounts& traits) {
    std::vector<std::pair<std::uint64_t, std::uint32_t>> seen;
    for (const auto& one : traits.counts()) {
        if (one.second >= std::uint32_t{seen_min}) {
            seen.push_back(one);
        }
    }
    std::sort(seen.begin(), seen.end());
    writer.number(seen.size());
    for (const auto& [trait, count] : seen) {
        writer.number(trait);
        writer.number(count);
    }
}

void write(Writer& writer, const Surprisal& letters) {
    std::uint64_t size = 0;
    letters.each_count([&](int, std::size_t, float) { ++size; });
    writer.number(size);
    letters.each_count([&](int order, std::size_t place, float count) {
        writer.number(static_cast<std::uint64_t>(order));
        writer.number(place);
        writer.number(static_cast<std::uint64_t>(std::lround(count * units_a_count)));
    });
}

template <std::size_t levels>
void append(std::string& text, const std::array<double, levels>& rates) {
    for (const double rate : rates) {
        char number[32];
        std::snprintf(number, sizeof(number), "%.17g", rate);
        text += (text.empty() ? "" : " ") + std::string(number);
    }
}

template <std::size_t levels>
void read(std::string_view& text, std::array<double, levels>& rates) {
    for (double& rate : rates) {
        const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), rate);
        if (problem != std::errc{} || !(rate > 0)) {
            fail();
        }
        text.remove_prefix(static_cast<std::size_t>(end - text.data()));
        text.remove_prefix(std::min<std::size_t>(text.size(), 1));
    }
}

}  // namespace

std::string to_bytes(const MatchStatistics& statistics) {
    Writer writer;
    writer.number(version);
    write(writer, statistics.tokens);
    write(writer, statistics.grams);
    writer.number(statistics.letters.size());
    for (const auto& [network, letters] : statistics.letters) {
        writer.text(network);
        write(writer, letters);
    }
    write(writer, statistics.traits);
    return writer.take();
}

MatchStatistics statistics_from_bytes(std::string_view bytes) {
    Reader reader(bytes);
    const std::uint64_t written_version = reader.number();
    if (written_version != version && written_version != version_without_traits) {
        fail();
    }
    MatchStatistics statistics;
    const auto names_count = static_cast<int>(reader.number());
    TokenCounts::Counts counts;
    for (std::uint64_t left = reader.number(); left > 0; --left) {
        const std::string token(reader.text());
        counts[token] = static_cast<int>(reader.number());
    }
    statistics.tokens = TokenCounts(std::move(counts), names_count);
    std::uint64_t slot = 0;
    for (std::uint64_t left = reader.number(); left > 0; --left) {
        slot += reader.number();
        if (slot >= statistics.grams.table().size()) {
            fail();
        }
        statistics.grams.table()[slot] = static_cast<std::uint32_t>(reader.number());
    }
    for (std::uint64_t networks = reader.number(); networks > 0; --networks) {
        Surprisal& letters = statistics.letters[std::string(reader.text())];
        for (std::uint64_t left = reader.number(); left > 0; --left) {
            const auto order = static_cast<int>(reader.number());
            const std::uint64_t place = reader.number();
            letters.put_count(order, place, static_cast<float>(reader.number()) / units_a_count);
        }
    }
    for (std::uint64_t left = written_version == version ? reader.number() : 0; left > 0; --left) {
        const std::uint64_t trait = reader.number();
        statistics.traits.counts()[trait] = static_cast<std::uint32_t>(reader.number());
    }
    return statistics;
}

std::string rates_to_text(const NetworkModel& model) {
    std::string text;
    append(text, model.handle.match);
    append(text, model.handle.chance);
    append(text, model.name.match);
    append(text, model.name.chance);
    append(text, model.match_rates);
    return text;
}

void rates_from_text(std::string_view text, NetworkModel& model) {
    read(text, model.handle.match);
    read(text, model.handle.chance);
    read(text, model.name.match);
    read(text, model.name.chance);
    read(text, model.match_rates);
}

}  // namespace fanal::identity
