#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>

#include "crm/app/queue_builder.hpp"
#include "tests/support/store_story.hpp"

namespace fanal::app {
namespace {

using test::Story;
using testing::ElementsAre;
using testing::IsEmpty;

constexpr auto noon = "2026-11-10T12:00:00Z";

std::string comment(const std::string& id, const std::string& who, const std::string& at, const std::string& text,
                    const std::string& answers = "", const std::string& post = "p1") {
    return R"({"network":"x","kind":"comment","remote_id":")" + id + R"(","occurred_at":")" + at +
           R"(","profile_remote_id":")" + who + R"(","post_remote_id":")" + post + R"(","in_reply_to_remote_id":")" +
           answers + R"(","text":")" + text + "\"}\n";
}

class Queue : public testing::Test {
  protected:
    Queue() { add_account(story.store(), "x", "bar", "labar", "Le bar"); }

    Story story;
};

TEST_F(Queue, PutsAComplaintAboveAQuestionAboveSmallTalk) {
    story.tell(comment("1", "ana", "2026-11-10T08:00:00Z", "On se voit samedi les amis") +
               comment("2", "bob", "2026-11-10T09:00:00Z", "À quelle heure ouvrez-vous ?") +
               comment("3", "cy", "2026-11-10T10:00:00Z", "Très déçu, une heure d'attente et des huîtres tièdes."));
    EXPECT_THAT(story.queue(noon), ElementsAre("Très déçu, une heure d'attente et des huîtres tièdes.",
                                               "À quelle heure ouvrez-vous ?", "On se voit samedi les amis"));
}

TEST_F(Queue, IsSettledByOurReplyAndOpenedByTheNextWord) {
    story.tell(comment("1", "ana", "2026-11-10T08:00:00Z", "C'est ouvert ?"));
    story.tell(comment("2", "bar", "2026-11-10T08:30:00Z", "Oui !", "1"));
    EXPECT_THAT(story.queue(noon), IsEmpty());
    story.tell(comment("3", "ana", "2026-11-10T09:00:00Z", "Et demain ?", "2"));
    EXPECT_THAT(story.queue(noon), ElementsAre("Et demain ?"));
}

TEST_F(Queue, CountsWhatOnePersonAsksInOneThreadOnce) {
    story.tell(comment("1", "ana", "2026-11-10T08:00:00Z", "C'est ouvert ?") +
               comment("2", "ana", "2026-11-10T09:00:00Z", "Allô ?"));
    const auto queue = list_queue(story.store(), 10, *parse_instant(noon));
    ASSERT_EQ(queue.size(), 1U);
    EXPECT_EQ(queue[0].waiting_count, 2);
    EXPECT_EQ(queue[0].waiting_since, *parse_instant("2026-11-10T08:00:00Z"));
    EXPECT_EQ(queue[0].text, "C'est ouvert ?");
}

TEST_F(Queue, TakesACommentWhosePostNobodyTold) {
    story.tell(comment("1", "ana", "2026-11-10T08:00:00Z", "Remboursez-moi !", "", "") +
               comment("2", "bob", "2026-11-10T10:00:00Z", "C'est dit à Ana.", "1", ""));
    EXPECT_THAT(story.queue(noon), ElementsAre("Remboursez-moi !"));
}

TEST_F(Queue, LeavesOutWhatIsNotSaidToUs) {
    const std::string flat = R"({"network":"x","occurred_at":"2026-11-10T07:00:00Z",)";
    story.tell(comment("1", "ana", "2026-11-10T08:00:00Z", "Tu viens ?", "", "theirs") + flat +
               R"("kind":"post","remote_id":"theirs","profile_remote_id":"zoe"})" + "\n" + flat +
               R"("kind":"mention","profile_remote_id":"ana","to_profile_remote_id":"zoe","text":"salut ?"})");
    EXPECT_THAT(story.queue(noon), IsEmpty());
}

TEST_F(Queue, TakesUnknownPeopleOneByOne) {
    const auto change = [](const std::string& id, const std::string& text) {
        return R"({"field":"feed","value":{"item":"comment","verb":"add","post_id":"7_9","parent_id":"7_9",)"
               R"("created_time":1794297600,"comment_id":")" +
               id + R"(","message":")" + text + R"("}})";
    };
    const std::string delivery = R"({"object":"page","entry":[{"id":"7","time":1794297600,"changes":[)" +
                                 change("9_1", "C'est où ?") + "," + change("9_2", "Et le parking ?") + "]}]}";
    story.tell(delivery);
    EXPECT_EQ(story.queue(noon).size(), 2U);
    const auto queue = list_queue(story.store(), 10, *parse_instant(noon));
    EXPECT_EQ(view_conversation(story.store(), queue[0].conversation_id, *parse_instant(noon)).entries.size(), 1U);
}

