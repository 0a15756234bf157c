"""Prints what NetworkX reads in a graph's file: a line a node and a line an edge, sorted, with everything said of them.

usage: read_graph.py FILE.graphml | FILE.gexf | FILE.nodes.csv FILE.edges.csv
"""
import csv
import sys

import networkx


def read(files):
    if files[0].endswith(".graphml"):
        return networkx.read_graphml(files[0])
    if files[0].endswith(".gexf"):
        return networkx.read_gexf(files[0])
    graph = networkx.DiGraph()
    with open(files[0], newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            graph.add_node(row.pop("id"), **row)
    with open(files[1], newline="", encoding="utf-8") as table:
        for row in csv.DictReader(table):
            graph.add_edge(row.pop("source"), row.pop("target"), **row)
    return graph


def text(key, value):
    if value != "" and (key in ("weight", "pagerank") or key.startswith("influence")):
        return repr(float(value))
    return str(value).lower() if isinstance(value, bool) else str(value)


def said(values):
    known = {key: text(key, value) for key, value in values.items()}
    known.pop("id", None)  # GEXF numbers its edges
    return ", ".join(f"{key}={known[key]!r}" for key in sorted(known) if known[key] != "")


graph = read(sys.argv[1:])
assert graph.is_directed()
for line in sorted(f"{node}: {said(values)}" for node, values in graph.nodes(data=True)):
    print(line)
for line in sorted(f"{source} -> {target}: {said(values)}" for source, target, values in graph.edges(data=True)):
    print(line)
