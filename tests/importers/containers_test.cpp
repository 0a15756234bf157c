// Archives, gzip and workbooks, sound and hostile: what is in them is handed over under its name, and what cannot be is
// refused with a sentence.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "importers/containers/unpack.hpp"
#include "tests/importers/table_sink.hpp"
#include "tests/support/zip_writer.hpp"

namespace fanal::importers {
namespace {

using support::gzipped;
using support::workbook;
using support::zipped;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Pair;

/// What a file holds, by name.
class Opened final : public UnpackSink {
  public:
    bool read(const Source& source) override {
        std::string bytes;
        char buffer[777];
        for (std::size_t count = 1; count > 0 && bytes.size() < 400'000'000;) {
            count = source.read(buffer, sizeof buffer);
            bytes.append(buffer, count);
        }
        sources.emplace_back(source.name, bytes);
        sheet = source.is_sheet;
        return true;
    }
    void refuse(const std::string& name, const std::string& sentence) override { refused.emplace_back(name, sentence); }

    std::vector<std::pair<std::string, std::string>> sources, refused;
    bool sheet = false;
};

Opened open(const std::string& bytes) {
    Opened opened;
    const ReadBytes read = [left = std::string_view(bytes)](char* buffer, std::size_t size) mutable {
        const std::size_t count = left.copy(buffer, std::min<std::size_t>(size, 3));
        left.remove_prefix(count);
        return count;
    };
    unpack({"f", read, static_cast<std::int64_t>(bytes.size()), ""}, "", opened);
    return opened;
}

TEST(Unpack, HandsOverWhatIsNoContainer) {
    EXPECT_THAT(open("{}").sources, ElementsAre(Pair("f", "{}")));
    EXPECT_THAT(open("").sources, ElementsAre(Pair("f", "")));
    EXPECT_THAT(open("PK is no archive").sources.size(), 1U);
}

TEST(Unpack, ReadsGzipAndSeveralStreamsAsOne) {
    EXPECT_THAT(open(gzipped("{\"a\":1}")).sources, ElementsAre(Pair("f", "{\"a\":1}")));
    EXPECT_THAT(open(gzipped("ab") + gzipped("cd")).sources, ElementsAre(Pair("f", "abcd")));
    EXPECT_THAT(open(gzipped("ab") + std::string(20, '\0')).refused, IsEmpty());
}

TEST(Unpack, SaysWhereGzipIsBroken) {
    std::string long_text;
    for (int i = 0; i < 20'000; ++i) {
        long_text += std::to_string(i * 7919 % 10'007) + ",";
    }
    const std::string whole = gzipped(long_text);
    const Opened cut = open(whole.substr(0, whole.size() / 2));
    ASSERT_EQ(cut.sources.size(), 1U);
    EXPECT_TRUE(long_text.starts_with(cut.sources[0].second));
    EXPECT_THAT(cut.refused, ElementsAre(Pair("f", HasSubstr("cut short"))));
    std::string damaged = whole;
    damaged[damaged.size() / 2] ^= 0x55;
    EXPECT_THAT(open(damaged).refused, ElementsAre(Pair("f", HasSubstr("damaged"))));
}

TEST(Unpack, ReadsTheMembersOfAnArchive) {
    for (const bool deflated : {true, false}) {
        const Opened opened =
            open(zipped({{"a.json", "{}"}, {"in/b.csv", "x,y"}, {"in/", ""}, {"__MACOSX/a", "?"}}, deflated));
        EXPECT_THAT(opened.sources, ElementsAre(Pair("f/a.json", "{}"), Pair("f/in/b.csv", "x,y")));
        EXPECT_THAT(opened.refused, IsEmpty());
    }
}

TEST(Unpack, OpensArchivesInArchivesThreeDeep) {
    std::string nested = zipped({{"c.json", "[]"}});
    EXPECT_THAT(open(zipped({{"b.zip", nested}})).sources, ElementsAre(Pair("f/b.zip/c.json", "[]")));
    EXPECT_THAT(open(zipped({{"b.json.gz", gzipped("[]")}})).sources, ElementsAre(Pair("f/b.json.gz", "[]")));
    for (int i = 0; i < 5; ++i) {
        nested = zipped({{"z", nested}});
    }
    const Opened deep = open(nested);
    EXPECT_THAT(deep.sources, IsEmpty());
    EXPECT_THAT(deep.refused, ElementsAre(Pair("f/z/z/z", HasSubstr("three deep"))));
}

TEST(Unpack, LeavesAloneWhatWouldLieOutside) {
    const Opened opened =
        open(zipped({{"../../etc/passwd", "a"}, {"/root", "b"}, {"c:\\d", "c"}, {"..", "d"}, {"a..b", "e"}}));
    EXPECT_THAT(opened.sources, ElementsAre(Pair("f/a..b", "e")));
    EXPECT_EQ(opened.refused.size(), 4U);
}

TEST(Unpack, SaysWhatIsLocked) {
    std::string archive = zipped({{"a.json", "{}"}});
    const std::size_t directory = archive.find("PK\x01\x02");
    archive[6] |= 1;
    archive[directory + 8] |= 1;
    EXPECT_THAT(open(archive).refused, ElementsAre(Pair("f/a.json", HasSubstr("password"))));
}

TEST(Unpack, GivesUpBombs) {
    const Opened opened = open(zipped({{"bomb", std::string(300'000'000, '0')}, {"b", "after"}}));
    ASSERT_EQ(opened.sources.size(), 2U);
    EXPECT_LT(opened.sources[0].second.size(), 300'000'000U);
    EXPECT_EQ(opened.sources[1].second, "after");
    EXPECT_THAT(opened.refused, ElementsAre(Pair("f/bomb", HasSubstr("300 times"))));
}

TEST(Unpack, GivesUpMembersThatLieOverEachOther) {
    std::string archive = zipped({{"a", std::string(400'000, '0')}, {"b", "b"}});
    const std::size_t a = archive.find("PK\x01\x02"), b = archive.find("PK\x01\x02", a + 4);
    archive.replace(b + 16, 12, archive, a + 16, 12);  // the second one's checksum and sizes, and its place
    archive.replace(b + 42, 4, archive, a + 42, 4);
    for (const std::string& file : {archive, gzipped(archive)}) {
        const Opened opened = open(file);
        EXPECT_THAT(opened.sources, ElementsAre(Pair("f/a", testing::SizeIs(400'000))));
        EXPECT_THAT(opened.refused, ElementsAre(Pair("f/b", HasSubstr("smaller than what it says"))));
    }
}

TEST(Unpack, NeverFailsOnBrokenArchives) {
    const std::string whole =
        zipped({{"a.json", "{\"a\":1}"}, {"b.xlsx", workbook("<row r=\"1\"><c><v>1</v></c></row>")}});
    for (std::size_t size = 0; size < whole.size(); size += 3) {
        const Opened cut = open(whole.substr(0, size));
        EXPECT_FALSE(cut.sources.empty() && cut.refused.empty()) << size;
    }
    for (std::size_t at = 0; at < whole.size(); at += 2) {
        std::string flipped = whole;
        flipped[at] ^= 0x41;
        open(flipped);
    }
}

// ---- Workbooks ----

TEST(Workbook, ReadsAsTheCsvThatItCouldBeSavedAs) {
    const Opened opened = open(workbook(
        R"(<row r="1"><c r="A1" t="s"><v>0</v></c></row>)"
        R"(<row r="3"><c r="B3" t="inlineStr"><is><r><t>a, </t></r><r><t>"b"</t></r></is></c><c r="D3"><v>12</v></c></row>)"
        R"(<row r="4"><c r="A4" s="1"><v>44196.788252315</v></c><c r="B4" t="b"><v>1</v></c><c r="C4" t="e"><v>#N/A</v></c>)"
        R"(<c r="D4" t="str"><f>A1</f><v>x_x000D_&#10;y</v></c></row>)",
        "", "", "<si><t>Zoé</t><rPh><t>no</t></rPh></si>"));
    EXPECT_TRUE(opened.sheet);
    EXPECT_THAT(opened.sources,
                ElementsAre(Pair("f", "Zoé\n\n,\"a, \"\"b\"\"\",,12\n2020-12-31 18:55:05,TRUE,,\"x\ny\"\n")));
}

TEST(Workbook, KeepsTheAddressesOfLinks) {
    const Opened opened = open(workbook(
        R"(<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c><c r="B1" t="inlineStr"><is><t>Vu</t></is></c></row>)"
        R"(<row r="2"><c r="A2" t="inlineStr"><is><t>Ana</t></is></c><c r="B2" t="str"><f>HYPERLINK("https://b.example","ici")</f><v>ici</v></c></row>)"
        R"(<row r="3"><c r="A3" t="inlineStr"><is><t>Ben</t></is></c></row>)",
        R"(<hyperlinks><hyperlink ref="A2" r:id="h1"/></hyperlinks>)",
        R"(<Relationship Id="h1" Target="https://a.example/?a=1&amp;b=2"/>)"));
    EXPECT_THAT(opened.sources, ElementsAre(Pair("f",
                                                 "Nom,Nom link,Vu,Vu link\n"
                                                 "Ana,https://a.example/?a=1&b=2,ici,https://b.example\n"
                                                 "Ben,,,\n")));
}

TEST(Workbook, RefusesTricksOfXml) {
    const std::string bomb = zipped({{"xl/workbook.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><workbook>&b;</workbook>"}});
    EXPECT_THAT(open(bomb).refused, ElementsAre(Pair("f", HasSubstr("damaged"))));
    const Opened wide = open(workbook("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c><c r=\"A1\"><v>2</v></c></row>"));
    EXPECT_THAT(wide.sources, ElementsAre(Pair("f", "2\n")));
    EXPECT_THAT(open(workbook("<row r=\"1\"><c r=\"A1\"><v>1</v></c></row><row>")).refused,
                ElementsAre(Pair("f", HasSubstr("This sheet is damaged"))));
}

TEST(Workbook, CountsItsRowsInReports) {
    const Opened opened = open(workbook(
        R"(<row r="2"><c t="inlineStr"><is><t>Date</t></is></c><c t="inlineStr"><is><t>Message</t></is></c></row>)"
        R"(<row r="3"><c s="1"><v>44196.5</v></c><c t="inlineStr"><is><t>a&#10;b</t></is></c></row>)"
        R"(<row r="7"><c t="inlineStr"><is><t>hier</t></is></c><c t="inlineStr"><is><t>c</t></is></c></row>)"));
    ASSERT_EQ(opened.sources.size(), 1U);
    TestGuide guide;
    guide.sheet = true;
    guide.columns = {{"occurred_at", "Date"}, {"text", "Message"}};
    const TableRead read = read_table(opened.sources[0].second, guide, "facebook");
    ASSERT_EQ(read.collected.interactions.size(), 1U);
    EXPECT_EQ(read.collected.interactions[0].text, "a\nb");
    ASSERT_EQ(read.collected.rejections.size(), 1U);
    EXPECT_EQ(read.collected.rejections[0].path, "row 7");
}

}  // namespace
}  // namespace fanal::importers
