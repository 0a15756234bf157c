// Every network's fixtures, written another way: twice, with members and lists in another order, cut into several
// files, cut short at every byte, with members that nobody knows. What is read stays the same.
#include <gtest/gtest.h>

#include "tests/importers/varied.hpp"

namespace fanal::importers {
namespace {

/// The ways in which a form cannot stay the same by its nature.
struct Exception {
    const char* variation;
    const char* network;
    const char* fixture;
    const char* reason;
};

// clang-format off
constexpr Exception exceptions[] = {
    {"lists in another order", "mastodon", "accept_history",
     "A post's history is told from its first state on, and only the first says when it was written."},
    {"cut into several", "mastodon", "accept_history", "As above: without its first state a history does not say when the post was written."},
    {"cut into several", "mastodon", "accept_notification_groups", "Groups name people and posts that stand in the same answer's other lists."},
    {"cut into several", "bluesky", "accept_notifications",
     "Whose notifications they are only those about our own posts say; one alone names two people."},
    {"cut into several", "facebook", "accept_export_thread", "Which side of a thread is ours shows in whom it has."},
    {"cut into several", "instagram", "accept_export_thread", "Which side of a thread is ours shows in whom it has."},
    {"cut into several", "facebook", "accept_export_posts", "A post that is a time and a sentence alone is one only among posts."},
    {"cut into several", "facebook", "accept_export_nothing_for_us",
     "What nothing names is one of the export's only among others: the words of its skip change."},
    {"cut into several", "linkedin", "accept_comments", "A post has several ids, and which of them are the same post only the neighbours say."},
    {"cut into several", "linkedin", "accept_notifications", "As above."},
    {"cut into several", "linkedin", "accept_posts", "As above."},
    {"elements as documents", "bluesky", "reject_records_without_time_or_subject", "Whose list it is the records around say."},
    {"elements as documents", "facebook", "accept_batch", "One answer of a batch is called so only among the others."},
    {"elements as documents", "facebook", "accept_export_posts", "As when it is cut into several."},
    {"elements as documents", "facebook", "accept_export_nothing_for_us", "As when it is cut into several."},
    {"unknown members", "facebook", "accept_map", "The members are ids, each with what it names."},
    {"unknown members", "instagram", "accept_comments_by_id", "The members are ids, each with what it names."},
    {"unknown members", "instagram", "accept_export_of_2019", "The members of its followers are people, each with a time."},
    {"unknown members", "mastodon", "accept_outbox", "The members of its contentMap are languages, and of two none is the text's."},
    {"unknown members", "x", "accept_delivery", "The members of its users are ids, each with whom it names."},
    {"unknown members kept", "facebook", "accept_batch", "An answer of a batch is a text, into which no member is put here."},
    {"unknown members kept", "instagram", "accept_export_of_2019", "Its items are lists, which have no members."},
    {"unknown members kept", "mastodon", "accept_stream", "What a stream brings is a text, into which no member is put here."},
};
// clang-format on

/// Holds what a variation found against the table: a difference fails without an exception, and an exception without a
/// difference, which nobody needs any more.
void expect_none(const std::string& found, const char* variation, const Fixture& fixture) {
    const auto names = [&](const Exception& exception) {
        return std::string_view(exception.variation) == variation && exception.network == fixture.network &&
               fixture.path.stem() == exception.fixture;
    };
    const bool excepted = std::any_of(std::begin(exceptions), std::end(exceptions), names);
    EXPECT_TRUE(excepted || found.empty())
        << fixture.network << "/" << fixture.path.stem().string() << ", " << variation << ":\n"
        << found;
    EXPECT_FALSE(excepted && found.empty()) << fixture.path << " needs no exception: " << variation;
}

class Variations : public testing::TestWithParam<const Importer*> {
  protected:
    /// Visits every fixture with its document.
    static void each(const std::function<void(const Fixture&, const Json&)>& visit) {
        for (const char* const prefix : {"accept_", "reject_"}) {
            for (const Fixture& fixture : fixtures_of(GetParam()->network, prefix)) {
                visit(fixture, Json::parse(read_file(fixture.path)));
            }
        }
    }
    static Collected read(const Json& document) { return file_of(GetParam()->network, document.dump()); }
};

TEST_P(Variations, twice_the_records_are_the_same) {
    each([](const Fixture& fixture, const Json& document) {
        const Collected once = read(document);
        TableSink sink;
        read_file_of(fixture.network, document.dump(), sink);
        read_file_of(fixture.network, document.dump(), sink);
        const Collected& twice = sink.collected;
        EXPECT_EQ(facts_in(once), facts_in(twice)) << fixture.path;
        EXPECT_EQ(twice.count(), 2 * once.count()) << fixture.path;
    });
}

TEST_P(Variations, members_may_stand_in_any_order) {
    std::mt19937 random(20261123);
    each([&](const Fixture& fixture, const Json& document) {
        const Facts facts = facts_in(read(document));
        std::string found;
        const auto compare = [&](const auto& order) {
            if (found.empty()) {
                found = difference(facts, facts_in(read(reordered(document, order))));
            }
        };
        compare([](auto& keys) { std::reverse(keys.begin(), keys.end()); });
        compare([](auto& keys) { std::sort(keys.begin(), keys.end()); });
        compare([&](auto& keys) { std::shuffle(keys.begin(), keys.end(), random); });
        expect_none(found, "members in another order", fixture);
    });
}

TEST_P(Variations, lists_may_stand_in_any_order) {
    each([](const Fixture& fixture, const Json& document) {
        Json reversed = document;
        for (Json* list : top_lists(reversed)) {
            std::reverse(list->begin(), list->end());
        }
        expect_none(difference(facts_in(read(document)), facts_in(read(reversed))), "lists in another order", fixture);
    });
}

TEST_P(Variations, a_file_may_be_cut_into_several) {
    each([](const Fixture& fixture, const Json& document) {
        const Facts facts = facts_in(read(document));
        Json part = document;
        std::string found;
        for (Json* list : top_lists(part)) {
            const Json whole = *list;
            TableSink parts;
            for (const Json& element : whole) {
                *list = Json::array({element});
                read_file_of(fixture.network, part.dump(), parts);
            }
            *list = whole;
            found += difference(facts, facts_in(parts.collected));
        }
        expect_none(found, "cut into several", fixture);
    });
}

TEST_P(Variations, a_list_may_come_as_documents_of_their_own) {
    each([](const Fixture& fixture, const Json& document) {
        if (!document.is_array()) {
            return;
        }
        std::string lines;
        for (const Json& element : document) {
            lines += element.dump() + "\n";
        }
        expect_none(difference(facts_in(read(document)), facts_in(file_of(fixture.network, lines))),
                    "elements as documents", fixture);
    });
}

TEST_P(Variations, cut_short_at_every_byte_a_file_gives_what_is_before_and_says_so) {
    each([](const Fixture& fixture, const Json& document) {
        const std::string bytes = document.dump();
        const Facts records = records_in(read(document));
        std::string found;
        for (std::size_t size = 0; size < bytes.size() && found.empty(); ++size) {
            const Collected cut = file_of(fixture.network, std::string_view(bytes).substr(0, size));
            EXPECT_FALSE(cut.skips.empty() && cut.rejections.empty())
                << fixture.path << " cut at " << size << ", and nobody is told.";
            for (const Fact& record : records_in(cut)) {
                found += holds(records, record) ? "" : std::to_string(size) + ": " + to_text(record) + "\n";
            }
        }
        expect_none(found, "cut short", fixture);
    });
}

TEST_P(Variations, unknown_members_are_kept_with_their_records_and_change_nothing_else) {
    each([](const Fixture& fixture, const Json& document) {
        Collected whole = read(document), varied = read(with_unknown_members(document));
        std::string without;
        for (const Record& record : varied.interactions) {
            const bool kept = record.extra.find(R"("zz_before":{)") != std::string::npos &&
                              record.extra.find(R"("zz_behind":"zz")") != std::string::npos;
            without += kept ? "" : to_json(record).dump() + "\n";
        }
        expect_none(without, "unknown members kept", fixture);
        for (Collected* collected : {&whole, &varied}) {
            for (Record& record : collected->interactions) {
                record.extra.clear();
            }
        }
        // Where the members are an export's lists, an unknown one is skipped, and that is said.
        whole.skips.clear();
        varied.skips.clear();
        expect_none(difference(facts_in(whole), facts_in(varied)), "unknown members", fixture);
    });
}

INSTANTIATE_TEST_SUITE_P(Importers, Variations, testing::ValuesIn(all_importers()),
                         [](const auto& importer) { return std::string(importer.param->network); });

}  // namespace
}  // namespace fanal::importers
