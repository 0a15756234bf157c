#!/usr/bin/env python3
"""Counts what a folder of YouTube's answers holds: youtube.py FOLDER prints one JSON object.

Written without a look at the importer: resources are told by their kind, and everything else is skipped once a file.
"""
import collections
import json
import pathlib
import sys

counts = collections.Counter()
people = set()
accounts = set()
known = 0


def see(word, person):
    counts[word] += 1
    if person:
        people.add(person)
    else:
        counts["unknown_authors"] += 1


def count_comment(comment, channel=None):
    snippet = comment["snippet"]
    author = snippet.get("authorChannelId", {}).get("value")
    channel = channel or snippet.get("channelId")
    see("comments", author)
    if author and author == channel:
        accounts.add(author)


def count_resource(item):
    kind = item.get("kind", "").removeprefix("youtube#")
    snippet = item.get("snippet", {})
    if kind == "comment":
        count_comment(item)
    elif kind == "commentThread":
        channel = snippet.get("channelId")
        if channel:
            accounts.add(channel)
        count_comment(snippet["topLevelComment"], channel)
        for reply in item.get("replies", {}).get("comments", []):
            count_comment(reply, channel)
    elif kind == "video" and snippet:
        see("posts", snippet.get("channelId"))
    elif kind == "channel" and (snippet or item.get("brandingSettings", {}).get("channel", {}).get("title")):
        counts["profiles"] += 1
        people.add(item["id"])
    elif kind == "member":
        accounts.add(snippet["creatorChannelId"])
        counts["profiles"] += 1
        people.add(snippet["memberDetails"]["channelId"])
    elif kind == "subscription" and snippet:
        see("follows", item.get("subscriberSnippet", {}).get("channelId") or snippet["channelId"])
    else:
        counts["skips"] += 1


for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.json")):
    document = json.loads(path.read_text(encoding="utf-8"))
    items = document if isinstance(document, list) else document.get("items", [document])
    for item in items:
        count_resource(item)
    counts["skips"] += not items
counts["people"] = len(people)
counts["accounts"] = len(accounts)
print(json.dumps({word: count for word, count in sorted(counts.items()) if count}, indent=1))
