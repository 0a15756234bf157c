// How fast each network's documents are parsed and mapped on one core, with nothing stored, against the limit that
// Fanal sets itself. Every network's file is made of its own fixtures, a document a line, again and again with other
// ids, until it is large enough.
#include <simdjson.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "importers/import_run.hpp"
#include "importers/importer.hpp"
#include "tests/bench/figure.hpp"

namespace {

namespace fs = std::filesystem;
using namespace fanal;
using namespace fanal::bench;

constexpr double limit_mb_per_second = 150;

/// Counts what a run hands over, and keeps nothing of it.
class CountingSink final : public importers::RunSink {
  public:
    void interaction(Record&&, std::string_view) override { ++taken_count; }
    void removal(Removal&&) override { ++taken_count; }
    void profile(ProfileSighting&&, std::string_view) override { ++taken_count; }
    void account(AccountSighting&&) override {}
    void skip(std::string_view, std::string_view) override {}
    void reject(std::string_view place, std::string_view reason, std::string_view) override {
        rejection = std::string(place) + ": " + std::string(reason);
    }

    std::int64_t taken_count = 0;
    std::string rejection;  ///< the last one
};

/// The documents that a network's importer accepts, each on one line; objects stand before lists, since only a file
/// that begins with an object is read as lines.
std::vector<std::string> documents(std::string_view network) {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::directory_iterator(fs::path(FANAL_ROOT) / "tests/fixtures" / network)) {
        const std::string name = entry.path().filename();
        if (name.starts_with("accept_") && name.ends_with(".json") && !name.ends_with(".expected.json")) {
            paths.push_back(entry.path());
        }
    }
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> found;
    for (const fs::path& path : paths) {
        std::ifstream in(path, std::ios::binary);
        const std::string text{std::istreambuf_iterator<char>(in), {}};
        std::string line(text.size(), '\0');
        std::size_t size = 0;
        if (simdjson::minify(text.data(), text.size(), line.data(), size) != simdjson::SUCCESS) {
            std::fprintf(stderr, "%s is no JSON.\n", path.c_str());
            std::exit(2);
        }
        line.resize(size);
        found.push_back(line + "\n");
    }
    std::stable_partition(found.begin(), found.end(), [](const std::string& line) { return line.starts_with('{'); });
    return found;
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// A document's `number`th copy: every number of six digits and more ends on other four. Equal ids stay equal, and
/// times stay times.
std::string copy_of(std::string document, std::size_t number) {
    std::size_t digits_count = 0;
    for (std::size_t at = 0; at < document.size(); ++at) {
        if (is_digit(document[at])) {
            ++digits_count;
            continue;
        }
        std::size_t rest = digits_count >= 6 ? number : 0;
        for (std::size_t back = 1; back <= 4 && rest > 0; ++back) {
            rest += static_cast<std::size_t>(document[at - back] - '0');
            document[at - back] = static_cast<char>('0' + rest % 10);
            rest /= 10;
        }
        digits_count = 0;
        // The digits of an escaped character are no number's.
        at += document.compare(at, 2, "\\u") == 0 ? 5 : 0;
    }
    return document;
}

std::string file_of(std::string_view network, std::size_t size) {
    const std::vector<std::string> originals = documents(network);
    std::string file;
    file.reserve(size + (1U << 20));
    for (std::size_t number = 0; file.size() < size && !originals.empty(); ++number) {
        for (const std::string& original : originals) {
            file += copy_of(original, number);
        }
    }
    return file;
}

/// Recognises and reads a whole file; exits when anything in it is refused, since then it does not measure what it
/// should.
void import_all(std::string_view network, std::string_view file) {
    CountingSink sink;
    const importers::ReadBytes read = [&file](char* buffer, std::size_t size) {
        const std::size_t count = file.copy(buffer, size);
        file.remove_prefix(count);
        return count;
    };
    importers::RunOptions options;
    options.origin = {"bench", {}, Instant{1'795'000'000'000}};
    if (importers::run_import(read, options, sink) != network || sink.taken_count == 0 || !sink.rejection.empty()) {
        std::fprintf(stderr, "The file of %.*s is not read as that. %s\n", static_cast<int>(network.size()),
                     network.data(), sink.rejection.c_str());
        std::exit(2);
    }
}

}  // namespace

int main(int argc, char** argv) {
    const double size_mb = number_argument(argc, argv, "--mb", 50);
    const auto rounds = static_cast<int>(number_argument(argc, argv, "--rounds", 5));
    const auto only = text_argument(argc, argv, "--network");
    Report report(argc, argv);
    for (const importers::Importer* importer : importers::all_importers()) {
        if (only && *only != importer->network) {
            continue;
        }
        const std::string file = file_of(importer->network, static_cast<std::size_t>(size_mb * 1e6));
        const double seconds = interleaved_medians(rounds, {[&] { import_all(importer->network, file); }}).front();
        const double mb_per_second = static_cast<double>(file.size()) / 1e6 / seconds;
        report.add({"importers_" + std::string(importer->network), mb_per_second, "MB/s", "limit of 150 MB/s",
                    mb_per_second / limit_mb_per_second, Bar{Bar::Side::at_least, 1}});
    }
    return report.exit_code();
}
