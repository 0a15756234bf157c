#!/usr/bin/env python3
"""Counts what a folder of Bluesky's answers and events holds: bluesky.py FOLDER prints one JSON object.

Written without a look at the importer: it walks every value of every file, and needs no knowledge of the endpoints.
"""
import collections
import json
import pathlib
import sys

counts = collections.Counter()
people = set()
OURS = "app.bsky."


def kind_of_post(record):
    if record.get("reply"):
        return "comments"
    embed = record.get("embed", {})
    quoted = embed.get("record", {})
    quoted = quoted.get("record", quoted) if "WithMedia" in embed.get("$type", "") else quoted
    collection = quoted.get("uri", "").split("/")[3:4]
    return "quotes" if quoted.get("uri") and collection in ([], ["app.bsky.feed.post"]) else "posts"


def count_record(record, owner):
    kind = record.get("$type")
    if kind == "app.bsky.feed.post":
        counts[kind_of_post(record)] += 1
    elif kind == "app.bsky.feed.repost":
        counts["reshares"] += 1
    elif kind == "app.bsky.graph.follow":
        counts["follows"] += 1
    elif kind == "app.bsky.feed.like" and "app.bsky.feed.post" in record["subject"]["uri"]:
        counts["reactions"] += 1
    else:
        counts["skips"] += 1
        return
    people.add(owner)


def count_event(event):
    commit = event.get("commit", {})
    if "identity" in event or event.get("account", {}).get("active"):
        counts["profiles"] += 1
        people.add(event["did"])
    elif commit.get("operation") == "delete":
        counts["removals"] += 1
    elif commit:
        count_record(commit["record"], event["did"])
    else:
        counts["skips"] += 1


def is_hidden(value):
    return value.get("$type", "").rsplit("#")[-1] in (
        "notFoundPost", "blockedPost", "viewNotFound", "viewBlocked", "viewDetached", "threadItemNotFound",
        "threadItemBlocked", "threadItemNoUnauthenticated")


def walk(value):
    """Counts the posts, reposts and likes below a value; how many there were, skips too."""
    if isinstance(value, list):
        return sum(walk(item) for item in value)
    if not isinstance(value, dict):
        return 0
    if is_hidden(value):
        counts["skips"] += 1
        return 1
    found = 0
    record = value.get("record") if "record" in value else value.get("value")
    is_view = isinstance(value.get("author"), dict) and "uri" in value and isinstance(record, dict)
    if is_view:
        count_record(record, value["author"]["did"])
        found += 1
    if isinstance(value.get("reason"), dict) and "by" in value["reason"]:
        counts["reshares"] += 1
        people.add(value["reason"]["by"]["did"])
        found += 1
    if isinstance(value.get("actor"), dict) and "createdAt" in value:
        counts["reactions"] += 1
        people.add(value["actor"]["did"])
        found += 1
    for key, child in value.items():
        if key not in ("author", "actor", "viewer", "reason") and not (is_view and key in ("record", "value")):
            found += walk(child)
    return found


def count_profiles(value):
    """Profiles stand in lists, or alone, but not inside other things."""
    if isinstance(value, list):
        return sum(count_profiles(item) for item in value)
    if isinstance(value, dict) and "did" in value and "handle" in value:
        counts["profiles"] += 1
        people.add(value["did"])
        return 1
    return 0


def count_document(document):
    if "time_us" in document:
        count_event(document)
    elif isinstance(document, dict) and set(document) == {"uri", "cid", "value"}:
        count_record(document["value"], document["uri"].split("/")[2])
    elif isinstance(document, list):
        for item in document:
            if isinstance(item, dict) and any(isinstance(part, list) for part in item.values()):
                count_document(item)
            elif walk(item) + count_profiles(item) == 0:
                counts["skips"] += 1
    else:
        lists = [document] + [v for k, v in document.items() if (isinstance(v, list) and k != "labels") or k == "subject"]
        if walk(document) + sum(count_profiles(part) for part in lists) == 0:
            counts["skips"] += 1


for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.json*")):
    text = path.read_text(encoding="utf-8")
    for part in text.splitlines() if path.suffix == ".jsonl" else [text]:
        count_document(json.loads(part))
counts["people"] = len(people)
print(json.dumps(dict(sorted(counts.items())), indent=1))
