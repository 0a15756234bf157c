#!/usr/bin/env python3
"""Counts what a folder of Facebook's answers and deliveries holds: facebook.py FOLDER prints one JSON object.

It shares nothing with the importer. It leaves out what is not Facebook's (instagram, threads, whatsapp) and what has
no people in it (ads). Whether an object is a post or a comment is told by its id and its members, as a person would.
"""
import collections
import json
import pathlib
import re
import sys

NUMBERS = re.compile(r"\d+(_\d+){1,2}$")
POST_WORDS = {"story", "status_type", "shares", "attachments", "is_published", "full_picture", "tagged_time",
              "updated_time", "actions", "to", "parent_id"}
COMMENT_WORDS = {"parent", "can_hide", "can_remove", "user_likes", "can_reply_privately", "comment_count",
                 "attachment", "object"}
PICTURE_WORDS = {"images", "format", "embed_html", "embeddable", "live_views", "album", "page_story_id"}
PEOPLE_WORDS = {"first_name", "short_name", "name_format", "fan_count", "followers_count", "category", "username",
                "tasks", "profile_type", "category_list"}
PEOPLE_LISTS = {"likes", "reactions", "followers", "friends", "members", "roles", "blocked", "accounts"}

counts = collections.Counter()
people = set()


def is_time(value):
    if isinstance(value, int):
        return True
    return bool(re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d([+-]\d{4}|Z)$", value or ""))


def see(person):
    person = str(person or "")
    people.add(person) if person else counts.update(["unknown_authors"])


def listed(value, key):
    inner = value.get(key)
    found = inner.get("data") if isinstance(inner, dict) else None
    return found if isinstance(found, list) else []


def count_reactors(value):
    number = 0
    for key in ("reactions", "likes", "like", "love", "wow", "haha", "sad", "angry", "thankful", "care", "pride"):
        for person in listed(value, key):
            if person.get("id"):
                counts["profiles"] += 1
                people.add(person["id"])
            number += key in ("reactions", "likes")
    return number


def count_below(value, post):
    number = 0
    for comment in listed(value, "comments"):
        number += 1
        count_comment(comment)
    if post:
        for reshare in listed(value, "sharedposts"):
            number += 1
            count_post(reshare, "sharedposts")
    return number + count_reactors(value)


def count_comment(comment):
    if is_time(comment.get("created_time")):
        counts["comments"] += 1
        see((comment.get("from") or {}).get("id"))
        count_below(comment, False)
    else:
        counts["rejections" if comment.get("message") is not None else "skips"] += 1


def count_post(post, edge):
    author = (post.get("from") or {}).get("id")
    page = post["id"].split("_")[0] if NUMBERS.match(post.get("id", "")) else None
    if edge in ("posts", "published_posts"):
        author = author or page
    page = page or (listed(post, "to") or [{}])[0].get("id")
    tagged = edge == "tagged" or "tagged_time" in post
    time = post.get("created_time") or (post.get("tagged_time") if tagged else None)
    if not is_time(time):
        if post.get("id") and ("message" in post or "story" in post):
            counts["rejections"] += 1
        elif count_below(post, True) == 0:
            counts["skips"] += 1
        return
    if edge == "sharedposts" or post.get("parent_id", post["id"]) != post["id"]:
        kind = "quotes" if post.get("message") else "reshares"
    elif tagged or (author and page and author != page):
        kind = "mentions"
    else:
        kind = "posts"
    counts[kind] += 1
    see(author)
    count_below(post, True)


def count_picture(picture):
    author = (picture.get("from") or {}).get("id")
    named = picture.get("page_story_id") or (author and picture.get("id"))
    if named and picture.get("id") and is_time(picture.get("created_time") or picture.get("creation_time")):
        counts["posts"] += 1
        see(author)
        count_below(picture, True)
    elif count_below(picture, True) == 0:
        counts["skips"] += 1


def count_message(message):
    if is_time(message.get("created_time")):
        counts["messages"] += 1
        see((message.get("from") or {}).get("id"))
    else:
        counts["rejections" if "message" in message else "skips"] += 1


def count_conversation(conversation):
    messages = listed(conversation, "comments") or listed(conversation, "messages")
    for message in messages:
        count_message(message)
    if not messages:
        counts["skips"] += 1


def count_rating(rating):
    story = rating if "type" in rating and "rates" in str(rating["type"]) else rating.get("open_graph_story", {})
    if not is_time(rating.get("created_time") or story.get("start_time")):
        counts["rejections"] += 1
        return
    counts["mentions"] += 1
    see((rating.get("reviewer") or story.get("from") or {}).get("id"))
    for comment in listed(story, "comments"):
        count_comment(comment)


def is_message(item):
    mailed = str((item.get("from") or {}).get("email", "")).endswith("@facebook.com")
    return item.get("id", "").startswith(("m_", "mid.")) or (mailed and bool(listed(item, "to")))


def is_conversation(item):
    old = "unread" in item and "unseen" in item and isinstance(item.get("to"), dict)
    return item.get("id", "").startswith("t_") and ("updated_time" in item or "messages" in item
                                                    or "participants" in item) or old


def is_comment(item):
    if COMMENT_WORDS & set(item) or "comment_id=" in str(item.get("permalink_url")):
        return True
    author = (item.get("from") or {}).get("id")
    return bool(author) and not POST_WORDS & set(item) and bool(NUMBERS.match(item["id"])) \
        and not item["id"].startswith(author + "_")


def is_person(item):
    pictured = isinstance(item.get("picture"), dict) and "url" in (item["picture"].get("data") or {})
    return isinstance(item.get("name"), str) and bool(item.get("id")) and "created_time" not in item \
        and "start_time" not in item and (pictured or bool(PEOPLE_WORDS & set(item)))


def count_item(item, edge):
    if not isinstance(item, dict):
        counts["skips"] += 1
        return
    item = {key: value for key, value in item.items() if value is not None}
    item["id"] = str(item.get("id", ""))
    timed = "created_time" in item or "tagged_time" in item or NUMBERS.match(item["id"])
    if is_conversation(item):
        count_conversation(item)
    elif is_message(item):
        count_message(item)
    elif {"open_graph_story", "reviewer", "recommendation_type", "review_text"} & set(item) \
            or "rates" in str(item.get("type")):
        count_rating(item)
    elif edge == "comments":
        count_comment(item)
    elif edge in ("feed", "posts", "published_posts", "tagged", "sharedposts"):
        count_post(item, edge)
    elif PICTURE_WORDS & set(item) and item["id"] and not {"message", "story"} & set(item):
        count_picture(item)
    elif is_person(item) or (edge in PEOPLE_LISTS and item["id"] and isinstance(item.get("name"), str)):
        counts["profiles"] += 1
        people.add(item["id"])
        for key in ("feed", "posts", "published_posts", "visitor_posts", "tagged", "photos", "videos", "ratings",
                    "conversations", "live_videos"):
            for inner in listed(item, key):
                count_item(inner, key)
    elif {"message", "story"} & set(item) and timed:
        count_comment(item) if is_comment(item) else count_post(item, edge)
    elif "created_time" in item and isinstance(item.get("from"), dict) and COMMENT_WORDS & set(item):
        count_comment(item)
    elif NUMBERS.match(item["id"]) and ("created_time" in item or any(
            listed(item, key) for key in ("comments", "sharedposts", "reactions", "likes"))):
        count_post(item, edge)
    elif any(isinstance((item.get(key) or {}), dict) and isinstance((item.get(key) or {}).get("data"), list)
             for key in ("comments", "sharedposts", "reactions", "likes")) \
            or ("created_time" in item and isinstance(item.get("from"), dict) and "name" not in item):
        count_picture(item)
    else:
        number = 0
        for key in ("feed", "posts", "photos", "videos", "tagged", "ratings", "conversations"):
            for inner in listed(item, key):
                number += 1
                count_item(inner, key)
        counts["skips"] += number == 0


def count_change(change, page, delivered):
    value = change["value"] if isinstance(change["value"], dict) else {}
    item, verb = value.get("item"), value.get("verb")
    author = (value.get("from") or {}).get("id") or value.get("sender_id") or value.get("reviewer_id") \
        or value.get("user_id")
    author = str(author or "")
    if change["field"] not in ("feed", "mention", "ratings") or verb in ("hide", "unhide", "block", "unblock", "mute"):
        counts["skips"] += 1
    elif item in ("reaction", "like"):
        if verb == "remove":
            counts["removals"] += 1
        else:
            counts["reactions" if value.get("post_id") or value.get("comment_id") else "follows"] += 1
            see(author)
    elif item != "comment" and not value.get("post_id"):
        counts["skips"] += 1
    elif verb == "remove":
        counts["removals"] += 1
    elif item != "comment" and value.get("published") == 0:
        counts["skips"] += 1
    else:
        shared = str(value.get("share_id", ""))
        author = author or (page if item == "event" else "")
        if item == "comment":
            kind = "comments"
        elif shared and not value["post_id"].endswith("_" + shared) and author != page:
            kind = "quotes" if value.get("message") else "reshares"
        else:
            kind = "posts" if author in ("", page) else "mentions"
        counts[kind] += 1
        see(author)


def count_exchange(exchange, page):
    message = exchange.get("message")
    if isinstance(message, dict) and message.get("is_deleted"):
        counts["removals"] += 1
    elif isinstance(message, dict) or "message_edit" in exchange:
        counts["messages"] += 1
        see(page if (message or {}).get("is_echo") else exchange["sender"]["id"])
    elif "reaction" in exchange:
        if exchange["reaction"]["action"] == "unreact":
            counts["removals"] += 1
        else:
            counts["reactions"] += 1
            see(exchange["sender"]["id"])
    else:
        counts["skips"] += 1


def count_delivery(delivery):
    for entry in delivery["entry"]:
        if delivery["object"] != "page":
            counts["skips"] += 1
            continue
        for change in entry.get("changes", []):
            count_change(change, str(entry["id"]), entry.get("time"))
        for exchange in entry.get("messaging", []) + entry.get("standby", []):
            count_exchange(exchange, str(entry["id"]))


def edge_of(document):
    for key in ("next", "previous"):
        address = (document.get("paging") or {}).get(key) or ""
        parts = [part for part in address.split("?")[0].split("/")[3:] if part]
        parts = parts[1:] if parts and re.match(r"v\d", parts[0]) else parts
        if address.startswith("https://graph.facebook.com/") and len(parts) == 2:
            return parts[1]
    return ""


def is_batch(items):
    return bool(items) and isinstance(items[0], dict) and {"code", "body", "headers"} <= set(items[0])


def is_nobodys(items):
    """A list of things that are not named, dated or by somebody, and one of statistics, is skipped whole."""
    first = items[0] if items else {"id": ""}
    return not isinstance(first, dict) or "period" in first or not (
        isinstance(first.get("id"), str) or "created_time" in first or "from" in first or is_batch([first]))


def count_list(items, edge):
    if not items or is_nobodys(items):
        counts["skips"] += 1
        return
    for item in items:
        if is_batch([item]):
            count_document(json.loads(item["body"])) if item["code"] == 200 else counts.update(["skips"])
        else:
            count_item(item, edge)


def count_document(document):
    if isinstance(document, list):
        count_list(document, "")
    elif "entry" in document and "object" in document:
        count_delivery(document)
    elif isinstance(document.get("data"), list):
        count_list(document["data"], edge_of(document))
    elif document and all(isinstance(one, dict) and (one.get("id") == key or re.match(r"[\d_]+$", key)
                                                         and isinstance(one.get("data"), list)) for key, one in document.items()):
        for one in document.values():
            count_list(one["data"], "") if isinstance(one.get("data"), list) else count_item(one, "")
    else:
        count_item(document, "")


top = pathlib.Path(sys.argv[1])
for path in sorted(top.rglob("*.json")) if top.is_dir() else [top]:
    if re.search(r"/(instagram|threads|whatsapp|ads)/|/instagram-", str(path)):
        continue
    text = path.read_text()
    if not text.startswith(("{", "[")):
        counts["skips"] += 1  # no JSON at all
        continue
    try:
        whole = json.loads(text)
    except ValueError:
        counts["rejections"] += 1
        continue
    count_document(whole if isinstance(whole, (dict, list)) else {})

counts["people"] = len(people)
print(json.dumps({name: count for name, count in sorted(counts.items()) if count}))
