"""Records what pandas and scipy say of groups of a generated table with gaps, and what Python's hmac makes of values.

Run: python tests/oracle/privacy.py > tests/oracle/privacy.json
"""

import hashlib
import hmac
import json
import math
import sys

import numpy as np
import pandas as pd
from scipy.stats import wasserstein_distance

random = np.random.default_rng(20261122)
ROWS = 1500


def with_gaps(values, share):
    values = np.array(values, dtype=object)
    values[random.random(ROWS) < share] = None
    return values


table = pd.DataFrame(
    {
        "gender": with_gaps(random.choice(["女", "男"], ROWS), 0.05),
        "city": with_gaps(random.choice(["北京", "上海", "广州", "成都", "西安"], ROWS, p=[0.4, 0.3, 0.2, 0.08, 0.02]), 0.03),
        "decade": random.choice(["20–29", "30–39", "40–49", "50–59", "80+"], ROWS, p=[0.35, 0.35, 0.2, 0.09, 0.01]),
        "illness": with_gaps(random.choice(["a", "b", "c", "d"], ROWS, p=[0.7, 0.2, 0.09, 0.01]), 0.1),
    }
)
quasi = ["gender", "city", "decade"]
groups = table.groupby(quasi, dropna=False)
sizes = groups.size()
filled = table["illness"].fillna("(missing)")


def entropy(values):
    shares = values.value_counts(normalize=True)
    return math.exp(-(shares * np.log(shares)).sum())




def equally_far(values):
    """Earth mover's distance between the shares of values and those of all rows, all values one apart."""
    return float((values.value_counts(normalize=True).sub(filled.value_counts(normalize=True), fill_value=0)).abs().sum() / 2)


income = np.round(random.lognormal(8, 0.6, ROWS), -2)
income[random.random(ROWS) < 0.08] = np.nan
incomes = pd.Series(income)
ranks = incomes.rank(method="dense") - 1


def by_ranks(values):
    """The same, values as far apart as their ranks."""
    return float(wasserstein_distance(values.dropna(), ranks.dropna()) / ranks.max())


by_gender = filled.groupby(table["gender"].fillna("(missing)"))
by_group = filled.groupby([table[name].fillna("(missing)") for name in quasi])
key = bytes(range(32))
values = ["M0001", "张三", "", "a" * 100, "13800138000"]
json.dump(
    {
        "pandas": pd.__version__,
        "columns": {
            name: [None if pd.isna(value) else value for value in table[name]] for name in table.columns
        },
        "k": int(sizes.min()),
        "groups": int(len(sizes)),
        "below": {str(k): int(sizes[sizes < k].sum()) for k in (2, 5, 20)},
        "alone": int((sizes == 1).sum()),
        "distinct": int(by_group.nunique().min()),
        "entropy": float(by_group.apply(entropy).min()),
        "closeness": max(by_group.apply(equally_far)),
        "incomes": [None if np.isnan(x) else x for x in income],
        "incomeCloseness": float(ranks.groupby([table[name].fillna("(missing)") for name in quasi]).apply(by_ranks).max()),
        "ofGender": {
            "closeness": max(by_gender.apply(equally_far)),
            "incomeCloseness": float(ranks.groupby(table["gender"].fillna("(missing)")).apply(by_ranks).max()),
            "k": int(by_gender.size().min()),
            "distinct": int(by_gender.nunique().min()),
            "entropy": float(by_gender.apply(entropy).min()),
        },
        "pseudonyms": [[value, hmac.new(key, value.encode(), hashlib.sha256).hexdigest()[:24]] for value in values],
    },
    sys.stdout,
    ensure_ascii=False,
)
print()
