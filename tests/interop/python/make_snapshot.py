"""Makes snapshot.json from a native export: python make_snapshot.py NAME.jsonl > snapshot.json"""
import json
import sys

from tally import attributes_of, json_lines


def entry_of(record):
    return {
        "doc_id": record["doc_id"],
        "text": record["text"],
        "spans": [
            {
                "id": span["id"],
                "label": span["label"],
                "fragments": span["fragments"],
                "attributes": attributes_of(span),
                "entity": (span["links"] or [None])[0],
            }
            for span in record["spans"]
        ],
        "relations": record["relations"],
    }


if __name__ == "__main__":
    records = [record for record in json_lines(sys.argv[1]) if record["doc_id"] is not None]
    json.dump([entry_of(record) for record in records], sys.stdout, ensure_ascii=False, indent=1)
    print()
