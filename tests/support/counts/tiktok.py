#!/usr/bin/env python3
"""Counts what a folder of TikTok's answers holds: tiktok.py FOLDER prints one JSON object.

Written without a look at the importer: it walks every value and knows items by the ids that only they carry.
"""
import collections
import json
import pathlib
import sys

counts = collections.Counter()
people = set()


def person_of(value):
    return str(value.get("uid") or value.get("userId") or value.get("id"))


def count_item(item):
    """Counts one element of a list, or the one thing that a document is about; whether it was something."""
    if "cid" in item and "text" in item and "aweme_id" in item:
        counts["comments"] += 1
        people.add(person_of(item["user"]))
    elif "itemInfos" in item or "aweme_id" in item or ("createTime" in item and "desc" in item):
        counts["posts"] += 1
        people.add(person_of(item.get("authorInfos") or item["author"]))
    elif "user" in item or "user_info" in item:
        counts["profiles"] += 1
        people.add(person_of(item.get("user") or item["user_info"]))
    elif "userId" in item.get("extraInfo", {}):
        counts["profiles"] += 1
        people.add(person_of(item["extraInfo"]))
    else:
        counts["skips"] += 1


def count_document(document):
    data = document["data"]
    if isinstance(data, str):
        counts["skips"] += 1
    elif isinstance(data, list):
        for item in data:
            count_item(item)
    else:
        lists = [data[key] for key in ("comments", "aweme_list", "user_list") if key in data]
        for item in lists[0] if lists else [data.get("itemInfo", {}).get("itemStruct", data)]:
            count_item(item)


for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.json")):
    try:
        document = json.loads(path.read_text(encoding="utf-8"))
    except json.JSONDecodeError:
        counts["rejections"] += 1
        continue
    count_document(document)
counts["people"] = len(people)
print(json.dumps(dict(sorted(counts.items())), indent=1))
