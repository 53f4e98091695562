import { offsetsFormat } from './offsets-only.ts';

export const rehydrateFile = 'rehydrate.py';

/** Puts texts back into an export without texts. Python 3.8 and nothing beside it. */
export const rehydrateScript = `#!/usr/bin/env python3
"""Puts the texts back into an export that holds offsets only.

    python3 rehydrate.py TEXTS [OUTPUT]

TEXTS is a folder with the articles as you have them: .txt files (UTF-8) and
.jsonl files whose records have a field "text". Names do not matter: a text
belongs to a record when the SHA-256 of its UTF-8 bytes is the record's
text_sha256. A byte order mark at the start is ignored, every line end counts
as LF, and a text is tried with and without line ends after it.

For every X.offsets.jsonl beside this script, OUTPUT (by default this folder)
gets X.jsonl. Records whose text was not found are left out and listed with
their address, and the script ends with status 1.
"""
import hashlib
import json
import pathlib
import re
import sys

LINE_ENDS = re.compile("\\r\\n?|[\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029]")


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


def wanted(files):
    return {json.loads(line)["text_sha256"] for path in files for line in lines(path)}


def lines(path):
    with open(path, encoding="utf-8", newline="\\n") as file:
        for line in file:
            if line.strip():
                yield line


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


def with_text(record, text):
    record["format"] = "naql.annotations"
    record["text"] = text
    for span in record["spans"]:
        for fragment in span["fragments"]:
            fragment["text"] = text[fragment["start"]:fragment["end"]]
    return record


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    here = pathlib.Path(__file__).resolve().parent
    folder = pathlib.Path(sys.argv[1])
    output = pathlib.Path(sys.argv[2]) if len(sys.argv) == 3 else here
    if not folder.is_dir():
        sys.exit("%s is no folder" % folder)
    files = sorted(here.glob("*.offsets.jsonl"))
    found = find(folder, wanted(files))
    output.mkdir(parents=True, exist_ok=True)
    missing = {}
    written = 0
    for path in files:
        name = path.name[: -len(".offsets.jsonl")] + ".jsonl"
        with open(output / name, "w", encoding="utf-8", newline="\\n") as out:
            for line in lines(path):
                record = json.loads(line)
                if record["format"] != "${offsetsFormat}":
                    sys.exit("%s holds a record of format %s" % (path.name, record["format"]))
                text = found.get(record["text_sha256"])
                if text is None:
                    missing[record["doc_id"]] = record["meta"]["url"]
                    continue
                out.write(json.dumps(with_text(record, text), ensure_ascii=False, separators=(",", ":")) + "\\n")
                written += 1
    print("%d records written, %d articles without a text" % (written, len(missing)))
    for doc_id, url in sorted(missing.items()):
        print("missing\\t%s\\t%s" % (doc_id, url or "no address known"), file=sys.stderr)
    sys.exit(1 if missing else 0)


if __name__ == "__main__":
    main()
`;
