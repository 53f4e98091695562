"""W3C annotations: rdflib makes a graph of them, and SPARQL finds every fragment and every link of the snapshot in it."""
import json
from collections import Counter
from urllib.parse import unquote

from rdflib import Graph

from tally import run

PREFIXES = "PREFIX oa: <http://www.w3.org/ns/oa#> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>"

FRAGMENTS = PREFIXES + """
SELECT ?annotation ?source ?start ?end ?exact ?label WHERE {
  ?annotation oa:hasTarget ?target ; oa:hasBody ?body .
  ?body oa:hasPurpose oa:tagging ; rdf:value ?label .
  ?target oa:hasSource ?source ; oa:hasSelector ?position, ?quote .
  ?position oa:start ?start ; oa:end ?end .
  ?quote oa:exact ?exact .
}"""

LINKS = PREFIXES + """
SELECT ?link ?head ?tail ?label WHERE {
  ?link oa:motivatedBy oa:linking ; oa:hasTarget ?head ; oa:hasBody ?tail, ?body .
  ?body oa:hasPurpose oa:tagging ; rdf:value ?label .
  FILTER NOT EXISTS { ?tail oa:hasPurpose oa:tagging }
  FILTER NOT EXISTS { ?tail oa:hasPurpose oa:classifying }
}"""


def graph_of(path, change=lambda one: one):
    """The context is served from memory: nothing is asked of the network."""
    context = json.loads((path.parent / "anno-context.json").read_text(encoding="utf-8"))["@context"]
    annotations = [change({**one, "@context": context}) for one in json.loads(path.read_text(encoding="utf-8"))]
    return Graph().parse(data=json.dumps(annotations), format="json-ld")


def moved(annotation):
    """Every position one further."""
    for target in annotation["target"]:
        for selector in target["selector"]:
            if "start" in selector:
                selector["start"], selector["end"] = selector["start"] + 1, selector["end"] + 1
    return annotation


def name(iri, part=-1):
    return unquote(str(iri).split(":")[part])


def check(folder, snapshot, damage, tally):
    texts = {entry["doc_id"]: entry["text"] for entry in snapshot.entries}
    found = Counter()
    for _, source, start, end, exact, label in graph_of(folder / "golden.jsonld", moved if damage else lambda one: one).query(FRAGMENTS):
        doc_id, start, end = name(source), int(start), int(end)
        tally.equal(texts[doc_id][start:end], str(exact), f"{doc_id} {start}-{end}: what stands there")
        found[doc_id, str(label), start, end, str(exact)] += 1
    expected = Counter(
        (entry["doc_id"], span["label"], piece["start"], piece["end"], piece["text"])
        for entry in snapshot.entries
        for span in entry["spans"]
        for piece in span["fragments"]
    )
    tally.equal(sum(found.values()), sum(expected.values()), "number of fragments")
    tally.equal(found, expected, "fragments")

    links = Counter()
    for link, head, tail, label in graph_of(folder / "golden.relations.jsonld").query(LINKS):
        links[name(link, 2), name(link), str(label), name(head), name(tail) if str(tail).startswith("urn:anno:") else "entity"] += 1
    wanted = Counter(
        (entry["doc_id"], one["id"], one["label"], one["head"], one["tail"] if one["tail_kind"] == "span" else "entity")
        for entry in snapshot.entries
        for one in entry["relations"]
    )
    tally.equal(sum(links.values()), sum(wanted.values()), "number of links")
    tally.equal(links, wanted, "links")


def damage_label(folder):
    path = folder / "golden.jsonld"
    annotations = json.loads(path.read_text(encoding="utf-8"))
    annotations[0]["body"][0]["value"] = "CUE_"
    path.write_text(json.dumps(annotations), encoding="utf-8")
    return True


def damage_link(folder):
    path = folder / "golden.relations.jsonld"
    path.write_text(json.dumps(json.loads(path.read_text(encoding="utf-8"))[1:]), encoding="utf-8")
    return True


run(check, __doc__, (damage_label, damage_link))
