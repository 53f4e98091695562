"""Reads exported Hugging Face folders with the programs that people use, and compares every slice and every count.

    python check_hugging_face.py FOLDER [--damage]

FOLDER holds `snapshot.json` and the exported folders `hf-jsonl/` and `hf-parquet/`. The snapshot is what was in the editor: a list of
{doc_id, text, spans: [{id, label, fragments: [{start, end, text}], attributes, entity}], relations}, in code points, of the set that
stands for each article. All splits together hold the snapshot. With --damage each folder is damaged in several ways, and a damage that
nobody notices is a failure. The last line is `N passed, N failed`.
"""

import json
import os
import re
import shutil
import sys
import tempfile
from pathlib import Path

SCRATCH = tempfile.mkdtemp(prefix="naql-hf-")
os.environ.update(HF_HUB_OFFLINE="1", HF_HOME=SCRATCH, HF_DATASETS_DISABLE_PROGRESS_BARS="1", HF_HUB_DISABLE_TELEMETRY="1")

import datasets  # noqa: E402  the environment must be set before
import pyarrow.json  # noqa: E402
import pyarrow.parquet  # noqa: E402

try:
    import polars
except ImportError:
    polars = None

datasets.disable_progress_bars()
datasets.logging.set_verbosity(datasets.logging.CRITICAL)
FORMS = ("hf-jsonl", "hf-parquet")


class Report:
    """Counts checks; says which failed."""

    def __init__(self, quiet=False):
        self.passed = self.failed = 0
        self.quiet = quiet

    def check(self, name, holds, detail=""):
        if holds:
            self.passed += 1
            return
        self.failed += 1
        if not self.quiet:
            print(f"failed: {name} {detail}".rstrip())

    def equal(self, name, found, expected):
        self.check(name, found == expected, f"\n  found    {found!r}\n  expected {expected!r}")

    def attempt(self, name, work):
        """A reader that gives up has failed."""
        try:
            return work()
        except Exception as error:  # noqa: BLE001  any error of any reader is a finding
            self.check(name, False, f"{type(error).__name__}: {str(error)[:300]}")
            return None


def attributes_of(span):
    """A list of names and values, or a map."""
    given = span.get("attributes") or []
    pairs = given.items() if isinstance(given, dict) else ((one["name"], one["value"]) for one in given)
    return sorted((name, value) for name, value in pairs)


def plain_span(span, label):
    fragments = [(one["start"], one["end"], one["text"]) for one in span["fragments"]]
    return (span["id"], label(span["label"]), fragments, attributes_of(span), span.get("entity"))


def same(label):
    return label


def check_slices(report, name, text, spans):
    for span in spans:
        for fragment in span["fragments"]:
            found = text[fragment["start"]:fragment["end"]]
            report.equal(f"{name}: slice {fragment['start']}-{fragment['end']}", found, fragment["text"])


def check_documents(report, name, rows, snapshot, label=same):
    """Every article of the snapshot, once, with every span and relation of it."""
    report.equal(f"{name}: articles", sorted(row["doc_id"] for row in rows), sorted(one["doc_id"] for one in snapshot))
    expected = {one["doc_id"]: one for one in snapshot}
    for row in rows:
        one = expected.get(row["doc_id"])
        if one is None:
            continue
        here = f"{name} {row['doc_id']}"
        report.equal(f"{here}: text", row["text"], one["text"])
        found = [plain_span(span, label) for span in row["spans"]]
        report.equal(f"{here}: spans", sorted(found), sorted(plain_span(span, same) for span in one["spans"]))
        report.equal(f"{here}: relations", sorted(one["id"] for one in row["relations"]), sorted(one["id"] for one in one["relations"]))
        check_slices(report, here, row["text"], row["spans"])


def runs(tags):
    """Pieces of IOB2 tags: label, first token, the token after the last. An I- that continues nothing has no label."""
    found = []
    for place, tag in enumerate(tags):
        if tag.startswith("B-"):
            found.append([tag[2:], place, place + 1])
        elif tag.startswith("I-"):
            if found and found[-1][2] == place and found[-1][0] == tag[2:]:
                found[-1][2] += 1
            else:
                found.append([None, place, place + 1])
    return found


