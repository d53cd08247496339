"""Records what pandas says of groups of a generated table with gaps, and what Python's hmac makes of values.

Run: python tests/oracle/privacy.py > tests/oracle/privacy.json
"""

import hashlib
import hmac
import json
import math
import sys

import numpy as np
import pandas as pd

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
        "ofGender": {
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
