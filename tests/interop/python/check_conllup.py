"""CoNLL-U Plus: the package conllu reads the rows, and text, spans and relations are put together from the columns alone."""
import re
from urllib.parse import unquote

import conllu

from tally import attributes_of, entity_of, relation_of, run, spans_by_id

SPAN = re.compile(r"^(\d+)(?::([^+]*))?(\+?)$")
RELATION = re.compile(r"^(\d+):([^>|]+)>([^|]*)((?:\|.*)?)$")
GAPS = {"s": " ", "n": "\n", "t": "\t", "r": "\r", "p": "|", "\\": "\\"}


def gap_of(written):
    return re.sub(r"\\([sntrp\\])", lambda match: GAPS[match.group(1)], unquote(written))


def fields_of(parts):
    return {unquote(name, errors="strict"): unquote(value, errors="strict") for name, value in (part.split("=", 1) for part in parts)}


def documents_of(data):
    """Rows by document, in the order of the file."""
    found = []
    for sentence in conllu.parse(data):
        if "newdoc id" in sentence.metadata:
            found.append((sentence.metadata["newdoc id"], []))
        found[-1][1].append(sentence)
    return found


def text_of(sentences):
    parts, is_first = [], True
    for row in (row for sentence in sentences for row in sentence):
        misc = row["misc"]
        if is_first:
            parts.append(gap_of(misc.get("SpacesBefore", "")))
        is_first = False
        parts.append(row["form"])
        parts.append(gap_of(misc["SpacesAfter"]) if "SpacesAfter" in misc else "" if misc.get("SpaceAfter") == "No" else " ")
    return "".join(parts)


def place_of(row, damage):
    shift = 1 if damage else 0
    return int(row["misc"]["start"]) + shift, int(row["misc"]["end"]) + shift


def spans_of(rows, damage):
    """Spans by their number: label, fields, and pieces as [start, end, last row]."""
    found = {}
    for at, row in enumerate(rows):
        start, end = place_of(row, damage)
        if row["naql:span"] in ("*", "_"):
            continue
        for item in row["naql:span"].split(";"):
            number, said, plus = SPAN.match(item).groups()
            span = found.setdefault(number, {"pieces": []})
            if said is not None:
                label, *parts = said.split("|")
                span["label"], span["fields"] = unquote(label), fields_of(parts)
            pieces = span["pieces"]
            if pieces and pieces[-1][2] == at - 1 and not plus:
                pieces[-1][1:] = [end, at]
            else:
                pieces.append([start, end, at])
    return found


def relations_of(rows, spans):
    found = []
    for item in (item for row in rows if row["naql:rel"] not in ("*", "_") for item in row["naql:rel"].split(";")):
        number, label, target, more = RELATION.match(item).groups()
        tail = unquote(target[1:]) if target.startswith("@") else spans[target]["fields"]["@id"]
        found.append((fields_of(more.split("|")[1:])["@id"], unquote(label), spans[number]["fields"]["@id"], tail))
    return sorted(found)


def compare(sentences, entry, damage, tally):
    name, text = entry["doc_id"], entry["text"]
    rows = [row for sentence in sentences for row in sentence]
    tally.equal(text_of(sentences), text, f"{name}: text")
    for row in rows:
        start, end = place_of(row, damage)
        tally.equal(text[start:end], row["form"], f"{name}: token at {start}")
    found, expected = spans_of(rows, damage), spans_by_id(entry)
    tally.equal(len(found), len(expected), f"{name}: number of spans")
    for span in found.values():
        fields = dict(span["fields"])
        other = expected.get(fields["@id"], {"label": None, "fragments": []})
        pieces = [(start, end, text[start:end]) for start, end, _ in span["pieces"]]
        tally.equal((span["label"], pieces), (other["label"], [(one["start"], one["end"], one["text"]) for one in other["fragments"]]), f"{name}: span")
        tally.equal(fields.get("@entity", ""), entity_of(other), f"{name}: entity")
        tally.equal({key: value for key, value in fields.items() if not key.startswith("@")}, attributes_of(other), f"{name}: attributes")
    tally.equal(relations_of(rows, found), sorted(relation_of(one) for one in entry["relations"]), f"{name}: relations")


def check(folder, snapshot, damage, tally):
    for path in sorted(folder.glob("*.conllup")):
        documents = documents_of(path.read_text(encoding="utf-8"))
        entries = snapshot.in_order(tally, [doc_id for doc_id, _ in documents])
        for (_, sentences), entry in zip(documents, entries):
            if entry is not None:
                compare(sentences, entry, damage, tally)


def damage_label(folder):
    """A span without its label."""
    changed = 0
    for path in folder.glob("*.conllup"):
        text, count = re.subn(r"(?m)(\t(?:[\d+;]+;)?\d+):[^|;\t\n]+", r"\1:", path.read_text(encoding="utf-8"), count=1)
        path.write_text(text, encoding="utf-8", newline="\n")
        changed += count
    return changed > 0


run(check, __doc__, (damage_label,))