def check_bio(report, name, rows, names_of, snapshot):
    expected = {one["doc_id"]: one for one in snapshot}
    for row in rows:
        one = expected[row["doc_id"]]
        here = f"{name} {row['doc_id']}"
        text, starts, ends = one["text"], row["token_starts"], row["token_ends"]
        report.equal(f"{here}: tokens", row["tokens"], [text[start:end] for start, end in zip(starts, ends)])
        report.check(f"{here}: no blank in a token", not any(token != "".join(token.split()) for token in row["tokens"]))
        fragments = {(span["label"], piece["start"], piece["end"]) for span in one["spans"] for piece in span["fragments"]}
        shown = []
        for column, names in names_of.items():
            tags = [names[tag] if isinstance(tag, int) else tag for tag in row[column]]
            report.equal(f"{here} {column}: one tag a token", len(tags), len(starts))
            shown += [(label, starts[first], ends[last - 1]) for label, first, last in runs(tags)]
        for piece in shown:
            # White space and invisible characters at the edge of a span belong to no token.
            fits = any(piece[0] == label and start <= piece[1] and piece[2] <= end
                       and not visible(text[start:piece[1]] + text[piece[2]:end]) for label, start, end in fragments)
            report.check(f"{here}: {piece} was marked", fits)
        if row["left_out"] == 0:
            report.equal(f"{here}: pieces", len(shown), len(fragments))
        else:
            report.check(f"{here}: some left out", len(shown) < len(fragments) or len(one["spans"]) > len(fragments))


def visible(text):
    return "".join(text.split()).strip("\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad\u061c")


def check_judgements(report, name, rows, snapshot):
    texts = {one["doc_id"]: one["text"] for one in snapshot}
    for row in rows:
        report.equal(f"{name} {row['doc_id']}: text", row["text"], texts.get(row["doc_id"]))
        check_slices(report, f"{name} {row['doc_id']} {row['annotator']}", row["text"], row["spans"])
    keys = [(row["doc_id"], row["annotator"], row["set_id"]) for row in rows]
    report.equal(f"{name}: one row a set", len(set(keys)), len(keys))


def check_soft(report, name, rows, judgements, role):
    """Nothing without judgements, and every vote is somebody's."""
    spans = {(row["doc_id"], row["annotator"], span["id"]) for row in judgements for span in row["spans"]}
    for row in rows:
        here = f"{name} {row['doc_id']}"
        seen = {one["annotator"] for one in judgements if one["doc_id"] == row["doc_id"] and one["seen"] and role(one["set_role"]) == "work"}
        report.equal(f"{here}: n_seen", row["n_seen"], len(seen))
        check_slices(report, here, row["text"], row["clusters"])
        for cluster in row["clusters"]:
            report.equal(f"{here}: votes", sum(one["votes"] for one in cluster["labels"]), cluster["votes"])
            report.equal(f"{here}: members", len({one["annotator"] for one in cluster["members"]}), cluster["votes"])
            for one in cluster["labels"]:
                report.check(f"{here}: share", abs(one["share"] - one["votes"] / row["n_seen"]) < 1e-4)
            for one in cluster["members"]:
                report.check(f"{here}: {one} is a judgement", (row["doc_id"], one["annotator"], one["span"]) in spans)


def check_majority(report, name, rows, soft, label):
    """The clusters of soft that more than half have under one label, and nothing else."""
    clusters = {row["doc_id"]: row for row in soft}
    report.equal(f"{name}: a row for each of soft", sorted(row["doc_id"] for row in rows), sorted(clusters))
    for row in rows:
        here = f"{name} {row['doc_id']}"
        seen = clusters[row["doc_id"]]["n_seen"]
        report.equal(f"{here}: n_seen", row["n_seen"], seen)
        check_slices(report, here, row["text"], row["spans"])
        places = lambda one: [(piece["start"], piece["end"]) for piece in one["fragments"]]  # noqa: E731
        expected = [(label(one["label"]), one["votes"], places(cluster)) for cluster in clusters[row["doc_id"]]["clusters"]
                    for one in cluster["labels"] if 2 * one["votes"] > seen]
        report.equal(f"{here}: spans", [(label(one["label"]), one["votes"], places(one)) for one in row["spans"]], expected)


def splits_in(folder):
    """As the card calls them: the stems with `_` for what no name of a split may have; a whole that is not divided is `train`."""
    stems = [re.sub(r"(-\d{5}-of-\d{5})?\.(jsonl|parquet)$", "", path.name) for path in folder.iterdir()]
    whole = len(list((folder.parent / "data").iterdir())) == 1
    return {"train"} if whole else {re.sub(r"\W", "_", stem, flags=re.ASCII) for stem in stems}


