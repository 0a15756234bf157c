#!/usr/bin/env python3
"""Counts what a folder of Meta's exports holds: meta_export.py FOLDER prints one JSON object.

It shares nothing with the importer: it goes by the words that only these exports use. A file that is no JSON is one
rejection for the piece that is broken.
"""
import collections
import json
import pathlib
import sys

counts = collections.Counter()
people = set()


def repaired(text):
    try:
        return text.encode("latin-1").decode("utf-8")
    except UnicodeError:
        return text


def act(kind, author=None):
    counts[kind] += 1
    if author:
        people.add("name:" + repaired(author))
    else:
        counts["unknown_authors"] += 1


def count_leaves(value):
    """What no list names as an act: every item of every list in it."""
    if isinstance(value, list):
        counts["skips"] += len(value)
    elif isinstance(value, dict):
        for inner in value.values():
            count_leaves(inner)


def count(value):
    if isinstance(value, list):
        for one in value:
            count(one)
    elif "sender_name" in value:
        act("messages")
        counts["private"] += 1
    elif "comments_media_comments" in value:
        for comment in value["comments_media_comments"]:
            for _ in comment["string_list_data"]:
                act("comments")
    elif any(key.endswith("comments_v2") for key in value):
        for items in value.values():
            for item in items:
                written = [one["comment"] for one in item.get("data", []) if "comment" in one]
                act("comments", written[0].get("author")) if written else counts.update(["skips"])
    elif "reactions_v2" in value:
        for item in value["reactions_v2"]:
            given = [one["reaction"] for one in item.get("data", []) if "reaction" in one]
            act("reactions", given[0].get("actor")) if given else counts.update(["skips"])
    elif "group_posts_v2" in value:
        for _ in value["group_posts_v2"]:
            act("posts")
    elif "ig_igtv_media" in value:
        for _ in value["ig_igtv_media"]:
            act("posts")
    elif "media" in value or "timestamp" in value:
        act("posts")
    else:
        count_leaves(value)


for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.json")):
    try:
        document = json.loads(path.read_text())
    except ValueError:
        counts["rejections"] += 1
        continue
    count(document)

counts["people"] = counts["accounts"] = len(people)
print(json.dumps({name: count for name, count in sorted(counts.items()) if count}))
