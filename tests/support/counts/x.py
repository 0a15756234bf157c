#!/usr/bin/env python3
"""What a folder of X's payloads holds, counted from the files alone: `x.py FOLDER` prints one number a line.

Every post, profile, message, error and other item of an answer is counted where it stands, however often it stands
there; `people` are the distinct known ids among authors and profiles, `private` what the protected say.
"""
import json
import pathlib
import re
import sys
from collections import Counter

counts = Counter()
people = set()
passed_on = re.compile(r"RT @\w+: ", re.ASCII)
post_address = re.compile(r"https://(?:mobile\.)?(?:twitter|x)\.com/(?!i/)[^/]+/status/(\d+)(?:\?.*)?$")


def author(remote_id):
    if remote_id:
        people.add(str(remote_id))
    else:
        counts["unknown_authors"] += 1


def profile(item):
    counts["profiles"] += 1
    people.add(str(item.get("id_str") or item["id"]))


def kind_of(text, reshared, answered, quoted):
    if reshared or (not answered and passed_on.match(text)):
        return "reshares"
    return "comments" if answered else "quotes" if quoted else "posts"


def new_post(item, protected):
    counts["private"] += item.get("author_id") in protected
    kinds = {reference["type"] for reference in item.get("referenced_tweets", [])}
    own = {item["id"], *item.get("edit_history_tweet_ids", [])}
    answered = "replied_to" in kinds or item.get("conversation_id", item["id"]) not in own
    counts[kind_of(item["text"], "retweeted" in kinds, answered, "quoted" in kinds)] += 1
    author(item.get("author_id"))


def old_post(item):
    quoted = item.get("quoted_status_id_str") or item.get("quoted_status")
    if "user" not in item:
        urls = [url.get("expanded_url", "") for url in item["entities"].get("urls", [])]
        found = [post_address.match(url) for url in urls]
        quoted = any(match and match.group(1) != item["id_str"] for match in found)
    text = item.get("full_text") or item["text"]
    reshared = item.get("retweeted_status")
    counts[kind_of(text, reshared, item.get("in_reply_to_status_id_str"), quoted)] += 1
    author(item.get("user", {}).get("id_str"))
    counts["private"] += item.get("user", {}).get("protected", False)
    for nested in (reshared, item.get("quoted_status")):
        if nested:
            old_post(nested)


def item_of_answer(item, protected):
    if "dm_conversation_id" in item:
        if "text" in item:
            counts["messages"] += 1
            author(item.get("sender_id"))
        else:
            counts["skips"] += 1
    elif "text" in item:
        new_post(item, protected)
    elif "username" in item and "name" in item:
        profile(item)
    else:
        counts["skips"] += 1


def answer(document):
    data = document.get("data", [])
    items = data if isinstance(data, list) else [data]
    includes = document.get("includes", {})
    errors = document.get("errors", [])
    ours = {"text", "username", "dm_conversation_id", "tweet_count"}
    told = ("includes" in document or "__twarc" in document or {"result_count", "next_token"} & document.get("meta", {}).keys()
            or any(ours & item.keys() for item in items))
    if not told:
        counts["skips"] += 1  # nothing says whose it is
        return
    protected = {item["id"] for item in includes.get("users", []) if item.get("protected")}
    for item in items:
        item_of_answer(item, protected)
    for item in includes.get("tweets", []):
        new_post(item, protected)
    for item in includes.get("users", []):
        profile(item)
    counts["skips"] += len(errors)


def archived(entry):
    if "tweet" in entry:
        old_post(entry["tweet"])
    else:
        counts["skips"] += 1  # a like has neither author nor time


def document(value):
    if isinstance(value, list):
        for entry in value:
            archived(entry)
    elif "id_str" in value:
        old_post(value)
    elif "data" in value or "includes" in value or "errors" in value:
        answer(value)
    elif "author_id" in value:
        new_post(value, set())
    elif "username" in value and "name" in value:
        profile(value)
    else:
        counts["skips"] += 1


def read(text):
    """One document behind the other; what is none ends where a line begins one."""
    decoder = json.JSONDecoder()
    text = re.sub(r"^[\w.]+ = (?=[\[{])", "", text)
    if not text.strip():
        counts["skips"] += 1
    at = 0
    while match := re.compile(r"\s*(\S)").match(text, at):
        at = match.start(1)
        if text[at] in "[{":
            value, at = decoder.raw_decode(text, at)
            document(value)
        elif text[at] in ",;":
            at += 1
        else:
            behind = re.compile(r"\n(?=[{\[])").search(text, at)
            at = behind.end() if behind else len(text)
            counts["rejections"] += 1


for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
    if path.suffix in (".json", ".jsonl", ".js"):
        read(path.read_text(encoding="utf-8"))
counts["people"] = len(people)
for name, count in sorted(counts.items()):
    if count:
        print(f"{count:8} {name}")
