"""Reads exported Label Studio tasks with label-studio-sdk and compares every slice and count with a snapshot.

    python check_label_studio.py FOLDER [--damage]

FOLDER holds snapshot.json and one or more NAME.json with NAME.config.xml beside it. The snapshot is a list of
{doc_id, text, spans: [{id, label, fragments: [{start, end, text}], attributes, entity}], relations: [{id, label, head, tail}]},
offsets in code points; a document with several annotation sets stands in it once for each. With --damage every offset is
shifted by one first, and the checks are expected to fail: then the exit code is 0.
"""
import json
from collections import Counter
from xml.etree import ElementTree

from label_studio_sdk.label_interface import LabelInterface

from tally import run


def canonical(value):
    return json.dumps(value, ensure_ascii=False, sort_keys=True)


def works_of(task):
    return task.get("annotations", []) + task.get("predictions", [])


def damage(tasks):
    for task in tasks:
        for work in works_of(task):
            for result in work["result"]:
                for edge in ("start", "end"):
                    if edge in result.get("value", {}):
                        result["value"][edge] += 1


def relation_names(config):
    """Relations are no control with a name, so the SDK does not compare their labels: the config does."""
    return {node.attrib["value"] for node in ElementTree.fromstring(config).iter("Relation")}


def spans_of(task, work, tally):
    """What Label Studio would show: regions tied by `continuation`, sliced out of the text by their numbers."""
    text = task["data"]["text"]
    regions, extras, following, relations = {}, {}, {}, []
    for result in work["result"]:
        if result["type"] == "relation":
            if result["labels"] == ["continuation"]:
                following[result["from_id"]] = result["to_id"]
            else:
                relations.append(result)
            continue
        value = result["value"]
        words = text[value["start"]:value["end"]]
        if result["type"] == "labels":
            tally.check(f'slice of {result["id"]}', words == value["text"], f'{words!r} is not {value["text"]!r}')
            regions[result["id"]] = {"label": value["labels"], "start": value["start"], "end": value["end"], "text": words}
        else:
            values = value["choices"] if result["type"] == "choices" else value["text"]
            extras.setdefault(result["id"], {})[result["from_name"]] = values
            tally.check(f'{result["from_name"]} of {result["id"]}', words != "", "no text")
    continued = set(following.values())
    spans, owner = [], {}
    for first in [name for name in regions if name not in continued]:
        pieces = [first]
        while pieces[-1] in following:
            pieces.append(following[pieces[-1]])
        owner[first] = len(spans)
        extra = extras.get(first, {})
        label = regions[first]["label"][0]
        attributes = {name.removeprefix(f"{label}."): values[0] for name, values in extra.items() if name not in ("entity", "links")}
        fragments = [{key: regions[piece][key] for key in ("start", "end", "text")} for piece in pieces]
        spans.append({"label": label, "fragments": fragments, "attributes": attributes, "entity": extra.get("entity", [None])[0]})
    links = [
        {"type": one["labels"][0], "from": spans[owner[one["from_id"]]]["fragments"], "to": spans[owner[one["to_id"]]]["fragments"]}
        for one in relations
    ]
    for first, index in owner.items():
        for text in extras.get(first, {}).get("links", []):
            relation, entity = text.split(" ", 1)
            links.append({"type": relation, "from": spans[index]["fragments"], "to": entity})
    return spans, links


def expected_of(entry):
    spans = {one["id"]: one for one in entry["spans"]}
    kept = [{key: one[key] for key in ("label", "fragments", "attributes", "entity")} for one in entry["spans"]]
    links = [
        {"type": one["label"], "from": spans[one["head"]]["fragments"], "to": spans[one["tail"]]["fragments"] if one["tail"] in spans else one["tail"]}
        for one in entry["relations"]
    ]
    return kept, links


def check_file(path, snapshot, damaged, tally):
    tasks = json.loads(path.read_text(encoding="utf-8"))
    config = path.with_name(path.stem + ".config.xml").read_text(encoding="utf-8")
    interface = LabelInterface(config)
    try:
        interface.validate()
        tally.check(f"{path.name}: config", True)
    except Exception as error:
        tally.check(f"{path.name}: config", False, repr(error))
    if damaged:
        damage(tasks)
    relations = relation_names(config)
    documents = {entry["doc_id"] for entry in snapshot}
    tally.check(f"{path.name}: documents", {task["data"]["doc_id"] for task in tasks} == documents and len(tasks) == len(documents), "other documents")
    for task in tasks:
        entries = [entry for entry in snapshot if entry["doc_id"] == task["data"]["doc_id"]]
        name = f'{path.name}: {task["data"]["doc_id"]}'
        tally.check(f"{name}: text", all(entry["text"] == task["data"]["text"] for entry in entries), "another text")
        spans, links = [], []
        for work in works_of(task):
            tally.check(f"{name}: annotation is valid", interface.validate_annotation(work) is True, str(interface._validate_object(work, True)))
            for result in work["result"]:
                if result["type"] == "relation":
                    tally.check(f'{name}: relation {result["labels"]}', set(result["labels"]) <= relations, "not in the config")
            found = spans_of(task, work, tally)
            spans += found[0]
            links += found[1]
        for kind, found, expected in (
            ("spans", spans, [one for entry in entries for one in expected_of(entry)[0]]),
            ("relations", links, [one for entry in entries for one in expected_of(entry)[1]]),
        ):
            missing = Counter(map(canonical, expected)) - Counter(map(canonical, found))
            surplus = Counter(map(canonical, found)) - Counter(map(canonical, expected))
            tally.check(f"{name}: {kind} ({len(expected)})", not missing and not surplus, f"missing {list(missing)}, surplus {list(surplus)}")


def check(folder, snapshot, damaged, tally):
    files = [one for one in sorted(folder.glob("*.json")) if one.with_name(one.stem + ".config.xml").exists()]
    tally.check("files", len(files) > 0, "no tasks with a labelling config")
    for path in files:
        check_file(path, snapshot.entries, damaged, tally)


run(check, __doc__)
