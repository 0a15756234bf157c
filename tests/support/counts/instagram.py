#!/usr/bin/env python3
"""Counts what a folder of Instagram's answers holds: instagram.py FOLDER prints one JSON object.

It shares nothing with the importer. A media with a time is a post, a text with a time a comment, a message with a
created_time a message; what stands under them counts too. Documents of Facebook's that lie in such a folder count as
what they are: posts by their "PAGE_POST" id, pages by their categories.
"""
import collections
import datetime
import json
import pathlib
import sys

counts = collections.Counter()
people = set()
accounts = set()


def is_time(text):
    try:
        datetime.datetime.strptime(text or "", "%Y-%m-%dT%H:%M:%S%z")
        return True
    except ValueError:
        return False


def see(person_id):
    if person_id:
        people.add(person_id)
    else:
        counts["unknown_authors"] += 1


def own(person_id, handle):
    accounts.update(filter(None, [person_id, handle and "@" + handle.lower()]))


def person_of(item):
    for who in ("from", "user", "owner"):
        if item.get(who, {}).get("id"):
            return item[who]["id"]
    return None


def count_comment(comment):
    if is_time(comment.get("timestamp")):
        counts["comments"] += 1
        see(person_of(comment))
    else:
        counts["rejections" if "text" in comment else "skips"] += 1
    for reply in comment.get("replies", {}).get("data", []):
        count_comment(reply)


def count_media(media):
    if "owner" in media:
        own(media["owner"]["id"], media.get("username"))
    if is_time(media.get("timestamp")):
        counts["posts"] += 1
        see(person_of(media) or owner_of_list)
    else:
        counts["rejections" if "caption" in media else "skips"] += 1
    for comment in media.get("comments", {}).get("data", []):
        count_comment(comment)


def count_item(item):
    if "mentioned_media" in item:
        own(item["id"], None)
        count_media(item["mentioned_media"])
    elif "media_type" in item:
        count_media(item)
    elif "text" in item and "id" in item:
        count_comment(item)
    elif "message" in item and "username" in item.get("from", {}):
        if is_time(item["created_time"]):
            counts["messages"] += 1
            see(item["from"]["id"])
        else:
            counts["rejections"] += 1
    elif "username" in item and "id" in item:
        counts["profiles"] += 1
        people.add(item["id"])
        if "account_type" in item:
            own(item["id"], item["username"])
    elif "message" in item and "_" in item.get("id", ""):
        counts["posts"] += 1
        see(item.get("from", {}).get("id"))
    elif "category_list" in item:
        counts["profiles"] += 1
        people.add(item["id"])
        if "access_token" in item:
            own(item["id"], None)
    else:
        counts["skips"] += 1


def count_delivery(delivery):
    for entry in delivery["entry"]:
        own(entry["id"], None)
        for exchange in entry.get("messaging", []):
            if "message" in exchange:
                counts["messages"] += 1
                see(exchange["sender"]["id"])
            else:
                counts["skips"] += 1


def items_of(document):
    """Statistics, products and catalogues are no lists of things that could be for us."""
    if isinstance(document.get("data"), list):
        foreign = {"period", "product_id", "catalog_id"} & set(document["data"][0] if document["data"] else [])
        return [{}] if foreign else document["data"]
    if document and all(isinstance(value, dict) and value.get("id") == key for key, value in document.items()):
        return list(document.values())
    return [document]


def owner_in(document):
    """A list of a profile's media says whose it is in the address of its next page."""
    for address in document.get("paging", {}).values() if "data" in document else []:
        parts = str(address).split("?")[0].split("/")
        if parts[-1] == "media" and len(parts) > 2:
            return parts[-2]
    return None


for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.json")):
    whole = json.loads(path.read_text())
    if "entry" in whole:
        count_delivery(whole)
        continue
    owner_of_list = owner_in(whole)
    if owner_of_list:
        own(owner_of_list, None)
    for one in items_of(whole):
        count_item(one)

counts["people"] = len(people)
counts["accounts"] = len(accounts)
print(json.dumps({name: count for name, count in sorted(counts.items()) if count}))
