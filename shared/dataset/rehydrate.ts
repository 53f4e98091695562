import { offsetsFormat } from '../codecs/native/write-offsets.ts';
import { surroundings } from '../codecs/surroundings.ts';

export const rehydrateFile = surroundings.rehydrate;

/** Puts texts back into an export without texts. Python 3.8 and nothing beside it, but for Parquet, which needs pyarrow. */
export const rehydrateScript = `#!/usr/bin/env python3
"""Puts the texts back into an export that holds offsets only.

    python3 rehydrate.py TEXTS [OUTPUT]

TEXTS is a folder with the articles as you have them: .txt files (UTF-8) and
.jsonl files whose records have a field "text". Names do not matter: a text
belongs to a record when the SHA-256 of its UTF-8 bytes is the record's
text_sha256. A byte order mark at the start is ignored, every line end counts
as LF, and a text is tried with and without line ends after it.

OUTPUT (by default the folder "with-texts" beside this script) gets the files
of this export with their texts: X.jsonl for X.offsets.jsonl, tables and web
annotations under their own names, and a copy of what has no text in it. Web
annotations get their quotations without what stands before and after them.
Records whose text was not found are left out and listed with their address,
and the script ends with status 1. Parquet files need pyarrow.
"""
import hashlib
import json
import pathlib
import re
import shutil
import sys
import urllib.parse

LINE_ENDS = re.compile("\\r\\n?|[\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029]")
TABLES = ("data", "bio", "judgements", "soft", "majority")
# What is true of the export as it is, and of nothing that is made of it.
LEFT_BEHIND = ("rehydrate.py", "MANIFEST.sha256")


def sha256(text):
    return hashlib.sha256(text.encode("utf-8")).hexdigest()


def forms(text):
    text = LINE_ENDS.sub("\\n", text.lstrip("\\ufeff"))
    bare = text.rstrip("\\n")
    return {text, bare, bare + "\\n"}


def texts_in(folder):
    for path in sorted(folder.rglob("*.txt")):
        yield path.read_bytes().decode("utf-8", errors="replace")
    for path in sorted(folder.rglob("*.jsonl")):
        for line in path.read_bytes().decode("utf-8", errors="replace").split("\\n"):
            try:
                text = json.loads(line).get("text")
            except (ValueError, AttributeError):
                continue
            if isinstance(text, str):
                yield text


def find(folder, hashes):
    found = {}
    for text in texts_in(folder):
        for form in forms(text):
            try:
                digest = sha256(form)
            except UnicodeEncodeError:
                continue
            if digest in hashes:
                found[digest] = form
    return found


def names_in(export):
    lines = (export / "MANIFEST.sha256").read_text(encoding="utf-8").split("\\n")
    return [line.split("  ", 1)[1] for line in lines if line]


def kind_of(name):
    parts = name.split("/")
    if len(parts) == 2 and parts[0] in TABLES and parts[1].endswith((".jsonl", ".parquet")):
        return "table"
    endings = {
        ".offsets.jsonl": "native", ".articles.jsonl": "articles", ".relations.jsonld": "relations", ".jsonld": "annotations",
    }
    return next((kind for ending, kind in endings.items() if name.endswith(ending)), "other")


def json_lines(path):
    with open(path, encoding="utf-8", newline="\\n") as file:
        for line in file:
            if line.strip():
                yield json.loads(line)


def pyarrow_modules():
    try:
        import pyarrow
        import pyarrow.parquet
    except ImportError:
        sys.exit("Parquet files need pyarrow: pip install pyarrow")
    return pyarrow, pyarrow.parquet


def records_in(path):
    """The records of a file of lines or of a table, one after another."""
    if path.suffix != ".parquet":
        yield from json_lines(path)
        return
    _, parquet = pyarrow_modules()
    for batch in parquet.ParquetFile(path).iter_batches(batch_size=1000):
        yield from batch.to_pylist()


class Texts:
    """The texts that were found, by article; what is asked for in vain is remembered."""

    def __init__(self, export, folder, files):
        self.hashes = {}
        self.addresses = {}
        for name, kind in files:
            if kind in ("native", "articles") or name.startswith("data/"):
                for record in records_in(export / name):
                    if record["doc_id"] is None:
                        continue
                    meta = record.get("meta") or record
                    self.hashes[record["doc_id"]] = record["text_sha256"]
                    self.addresses[record["doc_id"]] = meta["url"]
        self.found = find(folder, set(self.hashes.values()))
        self.missing = set()

    def of(self, doc_id):
        text = self.found.get(self.hashes.get(doc_id))
        if text is None:
            self.missing.add(doc_id)
        return text


def fill(pieces, text):
    for piece in pieces:
        for fragment in piece["fragments"]:
            fragment["text"] = text[fragment["start"]:fragment["end"]]


def with_text(record, text):
    """A native record, an article of web annotations, or a row of a table."""
    if record.get("format") == "${offsetsFormat}":
        record["format"] = "naql.annotations"
    if "text" in record:
        record["text"] = text
    if "tokens" in record and "token_starts" in record:
        record["tokens"] = [text[start:end] for start, end in zip(record["token_starts"], record["token_ends"])]
    fill(record.get("spans") or [], text)
    fill(record.get("clusters") or [], text)
    return record


def filled(path, texts):
    for record in records_in(path):
        if record["doc_id"] is None:
            yield record
            continue
        text = texts.of(record["doc_id"])
        if text is not None:
            yield with_text(record, text)


def dump(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def write_lines(path, records):
    count = 0
    with open(path, "w", encoding="utf-8", newline="\\n") as out:
        for record in records:
            out.write(dump(record) + "\\n")
            count += 1
    return count


def write_parquet(source, path, records):
    arrow, parquet = pyarrow_modules()
    schema = parquet.ParquetFile(source).schema_arrow
    count = 0
    waiting = []
    with parquet.ParquetWriter(path, schema) as out:
        for record in records:
            waiting.append(record)
            count += 1
            if len(waiting) == 1000:
                out.write_table(arrow.Table.from_pylist(waiting, schema=schema))
                waiting = []
        if waiting:
            out.write_table(arrow.Table.from_pylist(waiting, schema=schema))
    return count


def write_array(path, items):
    with open(path, "w", encoding="utf-8", newline="\\n") as out:
        out.write("[\\n" + ",\\n".join(map(dump, items)) + "\\n]\\n" if items else "[]\\n")
    return len(items)


def doc_of(iri):
    return urllib.parse.unquote(iri[len("urn:doc:"):])


def quoted(annotation, texts):
    """A web annotation with a quotation beside each position; None where the text is not there."""
    for target in annotation["target"]:
        text = texts.of(doc_of(target["source"]))
        if text is None:
            return None
        (place,) = target["selector"]
        quote = {"type": "TextQuoteSelector", "exact": text[place["start"]:place["end"]]}
        target["selector"] = [quote, place]
    return annotation


def article_of(iri):
    return urllib.parse.unquote(iri.split(":")[2])


def write_file(name, kind, export, output, texts):
    """How many records were written that have a text of their own."""
    source = export / name
    path = output / (name[: -len(".offsets.jsonl")] + ".jsonl" if kind == "native" else name)
    path.parent.mkdir(parents=True, exist_ok=True)
    if kind in ("native", "articles"):
        return write_lines(path, filled(source, texts))
    if kind == "table":
        records = filled(source, texts)
        count = write_parquet(source, path, records) if path.suffix == ".parquet" else write_lines(path, records)
        return count if name.startswith("data/") else 0
    if kind == "annotations":
        all_of_them = json.loads(source.read_text(encoding="utf-8"))
        write_array(path, [one for one in (quoted(one, texts) for one in all_of_them) if one is not None])
    elif kind == "relations":
        all_of_them = json.loads(source.read_text(encoding="utf-8"))
        write_array(path, [one for one in all_of_them if texts.of(article_of(one["id"])) is not None])
    elif name not in LEFT_BEHIND:
        shutil.copyfile(source, path)
    return 0


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    export = pathlib.Path(__file__).resolve().parent
    folder = pathlib.Path(sys.argv[1])
    output = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else export / "with-texts"
    if not folder.is_dir():
        sys.exit("%s is no folder" % folder)
    if output.resolve() == export:
        sys.exit("OUTPUT must be another folder than that of the export")
    files = [(name, kind_of(name)) for name in names_in(export)]
    texts = Texts(export, folder, files)
    written = sum(write_file(name, kind, export, output, texts) for name, kind in files)
    print("%d records written, %d articles without a text" % (written, len(texts.missing)))
    for doc_id in sorted(texts.missing):
        print("missing\\t%s\\t%s" % (doc_id, texts.addresses.get(doc_id) or "no address known"), file=sys.stderr)
    sys.exit(1 if texts.missing else 0)


if __name__ == "__main__":
    main()
`;
