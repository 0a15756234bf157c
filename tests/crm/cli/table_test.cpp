#include "crm/cli/table.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "crm/cli/display.hpp"

namespace fanal::cli {
namespace {

struct Screen {
    std::ostringstream out;
    Terminal terminal;

    explicit Screen(int width, bool colour = false) : terminal{out, out, width, colour, false} {}
};

TEST(Table, AlignsByWhatATerminalShows) {
    Table table({{"name"}, {"given", Table::Kind::number}});
    table.add({"Zoé", "12"});
    table.add({"東京 🦪", "1,234"});
    EXPECT_EQ(table.text(Screen(80).terminal),
              "name     given\n"
              "Zoé         12\n"
              "東京 🦪  1,234\n");
}

TEST(Table, LetsTextGiveWayAndNeverNumbersOrIds) {
    Table table({{"fan", Table::Kind::id}, {"name"}, {"given", Table::Kind::number}});
    table.add({"3104118264427861", "Anastasia Margarethe von und zu Hohenstein", "1,234,567"});
    const std::string text = table.text(Screen(45).terminal);
    EXPECT_EQ(text,
              "fan               name                  given\n"
              "3104118264427861  Anastasia Marga…  1,234,567\n");
}

TEST(Table, IsWiderThanTheTerminalRatherThanUnreadable) {
    Table table({{"fan", Table::Kind::id}, {"text"}});
    table.add({std::string(60, '7'), "an oyster and a glass"});
    EXPECT_NE(table.text(Screen(40).terminal).find(std::string(60, '7') + "  an oyst"), std::string::npos);
}

TEST(Table, MakesCellsSafe) {
    Table table({{"text"}, {"id", Table::Kind::id}});
    table.add({"\x1b[31mred\nalert", "\x1b]0;x\x07"});
    EXPECT_EQ(table.text(Screen(80).terminal), "text            id\n␛[31mred alert  ␛]0;x␇\n");
}

TEST(Table, ColoursNothingButItsHeadings) {
    Table table({{"a"}});
    table.add({"b"});
    EXPECT_EQ(table.text(Screen(80, true).terminal), "\x1b[2ma\x1b[0m\nb\n");
}

TEST(Styled, IsTheTextItselfWithoutColour) {
    EXPECT_EQ(styled(Screen(80).terminal, Style::bad, "x"), "x");
    EXPECT_EQ(styled(Screen(80, true).terminal, Style::bad, "x"), "\x1b[31mx\x1b[0m");
    EXPECT_EQ(styled(Screen(80, true).terminal, Style::bad, ""), "");
}

}  // namespace
}  // namespace fanal::cli
