"""dkpro-cassis reads a UIMA export: python check_cassis.py FOLDER [--damage]

FOLDER holds the archive (XMI with its type system, or JSON CAS) and snapshot.json. Every text, place, attribute and link is compared
with the snapshot; cassis counts code points once a file is loaded, as the snapshot does. With --damage the same files are spoilt in ways
that load without a word, and the check must notice each of them.
"""
import io
import json
import re
import sys
import zipfile
from pathlib import Path

from cassis import load_cas_from_json, load_cas_from_xmi, load_typesystem

MARK, LINK, ENTITY_LINK = "webanno.custom.Mark", "webanno.custom.Link", "naql.EntityLink"
OWN = {"xmiID", "type", "sofa", "begin", "end", "id", "label", "part", "entity", "note", "flagged", "origin"}


def entries(folder):
    (archive,) = folder.glob("*.zip")
    with zipfile.ZipFile(archive) as inside:
        assert inside.testzip() is None
        return {name: inside.read(name).decode("utf-8") for name in inside.namelist()}


def loaded(files):
    types = files.get("TypeSystem.xml")
    for name, text in sorted(files.items()):
        if name.endswith(".xmi"):
            yield name, load_cas_from_xmi(io.BytesIO(text.encode("utf-8")), typesystem=load_typesystem(io.BytesIO(types.encode("utf-8"))))
        elif name.endswith(".json"):
            yield name, load_cas_from_json(text)


def only(items):
    items = list(items)
    return items[0] if len(items) == 1 else None


def attributes_of(mark):
    names = [feature.name for feature in mark.type.all_features if feature.name not in OWN]
    return {plain(name): getattr(mark, name) for name in names if getattr(mark, name) is not None}


def plain(name):
    """The attribute of a feature (docs/formats/uima.md)."""
    return re.sub("_([_h])", lambda found: "-" if found[1] == "h" else "_", name[2:]) if name.startswith("x_") else name


def told(cas):
    """What a CAS says, in the shape of the snapshot."""
    article = only(cas.select("naql.Article"))
    work = only(cas.select("naql.Set"))
    text = cas.sofa_string
    spans = {}
    for mark in sorted(cas.select(MARK), key=lambda one: (one.id, one.begin)):
        span = spans.setdefault(mark.id, {"id": mark.id, "label": mark.label, "fragments": [], "attributes": attributes_of(mark),
                                          "entity": mark.entity.id if mark.entity else None})
        span["fragments"].append({"start": mark.begin, "end": mark.end, "text": mark.get_covered_text()})
        assert mark.get_covered_text() == text[mark.begin:mark.end]
    relations = [{"id": one.id, "label": one.label, "head": one.Governor.id, "tail": one.Dependent.id, "tail_kind": "span"}
                 for one in cas.select(LINK) if one.id]
    relations += [{"id": one.id, "label": one.label, "head": one.Governor.id, "tail": one.entity.id, "tail_kind": "entity"}
                  for one in cas.select(ENTITY_LINK)]
    continued = sum(1 for one in cas.select(LINK) if not one.id)
    key = (article.id, work.annotator if work else None, work.role if work else None)
    return key, {"text": text, "spans": spans, "relations": {one["id"]: one for one in relations}, "continued": continued}


def compared(files, snapshot):
    """How many things are right and which are not."""
    passed, failed = 0, []
    found = {}
    for name, cas in loaded(files):
        key, contents = told(cas)
        if key in found:
            failed.append(f"{name}: {key} is there twice")
        found[key] = contents

    def check(what, one, other):
        nonlocal passed
        if one == other:
            passed += 1
        else:
            failed.append(f"{what}: {one!r} instead of {other!r}")

    expected = {(one["doc_id"], one["annotator"], one["role"]): one for one in snapshot}
    check("documents", sorted(map(str, found)), sorted(map(str, expected)))
    for key, document in expected.items():
        contents = found.get(key)
        if contents is None:
            continue
        check(f"{key} text", contents["text"], document["text"])
        check(f"{key} span ids", sorted(contents["spans"]), sorted(span["id"] for span in document["spans"]))
        check(f"{key} relation ids", sorted(contents["relations"]), sorted(one["id"] for one in document["relations"]))
        check(f"{key} continuations", contents["continued"], sum(len(span["fragments"]) - 1 for span in document["spans"]))
        for span in document["spans"]:
            check(f"{key} {span['id']}", contents["spans"].get(span["id"]), span)
        for one in document["relations"]:
            check(f"{key} {one['id']}", contents["relations"].get(one["id"]), one)
    return passed, failed


def with_raw_line_feeds(text):
    return text.replace("&#10;", "\n")


def with_code_points(text):
    """Every offset as Python counts, in a file that says UTF-16."""
    sofa = re.search(r'sofaString="([^"]*)"', text)
    raw = re.sub(r"&#(\d+);", lambda code: chr(int(code[1])), sofa[1]) if sofa else json.loads(re.search(r'"sofaString":("(?:[^"\\]|\\.)*")', text)[1])
    for name, sign in {"&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&"}.items():
        raw = raw.replace(name, sign) if sofa else raw
    units = raw.encode("utf-16-le")

    def counted(found):
        return f"{found[1]}{len(units[:2 * int(found[2])].decode('utf-16-le'))}"

    return re.sub(r'((?:\b(?:begin|end)="|"(?:begin|end)":))(\d+)', counted, text)


def main():
    folder = Path(sys.argv[1])
    files = entries(folder)
    snapshot = json.loads((folder / "snapshot.json").read_text(encoding="utf-8"))
    if "--damage" not in sys.argv:
        passed, failed = compared(files, snapshot)
    else:
        passed, failed = 0, []
        damages = [("code points", with_code_points)]
        if "TypeSystem.xml" in files:
            damages.append(("raw line feeds", with_raw_line_feeds))
        for what, spoil in damages:
            spoilt = {name: spoil(text) if name != "TypeSystem.xml" else text for name, text in files.items()}
            assert spoilt != files
            if compared(spoilt, snapshot)[1]:
                passed += 1
            else:
                failed.append(f"{what}: nobody noticed")
    for one in failed:
        print(one)
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


main()