TEST_F(Queue, ForgetsWhatItsAuthorRemoved) {
    story.tell(comment("1", "ana", "2026-11-10T08:00:00Z", "C'est ouvert ?"));
    story.tell(R"({"network":"x","kind":"remove","remote_id":"1","occurred_at":"2026-11-10T09:00:00Z"})");
    EXPECT_THAT(story.queue(noon), IsEmpty());
    EXPECT_EQ(view_fan(story.store(), to_text(profile_id("x", "ana"))).history.size(), 0U);
}

TEST_F(Queue, ExplainsItsOrderToTheLastBit) {
    for (int i = 0; i < 60; ++i) {
        story.tell(comment(std::to_string(i), "fan" + std::to_string(i % 17),
                           "2026-11-0" + std::to_string(1 + i % 9) + "T08:00:00Z",
                           i % 3 == 0   ? "Très déçu !"
                           : i % 3 == 1 ? "Vous êtes ouverts ?"
                                        : "Miam 😍",
                           "", "post" + std::to_string(i % 5)));
    }
    refresh_scores(story.store(), *parse_instant(noon));
    for (const auto now : {noon, "2027-03-01T00:00:00Z"}) {
        double last = 1e9;
        const auto queue = list_queue(story.store(), 100, *parse_instant(now));
        ASSERT_GT(queue.size(), 20U);
        for (const QueueItem& item : queue) {
            double sum = 0;
            for (const Signal& signal : item.signals) {
                sum += signal.value;
            }
            EXPECT_NEAR(sum, item.score, 1e-9);
            EXPECT_LE(item.score, last + 1e-6);  // the stored key is in whole milliseconds
            last = item.score;
        }
    }
    EXPECT_EQ(story.queue(noon), story.queue("2027-03-01T00:00:00Z"));
}

TEST_F(Queue, IsBuiltTheSameHoweverLittleIsHeldAtOnce) {
    std::string told;
    for (int i = 0; i < 200; ++i) {
        const std::string id = std::to_string(i);  // one says half of it
        told += comment(id, i % 2 == 0 ? "chatterbox" : "fan" + std::to_string(i % 29), "2026-11-10T08:00:00Z", "?", "",
                        "p" + std::to_string(i % 7));
    }
    story.tell(told);
    const auto built = [&](std::size_t held_max) {
        std::vector<ConversationId> ids;
        QueueBuilder(story.store())
            .each_waiting([&](storage::QueueRow&& row) { ids.push_back(row.conversation_id); }, held_max);
        return ids;
    };
    const auto at_once = built(1000);
    EXPECT_EQ(at_once.size(), static_cast<std::size_t>(count_queue(story.store())));
    for (const std::size_t held_max : {2U, 3U, 10U, 50U, 101U, 199U}) {
        EXPECT_EQ(built(held_max), at_once) << held_max;
    }
}

TEST_F(Queue, HoldsAConversationWithBothSides) {
    story.tell(comment("1", "ana", "2026-11-10T08:00:00Z", "C'est ouvert ?") +
               comment("2", "bar", "2026-11-10T08:30:00Z", "Oui !", "1"));
    const ConversationId id{{interaction_id("x", "p1").value}, profile_id("x", "ana")};
    const ConversationView view = view_conversation(story.store(), id, *parse_instant(noon));
    ASSERT_EQ(view.entries.size(), 2U);
    EXPECT_FALSE(view.entries[0].ours);
    EXPECT_TRUE(view.entries[1].ours);
    EXPECT_FALSE(view.queue_item.has_value());
}

}  // namespace
}  // namespace fanal::app
