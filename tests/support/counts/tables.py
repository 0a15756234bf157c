#!/usr/bin/env python3
"""Counts what stands in a folder of tables, on its own terms: tables.py FOLDER_OF_DATA SET. Knows nothing of Fanal.

Prints `name count` a line. People are those who can be told apart: by id, or by handle where there is none; a name
alone tells nobody apart, and counts among the unknown.
"""
import csv
import gzip
import io
import re
import sys
import zipfile
from collections import Counter
from pathlib import Path
from xml.etree import ElementTree

csv.field_size_limit(1 << 24)
SHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def rows_of(data, separator=","):
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    return [row for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator) if any(row)]


def table(path, separator=","):
    data = path.read_bytes()
    if data[:2] == b"\x1f\x8b":
        data = gzip.decompress(data)
    header, *rows = rows_of(data, separator)
    return header, rows


def sheet_rows(path):
    with zipfile.ZipFile(path) as book:
        strings = ["".join(t.text or "" for t in si.iter(SHEET + "t"))
                   for si in ElementTree.parse(book.open("xl/sharedStrings.xml")).getroot()]
        sheet = ElementTree.parse(book.open("xl/worksheets/sheet1.xml")).getroot()
    for row in sheet.iter(SHEET + "row"):
        cells = {}
        for cell in row.iter(SHEET + "c"):
            value = cell.find(SHEET + "v")
            if value is not None:
                text = strings[int(value.text)] if cell.get("t") == "s" else value.text
                cells[re.match("[A-Z]+", cell.get("r"))[0]] = text
        yield int(row.get("r")), cells


def export_comments(folder):
    rows = [cells for number, cells in sheet_rows(folder / "exportcomments_facebook/exportcomments_pseudonymised.xlsx")
            if number > 6 and cells]
    people = {cells["D"] for cells in rows if re.fullmatch(r"ID: \d+", cells.get("D", ""))}
    unknown = sum(1 for cells in rows if not re.fullmatch(r"ID: \d+", cells.get("D", "")))
    return {"comments": len(rows), "people": len(people), "unknown_authors": unknown,
            "photos": sum("[PHOTO]" in cells.get("G", "") for cells in rows)}


def crowdtangle(folder):
    header, rows = table(folder / "crowdtangle_pages_fr/suisse2020-pages-fb-fr.csv")
    return {"profiles": len(rows), "people": len({row[header.index("fbid")] for row in rows})}


def twcs(folder):
    header, rows = table(folder / "twcs-first3000.csv")
    whole = [row for row in rows if len(row) == len(header)]
    inbound, answers, author = (header.index(n) for n in ("inbound", "in_response_to_tweet_id", "author_id"))
    mentions = sum(1 for row in whole if not row[answers] and row[inbound] == "True")
    posts = sum(1 for row in whole if not row[answers] and row[inbound] != "True")
    return {"rows": len(rows), "comments": len(whole) - mentions - posts, "mentions": mentions, "posts": posts,
            "people": len({row[author].lower() for row in whole}), "rejections": len(rows) - len(whole)}


def facebook_news(folder):
    header, rows = table(folder / "fb_news_posts_20K.csv")
    ids = {row[header.index("post_id")] for row in rows}
    return {"rows": len(rows), "posts": len(ids), "people": len({row[header.index("page_id")] for row in rows})}


def airline(folder):
    header, rows = table(folder / "Tweets.csv")
    name, text, created = (header.index(n) for n in ("name", "text", "tweet_created"))
    ids = Counter(row[0] for row in rows)
    return {"rows": len(rows), "ruined_ids": sum(1 for row in rows if re.fullmatch(r"\d\.\d+E\+\d+", row[0])),
            "distinct_ids": len(ids),
            "interactions": len({(row[name], row[text], row[created]) for row in rows}),
            "names": len({row[name] for row in rows})}


def complaints(folder):
    counts = Counter()
    for path in sorted(folder.rglob("*.csv")):
        header, rows = table(path)
        counts["files"] += 1
        counts["rows"] += len(rows)
        counts["short"] += sum(1 for row in rows if len(row) < len(header))
    return dict(counts)


def service_desk(folder):
    header, rows = table(folder / "tickets-first-half.csv.gz")
    return {"rows": len(rows), "numbers": len({row[0] for row in rows}),
            "callers": len({row[header.index("caller")] for row in rows})}


SETS = {"exportcomments": ("export_tools_csv", export_comments), "crowdtangle": ("export_tools_csv", crowdtangle),
        "twcs": ("customer_support_twcs", twcs), "facebook_news": ("facebook_news_posts", facebook_news),
        "airline": ("airline_complaints", airline), "complaints": ("complaint_labels_rigaut", complaints),
        "service_desk": ("service_desk_tickets", service_desk)}

if __name__ == "__main__":
    for name in sys.argv[2:] or SETS:
        folder, count = SETS[name]
        for what, number in count(Path(sys.argv[1]) / folder).items():
            print(name, what, number)
