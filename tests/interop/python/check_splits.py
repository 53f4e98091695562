"""Groups and splits: datasketch looks for near-duplicates with the same number of orders and bands, scikit-learn divides the same groups.

    python check_splits.py splits.json [--damage]

`near`: folded texts with their days, the group of each, and the pairs that were joined for their likeness with their exact numbers.
`strata`: articles with group, label and split. The last line is "N passed, N failed"; with --damage a copy is parted from its story and a
group is divided, and the check is in order when it fails.
"""
import json
import sys
from collections import Counter, defaultdict
from pathlib import Path

import numpy
from datasketch import MinHash, MinHashLSH
from sklearn.model_selection import StratifiedGroupKFold

from tally import Tally

PERMUTATIONS, BANDS, ROWS = 128, 32, 4
PIECE = 5
LEAST_JACCARD, LEAST_CONTAINMENT, DAYS = 0.5, 0.8, 7


def pieces(text):
    """Pieces of five UTF-16 code units, as bytes."""
    units = text.encode("utf-16-le")
    return {units[at : at + 2 * PIECE] for at in range(0, len(units) - 2 * PIECE + 2, 2)}


def alike(one, two):
    common = len(one & two)
    return common / (len(one) + len(two) - common), common / min(len(one), len(two))


def timely(one, two):
    return one is None or two is None or abs(one - two) <= DAYS


def check_near(near, tally):
    texts = [pieces(text) for text in near["texts"]]
    days, groups = near["days"], near["groups"]
    for one, two, jaccard, containment in near["alike"]:
        found = alike(texts[one], texts[two])
        tally.check(f"{one} and {two}: likeness", numpy.allclose(found, (jaccard, containment)), f"{found}, not {(jaccard, containment)}")
    hashes = []
    index = MinHashLSH(num_perm=PERMUTATIONS, params=(BANDS, ROWS))
    for number, text in enumerate(texts):
        one = MinHash(num_perm=PERMUTATIONS, seed=1)
        one.update_batch(list(text))
        hashes.append(one)
        index.insert(number, one)
    candidates = {tuple(sorted((number, other))) for number, one in enumerate(hashes) for other in index.query(one) if other != number}
    joined = 0
    for one, two in sorted(candidates):
        jaccard, containment = alike(texts[one], texts[two])
        if timely(days[one], days[two]) and (jaccard >= LEAST_JACCARD or containment >= LEAST_CONTAINMENT):
            joined += 1
            tally.equal(groups[one], groups[two], f"{one} and {two}, {jaccard:.2f} alike: group")
    tally.check("datasketch finds copies", joined >= 20, f"{joined} of {len(candidates)} candidates")
    by_group = defaultdict(list)
    for number, group in enumerate(groups):
        by_group[group].append(number)
    for group, members in by_group.items():
        tally.check(f"{group}: held together by likeness", len(members) == len(reached(members, texts)), f"{members}")


def reached(members, texts):
    """Those of a group that a chain of alike texts leads to from the first one: nothing is joined that no pair holds together."""
    found, waiting = {members[0]}, [members[0]]
    while waiting:
        one = waiting.pop()
        for two in members:
            jaccard, containment = alike(texts[one], texts[two])
            if two not in found and (jaccard >= LEAST_JACCARD or containment >= LEAST_CONTAINMENT):
                found.add(two)
                waiting.append(two)
    return found


def unevenness(rows, split_of):
    """How far each split is from the share of each label that it should have, and from its share of all, summed up."""
    shares = {"train": 0.8, "validation": 0.1, "test": 0.1}
    labels = Counter(row["label"] for row in rows)
    found = Counter((split, row["label"]) for row, split in zip(rows, split_of))
    return sum(abs(found[split, label] - share * count) / count for split, share in shares.items() for label, count in labels.items())


def check_strata(rows, tally):
    parts = defaultdict(set)
    for row in rows:
        parts[row["group"]].add(row["split"])
    for group, splits in parts.items():
        tally.equal(len(splits), 1, f"{group}: splits")
    labels, groups = [row["label"] for row in rows], [row["group"] for row in rows]
    theirs = []
    for seed in range(5):
        names = ["train"] * len(rows)
        folds = StratifiedGroupKFold(n_splits=10, shuffle=True, random_state=seed).split(rows, labels, groups)
        for name, (_, members) in zip(("test", "validation"), folds):
            for number in members:
                names[number] = name
        theirs.append(unevenness(rows, names))
    ours = unevenness(rows, [row["split"] for row in rows])
    print(f"unevenness: ours {ours:.3f}, scikit-learn's {min(theirs):.3f} to {max(theirs):.3f}")
    tally.check("labels are spread no worse than scikit-learn does", ours <= max(theirs), f"{ours} > {theirs}")


def main():
    path, damage = Path(sys.argv[1]), "--damage" in sys.argv
    given = json.loads(path.read_text(encoding="utf-8"))
    near, strata = given["near"], given["strata"]
    if damage:
        one = near["alike"][0][0]
        near["groups"][one] = "somewhere else"
        whole = next(group for group, count in Counter(row["group"] for row in strata).items() if count > 1)
        next(row for row in strata if row["group"] == whole)["split"] = "none"
    near_tally, strata_tally = Tally(quiet=damage), Tally(quiet=damage)
    check_near(near, near_tally)
    check_strata(strata, strata_tally)
    passed, failed = near_tally.passed + strata_tally.passed, near_tally.failed + strata_tally.failed
    print(f"{passed} passed, {failed} failed")
    sys.exit((0 if near_tally.failed and strata_tally.failed else 1) if damage else (1 if failed else 0))


main()