def check_datasets(report, folder, snapshot):
    """The library itself, offline: every configuration with all its splits."""
    name = f"datasets {folder.name}"
    configs = report.attempt(f"{name}: configurations", lambda: datasets.get_dataset_config_names(str(folder)))
    if not configs:
        return report.check(f"{name}: has configurations", False)
    cache = tempfile.mkdtemp(dir=SCRATCH)
    loaded = {one: report.attempt(f"{name} {one}", lambda one=one: datasets.load_dataset(str(folder), one, cache_dir=cache)) for one in configs}
    if any(one is None for one in loaded.values()):
        return None
    for config, splits in loaded.items():
        report.equal(f"{name} {config}: splits", set(splits), splits_in(folder / ("data" if config == "documents" else config)))
    rows = {config: [row for split in splits.values() for row in split] for config, splits in loaded.items()}
    features = {config: next(iter(splits.values())).features for config, splits in loaded.items()}
    label = features["documents"]["spans"].feature["label"].int2str
    check_documents(report, name, rows["documents"], snapshot, label)
    # A column of JSON Lines in which every text is a date is read as times before it becomes text again.
    midnight = "" if folder.name == "hf-parquet" else " 00:00:00"
    dates = [row["published"] for row in rows["documents"] if row["published"] is not None]
    report.check(f"{name}: published", all(len(one.removesuffix(midnight)) == 10 or "T" in one or ":" in one for one in dates), dates)
    jalali = [row["published_jalali"] for row in rows["documents"] if row["published_jalali"] is not None]
    report.check(f"{name}: published_jalali", all(one[4] == one[7] == "/" and 1000 < int(one[:4]) < 1600 for one in jalali))
    if "bio" in rows:
        columns = {column: feature.feature.names for column, feature in features["bio"].items() if column.startswith("ner_tags")}
        check_bio(report, name, rows["bio"], columns, snapshot)
    if "judgements" in rows:
        check_judgements(report, name, rows["judgements"], snapshot)
    report.check(f"{name}: no soft labels without judgements", "soft" not in rows or "judgements" in rows)
    if "soft" in rows and "judgements" in rows:
        check_soft(report, name, rows["soft"], rows["judgements"], features["judgements"]["set_role"].int2str)
    report.equal(f"{name}: what most marked stands beside what each did", "majority" in rows, "soft" in rows)
    if "majority" in rows and "soft" in rows:
        check_majority(report, name, rows["majority"], rows["soft"], label)
    return None


def check_arrow(report, folder, snapshot):
    """pyarrow by itself: what the card declares is not known to it."""
    if folder.name == "hf-parquet":
        tables = [pyarrow.parquet.read_table(path) for path in sorted((folder / "data").glob("*.parquet"))]
        for path in sorted(folder.glob("*/*.parquet")):
            metadata = pyarrow.parquet.read_metadata(path).metadata or {}
            report.equal(f"pyarrow {path.name}: offset unit", metadata.get(b"naql.offset_unit"), b"code_point")
    else:
        tables = [pyarrow.json.read_json(path) for path in sorted((folder / "data").glob("*.jsonl"))]
    check_documents(report, f"pyarrow {folder.name}", [row for table in tables for row in table.to_pylist()], snapshot)


def check_polars(report, folder, snapshot):
    """Slices by polars' own string function, which counts characters too."""
    if polars is None:
        return
    is_parquet = folder.name == "hf-parquet"
    for path in sorted((folder / "data").glob("*.parquet" if is_parquet else "*.jsonl")):
        with path.open("rb") as file:
            frame = polars.read_parquet(file) if is_parquet else polars.read_ndjson(file, infer_schema_length=None)
        expected = sum(len(span["fragments"]) for one in snapshot if one["doc_id"] in set(frame["doc_id"]) for span in one["spans"])
        marked = frame.filter(polars.col("spans").list.len() > 0)
        if marked.height == 0:
            # Without a single span there is no type to look into.
            report.equal(f"polars {folder.name}/{path.name}: fragments", 0, expected)
            continue
        pieces = marked.explode("spans").unnest("spans", separator=":").explode("spans:fragments")
        found = pieces.select(
            polars.col("text").str.slice(
                polars.col("spans:fragments").struct.field("start"),
                polars.col("spans:fragments").struct.field("end") - polars.col("spans:fragments").struct.field("start"),
            ).alias("slice"),
            polars.col("spans:fragments").struct.field("text").alias("surface"),
        )
        for place, (piece, surface) in enumerate(found.iter_rows()):
            report.equal(f"polars {folder.name}/{path.name}: fragment {place}", piece, surface)
        report.equal(f"polars {folder.name}/{path.name}: fragments", found.height, expected)


