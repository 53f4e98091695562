"""What the checks of this folder share: their arguments, the snapshot they compare with, and the count they end with.

    python check_X.py FOLDER [--damage]

FOLDER holds exported files and snapshot.json, made from the native export of the same project: a list of
{doc_id, text, spans: [{id, label, fragments: [{start, end, text}], attributes, entity}], relations: [{id, label, head, tail, ...}]},
one entry for each annotation set, in the order of the native lines. Offsets count code points.

The last line is "N passed, N failed"; the exit code is 1 when something failed, or when nothing was compared. With --damage every offset
of the export is moved by one first, and the check is in order when it then fails: exit code 0.
"""
import argparse
import json
import sys
from pathlib import Path

SHOWN = 20


class Tally:
    def __init__(self):
        self.passed = 0
        self.failed = 0

    def equal(self, found, expected, what):
        """Counts one comparison and says what differs."""
        if found == expected:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= SHOWN:
            print(f"{what}: found {found!r}, expected {expected!r}", file=sys.stderr)

    def check(self, what, fine, detail=""):
        """Counts one thing that holds or does not, and says what is wrong."""
        if fine:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= SHOWN:
            print(f"{what}: {detail}", file=sys.stderr)

    def fail(self, what):
        self.equal(what, None, "failure")


def attributes_of(span):
    """Attributes as a dict, whether they come as one or as a list of names and values."""
    attributes = span.get("attributes") or {}
    return dict(attributes) if isinstance(attributes, dict) else {one["name"]: one["value"] for one in attributes}


def entity_of(span):
    """The entity that a mention stands for, or an empty string."""
    entity = span.get("entity")
    return entity if isinstance(entity, str) else ""


def relation_of(relation):
    """What a relation says, without its attributes."""
    return relation["id"], relation["label"], relation["head"], relation["tail"]


def spans_by_id(entry):
    return {span["id"]: span for span in entry["spans"]}


class Snapshot:
    def __init__(self, entries):
        self.entries = entries

    def in_order(self, tally, doc_ids):
        """The entries for these ids, the first set of an article first. A missing or a spare one is a failure."""
        waiting = {}
        for entry in self.entries:
            waiting.setdefault(entry["doc_id"], []).append(entry)
        found = []
        for doc_id in doc_ids:
            entries = waiting.get(doc_id)
            if entries:
                found.append(entries.pop(0))
            else:
                tally.fail(f"{doc_id} is exported and not in the snapshot")
                found.append(None)
        for doc_id, entries in waiting.items():
            for _ in entries:
                tally.fail(f"{doc_id} is in the snapshot and not exported")
        return found


def run(check, description):
    """Runs check(folder, snapshot, damage, tally) and leaves with its count."""
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--damage", action="store_true", help="move every offset by one first, and expect failures")
    options = parser.parse_args()
    snapshot = Snapshot(json.loads((options.folder / "snapshot.json").read_text(encoding="utf-8")))
    tally = Tally()
    check(options.folder, snapshot, options.damage, tally)
    if tally.passed + tally.failed == 0:
        tally.fail("nothing was compared")
    if options.damage:
        sys.stderr.flush()
        print(f"damaged: {tally.failed} noticed")
        sys.exit(0 if tally.failed > 0 else 1)
    print(f"{tally.passed} passed, {tally.failed} failed")
    sys.exit(1 if tally.failed > 0 else 0)


def json_lines(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]
