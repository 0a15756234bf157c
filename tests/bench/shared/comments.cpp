#include "tests/bench/shared/comments.hpp"

#include <array>
#include <cmath>
#include <fstream>
#include <random>
#include <string>
#include <string_view>

namespace fanal::bench {
namespace {

constexpr std::array<std::string_view, 8> texts = {
    "Bonsoir, est-ce que la terrasse sera ouverte samedi soir ?",
    "J'adore vos huîtres, vivement la soirée 😍",
    "Nous avons attendu une heure et personne n'est venu, très déçus",
    "Do you take bookings for eight people on Friday?",
    "Great evening, thank you!",
    "Merci",
    "Le lien ne marche pas chez moi, pouvez-vous vérifier s'il vous plaît ?",
    "Combien coûte la douzaine de fines de claire n°3 ?",
};

constexpr std::int64_t first_second = 1'700'000'000;

}  // namespace

void write_comments_csv(const std::filesystem::path& path, std::int64_t comments_count) {
    std::ofstream out(path, std::ios::binary);
    out << "network,kind,remote_id,occurred_at,profile_remote_id,handle,display_name,followers_count,place,bio,url,"
           "post_remote_id,in_reply_to_remote_id,to_profile_remote_id,to_handle,text,language,reaction\n";
    std::mt19937_64 random(1);
    const auto people = static_cast<double>(std::max<std::int64_t>(comments_count / 10, 1));
    const auto posts = static_cast<std::uint64_t>(std::max<std::int64_t>(comments_count / 200, 1));
    for (std::int64_t i = 0; i < comments_count; ++i) {
        const double uniform = static_cast<double>(random() >> 11) * 0x1.0p-53;
        const auto person = static_cast<std::int64_t>(people * (i % 2 == 0 ? uniform : uniform * uniform * uniform));
        const std::string post = std::to_string(9'000'000 + random() % posts);
        const std::string fan = std::to_string(person);
        out << (i % 3 == 0 ? "youtube" : "facebook") << ",comment," << post << '_' << (random() >> 12) << ','
            << first_second + i * 7 << ',' << 100'000'000'000'000 + person * 7919 << ",fan." << fan << ",Camille Fan "
            << fan << ",,,,," << post << ',';
        if (random() % 5 == 0) {
            out << post << '_' << (random() >> 24);
        }
        out << ",,,\"" << texts[random() % texts.size()] << ' ' << i << "\",fr,\n";
    }
}

}  // namespace fanal::bench
