// What the fuzz targets hold, in every test run: the kept corpus as it is, and every fixture and kept payload cut
// short, with bits flipped, and nested deeper than any reader goes.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <functional>
#include <iterator>
#include <vector>

#include "tests/fuzz/canonical.hpp"
#include "tests/fuzz/instant.hpp"
#include "tests/fuzz/naming.hpp"
#include "tests/fuzz/network.hpp"
#include "tests/fuzz/payload.hpp"
#include "tests/fuzz/traits.hpp"

namespace fanal::fuzz {
namespace {

struct Input {
    std::string name;
    std::string bytes;
};

/// The files under a folder of the tree, in name order; none when there is no such folder.
std::vector<Input> inputs(const std::string& folder) {
    const std::filesystem::path root = std::filesystem::path(FANAL_ROOT) / folder;
    std::vector<Input> found;
    if (!std::filesystem::exists(root)) {
        return found;
    }
    for (const auto& entry : std::filesystem::recursive_directory_iterator(root)) {
        if (entry.is_regular_file()) {
            std::ifstream in(entry.path(), std::ios::binary);
            found.push_back({entry.path().lexically_relative(FANAL_ROOT), {std::istreambuf_iterator<char>(in), {}}});
        }
    }
    std::sort(found.begin(), found.end(), [](const Input& a, const Input& b) { return a.name < b.name; });
    return found;
}

/// Sound payloads: the fixtures that networks accept, and the corpus.
std::vector<Input> payloads() {
    std::vector<Input> found = inputs("tests/fuzz/corpus/payload");
    for (auto& input : inputs("tests/fixtures")) {
        const std::string file = std::filesystem::path(input.name).filename();
        if (file.starts_with("accept_") && file.find(".expected.") == std::string::npos) {
            found.push_back(std::move(input));
        }
    }
    return found;
}

void holds(const std::function<void(std::string_view)>& target, std::string_view bytes, const std::string& what) {
    try {
        target(bytes);
    } catch (const std::exception& problem) {
        ADD_FAILURE() << what << ": " << problem.what();
    }
}

/// Up to `count` places spread over `size` bytes, the first and the last among them.
std::vector<std::size_t> places(std::size_t size, std::size_t count) {
    std::vector<std::size_t> found;
    for (std::size_t i = 0; i < std::min(size, count); ++i) {
        found.push_back(size <= count ? i : i * (size - 1) / (count - 1));
    }
    return found;
}

TEST(BrokenBytes, TheKeptCorpusHolds) {
    ASSERT_FALSE(inputs("tests/fuzz/corpus/payload").empty());
    ASSERT_FALSE(inputs("tests/fuzz/corpus/canonical").empty());
    ASSERT_FALSE(inputs("tests/fuzz/corpus/instant").empty());
    ASSERT_FALSE(inputs("tests/fuzz/corpus/naming").empty());
    ASSERT_FALSE(inputs("tests/fuzz/corpus/traits").empty());
    for (const auto& input : payloads()) {
        holds(payload, input.bytes, input.name);
    }
    for (const auto& input : inputs("tests/fuzz/corpus/canonical")) {
        holds(canonical, input.bytes, input.name);
    }
    for (const auto& input : inputs("tests/fuzz/corpus/instant")) {
        holds(instant, input.bytes, input.name);
    }
    const auto hold_cut_short = [](auto target, const std::string& folder) {
        for (const auto& input : inputs(folder)) {
            holds(target, input.bytes, input.name);
            for (const std::size_t size : places(input.bytes.size(), 48)) {
                holds(target, std::string_view(input.bytes).substr(0, size),
                      input.name + " cut at " + std::to_string(size));
            }
        }
    };
    hold_cut_short(naming, "tests/fuzz/corpus/naming");
    hold_cut_short(traits, "tests/fuzz/corpus/traits");
    for (const importers::Importer* importer : importers::all_importers()) {
        for (const char* const folder : {"tests/fuzz/corpus/", "tests/fixtures/"}) {
            for (const auto& input : inputs(folder + std::string(importer->network))) {
                holds([&](std::string_view bytes) { network(importer->network, bytes); }, input.bytes, input.name);
            }
        }
    }
}

TEST(BrokenBytes, CutShortTheyHold) {
    for (const auto& input : payloads()) {
        for (const std::size_t size : places(input.bytes.size(), 48)) {
            holds(payload, std::string_view(input.bytes).substr(0, size),
                  input.name + " cut at " + std::to_string(size));
        }
    }
    for (const auto& input : inputs("tests/fuzz/corpus/canonical")) {
        for (std::size_t size = 0; size < input.bytes.size(); ++size) {
            holds(canonical, std::string_view(input.bytes).substr(0, size),
                  input.name + " cut at " + std::to_string(size));
        }
    }
}

TEST(BrokenBytes, WithBitsFlippedTheyHold) {
    const auto flip = [](void (*target)(std::string_view), Input input, std::size_t count) {
        for (const std::size_t at : places(input.bytes.size(), count)) {
            const char bit = static_cast<char>(1U << (at % 8));
            input.bytes[at] = static_cast<char>(input.bytes[at] ^ bit);
            holds(target, input.bytes, input.name + " flipped at " + std::to_string(at));
            input.bytes[at] = static_cast<char>(input.bytes[at] ^ bit);
        }
    };
    for (const auto& input : payloads()) {
        flip(payload, input, 48);
    }
    for (const auto& input : inputs("tests/fuzz/corpus/canonical")) {
        flip(canonical, input, 400);
    }
}

std::string repeated(std::string_view text, std::size_t count) {
    std::string all;
    for (std::size_t i = 0; i < count; ++i) {
        all += text;
    }
    return all;
}

constexpr std::size_t deep = 10'000;

TEST(BrokenBytes, NestedTenThousandDeepTheyAreRejectedInASentence) {
    for (const auto& input : payloads()) {
        if (!input.bytes.starts_with('{') && !input.bytes.starts_with('[')) {
            continue;
        }
        const std::string nested = repeated("{\"data\":[", deep / 2) + input.bytes + repeated("]}", deep / 2);
        holds(payload, nested, input.name + " nested");
        Transcript transcript;
        run(nested, transcript);
        EXPECT_NE(transcript.text().find("reject|"), std::string::npos) << input.name;
    }
}

TEST(BrokenBytes, BracketsWithoutEndHold) {
    for (const char* const opening : {"[", "{\"a\":", "[{\"a\":[", "{\"a\":1}[", "[[],", "\"", "[\"\\"}) {
        for (const char* const closing : {"", "]", "}", "1"}) {
            const std::string bytes = repeated(opening, deep) + closing;
            holds(payload, bytes, std::string("10,000 times ") + opening);
        }
    }
}

TEST(BrokenBytes, DeepInsideOneFieldOfARecord) {
    for (const char* const key : {"text", "colour", "occurred_at", "network"}) {
        std::string line = R"({"network":"x","kind":"comment","occurred_at":1762192999,"handle":"ana",)";
        line += "\"" + std::string(key) + "\":" + repeated("[", deep) + repeated("]", deep) + "}";
        const std::string file =
            line + "\n" + R"({"network":"x","kind":"follow","occurred_at":1,"handle":"ben"})" + "\n";
        holds(payload, file, key);
        Transcript transcript;
        run(file, transcript);
        EXPECT_NE(transcript.text().find("reject|line 1|"), std::string::npos) << transcript.text();
        EXPECT_NE(transcript.text().find("interaction|canonical|follow|"), std::string::npos)
            << "The next line is lost.";
    }
}

}  // namespace
}  // namespace fanal::fuzz
