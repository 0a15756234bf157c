#!/usr/bin/env python3
"""Counts what a folder of Mastodon's answers, or an archive, holds: mastodon.py FOLDER prints one JSON object.

Written without a look at the importer. "private" counts posts and reshares for followers or chosen people, wherever
they did not come from the inbox of whoever asked.
"""
import collections
import json
import pathlib
import sys

counts = collections.Counter()
people = set()
accounts = set()
EVERYONE = "https://www.w3.org/ns/activitystreams#Public"


def person_of(account):
    return account.get("uri") or account["url"].replace("/@", "/users/")


def count_post(post, delivered=False):
    public = post.get("visibility", "public") in ("public", "unlisted")
    quote = post.get("quote")
    people.add(person_of(post["account"]))
    counts["private"] += not public and not delivered
    if post.get("reblog"):
        counts["reshares"] += 1
        count_post(post["reblog"])
        return
    if quote and quote.get("quoted_status"):
        count_post(quote["quoted_status"])
    if post.get("visibility") == "direct" or (delivered and not public):
        counts["messages"] += 1
    elif post.get("in_reply_to_id"):
        counts["comments"] += 1
    elif quote:
        counts["quotes"] += 1
    else:
        counts["mentions" if delivered else "posts"] += 1


def count_profile(account):
    counts["profiles"] += 1
    people.add(person_of(account))


def count_value(value, method=""):
    """Counts one element of a list, or a document that is none."""
    if value.get("last_status"):
        count_post(value["last_status"], delivered=True)
    elif "account" in value and "uri" in value:
        if method == "DELETE":
            counts["removals"] += 1
        else:
            count_post(value)
    elif "type" in value and "account" in value and "created_at" in value:
        status = value.get("status")
        if not status or value["type"].startswith("admin."):
            counts["skips"] += 1
        else:
            count_post(status, delivered=value["type"] == "mention")
    elif "acct" in value:
        count_profile(value)
    elif value.get("accounts"):
        for account in value["accounts"]:
            count_profile(account)
    else:
        counts["skips"] += 1


def count_act(act):
    if isinstance(act, str):
        counts["skips"] += 1
        return
    people.add(act["actor"])
    accounts.add(act["actor"])
    audience = act["to"] + act["cc"]
    counts["private"] += EVERYONE not in audience
    if act["type"] == "Announce":
        counts["reshares"] += 1
    elif EVERYONE not in audience and not any(name.endswith("/followers") for name in audience):
        counts["messages"] += 1
    else:
        counts["comments" if act["object"]["inReplyTo"] else "posts"] += 1


def count_document(document, method):
    if isinstance(document, list):
        for value in document:
            count_value(value, method)
        counts["skips"] += not document
    elif "orderedItems" in document:
        for act in document["orderedItems"]:
            count_act(act)
    elif document.get("type") == "Person":
        counts["profiles"] += 1
        people.add(document["id"])
        accounts.add(document["id"])
    elif "ancestors" in document or "hashtags" in document:
        found = [v for v in document.values() if isinstance(v, list) for v in v if "acct" in v or "account" in v]
        for value in found:
            count_value(value)
        counts["skips"] += not found
    else:
        count_value(document, method)


for path in sorted(pathlib.Path(sys.argv[1]).rglob("*.json")):
    document = json.loads(path.read_text(encoding="utf-8"))
    if "_request" in document:
        count_document(document["body"], document["_request"]["method"])
    else:
        count_document(document, "")
counts["people"] = len(people)
if accounts:
    counts["accounts"] = len(accounts)
print(json.dumps({word: count for word, count in sorted(counts.items()) if count}, indent=1))
