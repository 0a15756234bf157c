#!/usr/bin/env python3
"""Counts what a folder of LinkedIn's payloads holds: linkedin.py FOLDER prints one JSON object.

Written without a look at the importer. No recording exists: the folder holds one documented comment and one count.
"""
import collections
import json
import pathlib
import sys

counts = collections.Counter()
people = set()
for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.json")):
    document = json.loads(path.read_text(encoding="utf-8"))
    items = document.get("elements", [document])
    for item in items:
        item = item.get("activity", item)
        if "message" in item and "object" in item:
            counts["comments"] += 1
            people.add(item["actor"])
        else:
            counts["skips"] += 1
counts["people"] = len(people)
print(json.dumps(dict(sorted(counts.items())), indent=1))
