"""openpyxl reads the workbook: python check_openpyxl.py FOLDER [--damage]

FOLDER holds the .xlsx and snapshot.json. What the snapshot knows is compared row by row; beyond that every cell must be what its XML says, none
a formula, and every sheet must be read from right to left with a header that stays. With --damage the workbook is spoilt, and the check must notice.
"""
import io
import json
import re
import sys
import zipfile
from pathlib import Path
from xml.etree import ElementTree

from openpyxl import load_workbook

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def table(sheet):
    """The rows as dictionaries by the names for programs, which stand in brackets in the header."""
    rows = sheet.iter_rows(values_only=True)
    names = [re.search(r"\(([^()]*)\)$", name)[1] for name in next(rows)]
    return [dict(zip(names, row)) for row in rows]


def cells_in_xml(content):
    """Every cell that the XML has, by its place."""
    for cell in ElementTree.fromstring(content).iter(f"{MAIN}c"):
        if cell.get("t") == "inlineStr":
            yield cell.get("r"), "".join(part.text or "" for part in cell.iter(f"{MAIN}t"))
        else:
            yield cell.get("r"), int(cell.find(f"{MAIN}v").text)


def compared(content, snapshot):
    passed, failed = 0, []

    def check(what, one, other):
        nonlocal passed
        if one == other:
            passed += 1
        else:
            failed.append(f"{what}: {one!r} instead of {other!r}")

    workbook = load_workbook(io.BytesIO(content))
    annotations, relations, articles, sets, entities = workbook.worksheets
    with zipfile.ZipFile(io.BytesIO(content)) as inside:
        check("archive", inside.testzip(), None)
        parts = [inside.read(f"xl/worksheets/sheet{index + 1}.xml") for index in range(len(workbook.worksheets))]
    for sheet, part in zip(workbook.worksheets, parts):
        check(f"{sheet.title} right to left", sheet.sheet_view.rightToLeft, True)
        check(f"{sheet.title} header", sheet.freeze_panes, "A2")
        written = dict(cells_in_xml(part))
        read = {cell.coordinate: cell for row in sheet.iter_rows() for cell in row if cell.value is not None}
        check(f"{sheet.title} cells", sorted(read), sorted(written))
        for place, cell in read.items():
            check(f"{sheet.title} {place}", (cell.value, cell.data_type), (written.get(place), "n" if isinstance(written.get(place), int) else "s"))

    expected = [
        (one["doc_id"], one["annotator"], span["id"], index + 1, len(span["fragments"]), span["label"], piece["text"], piece["start"], piece["end"], span["entity"])
        for one in snapshot for span in one["spans"] for index, piece in enumerate(span["fragments"])
    ]
    found = [
        (row["doc_id"], row["annotator_id"], row["span_id"], row["fragment"], row["fragments"], row["label_id"], row["text"], row["start"], row["end"], row["entity_id"])
        for row in table(annotations)
    ]
    check("number of pieces", len(found), len(expected))
    for one, other in zip(sorted(found, key=str), sorted(expected, key=str)):
        check("piece", one, other)
    texts = {one["doc_id"]: one["text"] for one in snapshot}
    for row in table(annotations):
        check("slice", row["text"], texts.get(row["doc_id"], "")[row["start"]:row["end"]])
    check(
        "relations",
        sorted((row["doc_id"], row["relation_id"], row["type_id"], row["from_id"], row["to_id"]) for row in table(relations)),
        sorted((one["doc_id"], link["id"], link["label"], link["head"], link["tail"]) for one in snapshot for link in one["relations"]),
    )
    check("articles", sorted(row["doc_id"] for row in table(articles)), sorted(texts))
    check("article lengths", {row["doc_id"]: row["characters"] for row in table(articles)}, {name: len(text) for name, text in texts.items()})
    check("sets", len(table(sets)), sum(1 for one in snapshot if one["annotator"] is not None))
    named = {span["entity"] for one in snapshot for span in one["spans"] if span["entity"]}
    named |= {link["tail"] for one in snapshot for link in one["relations"] if link["tail_kind"] == "entity"}
    check("entities", named <= {row["entity_id"] for row in table(entities)}, True)
    return passed, failed


def spoilt(content, change):
    """The workbook with its first sheet altered."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as source, zipfile.ZipFile(out, "w") as target:
        for name in source.namelist():
            text = source.read(name).decode("utf-8")
            altered = change(text) if name == "xl/worksheets/sheet1.xml" else text
            assert altered != text or name != "xl/worksheets/sheet1.xml"
            target.writestr(name, altered)
    return out.getvalue()


def after_header(change):
    def apply(text):
        end = text.index("</row>")
        return text[:end] + change(text[end:])
    return apply


DAMAGES = {
    "a formula in place of a string": after_header(lambda rows: re.sub(r' t="inlineStr"><is><t xml:space="preserve">[^<]*</t></is>', "><f>1+1</f><v>2</v>", rows, count=1)),
    "every number off by one": after_header(lambda rows: re.sub(r"<v>(\d+)</v>", lambda found: f"<v>{int(found[1]) + 1}</v>", rows)),
    "left to right": lambda text: text.replace(' rightToLeft="1"', ""),
    "a row gone": lambda text: re.sub(r'<row r="3">.*?</row>\n', "", text, flags=re.S),
}


def main():
    folder = Path(sys.argv[1])
    (file,) = folder.glob("*.xlsx")
    content = file.read_bytes()
    snapshot = json.loads((folder / "snapshot.json").read_text(encoding="utf-8"))
    if "--damage" not in sys.argv:
        passed, failed = compared(content, snapshot)
    else:
        passed, failed = 0, []
        for what, change in DAMAGES.items():
            try:
                noticed = bool(compared(spoilt(content, change), snapshot)[1])
            except (AttributeError, TypeError, ValueError):
                noticed = True
            if noticed:
                passed += 1
            else:
                failed.append(f"{what}: nobody noticed")
    for one in failed:
        print(one)
    print(f"{passed} passed, {len(failed)} failed")
    sys.exit(1 if failed else 0)


main()
