#pragma once
#include <simdjson.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

#include "importers/import_run.hpp"

namespace fanal::fuzz {

/// Times are read from 1970 up to here: 2201-01-01T00:00:00Z.
inline constexpr std::int64_t end_of_time_ms = 7'289'654'400'000;

/// Fails the input under test: libFuzzer takes the exception for a crash, GoogleTest for a failure.
inline void require(bool holds, const std::string& sentence) {
    if (!holds) {
        throw std::logic_error(sentence);
    }
}

/// Writes down, a line each, all that a run hands over, so that two runs can be compared, and holds every one of them
/// to what the store may expect: text is UTF-8, times are times, and whatever is refused says where and why.
class Transcript final : public importers::RunSink {
  public:
    void interaction(Record&& record, std::string_view importer) override {
        require(is_instant(record.occurred_at), "An interaction has no time.");
        require(!record.edited_at || is_instant(*record.edited_at), "An interaction was edited at no time.");
        require(!derived_remote_id(record).empty(), "An interaction without a remote id gets none.");
        write("interaction", importer, to_text(record.kind), record.remote_id, to_text(record.occurred_at),
              record.edited_at ? to_text(*record.edited_at) : "", record.post_remote_id, record.in_reply_to_remote_id,
              record.to_profile_remote_id, record.to_handle, record.text, record.language, record.reaction, record.url,
              record.extra, record.is_private ? "private" : "");
        for (const auto& alias : record.alias_remote_ids) {
            require(!alias.empty(), "An interaction goes under an empty id too.");
            write("alias", alias);
        }
        write_profile(record.profile);
    }
    void removal(Removal&& removal) override {
        require(!removal.network.empty() && !removal.remote_id.empty(), "A removal does not say of what.");
        write("removal", removal.network, removal.remote_id, to_text(removal.removed_at));
    }
    void profile(ProfileSighting&& sighting, std::string_view importer) override {
        write("profile", importer);
        write_profile(sighting);
    }
    void account(AccountSighting&& sighting) override {
        require(!sighting.network.empty() && !sighting.remote_id.empty(), "An account has no name.");
        write("account", sighting.network, sighting.remote_id, sighting.handle, sighting.display_name);
    }
    void skip(std::string_view place, std::string_view reason) override {
        require(!place.empty() && !reason.empty(), "What is skipped does not say where or why.");
        write("skip", place, reason);
    }
    void reject(std::string_view place, std::string_view reason, std::string_view record) override {
        require(!place.empty() && reason.ends_with('.'),
                "What is rejected does not say where, or not why in a sentence.");
        write("reject", place, reason);
        bytes_ += record.size();
    }

    /// Everything so far.
    const std::string& text() const { return text_; }
    bool empty() const { return text_.empty(); }

  private:
    static bool is_instant(Instant instant) { return instant.ms >= 0 && instant.ms < end_of_time_ms; }

    void write_profile(const ProfileSighting& sighting) {
        require(!sighting.network.empty(), "A profile is on no network.");
        require(!sighting.followers_count || *sighting.followers_count >= 0, "A profile has fewer than no followers.");
        write(sighting.network, sighting.remote_id, sighting.handle, sighting.display_name, sighting.place,
              sighting.bio, sighting.url, sighting.avatar_url,
              sighting.followers_count ? std::to_string(*sighting.followers_count) : "", to_text(sighting.observed_at));
        for (const auto& link : sighting.links) {
            write("link", link);
        }
    }

    template <class... Texts>
    void write(const Texts&... texts) {
        (write_one(texts), ...);
        text_ += '\n';
    }
    void write_one(std::string_view text) {
        require(simdjson::validate_utf8(text.data(), text.size()), "A text is no UTF-8.");
        text_.append(text).append("|");
    }

    std::string text_;
    std::size_t bytes_ = 0;
};

/// How a run is to go, where it differs from reading everything at once.
struct RunShape {
    std::string_view as = {};               ///< a network's name; empty: recognised
    std::size_t piece = std::string::npos;  ///< bytes that each read brings at most
    std::int64_t records_max = -1;          ///< stop after so many; -1: never
    importers::RunPosition start = {};
    std::size_t value_size_max = importers::document_size_max;
};

/// Runs an import over bytes in memory into `transcript`; returns how far it came.
inline importers::RunPosition run(std::string_view bytes, Transcript& transcript, const RunShape& shape = {}) {
    const importers::ReadBytes read = [&bytes, &shape](char* buffer, std::size_t size) {
        const std::size_t count = std::min({size, shape.piece, bytes.size()});
        bytes.copy(buffer, count);
        bytes.remove_prefix(count);
        return count;
    };
    importers::RunPosition reached = shape.start;
    std::int64_t records_count = 0;
    importers::RunOptions options;
    options.as = shape.as.empty() ? nullptr : importers::find_importer(shape.as);
    options.origin.source = "fuzz";
    options.origin.imported_at = Instant{1'700'000'000'000};
    options.start = shape.start;
    options.value_size_max = shape.value_size_max;
    options.after_record = [&](const importers::RunPosition& position) {
        require(position.bytes_done >= 0, "A run has come less than nowhere.");
        reached = position;
        // What lies before the start is passed over once more.
        records_count += position.bytes_done > shape.start.bytes_done ? 1 : 0;
        return shape.records_max < 0 || records_count < shape.records_max;
    };
    importers::run_import(read, options, transcript);
    return reached;
}

}  // namespace fanal::fuzz
