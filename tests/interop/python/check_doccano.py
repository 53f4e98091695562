"""Reads exported doccano lines by the rules that doccano documents for its imports and compares every slice and count with a snapshot.

    python check_doccano.py FOLDER [--damage]

FOLDER holds snapshot.json (as in check_label_studio.py) and *.jsonl files of sequence labelling (`label`) or of relation
projects (`entities`, `relations`). Offsets are taken as UTF-16 code units, which is what the annotator in the browser counts;
in files whose name ends in `codepoints.jsonl` as code points, which is what Python counts. With --damage every offset is
shifted by one first, and the checks are expected to fail: then the exit code is 0.

The rules: one JSON object a line, UTF-8 without a mark, LF; `text` is a string that is not blank; an offset is an integer
that is not negative; a span ends after it starts and inside of the text; names of entities are unique within the line; both ends
of a relation are there. doccano drops what breaks a rule without an error, so every record counts here.
"""
import json
from collections import Counter

from tally import run


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def cutter(text, in_points):
    """A function from start and end to the words between them."""
    if in_points:
        return len(text), lambda start, end: text[start:end]
    units = text.encode("utf-16-le")
    return len(units) // 2, lambda start, end: units[2 * start:2 * end].decode("utf-16-le", errors="replace")


def point_of(text, unit_offset, in_points):
    return unit_offset if in_points else len(text.encode("utf-16-le")[:2 * unit_offset].decode("utf-16-le", errors="replace"))


def spans_in(record):
    if "entities" in record:
        return [(one["id"], one["start_offset"], one["end_offset"], one["label"]) for one in record["entities"]]
    return [(index, start, end, label) for index, (start, end, label) in enumerate(record["label"])]


def read_line(record, in_points, shift, name, tally):
    """Fragments by name, and relations, of one line; what doccano would drop fails."""
    text = record["text"]
    length, cut = cutter(text, in_points)
    fragments = {}
    for key, start, end, label in spans_in(record):
        start, end = start + shift, end + shift
        legal = isinstance(start, int) and isinstance(end, int) and isinstance(label, str) and 0 <= start < end <= length
        tally.check(f"{name}: span {key} is legal", legal, f"{start}-{end} {label!r} in {length}")
        tally.check(f"{name}: span {key} has a name of its own", key not in fragments, "twice")
        if legal:
            fragments[key] = {"label": label, "start": point_of(text, start, in_points), "end": point_of(text, end, in_points), "text": cut(start, end)}
    relations = []
    for one in record.get("relations", []):
        whole = one["from_id"] in fragments and one["to_id"] in fragments
        tally.check(f'{name}: relation {one["id"]} has both ends', whole, f'{one["from_id"]}, {one["to_id"]}')
        if whole:
            relations.append(one)
    return fragments, relations


def joined(fragments, relations):
    """Spans as they were before they were cut, and the relations between them."""
    following = {one["from_id"]: one["to_id"] for one in relations if one["type"] == "continuation"}
    continued = set(following.values())
    spans = {}
    for key, one in fragments.items():
        if key in continued:
            continue
        pieces = [key]
        while pieces[-1] in following:
            pieces.append(following[pieces[-1]])
        spans[key] = {"label": one["label"], "fragments": [{part: fragments[piece][part] for part in ("start", "end", "text")} for piece in pieces]}
    links = [
        {"type": one["type"], "from": spans[one["from_id"]]["fragments"], "to": spans[one["to_id"]]["fragments"]}
        for one in relations
        if one["type"] != "continuation"
    ]
    return list(spans.values()), links


def expected_of(entries, in_pieces):
    """Sets of one document are merged into one: what says the same with the same attributes and entity stands there once."""
    spans, links, seen = [], [], set()
    for entry in entries:
        by_id = {one["id"]: one for one in entry["spans"]}
        for one in entry["spans"]:
            meaning = canonical({key: one[key] for key in ("label", "fragments", "attributes", "entity")})
            if meaning in seen:
                continue
            seen.add(meaning)
            parts = [[piece] for piece in one["fragments"]] if in_pieces else [one["fragments"]]
            spans += [{"label": one["label"], "fragments": part} for part in parts]
        if not in_pieces:
            links += [
                {"type": one["label"], "from": by_id[one["head"]]["fragments"], "to": by_id[one["tail"]]["fragments"]}
                for one in entry["relations"]
                if one["tail"] in by_id
            ]
    return spans, links


