"""nltk and scikit-learn compute what we compute: python check_agreement.py FOLDER [--damage]

FOLDER holds cases.json: texts that two or three people marked at random, unit by unit on a ruler, each with our values. The marks are spread
over the units here, so that nothing of ours is believed. With --damage every value of ours is moved by a thousandth, and the check must notice.

Known traps: nltk rounds the factor 2/3 of MASI to 0.67 and its multi_kappa is that of Davies and Fleiss, not of Fleiss.
"""
import argparse
import json
import math
import sys
import warnings
from collections import Counter
from pathlib import Path

from nltk.metrics import masi_distance
from nltk.metrics.agreement import AnnotationTask
from sklearn.metrics import cohen_kappa_score

from tally import Tally

TOLERANCE = 1e-9


def units(case):
    """For each person the set of labels of each unit."""
    found = {}
    for name, marks in case["people"].items():
        sets = [set() for _ in range(case["length"])]
        for mark in marks:
            for start, end in mark["spans"]:
                for unit in range(start, end):
                    sets[unit].add(mark["label"])
        found[name] = [frozenset(labels) for labels in sets]
    return found


def task(columns, distance):
    return AnnotationTask([(name, unit, value) for name, values in columns.items() for unit, value in enumerate(values)], distance)


def alpha(columns, distance):
    if len({value for values in columns.values() for value in values}) < 2:
        return None
    return task(columns, distance).alpha()


def nominal(one, two):
    return 0.0 if one == two else 1.0


def jaccard(one, two):
    return 0.0 if one == two else 1 - len(one & two) / len(one | two)


def masi(one, two):
    if one == two:
        return 0.0
    common = len(one & two)
    factor = 0 if common == 0 else 2 / 3 if common == min(len(one), len(two)) else 1 / 3
    return 1 - common / len(one | two) * factor


def kappa(one, two):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = cohen_kappa_score(one, two)
    return None if math.isnan(value) else value


def pi(columns):
    """nltk divides by zero where both always say the same one thing."""
    if len({value for values in columns.values() for value in values}) < 2:
        return None
    return task(columns, nominal).pi()


def fleiss(columns):
    """From the definition of 1971."""
    rows = [Counter(row) for row in zip(*columns.values())]
    people = len(columns)
    agreement = sum((sum(n * n for n in row.values()) - people) / (people * (people - 1)) for row in rows) / len(rows)
    chance = sum((n / (people * len(rows))) ** 2 for n in sum(rows, Counter()).values())
    return None if abs(1 - chance) < 1e-12 else (agreement - chance) / (1 - chance)


def strict(case):
    """2 * common / (a + b) of multisets, over all pairs of people."""
    keys = [Counter((mark["label"], tuple(map(tuple, mark["spans"]))) for mark in marks) for marks in case["people"].values()]
    pairs = [(one, two) for place, one in enumerate(keys) for two in keys[place + 1:]]
    total = sum(sum(one.values()) + sum(two.values()) for one, two in pairs)
    return None if total == 0 else 2 * sum(sum((one & two).values()) for one, two in pairs) / total


def same(found, expected):
    if found is None or expected is None:
        return found is expected
    return abs(found - expected) <= TOLERANCE


def check(cases, tally):
    differs = 0
    for number, case in enumerate(cases):
        sets = units(case)
        values = {"strict-f1": strict(case), "token-alpha": alpha(sets, nominal), "token-alpha-jaccard": alpha(sets, jaccard), "token-alpha-masi": alpha(sets, masi)}
        for label in case["labels"]:
            marked = {name: [label in unit for unit in column] for name, column in sets.items()}
            values[f"token-alpha {label}"] = alpha(marked, nominal)
            values[f"token-fleiss {label}"] = fleiss(marked)
            if len(marked) == 2:
                values[f"token-kappa {label}"] = kappa(*marked.values())
                values[f"token-pi {label}"] = pi(marked)
            elif values[f"token-fleiss {label}"] is not None:
                differs += abs(task(marked, nominal).multi_kappa() - values[f"token-fleiss {label}"]) > 1e-6
        for name, expected in values.items():
            tally.check(f"case {number}: {name}", same(case["values"][name], expected), f"ours {case['values'][name]}, theirs {expected}")
        rounded = alpha(sets, lambda one, two: 0.0 if one == two else masi_distance(one, two))
        tally.check(f"case {number}: MASI as nltk rounds it", rounded is None or abs(rounded - values["token-alpha-masi"]) < 0.01, rounded)
    tally.check("multi_kappa of nltk is another number than Fleiss' kappa", differs > 0)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--damage", action="store_true", help="move every value of ours first, and expect failures")
    options = parser.parse_args()
    cases = json.loads((options.folder / "cases.json").read_text(encoding="utf-8"))
    if options.damage:
        for case in cases:
            case["values"] = {name: None if value is None else value + 0.001 for name, value in case["values"].items()}
    tally = Tally()
    check(cases, tally)
    if options.damage:
        sys.stderr.flush()
        print(f"damaged: {tally.failed} noticed")
        sys.exit(0 if tally.failed > len(cases) else 1)
    print(f"{tally.passed} passed, {tally.failed} failed")
    sys.exit(1 if tally.failed > 0 else 0)


main()
