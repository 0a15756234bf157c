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

constexpr std::string_view csv_header =
    "network,kind,remote_id,occurred_at,profile_remote_id,handle,display_name,followers_count,place,bio,url,"
    "post_remote_id,in_reply_to_remote_id,to_profile_remote_id,to_handle,text,language,reaction\n";

struct Comment {
    std::string_view network;
    std::string remote_id, at, profile, fan, post, answered, text;
};

/// Makes the comments of a community one after the other.
class Community {
  public:
    Community(std::int64_t comments_count, std::uint64_t seed)
        : random_(seed),
          people_(static_cast<double>(std::max<std::int64_t>(comments_count / 10, 1))),
          posts_(static_cast<std::uint64_t>(std::max<std::int64_t>(comments_count / 200, 1))) {}

    Comment comment(std::int64_t i) {
        const double uniform = static_cast<double>(random_() >> 11) * 0x1.0p-53;
        const auto person = static_cast<std::int64_t>(people_ * (i % 2 == 0 ? uniform : uniform * uniform * uniform));
        Comment made;
        made.post = std::to_string(9'000'000 + random_() % posts_);
        made.fan = std::to_string(person);
        made.network = i % 3 == 0 ? "youtube" : "facebook";
        made.remote_id = made.post + '_' + std::to_string(random_() >> 12);
        made.at = std::to_string(first_second + i * 7);
        made.profile = std::to_string(100'000'000'000'000 + person * 7919);
        made.answered = random_() % 5 == 0 ? made.post + '_' + std::to_string(random_() >> 24) : "";
        made.text = std::string(texts[random_() % texts.size()]) + ' ' + std::to_string(i);
        return made;
    }

  private:
    std::mt19937_64 random_;
    double people_;
    std::uint64_t posts_;
};

void write_row(std::ostream& rows, const Comment& made) {
    rows << made.network << ",comment," << made.remote_id << ',' << made.at << ',' << made.profile << ",fan."
         << made.fan << ",Camille Fan " << made.fan << ",,,,," << made.post << ',' << made.answered << ",,,\""
         << made.text << "\",fr,\n";
}

void write_object(std::ostream& objects, const Comment& made) {
    objects << R"({"network":")" << made.network << R"(","kind":"comment","remote_id":")" << made.remote_id
            << R"(","occurred_at":)" << made.at << R"(,"profile_remote_id":")" << made.profile << R"(","handle":"fan.)"
            << made.fan << R"(","display_name":"Camille Fan )" << made.fan << R"(","post_remote_id":")" << made.post
            << (made.answered.empty() ? "" : R"(","in_reply_to_remote_id":")" + made.answered) << R"(","text":")"
            << made.text << R"(","language":"fr"})" << '\n';
}

}  // namespace

void write_comments(const std::filesystem::path& csv, const std::filesystem::path& ndjson,
                    std::int64_t comments_count) {
    std::ofstream rows(csv, std::ios::binary);
    std::ofstream objects(ndjson, std::ios::binary);
    rows << csv_header;
    Community community(comments_count, 1);
    for (std::int64_t i = 0; i < comments_count; ++i) {
        const Comment made = community.comment(i);
        write_row(rows, made);
        write_object(objects, made);
    }
}

void write_more_comments(const std::filesystem::path& csv, std::int64_t known_count, std::int64_t comments_count,
                         std::uint64_t seed) {
    std::ofstream rows(csv, std::ios::binary);
    rows << csv_header;
    Community community(known_count, 1 + seed);
    for (std::int64_t i = known_count; i < known_count + comments_count; ++i) {
        write_row(rows, community.comment(i));
    }
}

}  // namespace fanal::bench