def check_file(path, snapshot, damaged, tally):
    in_points = path.name.endswith("codepoints.jsonl")
    content = path.read_bytes()
    tally.check(f"{path.name}: UTF-8 without a mark, LF", not content.startswith(b"\xef\xbb\xbf") and b"\r" not in content, "a mark or CR")
    records = [json.loads(line) for line in content.decode("utf-8").split("\n") if line]
    documents = {entry["doc_id"] for entry in snapshot}
    tally.check(f"{path.name}: documents", {one["doc_id"] for one in records} == documents and len(records) == len(documents), "other documents")
    for record in records:
        name = f'{path.name}: {record["doc_id"]}'
        entries = [entry for entry in snapshot if entry["doc_id"] == record["doc_id"]]
        tally.check(f"{name}: text", record["text"].strip() != "" and all(entry["text"] == record["text"] for entry in entries), "another text")
        is_sequence = "entities" not in record
        fragments, relations = read_line(record, in_points, 1 if damaged else 0, name, tally)
        spans, links = joined(fragments, relations)
        expected = expected_of(entries, is_sequence)
        for kind, found, wanted in (("spans", spans, expected[0]), ("relations", links, expected[1])):
            missing = Counter(map(canonical, wanted)) - Counter(map(canonical, found))
            surplus = Counter(map(canonical, found)) - Counter(map(canonical, wanted))
            tally.check(f"{name}: {kind} ({len(wanted)})", not missing and not surplus, f"missing {list(missing)}, surplus {list(surplus)}")


def is_doccano(path):
    try:
        first = path.read_text(encoding="utf-8-sig").split("\n", 1)[0]
        record = json.loads(first) if first else {}
    except ValueError:
        return path.name != "snapshot.json"
    return "text" in record and ("label" in record or "entities" in record) and "format" not in record


def check(folder, snapshot, damaged, tally):
    files = [one for one in sorted(folder.glob("*.jsonl")) if is_doccano(one)]
    tally.check("files", len(files) > 0, "no lines of doccano")
    for path in files:
        check_file(path, snapshot.entries, damaged, tally)


def rewritten(folder, change):
    """Every file of doccano with other bytes."""
    files = [one for one in folder.glob("*.jsonl") if is_doccano(one)]
    for path in files:
        path.write_bytes(change(path, path.read_bytes()))
    return len(files) > 0


def damage_mark(folder):
    """A byte order mark at the start, which doccano takes for part of the first line."""
    return rewritten(folder, lambda _, content: b"\xef\xbb\xbf" + content)


def damage_line_ends(folder):
    """Lines as Windows ends them."""
    return rewritten(folder, lambda _, content: content.replace(b"\n", b"\r\n"))


def damage_encoding(folder):
    """The file in UTF-16."""
    return rewritten(folder, lambda _, content: content.decode("utf-8").encode("utf-16"))


def in_other_unit(text, offset, in_points):
    units = text.encode("utf-16-le")
    return len(text[:offset].encode("utf-16-le")) // 2 if in_points else len(units[:2 * offset].decode("utf-16-le", errors="replace"))


def damage_unit(folder):
    """Offsets that count what the other dialect counts."""
    def change(path, content):
        in_points = path.name.endswith("codepoints.jsonl")
        records = [json.loads(line) for line in content.decode("utf-8").split("\n") if line]
        for record in records:
            for one in record.get("entities", []):
                for name in ("start_offset", "end_offset"):
                    one[name] = in_other_unit(record["text"], one[name], in_points)
            for one in record.get("label", []):
                one[:2] = [in_other_unit(record["text"], offset, in_points) for offset in one[:2]]
        return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records).encode("utf-8")
    return rewritten(folder, change)


run(check, __doc__, (damage_mark, damage_line_ends, damage_encoding, damage_unit))
