"""spaCy: the script that is exported makes a DocBin, and what is read from it is compared with the snapshot, span by span."""
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training import Corpus, Example

from tally import attributes_of, entity_of, json_lines, relation_of, run, spans_by_id

NLP = spacy.blank("fa")


def damaged(line):
    spans = {key: [[start + 1, end + 1, *more] for start, end, *more in group] for key, group in line["spans"].items()}
    return {**line, "spans": spans}


def docbin(script, lines, folder):
    """The DocBin that the exported script makes of these lines; None when it refuses."""
    source, target = Path(folder) / "lines.jsonl", Path(folder) / "lines.spacy"
    copy = Path(folder) / script.name
    shutil.copy(script, copy)
    source.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8", newline="\n")
    done = subprocess.run([sys.executable, str(copy), str(source), str(target)], capture_output=True, text=True)
    if done.returncode != 0:
        print(done.stderr.strip(), file=sys.stderr)
        return None
    return target


def expected_spans(entry):
    return sorted(
        (piece["start"], piece["end"], span["label"], entity_of(span), span["id"], piece["text"])
        for span in entry["spans"]
        for piece in span["fragments"]
    )


def found_spans(doc, key="sc"):
    group = doc.spans.get(key, [])
    return sorted((one.start_char, one.end_char, one.label_, one.kb_id_, one.id_, one.text) for one in group)


def compare_doc(doc, entry, tally):
    name = entry["doc_id"]
    tally.equal(doc.text, entry["text"], f"{name}: text")
    found, expected = found_spans(doc), expected_spans(entry)
    tally.equal(len(found), len(expected), f"{name}: number of spans")
    for one, other in zip(found, expected):
        tally.equal(one, other, f"{name}: span")
    spans = spans_by_id(entry)
    beside = {one["id"]: one for one in doc.user_data["annotations"]}
    tally.equal(sorted(beside), sorted(spans), f"{name}: ids")
    for span_id, span in spans.items():
        tally.equal(attributes_of(beside.get(span_id, {})), attributes_of(span), f"{name} {span_id}: attributes")
    relations = sorted(relation_of(one) for one in doc.user_data["relations"])
    tally.equal(relations, sorted(relation_of(one) for one in entry["relations"]), f"{name}: relations")


def compare_example(line, entry, tally):
    """The lines by themselves, as somebody trains on them without the script."""
    words = [line["text"][token["start"]:token["end"]] for token in line["tokens"]]
    predicted = Doc(NLP.vocab, words=words, spaces=[token["ws"] for token in line["tokens"]])
    try:
        reference = Example.from_dict(predicted, {"spans": line["spans"]}).reference
    except ValueError as error:
        tally.fail(f"{entry['doc_id']}: {error}")
        return
    found = sorted((one.start_char, one.end_char, one.label_, one.kb_id_, one.text) for one in reference.spans["sc"])
    tally.equal(found, sorted((one[0], one[1], one[2], one[3], one[5]) for one in expected_spans(entry)), f"{entry['doc_id']}: example")


def debugged(path, folder):
    """What spaCy's own `debug data` says of a DocBin, for a pipeline that learns the spans under `sc`."""
    config = Path(folder) / "config.cfg"
    environment = {**os.environ, "NO_COLOR": "1"}
    words = (
        ("init", "config", str(config), "--lang", "fa", "--pipeline", "spancat"),
        ("debug", "data", str(config), "--paths.train", str(path), "--paths.dev", str(path), "--no-format", "--verbose"),
    )
    done = [subprocess.run([sys.executable, "-m", "spacy", *one], capture_output=True, text=True, env=environment) for one in words]
    return done[-1].stdout + done[-1].stderr


def compare_debugged(said, snapshot, tally):
    """`debug data` counts every label under the key, and the docs that it trains on."""
    expected = Counter(span["label"] for entry in snapshot.entries for span in entry["spans"] for _ in span["fragments"])
    [counts] = re.findall(r"^Key: sc, (.*)$", said, re.MULTILINE) or [""]
    found = Counter({label: int(count) for label, count in re.findall(r"'([^']+)' \((\d+)\)", counts)})
    tally.equal(found, expected, "debug data: labels under the key sc, with their numbers")
    tally.check("debug data: docs", f"\n{len(snapshot.entries)} training docs\n" in said, said[:800])
    tally.check("debug data: the corpus can be loaded", "\nCorpus is loadable\n" in said, said[:800])


def check(folder, snapshot, damage, tally):
    for script in sorted(folder.glob("*.to_docbin.py")):
        lines = json_lines(script.with_name(script.name.replace(".to_docbin.py", ".jsonl")))
        entries = snapshot.in_order(tally, [line["meta"]["doc_id"] for line in lines])
        lines = [damaged(line) for line in lines] if damage else lines
        with tempfile.TemporaryDirectory() as temporary:
            path = docbin(script, lines, temporary)
            if path is None:
                tally.fail(f"{script.name} refused the lines")
                continue
            docs = list(DocBin().from_disk(path).get_docs(NLP.vocab))
            tally.equal(len(docs), len(lines), f"{script.name}: number of docs")
            compare_debugged(debugged(path, temporary), snapshot, tally)
            examples = list(Corpus(path)(NLP))
            tally.equal(sum(len(found_spans(one.reference)) for one in examples), sum(len(found_spans(one)) for one in docs), "spans of the corpus")
        for doc, line, entry in zip(docs, lines, entries):
            if entry is not None:
                compare_doc(doc, entry, tally)
                compare_example(line, entry, tally)


def damage_label(folder):
    """A span without its label."""
    changed = False
    for script in folder.glob("*.to_docbin.py"):
        path = script.with_name(script.name.replace(".to_docbin.py", ".jsonl"))
        lines = json_lines(path)
        for line in lines:
            for group in line["spans"].values():
                if group and not changed:
                    group[0][2] = ""
                    changed = True
        path.write_text("".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines), encoding="utf-8", newline="\n")
    return changed


run(check, __doc__, (damage_label,))
