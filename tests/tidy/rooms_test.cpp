// The rooms and the arrows between them: ARCHITECTURE.md says them to people, CMakeLists.txt to the linker, and the
// includes are what is so. All three must say the same.
#include <gtest/gtest.h>

#include <map>
#include <regex>
#include <set>

#include "tests/tidy/tree.hpp"

namespace fanal::tidy {
namespace {

/// A room's folder, and the rooms it may use.
using Rooms = std::map<std::string, std::set<std::string>>;

std::set<std::string> words(const std::string& text) {
    static const std::regex word(R"([\w/]+)");
    std::set<std::string> found;
    for (std::sregex_iterator match(text.begin(), text.end(), word), end; match != end; ++match) {
        found.insert(match->str());
    }
    return found;
}

/// The lines "room -> room room" of the block that opens with ```rooms.
Rooms drawn_rooms() {
    const std::string page = read("ARCHITECTURE.md");
    const std::size_t open = page.find("```rooms\n");
    const std::size_t close = page.find("\n```", open + 1);
    if (open == std::string::npos || close == std::string::npos) {
        throw std::runtime_error("ARCHITECTURE.md has no block ```rooms.");
    }
    Rooms rooms;
    for (const auto& line : lines(page.substr(open + 9, close - open - 9))) {
        const std::size_t arrow = line.find("->");
        const auto names = words(line.substr(0, arrow));
        if (arrow == std::string::npos || names.size() != 1) {
            throw std::runtime_error("In ARCHITECTURE.md this is no line of rooms: " + line);
        }
        rooms[*names.begin()] = words(line.substr(arrow + 2));
    }
    return rooms;
}

/// The fanal_room lines of the build, and what the program itself, the room "crm", links.
Rooms linked_rooms() {
    std::string build = read("CMakeLists.txt");
    for (const auto& path : files({"models", "schemas", "importers", "crm"}, {".cmake", "CMakeLists.txt"})) {
        build += read(path);
    }
    static const std::regex room(R"(fanal_room\(([\w/]+)(?:\s+USES((?:\s+(?!LIBRARIES)[\w/]+)+))?)");
    static const std::regex program(R"(target_link_libraries\(fanal PRIVATE((?:\s+\w+)+)\))");
    Rooms rooms;
    std::map<std::string, std::string> targets;
    for (std::sregex_iterator match(build.begin(), build.end(), room), end; match != end; ++match) {
        rooms[(*match)[1]] = words((*match)[2]);
        std::string target = "fanal_" + (*match)[1].str();
        std::replace(target.begin(), target.end(), '/', '_');
        targets[target] = (*match)[1];
    }
    for (std::sregex_iterator match(build.begin(), build.end(), program), end; match != end; ++match) {
        for (const auto& target : words((*match)[1])) {
            if (targets.contains(target)) {
                rooms["crm"].insert(targets[target]);
            }
        }
    }
    return rooms;
}

/// The room of a file or an include line: the longest room whose folder holds it; empty for none.
std::string room_of(const std::string& path, const Rooms& rooms) {
    std::string room;
    for (const auto& [name, used] : rooms) {
        if (path.starts_with(name + "/") && name.size() > room.size()) {
            room = name;
        }
    }
    return room;
}

/// Everything `room` reaches by following arrows; the linker hands these headers on, and so may an include line.
void reach(const std::string& room, const Rooms& rooms, std::set<std::string>& reached) {
    const auto found = rooms.find(room);
    if (found == rooms.end() || !reached.insert(room).second) {
        return;
    }
    for (const auto& used : found->second) {
        reach(used, rooms, reached);
    }
}

TEST(Rooms, EveryIncludeHasAnArrow) {
    const Rooms rooms = drawn_rooms();
    static const std::regex include(R"(^\s*#\s*include\s+"([^"]+)\")");
    std::vector<std::string> offenders;
    for (const auto& path : cpp_files({"models", "schemas", "importers", "crm"})) {
        const std::string from = room_of(path, rooms);
        int number = 0;
        for (const auto& line : lines(read(path))) {
            ++number;
            std::smatch match;
            // What the build writes into build/*/generated belongs to the room that reads it.
            if (!std::regex_search(line, match, include) || match[1].str().ends_with(".inc")) {
                continue;
            }
            const std::string to = room_of(match[1], rooms);
            if (to.empty() || (to != from && !rooms.at(from).contains(to))) {
                offenders.push_back(path + ":" + std::to_string(number) + ": " + line);
            }
        }
    }
    EXPECT_TRUE(offenders.empty()) << "No arrow in ARCHITECTURE.md's rooms allows these:\n" << listed(offenders);
}

TEST(Rooms, TheDrawingAndTheBuildAgree) {
    const Rooms drawn = drawn_rooms();
    const Rooms linked = linked_rooms();
    for (const auto& [room, used] : drawn) {
        ASSERT_TRUE(linked.contains(room))
            << room << " is drawn in ARCHITECTURE.md, but CMakeLists.txt has no such room.";
        for (const auto& to : used) {
            EXPECT_TRUE(linked.at(room).contains(to))
                << room << " -> " << to << " is drawn, but CMakeLists.txt lacks it.";
        }
    }
    for (const auto& [room, used] : linked) {
        ASSERT_TRUE(drawn.contains(room)) << room << " is in CMakeLists.txt, but ARCHITECTURE.md does not draw it.";
        for (const auto& to : used) {
            EXPECT_TRUE(drawn.at(room).contains(to))
                << room << " -> " << to << " is linked, but ARCHITECTURE.md lacks it.";
        }
    }
}

TEST(Rooms, TheArrowsMakeNoCircle) {
    const Rooms rooms = drawn_rooms();
    for (const auto& [room, used] : rooms) {
        std::set<std::string> reached;
        for (const auto& to : used) {
            reach(to, rooms, reached);
        }
        EXPECT_FALSE(reached.contains(room)) << room << " comes back to itself.";
    }
}

TEST(Rooms, EverySourceFileIsInARoom) {
    const Rooms rooms = drawn_rooms();
    for (const auto& path : cpp_files({"models", "schemas", "importers", "crm"})) {
        EXPECT_FALSE(room_of(path, rooms).empty()) << path;
    }
}

TEST(Rooms, EveryArrowIsUsed) {
    // An arrow that no include needs is a door left open.
    const Rooms rooms = drawn_rooms();
    Rooms seen;
    static const std::regex include(R"(#\s*include\s+"([^"]+)\")");
    for (const auto& path : cpp_files({"models", "schemas", "importers", "crm"})) {
        const std::string text = read(path);
        for (std::sregex_iterator match(text.begin(), text.end(), include), end; match != end; ++match) {
            seen[room_of(path, rooms)].insert(room_of((*match)[1], rooms));
        }
    }
    std::vector<std::string> offenders;
    for (const auto& [room, used] : rooms) {
        for (const auto& to : used) {
            if (!seen[room].contains(to)) {
                offenders.push_back(room + " -> " + to);
            }
        }
    }
    EXPECT_TRUE(offenders.empty()) << "No include needs these arrows:\n" << listed(offenders);
}

}  // namespace
}  // namespace fanal::tidy
