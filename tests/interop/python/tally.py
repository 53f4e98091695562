"""What the checks of this folder share: their arguments, the snapshot they compare with, and the count they end with.

    python check_X.py FOLDER [--damage]

FOLDER holds exported files and snapshot.json, made from the native export of the same project: a list of
{doc_id, text, spans: [{id, label, fragments: [{start, end, text}], attributes, entity}], relations: [{id, label, head, tail, ...}]},
one entry for each annotation set, in the order of the native lines. Offsets count code points.

The last line is "N passed, N failed"; the exit code is 1 when something failed, or when nothing was compared. With --damage every offset
of the export is moved by one first, and after that each damage that the check names is done to a copy of the folder: the check is in order
when it fails every time, and then the exit code is 0.
"""
import argparse
import json
import shutil
import sys
import tempfile
from pathlib import Path

SHOWN = 20


class Tally:
    def __init__(self, quiet=False):
        self.passed = 0
        self.failed = 0
        self.shown = 0 if quiet else SHOWN

    def equal(self, found, expected, what):
        """Counts one comparison and says what differs."""
        if found == expected:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= self.shown:
            print(f"{what}: found {found!r}, expected {expected!r}", file=sys.stderr)

    def check(self, what, fine, detail=""):
        """Counts one thing that holds or does not, and says what is wrong."""
        if fine:
            self.passed += 1
            return
        self.failed += 1
        if self.failed <= self.shown:
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


def notices(check, damage, folder, snapshot):
    """Does the check fail once the damage is done? None where these files have nothing that could be damaged so."""
    with tempfile.TemporaryDirectory() as temporary:
        copy = Path(temporary) / folder.name
        # What is temporary lies in the folder itself; it holds no folders of its own.
        shutil.copytree(folder, copy, ignore=lambda _, names: [name for name in names if (folder / name).is_dir()])
        if not damage(copy):
            return None
        tally = Tally(quiet=True)
        try:
            check(copy, snapshot, False, tally)
        except Exception as error:  # noqa: BLE001  a reader that gives up has noticed
            print(f"{damage.__name__}: {type(error).__name__}: {str(error)[:120]}")
            return True
        return tally.failed > 0


def run(check, description, damages=()):
    """Runs check(folder, snapshot, damage, tally) and leaves with its count. Each damage alters a folder and says whether it could."""
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
        missed = [damage.__name__ for damage in damages if notices(check, damage, options.folder, snapshot) is False]
        for name in missed:
            print(f"{name} is not noticed")
        sys.exit(0 if tally.failed > 0 and not missed else 1)
    print(f"{tally.passed} passed, {tally.failed} failed")
    sys.exit(1 if tally.failed > 0 else 0)


def json_lines(path):
    with open(path, encoding="utf-8", newline="\n") as lines:
        return [json.loads(line) for line in lines if line.strip()]
