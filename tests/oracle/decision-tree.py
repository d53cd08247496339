"""Records scikit-learn's DecisionTreeClassifier (Gini) on iris, wine and generated data.

Equally good splits: scikit-learn takes whichever a random order of the features meets first. Every
case is therefore grown with many seeds, and every tree that was seen is recorded: ours, which takes
the feature with the lower index, has to be one of them. Values are multiples of 1/64 or small
decimals, so that 32-bit values (as scikit-learn has them) and 64-bit ones keep the same order.

Run: python tests/oracle/decision-tree.py > tests/oracle/decision-tree.json
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.datasets import load_iris, load_wine
from sklearn.tree import DecisionTreeClassifier

random = np.random.default_rng(20261122)
SEEDS = 400


def blobs(rows, columns, classes, spread):
    labels = np.arange(rows) % classes
    centres = random.normal(size=(classes, columns)) * 3
    values = centres[labels] + random.normal(size=(rows, columns)) * spread
    return np.round(values * 64) / 64, labels


def with_gaps(data, share):
    values, labels = data
    values = values.copy()
    # More often missing in one class: where it goes then matters.
    chance = np.where(labels == 0, 3 * share, share)
    values[random.random(values.shape) < chance[:, None]] = np.nan
    return values, labels


def levels(rows):
    codes = random.integers(0, 5, size=rows)
    number = np.round(random.normal(size=rows) * 64) / 64
    labels = np.where(codes == 3, 2, np.where((number > 0.25) & (codes != 1), 1, 0))
    flips = random.random(rows) < 0.1
    labels[flips] = random.integers(0, 3, size=flips.sum())
    return codes, number, labels


iris, wine = load_iris(return_X_y=True), load_wine(return_X_y=True)
overlapping = blobs(300, 5, 4, 2.5)
whole = (random.integers(0, 9, size=(250, 4)).astype(float), random.integers(0, 3, size=250))
gaps = with_gaps(blobs(260, 4, 3, 2.0), 0.08)
codes, number, level_labels = levels(280)
one_hot = np.column_stack([(codes == level).astype(float) for level in range(5)] + [number])

CASES = [
    ("iris, depth 2", iris, {"max_depth": 2}),
    ("iris, depth 4", iris, {"max_depth": 4}),
    ("iris, depth 4, 5 rows a leaf", iris, {"max_depth": 4, "min_samples_leaf": 5}),
    ("wine, depth 3", wine, {"max_depth": 3}),
    ("wine, depth 4, 10 rows a leaf", wine, {"max_depth": 4, "min_samples_leaf": 10}),
    ("wine, 5 leaves", wine, {"max_depth": 8, "max_leaf_nodes": 5}),
    ("overlapping clouds, depth 4, 10 rows a leaf", overlapping, {"max_depth": 4, "min_samples_leaf": 10}),
    ("overlapping clouds, 7 leaves", overlapping, {"max_depth": 6, "max_leaf_nodes": 7}),
    ("whole numbers without structure", whole, {"max_depth": 4, "min_samples_leaf": 8}),
    ("missing values, depth 4", gaps, {"max_depth": 4}),
    ("missing values, depth 5, 6 rows a leaf", gaps, {"max_depth": 5, "min_samples_leaf": 6}),
    ("levels beside a number, depth 4", (one_hot, level_labels), {"max_depth": 4, "min_samples_leaf": 5}),
]


def nested(tree, node=0):
    left, right = int(tree.children_left[node]), int(tree.children_right[node])
    rows = int(tree.n_node_samples[node])
    label = int(np.argmax(tree.value[node]))
    if left < 0:
        return {"rows": rows, "label": label}
    threshold = float(tree.threshold[node])
    return {
        "rows": rows,
        "label": label,
        "feature": int(tree.feature[node]),
        "threshold": threshold if np.isfinite(threshold) else None,
        "isMissingLeft": bool(tree.missing_go_to_left[node]),
        "left": nested(tree, left),
        "right": nested(tree, right),
    }


def record(name, data, options):
    values, labels = data
    trees, seen = [], set()
    for seed in range(SEEDS):
        model = DecisionTreeClassifier(criterion="gini", random_state=seed, **options).fit(values, labels)
        tree = {
            "root": nested(model.tree_),
            "importances": model.feature_importances_.tolist(),
            "labels": "".join(str(label) for label in model.predict(values)),
        }
        key = json.dumps(tree["root"])
        if key not in seen:
            seen.add(key)
            trees.append(tree)
    print(name, len(trees), "trees", file=sys.stderr)
    return {"name": name, "options": options, "trees": trees}


def plain(values):
    return [[None if np.isnan(value) else float(value) for value in column] for column in values.T]


DATA = {"iris": iris, "wine": wine, "overlapping": overlapping, "whole": whole, "gaps": gaps, "levels": (one_hot, level_labels)}
cases = []
for name, data, options in CASES:
    key = next(key for key, held in DATA.items() if held[0] is data[0])
    cases.append({"data": key, **record(name, data, options)})

json.dump(
    {
        "sklearn": sklearn.__version__,
        "data": {
            key: {"columns": plain(values), "labels": [int(label) for label in labels]}
            for key, (values, labels) in DATA.items()
        },
        "codes": codes.tolist(),
        "cases": cases,
    },
    sys.stdout,
)
