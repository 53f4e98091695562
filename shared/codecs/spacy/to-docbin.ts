/** The Python that stands beside the lines. It is text here and a program there: tests/interop runs it. */
export const toDocbin = String.raw`"""Makes a spaCy DocBin of the JSON Lines file beside this script.

    python NAME.to_docbin.py [NAME.jsonl [NAME.spacy]] [--annotator ID] [--role ROLE]

Every line becomes one Doc. Its words are the tokens of the file, not those of a spaCy tokenizer: for Persian those leave marks inside
words, and spans that begin or end there would be lost. Offsets count code points, which is what Python's str does.

    doc.spans["sc"]            the labelled spans; pieces of one interrupted label share span.id_
    span.kb_id_                the entity that a mention stands for
    doc.user_data["meta"]      the article and whose work it is
    doc.user_data["span_ids"], ["annotations"], ["relations"], ["entities"], ["annotators"]    all that spaCy has no place for

A file with the work of several annotators has several lines of one article: choose with --annotator or --role (work, suggestion,
adjudicated). Read the result with

    DocBin().from_disk("NAME.spacy").get_docs(nlp.vocab)
"""
import argparse
import json
import sys
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin, SpanGroup


def make_doc(vocab, line):
    text = line["text"]
    tokens = line["tokens"]
    words = [text[token["start"]:token["end"]] for token in tokens]
    doc = Doc(vocab, words=words, spaces=[token["ws"] for token in tokens])
    if doc.text != text:
        raise ValueError("the tokens do not give back the text")
    beside = line.get("user_data", {})
    for key, tuples in line["spans"].items():
        ids = beside.get("span_ids") or [""] * len(tuples)
        if len(ids) != len(tuples):
            raise ValueError(f"{len(tuples)} spans and {len(ids)} span ids")
        spans = [make_span(doc, values, span_id) for values, span_id in zip(tuples, ids)]
        doc.spans[key] = SpanGroup(doc, name=key, spans=spans)
    doc.user_data["meta"] = line.get("meta", {})
    for name, value in beside.items():
        doc.user_data[name] = value
    return doc


def make_span(doc, values, span_id):
    start, end, label, kb_id = values
    span = doc.char_span(start, end, label=label, kb_id=kb_id, alignment_mode="strict", span_id=span_id)
    if span is None:
        raise ValueError(f"span {span_id or label} {start}-{end} does not begin and end with a token")
    return span


def is_wanted(line, annotator, role):
    meta = line.get("meta", {})
    found_role = (meta.get("set") or {}).get("role")
    return (annotator is None or meta.get("annotator") == annotator) and (role is None or found_role == role)


def convert(source, target, annotator=None, role=None, language="fa"):
    nlp = spacy.blank(language)
    docs = DocBin(store_user_data=True)
    count = 0
    with open(source, encoding="utf-8", newline="\n") as lines:
        for number, text in enumerate(lines, start=1):
            if not text.strip():
                continue
            line = json.loads(text)
            if not is_wanted(line, annotator, role):
                continue
            try:
                docs.add(make_doc(nlp.vocab, line))
            except ValueError as error:
                sys.exit(f"{source}, line {number}: {error}")
            count += 1
    docs.to_disk(target)
    return count


def main():
    stem = Path(__file__).name.removesuffix(".py").removesuffix(".to_docbin")
    beside = Path(__file__).with_name(f"{stem}.jsonl")
    parser = argparse.ArgumentParser(description="Makes a spaCy DocBin of spancat JSON Lines.")
    parser.add_argument("source", nargs="?", type=Path, default=beside)
    parser.add_argument("target", nargs="?", type=Path)
    parser.add_argument("--annotator", help="only the work of this annotator")
    parser.add_argument("--role", help="only sets of this role: work, suggestion, adjudicated")
    parser.add_argument("--language", default="fa", help="of the vocabulary; default fa")
    options = parser.parse_args()
    target = options.target or options.source.with_suffix(".spacy")
    count = convert(options.source, target, options.annotator, options.role, options.language)
    print(f"{count} docs in {target}")


if __name__ == "__main__":
    main()
`;
