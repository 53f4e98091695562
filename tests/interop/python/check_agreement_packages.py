"""krippendorff, simpledorff, nervaluate and pygamma-agreement compute what we compute: python check_agreement_packages.py FOLDER [--damage]

FOLDER holds packages.json: `codings`, values that people gave to the same things, some of them silent; `spans`, what two people marked; and
`units`, what two or three people marked, for gamma. Each has our values. With --damage every value of ours is moved by a thousandth, and the
check of every package must notice.

Known traps, which are looked for, so that this file says when they are gone:
- nervaluate pairs a prediction with the first of several that it overlaps, not with the best one: type and partial differ there.
- nervaluate calls a pair missed that overlaps by less than 1 % (`min_overlap_percentage`): such are not drawn here.
- simpledorff divides by zero where everybody always said the same one thing, and krippendorff refuses it; we say undefined.
- pygamma-agreement keeps numbers as float32 (so 1e-5 here), holds a unit once that one person marked twice, is wrong for an empty cost other
  than 1, and draws chance in a way of its own: gamma itself can only be compared as a range.
"""
import argparse
import json
import math
import sys
import warnings
from pathlib import Path

import krippendorff
import numpy as np
import pandas as pd
import simpledorff
from nervaluate import Evaluator
from pyannote.core import Segment
from pygamma_agreement import CombinedCategoricalDissimilarity, Continuum

from tally import Tally

warnings.simplefilter("ignore")

CATEGORIES = ["a", "b", "c"]
GAMMA_RANGE = 0.12


def near(found, expected, tolerance):
    if found is None or expected is None:
        return found is expected
    return abs(found - expected) <= tolerance


def by_krippendorff(columns):
    """People by things, numbers for values; silent is not a number."""
    table = np.array([[math.nan if value is None else CATEGORIES.index(value) for value in column] for column in columns], dtype=float)
    pairable = table[:, (~np.isnan(table)).sum(axis=0) > 1]
    if len({value for value in pairable.ravel() if not math.isnan(value)}) < 2:
        return None
    return float(krippendorff.alpha(reliability_data=table, level_of_measurement="nominal"))


def by_simpledorff(columns):
    rows = [(thing, person, value) for person, column in enumerate(columns) for thing, value in enumerate(column) if value is not None]
    frame = pd.DataFrame(rows, columns=["thing", "person", "value"])
    pairable = frame[frame.groupby("thing")["value"].transform("size") > 1]
    if pairable["value"].nunique() < 2:
        return None
    return float(simpledorff.calculate_krippendorffs_alpha_for_df(
        frame, experiment_col="thing", annotator_col="person", class_col="value"))


def check_codings(codings, tallies):
    for number, case in enumerate(codings):
        for name, alpha in (("krippendorff", by_krippendorff), ("simpledorff", by_simpledorff)):
            value = alpha(case["columns"])
            tallies[name].check(f"{name} {number}", near(case["alpha"], value, 1e-9), f"ours {case['alpha']}, theirs {value}")


def is_plain(case):
    """Nobody's span overlaps two of the other's: then there is nothing to choose."""
    def overlaps(one, two):
        return one["start"] < two["end"] and two["start"] < one["end"]
    return all(sum(overlaps(one, two) for two in others) < 2 for mine, others in ((case["a"], case["b"]), (case["b"], case["a"])) for one in mine)


def check_spans(cases, tally):
    differs = {"ent_type": 0, "partial": 0}
    for number, case in enumerate(cases):
        # Its ends are the last character, and not behind it.
        true, predicted = ([{"label": one["label"], "start": one["start"], "end": one["end"] - 1} for one in side] for side in (case["a"], case["b"]))
        overall = Evaluator([true], [predicted], tags=case["labels"], loader="dict").evaluate()["overall"]
        for scheme in ("strict", "exact", "partial", "ent_type"):
            ours = case["values"][scheme]
            theirs = overall[scheme].f1
            if scheme == "strict" or is_plain(case):
                tally.check(f"nervaluate {number}: {scheme}", near(ours, theirs, 1e-9), f"ours {ours}, theirs {theirs}")
            elif scheme == "exact":
                # It misses equal bounds under another label where a span that only overlaps comes first in its list.
                tally.check(f"nervaluate {number}: exact", near(ours, theirs, 1e-9) or theirs < ours, f"ours {ours}, theirs {theirs}")
            else:
                differs[scheme] += not near(ours, theirs, 0.01)
    for scheme, count in differs.items():
        tally.check(f"nervaluate still takes the first overlap for {scheme}", count > 0)


def continuum_of(people):
    continuum = Continuum()
    for name, units in people.items():
        for unit in units:
            continuum.add(name, Segment(unit["start"], unit["end"]), unit["label"])
    return continuum


def check_units(cases, tally):
    within = 0
    for number, case in enumerate(cases):
        weights = CombinedCategoricalDissimilarity(alpha=case["alpha"], beta=case["beta"], delta_empty=1.0)
        continuum = continuum_of(case["people"])
        theirs = continuum.get_best_alignment(weights).disorder
        tally.check(f"pygamma {number}: disorder", near(case["disorder"], theirs, 1e-5), f"ours {case['disorder']}, theirs {theirs}")
        if case["gamma"] is None:
            continue
        np.random.seed(number)
        gamma = continuum.compute_gamma(weights, n_samples=60).gamma
        within += abs(gamma - case["gamma"]) <= GAMMA_RANGE
    known = sum(case["gamma"] is not None for case in cases)
    tally.check("pygamma: gamma lies within the range", within >= 0.8 * known > 0, f"{within} of {known}")


def moved(value):
    if isinstance(value, dict):
        return {name: moved(one) for name, one in value.items()}
    return value + 0.001 if isinstance(value, float) or (isinstance(value, int) and not isinstance(value, bool)) else value


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--damage", action="store_true", help="move every value of ours first, and expect failures of each package")
    options = parser.parse_args()
    cases = json.loads((options.folder / "packages.json").read_text(encoding="utf-8"))
    if options.damage:
        cases = {
            "codings": [{**case, "alpha": moved(case["alpha"])} for case in cases["codings"]],
            "spans": [{**case, "values": moved(case["values"])} for case in cases["spans"]],
            "units": [{**case, "disorder": moved(case["disorder"])} for case in cases["units"]],
        }
    tallies = {name: Tally() for name in ("krippendorff", "simpledorff", "nervaluate", "pygamma-agreement")}
    check_codings(cases["codings"], tallies)
    check_spans(cases["spans"], tallies["nervaluate"])
    check_units(cases["units"], tallies["pygamma-agreement"])
    sys.stderr.flush()
    for name, tally in tallies.items():
        print(f"{name}: {tally.passed} passed, {tally.failed} failed")
    if options.damage:
        blind = [name for name, tally in tallies.items() if tally.failed < 20]
        print(f"damaged: not noticed by {', '.join(blind) if blind else 'nobody'}")
        sys.exit(1 if blind else 0)
    sys.exit(1 if any(tally.failed > 0 or tally.passed == 0 for tally in tallies.values()) else 0)


main()
