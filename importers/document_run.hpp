#pragma once
#include <map>
#include <string>
#include <string_view>

#include "importers/import_run.hpp"

namespace fanal::importers {

/// What is said of a document in which its importer finds nothing.
inline constexpr std::string_view nothing_for_us = "nothing in it for us";

/// Parses JSON documents, finds out whose each is, and lets that importer read it. One per file.
class DocumentRun {
  public:
    DocumentRun(const RunOptions& options, RunSink& sink) : options_(options), sink_(sink) {}

    /// Whether `bytes` are one sound JSON value. They must be followed by simdjson's padding.
    bool parses(std::string_view bytes);

    /// Reads one document; false when it is no JSON, and nothing was handed over. `place` stands before the paths in
    /// reports.
    bool read(std::string_view bytes, std::string_view place) { return read(bytes, place, sink_); }
    /// The same, with somebody between.
    bool read(std::string_view bytes, std::string_view place, RunSink& sink);
    /// Reads one document, where it is no JSON whatever stands in its lists and is sound, and rejects the rest.
    void read_or_reject(std::string_view bytes, std::string_view place);

    /// Why the last bytes were no sound JSON, as a sentence.
    std::string_view complaint() const;
    /// Rejects what is no sound JSON, with the parser's reason of the last read().
    void reject(std::string_view bytes, std::string_view place);

    /// The importer that read most documents; empty when none did.
    std::string_view network() const;

  private:
    /// Parses what can be read without loss, even where the parser alone would refuse it.
    bool parse(std::string_view bytes, simdjson::dom::element& element);
    void read_parsed(simdjson::dom::element element, std::string_view place, RunSink& sink);
    const Importer* recognise(const Payload& document, const Origin& origin);
    /// A list that no importer claims may hold documents, as whoever fetches page after page collects them. False when
    /// it holds none.
    bool hand_over_one_by_one(const Payload& list, const Origin& origin, std::string_view place, RunSink& sink);
    bool recognise_any(const Payload& list, const Origin& origin);
    void hand_over(const Payload& document, const Origin& origin, std::string_view place, RunSink& sink);

    const RunOptions& options_;
    RunSink& sink_;
    simdjson::dom::parser parser_{2 * document_size_max};  ///< an element of that size comes with what stood around it
    simdjson::error_code error_ = simdjson::SUCCESS;
    const Importer* last_ = nullptr;
    std::map<std::string_view, std::int64_t> documents_by_network_;
};

}  // namespace fanal::importers
