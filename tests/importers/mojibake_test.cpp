// Texts of exports whose bytes were read as what they are not.
#include "importers/mojibake.hpp"

#include <gtest/gtest.h>

#include "importers/import_run.hpp"

namespace fanal::importers {
namespace {

/// Every byte read as the character of Latin-1 that has its number.
std::string read_as_latin1(std::string_view bytes) {
    std::string text;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x80) {
            text += c;
        } else {
            text += static_cast<char>(0xC0 | byte >> 6);
            text += static_cast<char>(0x80 | (byte & 0x3F));
        }
    }
    return text;
}

TEST(Mojibake, what_was_read_as_latin1_is_read_as_meant) {
    for (const char* const meant :
         {"Søren Ågård", "café", "😂 déjà", "שלום", "à", "👩‍👩‍👧", "…", "a\xC2\x85z", "ÿ"}) {
        EXPECT_EQ(without_mojibake(read_as_latin1(meant)), meant);
    }
}

TEST(Mojibake, what_is_sound_stays) {
    for (const char* const sound :
         {"", "plain", "café", "naïve", "Ågård", "é", "Ã", "â€", "😂", "Ã© 😂", "prix : 5 €", "È¡"}) {
        EXPECT_EQ(without_mojibake(sound), std::string_view(sound) == "È¡" ? "ȡ" : sound);
    }
}

TEST(Mojibake, is_repaired_once_only) {
    const std::string twice = read_as_latin1(read_as_latin1("é"));
    EXPECT_EQ(without_mojibake(twice), read_as_latin1("é"));
}

TEST(Mojibake, no_bytes_are_a_surprise) {
    for (const std::string broken : {"\xC3", "\xC2\xC3", "\xFF", "a\x80", "\xC3\xA9\xC3"}) {
        EXPECT_FALSE(without_mojibake(broken).empty());
    }
}

TEST(Surrogates, coded_one_by_one_are_joined) {
    EXPECT_EQ(join_surrogates("a\xED\xA0\xBD\xED\xB8\x82z"), "a😂z");
    EXPECT_EQ(join_surrogates("\xED\xA0\xBD\xED\xB8\x82\xED\xA0\xBD\xED\xB8\x82"), "😂😂");
    EXPECT_EQ(without_mojibake(read_as_latin1("a\xED\xA0\xBD\xED\xB8\x82z")), "a😂z");
}

TEST(Surrogates, without_its_other_half_is_shown_as_lost) {
    EXPECT_EQ(join_surrogates("a\xED\xA0\xBDz"), "a\uFFFDz");
    EXPECT_EQ(join_surrogates("\xED\xB8\x82\xED\xA0\xBD"), "\uFFFD\uFFFD");
    EXPECT_EQ(join_surrogates("\xED\xA0\xBD\xED\xA0\xBD\xED\xB8\x82"), "\uFFFD😂");
}

TEST(Surrogates, others_are_left_alone) {
    EXPECT_EQ(join_surrogates("plain é 😂 ퟿"), std::nullopt);
    EXPECT_EQ(join_surrogates("\xED"), std::nullopt);
    EXPECT_EQ(join_surrogates("\xED\xA0"), std::nullopt);
}

/// What a run hands over: texts, and why it rejects.
class Heard final : public RunSink {
  public:
    void interaction(Record&& record, std::string_view) override { told.push_back(record.text); }
    void removal(Removal&&) override {}
    void profile(ProfileSighting&&, std::string_view) override {}
    void account(AccountSighting&&) override {}
    void skip(std::string_view, std::string_view) override {}
    void reject(std::string_view, std::string_view reason, std::string_view) override { told.emplace_back(reason); }

    std::vector<std::string> told;
};

TEST(Surrogates, in_a_file_do_not_cost_the_record) {
    const auto line = [](const std::string& id, const std::string& text) {
        return R"({"network":"x","kind":"comment","occurred_at":1790000000,"handle":"ana","remote_id":)" + id +
               R"(,"text":")" + text + "\"}\n";
    };
    const std::string file = line("\"1\"", "a\xED\xA0\xBD\xED\xB8\x82z") + line("\"2\"", "lost \xED\xA0\xBD") +
                             line("\"3\"", "bad \xFF") + line("\"4\"", "😂");
    std::size_t at = 0;
    Heard heard;
    run_import(
        [&](char* buffer, std::size_t size) {
            const std::size_t count = file.copy(buffer, size, at);
            at += count;
            return count;
        },
        {}, heard);
    EXPECT_EQ(heard.told, (std::vector<std::string>{"a😂z", "lost \uFFFD", "The bytes are no valid UTF-8.", "😂"}));
}

}  // namespace
}  // namespace fanal::importers
