#!/usr/bin/env python3
"""Counts what a folder of Reddit's answers holds: reddit.py FOLDER prints one JSON object.

Written without a look at the importer: whatever carries a kind and data is a thing, wherever it stands.
"""
import collections
import json
import pathlib
import sys

counts = collections.Counter()
people = set()
accounts = set()
GONE = ("[deleted]", "[removed]")


def see(author):
    if author == "[deleted]":
        counts["unknown_authors"] += 1
    else:
        people.add(author)


def count_comment(data):
    if data["author"] == "[deleted]" and data["body"] in GONE:
        counts["removals"] += 1
        return
    counts["comments"] += 1
    see(data["author"])
    if "dest" in data:
        accounts.add(data["dest"])


def count_post(data):
    if data["author"] == "[deleted]" and data["selftext"] in GONE:
        counts["removals"] += 1
        return
    originals = data.get("crosspost_parent_list", [])
    if "crosspost_parent" in data:
        same = originals and originals[0]["title"] == data["title"] and not data["selftext"]
        counts["reshares" if same else "quotes"] += 1
    else:
        counts["posts"] += 1
    see(data["author"])
    for original in originals:
        count_post(original)


def walk(value):
    """Counts the things below a value; how many there were."""
    if isinstance(value, list):
        return sum(walk(item) for item in value)
    if not isinstance(value, dict):
        return 0
    kind = value.get("kind")
    found = 1
    if kind == "t1":
        count_comment(value["data"])
        walk(value["data"].get("replies"))
    elif kind == "t3":
        count_post(value["data"])
    elif kind == "more" or (kind == "Listing" and not value["data"]["children"]):
        counts["skips"] += 1
    elif kind == "Listing":
        walk(value["data"]["children"])
    elif "selftext" in value and "title" in value:
        count_post(value)
    else:
        found = sum(walk(child) for child in value.values())
    return found


for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.json")):
    document = json.loads(path.read_text(encoding="utf-8"))
    if walk(document.get("body") if "_request" in document else document) == 0:
        counts["skips"] += 1
if people:
    counts["people"] = len(people)
if accounts:
    counts["accounts"] = len(accounts)
print(json.dumps(dict(sorted(counts.items())), indent=1))
