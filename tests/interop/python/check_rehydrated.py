"""Puts the texts back into exports of offsets only with the script that lies in them, and compares every slice.

FOLDER holds one export a format (native, hf-jsonl, hf-parquet, w3c), each with its rehydrate.py, texts/ with one .txt an article, and
snapshot.json. Before that, no file of an export may hold a sentence of any text. One export is then tried with a text too few.
"""
import json
import shutil
import subprocess
import sys
import urllib.parse

import pyarrow.parquet

from tally import json_lines, run, spans_by_id


def rehydrated(export, texts, output):
    """What the script says and how it ends."""
    done = subprocess.run(
        [sys.executable, str(export / "rehydrate.py"), str(texts), str(output)], capture_output=True, text=True, check=False
    )
    return done.returncode, done.stdout, done.stderr


def native_entries(output):
    for record in json_lines(output / "golden.jsonl"):
        yield record["doc_id"], record["text"], record["spans"]


def table_entries(output, rows_of):
    for row in rows_of(output / "data"):
        yield row["doc_id"], row["text"], row["spans"]


def jsonl_rows(folder):
    return json_lines(folder / "golden.jsonl")


def parquet_rows(folder):
    return pyarrow.parquet.read_table(folder / "golden-00000-of-00001.parquet").to_pylist()


def w3c_entries(output):
    articles = {line["doc_id"]: line for line in json_lines(output / "golden.articles.jsonl") if line["doc_id"] is not None}
    spans = {}
    for annotation in json.loads((output / "golden.jsonld").read_text(encoding="utf-8")):
        _, _, doc_id, _, span_id = map(urllib.parse.unquote, annotation["id"].split(":"))
        label = next(body["value"] for body in annotation["body"] if body["purpose"] == "tagging")
        fragments = []
        for target in annotation["target"]:
            quote, place = target["selector"]
            fragments.append({"start": place["start"], "end": place["end"], "text": quote["exact"]})
        spans.setdefault(doc_id, []).append({"id": span_id, "label": label, "fragments": fragments})
    for doc_id, article in articles.items():
        yield doc_id, article["text"], spans.get(doc_id, [])


FORMATS = {
    "native": native_entries,
    "hf-jsonl": lambda output: table_entries(output, jsonl_rows),
    "hf-parquet": lambda output: table_entries(output, parquet_rows),
    "w3c": w3c_entries,
}


def damaged(entries):
    for doc_id, text, spans in entries:
        moved = [
            {**span, "fragments": [{**one, "start": one["start"] + 1, "end": one["end"] + 1} for one in span["fragments"]]} for span in spans
        ]
        yield doc_id, text, moved


def compare(name, entries, snapshot, tally):
    entries = list(entries)
    known = {entry["doc_id"]: entry for entry in snapshot.entries}
    tally.equal(sorted(doc_id for doc_id, _, _ in entries), sorted(known), f"{name}: articles")
    for doc_id, text, spans in entries:
        entry = known.get(doc_id)
        if entry is None:
            continue
        tally.equal(text, entry["text"], f"{name}: text of {doc_id}")
        expected = spans_by_id(entry)
        tally.equal(sorted(span["id"] for span in spans), sorted(expected), f"{name}: spans of {doc_id}")
        for span in spans:
            tally.equal(span["fragments"], expected.get(span["id"], {}).get("fragments"), f"{name}: {span['id']} of {doc_id}")
            for fragment in span["fragments"]:
                tally.equal(text[fragment["start"]:fragment["end"]], fragment["text"], f"{name}: slice of {span['id']} of {doc_id}")


def sentences(snapshot):
    lines = {line for entry in snapshot.entries for line in entry["text"].split("\n")}
    return [line.encode("utf-8") for line in lines if len(line) > 15]


def check(folder, snapshot, damage, tally):
    for name, entries_of in FORMATS.items():
        export = folder / name
        held = [path.name for path in export.rglob("*") if path.is_file() for line in sentences(snapshot) if line in path.read_bytes()]
        tally.equal(held, [], f"{name}: files with words of a text")
        output = folder / f"{name}-with-texts"
        code, said, complaint = rehydrated(export, folder / "texts", output)
        tally.equal((code, complaint), (0, ""), f"{name}: {said}")
        if code == 0:
            compare(name, damaged(entries_of(output)) if damage else entries_of(output), snapshot, tally)
    columns = pyarrow.parquet.read_schema(folder / "hf-parquet" / "data" / "golden-00000-of-00001.parquet")
    again = pyarrow.parquet.read_schema(folder / "hf-parquet-with-texts" / "data" / "golden-00000-of-00001.parquet")
    tally.equal(again.names, columns.names, "hf-parquet: columns")
    tally.equal(again.metadata.get(b"naql.offset_unit"), b"code_point", "hf-parquet: unit in the footer")
    fewer = folder / "fewer"
    shutil.copytree(folder / "texts", fewer)
    lost = snapshot.entries[0]["doc_id"]
    (fewer / f"{lost}.txt").unlink()
    for name in FORMATS:
        code, _, complaint = rehydrated(folder / name, fewer, folder / f"{name}-fewer")
        tally.equal(code, 1, f"{name}: a text too few")
        tally.equal(complaint.startswith(f"missing\t{lost}\t"), True, f"{name}: names the one that is missing")


if __name__ == "__main__":
    run(check, __doc__)
