#include "models/record.hpp"

#include <gtest/gtest.h>

#include <functional>
#include <set>
#include <vector>

namespace fanal {
namespace {

Record reaction() {
    Record record;
    record.kind = InteractionKind::reaction;
    record.occurred_at = {1'700'000'000'000};
    record.profile.network = "facebook";
    record.profile.remote_id = "ana";
    record.post_remote_id = "bar_1";
    record.reaction = "like";
    return record;
}

Record comment() {
    Record record = reaction();
    record.kind = InteractionKind::comment;
    record.text = "Six Gillardeau, s'il vous plaît";
    return record;
}

using Change = std::function<void(Record&)>;

TEST(DerivedRemoteId, keeps_its_promise_to_databases_already_written) {
    EXPECT_EQ(derived_remote_id(reaction()), "derived:fnlqgntfy7jmq22kxfl3qeyy5c");
    EXPECT_EQ(derived_remote_id(comment()), "derived:hlajoha7e2s2gdijghfobqzqcm");
}

TEST(DerivedRemoteId, is_a_prefix_and_26_digits_of_base_32) {
    const std::string id = derived_remote_id(comment());
    EXPECT_EQ(id.size(), 34u);
    EXPECT_EQ(id.find_first_not_of("abcdefghijklmnopqrstuvwxyz234567", 8), std::string::npos) << id;
}

TEST(DerivedRemoteId, of_a_toggle_is_its_kind_actor_and_object_alone) {
    const std::string id = derived_remote_id(reaction());
    const std::vector<Change> same = {
        [](Record& r) { r.occurred_at = {5}; },
        [](Record& r) { r.reaction = "love"; },
        [](Record& r) { r.text = "x"; },
        [](Record& r) { r.profile.display_name = "Ana"; },
        [](Record& r) { r.to_profile_remote_id = "bar"; },
        [](Record& r) { r.extra = "{}"; },
        [](Record& r) { r.in_reply_to_remote_id = r.post_remote_id; },
    };
    for (std::size_t i = 0; i < same.size(); ++i) {
        Record changed = reaction();
        same[i](changed);
        EXPECT_EQ(derived_remote_id(changed), id) << "change " << i;
    }
    const std::vector<Change> other = {
        [](Record& r) { r.kind = InteractionKind::follow; },
        [](Record& r) { r.profile.remote_id = "ben"; },
        [](Record& r) { r.post_remote_id = "bar_2"; },
        [](Record& r) { r.in_reply_to_remote_id = "bar_1_2"; },
        [](Record& r) { std::swap(r.to_profile_remote_id, r.post_remote_id); },
    };
    std::set<std::string> ids = {id};
    for (const Change& change : other) {
        Record changed = reaction();
        change(changed);
        ids.insert(derived_remote_id(changed));
    }
    EXPECT_EQ(ids.size(), other.size() + 1);
}

TEST(DerivedRemoteId, never_takes_two_unknown_people_for_one) {
    Record first = reaction();
    first.profile.remote_id.clear();
    Record second = first;
    second.occurred_at.ms += 1000;
    EXPECT_NE(derived_remote_id(first), derived_remote_id(second));
}

TEST(DerivedRemoteId, of_anything_else_is_what_was_said_by_whom_when_and_to_whom) {
    const std::vector<Change> other = {
        [](Record& r) { r.kind = InteractionKind::message; },
        [](Record& r) { r.occurred_at.ms += 1; },
        [](Record& r) { r.profile.remote_id = "ben"; },
        [](Record& r) { r.post_remote_id = "bar_2"; },
        [](Record& r) { r.in_reply_to_remote_id = "bar_1_2"; },
        [](Record& r) { r.to_profile_remote_id = "bar"; },
        [](Record& r) { r.to_handle = "@bar"; },
        [](Record& r) { r.text += "!"; },
        [](Record& r) { r.reaction = ""; },
        [](Record& r) { r.url = "https://bar.example/1"; },
        // The same letters in the next field are another record.
        [](Record& r) { std::swap(r.post_remote_id, r.in_reply_to_remote_id); },
    };
    std::set<std::string> ids = {derived_remote_id(comment())};
    for (const Change& change : other) {
        Record changed = comment();
        change(changed);
        ids.insert(derived_remote_id(changed));
    }
    EXPECT_EQ(ids.size(), other.size() + 1);

    Record described = comment();
    described.profile.followers_count = 12;
    described.profile.handle = "@ana";
    described.language = "fr";
    described.extra = "{\"like_count\":3}";
    EXPECT_EQ(derived_remote_id(described), derived_remote_id(comment()));
}

}  // namespace
}  // namespace fanal
