#include "crm/identity/copying.hpp"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace fanal::identity {
namespace {

/// What one copy of `stretch` out of a source costs, found by trying every place; a large number when there is none.
float copy_bits(const CopySource& source, const std::string& core, std::size_t at, std::size_t size) {
    float best = 1e9F;
    for (std::size_t from = 0; from + size <= source.text.size(); ++from) {
        if (source.text.substr(from, size) != core.substr(at, size)) {
            continue;
        }
        const bool beginning = from == 0 || source.text[from - 1] == ' ';
        if ((source.is_name && !beginning) || (!source.is_name && size < 3)) {
            continue;
        }
        std::size_t longest = size;
        while (from + longest < source.text.size() && at + longest < core.size() &&
               source.text[from + longest] == core[at + longest]) {
            ++longest;
        }
        const bool to_end = from + longest == source.text.size() || source.text[from + longest] == ' ';
        const bool whole = longest == size && to_end;
        best = std::min(best, source.opening_bits + (beginning ? 0 : 1.5F) + (to_end ? 0 : 1.5F) +
                                  (size < longest ? 1.5F : 0) + (source.is_name && !whole ? 3 : 0));
    }
    return best;
}

/// The same by trying every way to cut the handle.
float slow_bits(const std::string& core, std::size_t at, const std::vector<float>& letters,
                const std::vector<KnownWord>& words, const std::vector<CopySource>& sources) {
    if (at == core.size()) {
        return 0;
    }
    float best = letters[at] + slow_bits(core, at + 1, letters, words, sources);
    for (const KnownWord& word : words) {
        if (word.begin == at) {
            best = std::min(best, word.bits + slow_bits(core, at + word.size, letters, words, sources));
        }
    }
    for (std::size_t size = 1; at + size <= core.size(); ++size) {
        for (const CopySource& source : sources) {
            const float copy = copy_bits(source, core, at, size);
            if (copy < 1e8F) {
                best = std::min(best, copy + slow_bits(core, at + size, letters, words, sources));
            }
        }
    }
    return best;
}

struct Made {
    std::string core, name, handle;
    std::vector<float> letters;
    std::vector<KnownWord> words;
};

Made make(std::mt19937& random) {
    const auto text = [&](std::size_t size, const char* alphabet, std::size_t letters) {
        std::string made(size, ' ');
        for (char& c : made) {
            c = alphabet[random() % letters];
        }
        return made;
    };
    Made made{text(1 + random() % 8, "ab", 2),
              text(random() % 4, "ab", 2) + " " + text(1 + random() % 3, "ab", 2),
              text(random() % 8, "ab", 2),
              {},
              {}};
    for (std::size_t i = 0; i < made.core.size(); ++i) {
        made.letters.push_back(1.0F + static_cast<float>(random() % 9));
        if (random() % 3 == 0) {
            made.words.push_back({i, 1 + random() % (made.core.size() - i), static_cast<float>(random() % 12)});
        }
    }
    return made;
}

TEST(WritingBits, EqualAnExhaustiveSearch) {
    std::mt19937 random(3);
    for (int i = 0; i < 3000; ++i) {
        const Made made = make(random);
        const std::vector<CopySource> sources = {{made.name, true, 2}, {made.handle, false, 4}};
        ASSERT_NEAR(writing_bits(made.core, made.letters, made.words, sources),
                    slow_bits(made.core, 0, made.letters, made.words, sources), 1e-3)
            << made.core << " from " << made.name << " and " << made.handle;
    }
}

TEST(WritingBits, NeverRiseWithMoreSources) {
    std::mt19937 random(4);
    for (int i = 0; i < 3000; ++i) {
        const Made made = make(random);
        const std::vector<CopySource> sources = {{made.name, true, 2}, {made.handle, false, 4}};
        const double with_name = writing_bits(made.core, made.letters, made.words, std::span(sources).first(1));
        ASSERT_LE(with_name, writing_bits(made.core, made.letters, made.words, {}));
        ASSERT_LE(writing_bits(made.core, made.letters, made.words, sources), with_name);
    }
}

}  // namespace
}  // namespace fanal::identity
