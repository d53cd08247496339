"""Makes choose-k.json: adjusted Rand indices by scikit-learn, assignments by SciPy.

    python tests/oracle/choose-k.py
"""

import json
import pathlib

import numpy as np
import scipy
import sklearn
from scipy.optimize import linear_sum_assignment
from sklearn.metrics import adjusted_rand_score


def labellings(rng):
    yield [0, 0, 1, 1], [1, 1, 0, 0]
    yield [0, 0, 1, 1], [0, 1, 0, 1]
    yield [0, 0, 0, 0], [0, 0, 0, 0]
    yield [0, 1, 2, 3], [3, 2, 1, 0]
    yield [0, 0, 0, 0], [0, 1, 2, 3]
    yield [-1, -1, 0, 0, 1], [0, 0, 0, 1, -1]
    for rows, ours, theirs in [(50, 3, 3), (200, 2, 12), (1000, 7, 5)]:
        first = rng.integers(ours, size=rows)
        yield first, rng.integers(theirs, size=rows)
        moved = np.where(rng.uniform(size=rows) < 0.2, rng.integers(ours, size=rows), first)
        yield first, (moved + 1) % ours


def costs(rng):
    yield np.array([[4, 1, 3], [2, 0, 5], [3, 2, 2]])
    yield np.zeros((3, 3))
    yield np.array([[7]])
    for rows, columns in [(5, 5), (12, 12), (4, 9), (9, 4), (1, 6), (6, 1), (40, 50), (50, 12)]:
        yield rng.integers(0, 10, (rows, columns))
        yield rng.normal(size=(rows, columns))
        # Overlaps of two clusterings, to be made as large as possible.
        yield -rng.poisson(20, (rows, columns)) * (rng.uniform(size=(rows, columns)) < 0.3)


def plain(values):
    return [int(v) if float(v).is_integer() else float(v) for v in np.ravel(values)]


def main():
    rng = np.random.default_rng(20)
    rand = [
        {"labels": plain(a), "others": plain(b), "index": adjusted_rand_score(a, b)}
        for a, b in labellings(rng)
    ]
    assignments = []
    for matrix in costs(rng):
        rows, columns = linear_sum_assignment(matrix)
        least = float(matrix[rows, columns].sum())
        shape = {"rows": matrix.shape[0], "columns": matrix.shape[1]}
        assignments.append({**shape, "costs": plain(matrix), "least": least})
    made = {
        "made": {"scikit-learn": sklearn.__version__, "SciPy": scipy.__version__},
        "rand": rand,
        "assignments": assignments,
    }
    pathlib.Path(__file__).with_suffix(".json").write_text(json.dumps(made) + "\n")


main()
