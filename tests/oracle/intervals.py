"""Records SciPy's confidence intervals of means, differences and shares.

Run: python tests/oracle/intervals.py > tests/oracle/intervals.json
"""

import json
import sys

import numpy as np
import scipy
from scipy import stats

random = np.random.default_rng(20261122)


def sample(count, scale, shift):
    return np.round(random.lognormal(0, 1, count) * scale + shift, 3)


PAIRS = [
    (sample(2, 1, 0), sample(2, 3, 0)),
    (sample(2, 1, 100), sample(900, 5, 90)),
    (sample(7, 1, 0), sample(1000, 1, 0)),
    (sample(30, 20, -40), sample(31, 2, -30)),
    (sample(400, 1, 0), sample(600, 4, 0)),
]
SHARES = [(0, 1), (1, 1), (0, 7), (3, 7), (7, 7), (29, 100), (1, 1000), (70_123, 100_000)]


def mean(values):
    interval = stats.t.interval(0.95, len(values) - 1, loc=values.mean(), scale=stats.sem(values))
    return [float(end) for end in interval]


def welch(first, second):
    interval = stats.ttest_ind(first, second, equal_var=False).confidence_interval(0.95)
    return [float(interval.low), float(interval.high)]


def wilson(hits, count):
    interval = stats.binomtest(hits, count).proportion_ci(0.95, method="wilson")
    return [float(interval.low), float(interval.high)]


def newcombe(first, second):
    """Method 10 of Newcombe (1998), put together from SciPy's Wilson intervals."""
    (low1, high1), (low2, high2) = wilson(*first), wilson(*second)
    p, q = first[0] / first[1], second[0] / second[1]
    low = p - q - np.hypot(p - low1, high2 - q)
    return [float(low), float(p - q + np.hypot(high1 - p, q - low2))]


DEGREES = [1, 1.01, 1.5, 2, 2.7, 3, 5, 9.99, 29, 100.5, 1e4, 1e6, 1e9]

json.dump(
    {
        "scipy": scipy.__version__,
        "quantiles": [[df, float(stats.t.ppf(0.975, df))] for df in DEGREES],
        "pairs": [
            {
                "first": first.tolist(),
                "second": second.tolist(),
                "mean": mean(first),
                "welch": welch(first, second),
            }
            for first, second in PAIRS
        ],
        "shares": [
            {
                "hits": hits,
                "count": count,
                "wilson": wilson(hits, count),
                "newcombe": newcombe((hits, count), (411, 1000)),
            }
            for hits, count in SHARES
        ],
    },
    sys.stdout,
)
