"""Records what numpy and SciPy say of generated columns with missing values.

Run: python tests/oracle/profile.py > tests/oracle/profile.json
"""

import json
import sys

import numpy as np
import scipy
from scipy import stats

QUANTILES = [0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99]


def with_missing(values, every):
    values = np.asarray(values, dtype=np.float64).copy()
    values[::every] = np.nan
    return values


def columns():
    random = np.random.default_rng(20261003)
    return {
        "spend, right-skewed": with_missing(np.round(random.lognormal(6, 1.5, 400), 2), 11),
        "balance, both signs": with_missing(np.round(random.gamma(2, 300, 250) - 250, 2), 7),
        "whole numbers with ties": with_missing(random.poisson(3, 180), 6),
        "milliseconds, large offset": with_missing(1.7e12 + random.integers(0, 10**9, 170), 8),
        "tiny": with_missing(random.normal(0, 1e-6, 150), 5),
        "mostly zeros": with_missing(np.where(random.random(200) < 0.8, 0, random.gamma(1, 50, 200)), 10),
        "constant": with_missing(np.full(30, 7.25), 4),
        "one value": with_missing([np.nan, 3.5, np.nan], 3),
        "two values": np.array([1.0, 2.0]),
    }


def expected(values):
    present = values[~np.isnan(values)]
    constant = present.min() == present.max()
    return {
        "missing": int(np.isnan(values).sum()),
        "distinct": int(np.unique(present).size),
        "min": present.min(),
        "max": present.max(),
        "mean": present.mean(),
        "deviation": present.std(),
        # SciPy has no skewness for a constant column; ours is 0 by definition.
        "skewness": 0.0 if constant else float(stats.skew(present)),
        "quantiles": np.quantile(present, QUANTILES).tolist(),
        "zeros": int((present == 0).sum()),
        "negatives": int((present < 0).sum()),
        "isWhole": bool(np.all(present == np.floor(present))),
    }


recorded = {
    "versions": {"numpy": np.__version__, "scipy": scipy.__version__},
    "columns": [
        {"name": name, "values": [None if np.isnan(x) else x for x in values.tolist()], "expected": expected(values)}
        for name, values in columns().items()
    ],
}
json.dump(recorded, sys.stdout)
print()
