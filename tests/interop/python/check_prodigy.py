"""Prodigy: a spaCy Doc is built from the tokens of each task, as Prodigy does, and every span and relation is read through its token indices."""
import spacy
from spacy.tokens import Doc

from tally import attributes_of, entity_of, json_lines, run, spans_by_id

NLP = spacy.blank("fa")


def damaged(task):
    def moved(span):
        return {**span, "start": span["start"] + 1, "end": span["end"] + 1, "token_start": span["token_start"] + 1, "token_end": span["token_end"] + 1}

    return {**task, "spans": [moved(span) for span in task["spans"]]}


def words_of(doc, span):
    """Through the tokens: the last one belongs to the span."""
    return doc[span["token_start"]:span["token_end"] + 1].text


def compare_task(task, entry, tally):
    name, text, tokens = entry["doc_id"], task["text"], task["tokens"]
    tally.equal(text, entry["text"], f"{name}: text")
    tally.equal([token["id"] for token in tokens], list(range(len(tokens))), f"{name}: token ids")
    doc = Doc(NLP.vocab, words=[token["text"] for token in tokens], spaces=[token["ws"] for token in tokens])
    tally.equal(doc.text, text, f"{name}: text of the tokens")
    for token, made in zip(tokens, doc):
        place = (token["start"], token["end"], token["text"])
        tally.equal(place, (made.idx, made.idx + len(made), text[token["start"]:token["end"]]), f"{name}: token {token['id']}")
    spans = spans_by_id(entry)
    pieces = [(span["id"], span["label"], entity_of(span), piece) for span in entry["spans"] for piece in span["fragments"]]
    tally.equal(len(task["spans"]), len(pieces), f"{name}: number of spans")
    for span, (span_id, label, entity, piece) in zip(task["spans"], pieces):
        found = (span["id"], span["label"], span.get("kb_id", ""), span["start"], span["end"], text[span["start"]:span["end"]], words_of(doc, span))
        tally.equal(found, (span_id, label, entity, piece["start"], piece["end"], piece["text"], piece["text"]), f"{name}: span")
    beside = {one["id"]: one for one in task["naql"]["annotations"]}
    for span_id, span in spans.items():
        tally.equal(attributes_of(beside.get(span_id, {})), attributes_of(span), f"{name} {span_id}: attributes")
    compare_relations(task, doc, entry, tally)


def compare_relations(task, doc, entry, tally):
    name, spans = entry["doc_id"], spans_by_id(entry)
    between = [one for one in entry["relations"] if one["tail"] in spans and one.get("tail_kind", "span") == "span"]
    tally.equal(len(task["relations"]), len(between), f"{name}: number of relations")
    tally.equal(len(task["naql"]["relations"]), len(entry["relations"]) - len(between), f"{name}: relations to entities")
    for found, expected in zip(task["relations"], sorted(between, key=lambda one: one["id"])):
        head, child = found["head_span"], found["child_span"]
        tally.equal((found["label"], head["id"], child["id"]), (expected["label"], expected["head"], expected["tail"]), f"{name}: relation")
        tally.equal((found["head"], found["child"]), (head["token_end"], child["token_end"]), f"{name}: tokens of a relation")
        texts = tuple(spans[one["id"]]["fragments"][0]["text"] for one in (head, child))
        tally.equal((words_of(doc, head), words_of(doc, child)), texts, f"{name}: words of a relation")


def check(folder, snapshot, damage, tally):
    for path in sorted(folder.glob("*.jsonl")):
        tasks = json_lines(path)
        entries = snapshot.in_order(tally, [task["meta"]["doc_id"] for task in tasks])
        for task, entry in zip(tasks, entries):
            if entry is not None:
                compare_task(damaged(task) if damage else task, entry, tally)


run(check, __doc__)
