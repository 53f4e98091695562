"""CoNLL columns: NLTK and seqeval read the chunks of every layer, and the tokens file says where they stand in the text.

What the snapshot holds and a layer cannot is taken out here by the rule of docs/formats/conll.md, written a second time: of labels of one
layer over the same characters the longest stays, of equally long ones the one that begins first, ends last, has the smaller id.
"""
import re
from collections import Counter

import nltk
from nltk.chunk.util import conlltags2tree
from nltk.corpus.reader.conll import ConllCorpusReader
from nltk.tree import Tree
from seqeval.scheme import IOB1, IOB2, IOBES, Entities

from tally import json_lines, notices, run

SCHEMES = {"iob1": IOB1, "iob2": IOB2, "bioes": IOBES}
NAME = re.compile(r"^(?P<stem>.+)\.(?P<layer>[^.]+)\.(?P<scheme>iob1|iob2|bioes)\.conll$")


def rows_of(path):
    """Sentences of (word, tag), without the lines that begin an article."""
    sentences = [[]]
    for line in path.read_text(encoding="utf-8").split("\n"):
        cells = line.split("\t" if "\t" in line else " ")
        if line == "":
            sentences.append([])
        elif cells[0] != "-DOCSTART-":
            sentences[-1].append((cells[0], cells[-1]))
    return [sentence for sentence in sentences if sentence]


def chunks_of_nltk(path, folder):
    """Chunks by sentence as (first token, token after the last, label). Only IOB2 of four columns is NLTK's."""
    # NLTK 3.10 reads below the folders of this list alone.
    nltk.data.path.append(str(folder.resolve()))
    reader = ConllCorpusReader(str(folder), [path.name], columntypes=("words", "pos", "ignore", "chunk"), encoding="utf-8")
    found = []
    for sentence in reader.iob_sents():
        tree, at, chunks = conlltags2tree(sentence, strict=True), 0, []
        for part in tree:
            length = len(part) if isinstance(part, Tree) else 1
            if isinstance(part, Tree):
                chunks.append((at, at + length, part.label()))
            at += length
        found.append(chunks)
    return found


def chunks_of_seqeval(sentences, scheme):
    entities = Entities([[tag for _, tag in sentence] for sentence in sentences], scheme=SCHEMES[scheme])
    return [[(one.start, one.end, one.tag) for one in found] for found in entities.entities]


def overlap(one, other):
    return any(a["start"] < b["end"] and b["start"] < a["end"] for a in one["fragments"] for b in other["fragments"])


def length_of(span):
    return sum(piece["end"] - piece["start"] for piece in span["fragments"])


def in_layer(spans, labels):
    """Fragments that a layer of these labels holds, as a count of (start, end, label)."""
    once = {(one["label"], str(one["fragments"])): one for one in reversed([span for span in spans if span["label"].lower() in labels])}
    ordered = sorted(once.values(), key=lambda one: (-length_of(one), one["fragments"][0]["start"], -one["fragments"][-1]["end"], one["id"]))
    kept = []
    for span in ordered:
        if not any(overlap(span, other) for other in kept):
            kept.append(span)
    return Counter((piece["start"], piece["end"], one["label"]) for one in kept for piece in one["fragments"])


def compare_layer(path, documents, spans_of, damage, tally):
    layer, scheme = NAME.match(path.name).group("layer", "scheme")
    sentences = rows_of(path)
    places = [(doc_id, tokens) for doc_id, document in documents.items() for tokens in document["sentences"]]
    tally.equal(len(sentences), len(places), f"{path.name}: number of sentences")
    chunks = chunks_of_seqeval(sentences, scheme)
    is_nltk = scheme == "iob2" and "\t" not in path.read_text(encoding="utf-8")
    if is_nltk:
        of_nltk = chunks_of_nltk(path, path.parent)
        tally.equal([one for one in of_nltk if one], [one for one in chunks if one], f"{path.name}: NLTK and seqeval")
    found = {doc_id: Counter() for doc_id in documents}
    for sentence, (doc_id, tokens), marked in zip(sentences, places, chunks):
        text = documents[doc_id]["text"]
        tally.equal([word for word, _ in sentence], [text[start:end] for start, end in tokens], f"{path.name} {doc_id}: words")
        for first, behind, label in marked:
            found[doc_id][(tokens[first][0], tokens[behind - 1][1], label)] += 1
    for doc_id, counts in found.items():
        expected = in_layer(spans_of[doc_id], layer.split("+"))
        tally.equal(sum(counts.values()), sum(expected.values()), f"{path.name} {doc_id}: number of chunks")
        text = documents[doc_id]["text"]
        for place in sorted(set(counts) | set(expected)):
            tally.equal(counts[place], expected[place], f"{path.name} {doc_id}: {place} {text[place[0]:place[1]]!r}")


def check(folder, snapshot, damage, tally):
    spans_of, texts = {}, {}
    for entry in snapshot.entries:
        spans_of.setdefault(entry["doc_id"], []).extend(entry["spans"])
        texts[entry["doc_id"]] = entry["text"]
    for path in sorted(folder.glob("*.tokens.jsonl")):
        documents = {line["doc_id"]: line for line in json_lines(path)}
        tally.equal(sorted(documents), sorted(texts), f"{path.name}: articles")
        for doc_id, document in documents.items():
            tally.equal(document["text"], texts.get(doc_id), f"{path.name} {doc_id}: text")
            if damage:
                document["sentences"] = [[[start + 1, end + 1] for start, end in tokens] for tokens in document["sentences"]]
        stem = path.name.removesuffix(".tokens.jsonl")
        layers = [one for one in sorted(folder.glob("*.conll")) if (NAME.match(one.name) or {"stem": None})["stem"] == stem]
        tally.equal(len(layers) > 0, True, f"{stem}: has layers")
        for layer in layers:
            compare_layer(layer, documents, spans_of, damage, tally)


def damage_beginning(folder):
    """A chunk that begins with I where its scheme wants B. In IOB1 it does so rightly."""
    changed = 0
    for path in folder.glob("*.conll"):
        if NAME.match(path.name)["scheme"] == "iob1":
            continue
        text, count = re.subn(r"(?m)^(\S+(?:\t| -X- -X- ))B-", r"\1I-", path.read_text(encoding="utf-8"), count=1)
        path.write_text(text, encoding="utf-8", newline="\n")
        changed += count
    return changed > 0


def check_with_nltk(folder, _snapshot, _damage, tally):
    """NLTK alone, which refuses an I that continues nothing."""
    for path in sorted(folder.glob("*.iob2.conll")):
        if "\t" not in path.read_text(encoding="utf-8"):
            tally.check(f"{path.name}: NLTK", chunks_of_nltk(path, folder) is not None)


def check_all(folder, snapshot, damage, tally):
    check(folder, snapshot, damage, tally)
    if notices(check_with_nltk, damage_beginning, folder, snapshot) is False and any("\t" not in one.read_text(encoding="utf-8") for one in folder.glob("*.iob2.conll")):
        tally.fail("NLTK takes an I that continues nothing")


run(check_all, __doc__, (damage_beginning,))
