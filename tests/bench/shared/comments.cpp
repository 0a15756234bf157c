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

void write_comments(const std::filesystem::path& csv, const std::filesystem::path& ndjson,
                    std::int64_t comments_count) {
    std::ofstream rows(csv, std::ios::binary);
    std::ofstream objects(ndjson, std::ios::binary);
    rows << "network,kind,remote_id,occurred_at,profile_remote_id,handle,display_name,followers_count,place,bio,url,"
            "post_remote_id,in_reply_to_remote_id,to_profile_remote_id,to_handle,text,language,reaction\n";
    std::mt19937_64 random(1);
    const auto people = static_cast<double>(std::max<std::int64_t>(comments_count / 10, 1));
    const auto posts = static_cast<std::uint64_t>(std::max<std::int64_t>(comments_count / 200, 1));
    for (std::int64_t i = 0; i < comments_count; ++i) {
        const double uniform = static_cast<double>(random() >> 11) * 0x1.0p-53;
        const auto person = static_cast<std::int64_t>(people * (i % 2 == 0 ? uniform : uniform * uniform * uniform));
        const std::string post = std::to_string(9'000'000 + random() % posts);
        const std::string fan = std::to_string(person);
        const std::string_view network = i % 3 == 0 ? "youtube" : "facebook";
        const std::string remote_id = post + '_' + std::to_string(random() >> 12);
        const std::string at = std::to_string(first_second + i * 7);
        const std::string profile = std::to_string(100'000'000'000'000 + person * 7919);
        const std::string answered = random() % 5 == 0 ? post + '_' + std::to_string(random() >> 24) : "";
        const std::string text = std::string(texts[random() % texts.size()]) + ' ' + std::to_string(i);
        rows << network << ",comment," << remote_id << ',' << at << ',' << profile << ",fan." << fan << ",Camille Fan "
             << fan << ",,,,," << post << ',' << answered << ",,,\"" << text << "\",fr,\n";
        objects << R"({"network":")" << network << R"(","kind":"comment","remote_id":")" << remote_id
                << R"(","occurred_at":)" << at << R"(,"profile_remote_id":")" << profile << R"(","handle":"fan.)" << fan
                << R"(","display_name":"Camille Fan )" << fan << R"(","post_remote_id":")" << post
                << (answered.empty() ? "" : R"(","in_reply_to_remote_id":")" + answered) << R"(","text":")" << text
                << R"(","language":"fr"})" << '\n';
    }
}

}  // namespace fanal::bench
