// Languages of comments as they come, a quarter of which say too little: detect_language() on one thread, against CLD2
// alone, which guesses at everything, as it stands and once.
#include <array>
#include <cstdio>
#include <string_view>

#include <cld2/public/compact_lang_det.h>
#include <cld2/public/encodings.h>

#include "crm/text/language.hpp"
#include "tests/bench/figure.hpp"

namespace {

constexpr std::array<std::string_view, 16> texts = {
    "Bonsoir, est-ce que la terrasse sera ouverte samedi soir ?",
    "J'adore vos huîtres, vivement la soirée 😍",
    "Nous avons attendu une heure et personne n'est venu, très déçus",
    "Do you take bookings for eight people on Friday?",
    "Great evening, thank you!",
    "Merci ❤️❤️",
    "Le lien ne marche pas chez moi, pouvez-vous vérifier s'il vous plaît ?",
    "@camille @noé 😂😂😂",
    "qué ganas de volver, un abrazo desde Bilbao",
    "on y va quand ?",
    "Wow",
    "I've been waiting three weeks for my refund and nobody answers",
    "trop bien !!! #soiree https://example.com/photos",
    "wann macht ihr wieder auf",
    "ça me rappelle mes vacances chez ma grand-mère",
    "🔥🔥🔥",
};

int plain(std::string_view text) {
    const CLD2::CLDHints hints = {"fr,en", nullptr, CLD2::UNKNOWN_ENCODING, CLD2::UNKNOWN_LANGUAGE};
    std::array<CLD2::Language, 3> languages;
    std::array<int, 3> percents;
    std::array<double, 3> scores;
    int bytes_count = 0;
    int valid_bytes_count = 0;
    bool reliable = false;
    return CLD2::ExtDetectLanguageSummaryCheckUTF8(text.data(), static_cast<int>(text.size()), true, &hints,
                                                   CLD2::kCLDFlagBestEffort, languages.data(), percents.data(),
                                                   scores.data(), nullptr, &bytes_count, &reliable, &valid_bytes_count);
}

}  // namespace

int main(int argc, char** argv) {
    using namespace fanal::bench;
    Report report(argc, argv);
    const auto repeats = static_cast<int>(number_argument(argc, argv, "--repeats", 10'000));
    const auto rounds = static_cast<int>(number_argument(argc, argv, "--rounds", 5));
    volatile int sink = 0;
    const auto each = [&](auto work) {
        return [&sink, work, repeats] {
            for (int i = 0; i < repeats; ++i) {
                for (const std::string_view text : texts) {
                    sink = sink + static_cast<int>(work(text));
                }
            }
        };
    };
    // Ours goes first, so that both find the heap as it leaves it.
    const auto seconds = interleaved_medians(
        rounds, {each([](std::string_view text) { return fanal::text::detect_language(text).has_value(); }),
                 each([](std::string_view text) { return plain(text); })});
    const double count = static_cast<double>(repeats) * static_cast<double>(texts.size());
    // What is done before and after CLD2 may cost a quarter of it, less what the texts that say too little save.
    report.add({"detect_language", count / seconds[0], "texts/s", "CLD2 alone", seconds[1] / seconds[0],
                Bar{Bar::Side::at_least, 0.8}});
    report.add({"detect_language_pace", count / seconds[0] / 1000, "texts/ms", "200 texts/ms",
                count / seconds[0] / 200'000, Bar{Bar::Side::at_least, 1}});
    return report.exit_code();
}