def check_folder(report, folder, snapshot):
    for check in (check_datasets, check_arrow, check_polars):
        report.attempt(f"{check.__name__} {folder.name}", lambda check=check: check(report, folder, snapshot))


def in_utf16(text, offset):
    return len(text[:offset].encode("utf-16-le")) // 2


def shift_row(row):
    for span in row.get("spans") or row.get("clusters") or []:
        for fragment in span["fragments"]:
            fragment.update(start=in_utf16(row["text"], fragment["start"]), end=in_utf16(row["text"], fragment["end"]))
    return row


def damage_offsets(folder):
    """Offsets in UTF-16 code units, as a JavaScript program would write them without thinking."""
    for path in sorted((folder / "data").iterdir()):
        if path.suffix == ".jsonl":
            lines = path.read_text(encoding="utf-8").split("\n")[:-1]
            path.write_text("".join(json.dumps(shift_row(json.loads(line)), ensure_ascii=False) + "\n" for line in lines), encoding="utf-8")
        else:
            table = pyarrow.parquet.read_table(path)
            shifted = pyarrow.Table.from_pylist([shift_row(row) for row in table.to_pylist()], schema=table.schema)
            pyarrow.parquet.write_table(shifted, path)


def damage_split(folder):
    """A split that the card does not name."""
    path = folder / "README.md"
    lines = path.read_text(encoding="utf-8").split("\n")
    first = next(place for place, line in enumerate(lines) if line.strip().startswith("- split:"))
    path.write_text("\n".join(lines[:first] + lines[first + 2:]), encoding="utf-8")


def damage_label(folder):
    """A label that the card does not declare."""
    path = folder / "README.md"
    text = path.read_text(encoding="utf-8")
    label = json.loads((folder.parent / "snapshot.json").read_text(encoding="utf-8"))
    used = next(span["label"] for one in label for span in one["spans"])
    path.write_text(text.replace(f": {used}\n", ": UNDECLARED\n"), encoding="utf-8")


def damage_column(folder):
    """A column that the card does not declare."""
    path = folder / "README.md"
    path.write_text(path.read_text(encoding="utf-8").replace("  - name: title\n    dtype: string\n", "", 1), encoding="utf-8")


def damage_rows(folder):
    """An article less than there was."""
    for path in sorted((folder / "data").iterdir()):
        if path.suffix == ".jsonl":
            path.write_text("".join(line + "\n" for line in path.read_text(encoding="utf-8").split("\n")[1:-1]), encoding="utf-8")
        else:
            pyarrow.parquet.write_table(pyarrow.parquet.read_table(path).slice(1), path)


DAMAGES = (damage_offsets, damage_split, damage_label, damage_column, damage_rows)


def main(arguments):
    root = Path(arguments[0])
    snapshot = json.loads((root / "snapshot.json").read_text(encoding="utf-8"))
    folders = [root / form for form in FORMS if (root / form).is_dir()]
    report = Report()
    report.check("there is a folder to read", bool(folders), str(root))
    for folder in folders:
        if "--damage" not in arguments:
            check_folder(report, folder, snapshot)
            continue
        for damage in DAMAGES:
            copy = Path(tempfile.mkdtemp(dir=SCRATCH)) / folder.name
            shutil.copytree(folder, copy)
            shutil.copy(root / "snapshot.json", copy.parent)
            damage(copy)
            inner = Report(quiet=True)
            check_folder(inner, copy, snapshot)
            report.check(f"{damage.__name__} of {folder.name} is noticed", inner.failed > 0)
    print(f"{report.passed} passed, {report.failed} failed")
    return 1 if report.failed else 0


if __name__ == "__main__":
    try:
        code = main(sys.argv[1:])
    finally:
        shutil.rmtree(SCRATCH, ignore_errors=True)
    sys.exit(code)
