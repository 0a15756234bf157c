#include "importers/html_text.hpp"

#include <gtest/gtest.h>

#include <random>

namespace fanal::importers {
namespace {

TEST(HtmlToText, turns_breaks_and_paragraphs_into_lines) {
    EXPECT_EQ(html_to_text("<p>Douze huîtres</p><p>et un verre</p>"), "Douze huîtres\n\net un verre");
    EXPECT_EQ(html_to_text("Super !<br />Encore<br><BR/>plus"), "Super !\nEncore\n\nplus");
    EXPECT_EQ(html_to_text("<br><p><p>  a \n b\t<b>c</b></p></p><br>"), "a b c");
    EXPECT_EQ(html_to_text("<ul><li>six</li><li>douze</li></ul>après"), "six\ndouze\n\naprès");
    EXPECT_EQ(html_to_text(""), "");
}

TEST(HtmlToText, reads_entities) {
    EXPECT_EQ(html_to_text("&lt;3 l&#39;&eacute;t&eacute; &amp; l&#x2019;Atlantique&hellip;"),
              "<3 l'été & l’Atlantique…");
    EXPECT_EQ(html_to_text("&amp;lt;b&amp;gt;"), "&lt;b&gt;");
    EXPECT_EQ(html_to_text("fish & chips &c; &unknown; &"), "fish & chips &c; &unknown; &");
    EXPECT_EQ(html_to_text("&#0;&#xD800;&#x110000;&#99999999999999;&#;&#x;"), "\uFFFD\uFFFD\uFFFD\uFFFD&#;&#x;");
    EXPECT_EQ(html_to_text("&#128025;&#x1F9AA;"), "🐙🦪");
}

TEST(HtmlToText, keeps_addresses) {
    const char* const split =
        "<a href=\"https://bar.example/carte?a=1&amp;b=2\" rel=\"nofollow\"><span class=\"invisible\">https://</span>"
        "<span class=\"ellipsis\">bar.example/carte</span><span class=\"invisible\">?a=1&amp;b=2</span></a>";
    EXPECT_EQ(html_to_text(split), "https://bar.example/carte?a=1&b=2");
    EXPECT_EQ(html_to_text("<a href=\"https://www.bar.example/carte\">bar.example/ca…</a> !"),
              "https://www.bar.example/carte !");
    EXPECT_EQ(html_to_text("voir <a href='https://bar.example/'>la carte</a>."),
              "voir la carte (https://bar.example/).");
    EXPECT_EQ(html_to_text("<a href=https://bar.example/></a>"), "https://bar.example/");
    EXPECT_EQ(html_to_text("<a href=\"javascript:alert(1)\">ici</a>"), "ici");
    EXPECT_EQ(html_to_text("<a>ici</a> <a href=\"https://a.example\">un <a href=\"https://b.example\">deux"),
              "ici un (https://a.example) deux (https://b.example)");
}

TEST(HtmlToText, leaves_mentions_topics_and_times_alone) {
    EXPECT_EQ(
        html_to_text("<p><span class=\"h-card\"><a href=\"https://m.example/@bar\" class=\"u-url mention\">@<span>bar"
                     "</span></a></span> bonjour</p>"),
        "@bar bonjour");
    EXPECT_EQ(html_to_text("<a href=\"https://m.example/tags/huitres\">#<span>huitres</span></a>"), "#huitres");
    EXPECT_EQ(html_to_text("<a href=\"https://www.youtube.com/watch?v=x&amp;t=90\">1:30</a> miam"), "1:30 miam");
}

TEST(HtmlToText, drops_what_is_no_text) {
    EXPECT_EQ(html_to_text("a<script>if (1 < 2) alert('</p>')</SCRIPT>b<style>p{}</style>c<!-- <b> -->d"), "abcd");
    EXPECT_EQ(html_to_text("<!DOCTYPE html><?xml version='1'?>a<script>never closed"), "a");
}

TEST(HtmlToText, keeps_what_only_looks_like_markup) {
    EXPECT_EQ(html_to_text("2 < 3 > 1 </3 <3 <"), "2 < 3 > 1 </3 <3 <");
    EXPECT_EQ(html_to_text("never <closed"), "never <closed");
    EXPECT_EQ(html_to_text("never <!-- closed"), "never <!-- closed");
}

TEST(HtmlLinks, are_the_web_addresses_in_order) {
    EXPECT_EQ(
        html_links("<a HREF = \"https://a.example/?x=1&amp;y\">a</a><a href='mailto:x@y'>b</a><a title=\"href=no\" "
                   "href='http://b.example'>"),
        (std::vector<std::string>{"https://a.example/?x=1&y", "http://b.example"}));
}

TEST(HtmlToText, leaves_no_markup_of_random_html) {
    std::mt19937 random(20261123);
    const std::string_view pieces[] = {"<p>",       "</p>",        "<a href=\"https://x.example\">",
                                       "</a>",      "<a href='",   "'>",
                                       "<!-- >",    "--> -->",     "<script>",
                                       "</script>", "<br/>",       "<P\n>",
                                       "<x-y z>",   "<!DOCTYPE >", "\"",
                                       "é",         "a",           "&amp;"};
    for (int i = 0; i < 20'000; ++i) {
        std::string html;
        for (std::uint32_t count = random() % 24; count > 0; --count) {
            html += pieces[random() % std::size(pieces)];
        }
        // A last ">" closes whatever is open, so that every "<" opens markup.
        const std::string text = html_to_text(html + "> -->");
        EXPECT_EQ(text.find('<'), std::string::npos) << html << " -> " << text;
        html_links(html);
    }
}

TEST(HtmlToText, reads_random_bytes_to_the_end) {
    std::mt19937 random(7);
    const std::string_view alphabet = "<>/!-&#;x\"'= \nabp";
    for (int i = 0; i < 50'000; ++i) {
        std::string html;
        for (std::uint32_t size = random() % 40; size > 0; --size) {
            html += alphabet[random() % alphabet.size()];
        }
        const std::string text = html_to_text(html);
        EXPECT_TRUE(text.empty() || (text.front() != ' ' && text.back() != ' ')) << html;
        html_links(html);
    }
}

TEST(HtmlToText, reads_a_megabyte_of_hostile_html) {
    for (const std::string_view piece :
         {"<", "<a", "<a href=\"", "<!--", "<script>", "</", "&", "&#", "&#x", "<a href=\"https://a\">a", "<p>", " ",
          "<br>", "<!", "\"'", "href=", "<a =", "a"}) {
        std::string html = "<a href=\"https://";
        while (html.size() < 1'000'000) {
            html += piece;
        }
        // A quadratic step would take an hour, and this test would never end.
        EXPECT_LE(html_to_text(html).size(), 3 * html.size()) << piece;
        EXPECT_LE(html_links(html).size(), html.size() / piece.size()) << piece;
    }
}

}  // namespace
}  // namespace fanal::importers
