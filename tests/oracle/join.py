"""Records how pandas merges and appends tables: generated ones with repeated and missing keys, and
the real orders of `online-retail-sample` with a table of customers made here.

Run: FENQUN_DATA=… python tests/oracle/join.py > tests/oracle/join.json
"""

import json
import os
from pathlib import Path

import numpy as np
import pandas as pd

random = np.random.default_rng(20261122)
P = 1_000_000_007


def some(values, rows, share):
    column = pd.Series(random.choice(values, rows), dtype=object)
    column[random.random(rows) < share] = None
    return column


left = pd.DataFrame({"id": some([1.0, 2.0, 3.0, 4.0, 7.5], 40, 0.1), "city": some(["北京", "Rome", "b"], 40, 0.1)})
right = pd.DataFrame({"id": some([2.0, 3.0, 4.0, 5.0], 25, 0.1), "city": some(["北京", "Rome", "c"], 25, 0.1)})


def merged(a, b, keys, how):
    """Indices of the rows on both sides; −1: none. Missing keys match nothing, unlike in pandas."""
    a = a.assign(_left=range(len(a)))
    b = b.assign(_right=range(len(b))).dropna(subset=keys)
    if how == "anti":
        met = a.merge(b, on=keys, how="left", indicator=True)
        both = met[met["_merge"] == "left_only"]
        return both["_left"].tolist(), [-1] * len(both)
    met = a.merge(b, on=keys, how=how)
    return met["_left"].tolist(), met["_right"].fillna(-1).astype(int).tolist()


cases = []
for keys in (["id"], ["city"], ["id", "city"]):
    for how in ("left", "inner", "anti"):
        rows = merged(left, right, keys, how)
        cases.append({"keys": keys, "how": how, "left": rows[0], "right": rows[1]})

orders = pd.read_csv(
    Path(os.environ["FENQUN_DATA"]) / "online-retail-sample/online_retail_2010-12.csv.gz",
    dtype={"CustomerID": "Float64"},
)
known = orders["CustomerID"].dropna().unique()
customers = pd.DataFrame({"CustomerID": random.choice(known, 700), "tier": random.integers(1, 4, 700)})
unknown = pd.DataFrame({"CustomerID": [99001.0, 99002.0, 99003.0], "tier": [1, 2, 3]})
customers = pd.concat([customers, unknown], ignore_index=True)


def checksum(values):
    total = 0
    for i, value in enumerate(values):
        total = (total + (i + 1) * (value + 2)) % P
    return total


real = []
for how in ("left", "inner", "anti"):
    rows = merged(orders, customers, ["CustomerID"], how)
    real.append(
        {"how": how, "rows": len(rows[0]), "left": checksum(rows[0]), "right": checksum(rows[1])}
    )

first, second = orders.head(500), orders.tail(300).drop(columns=["Country"]).assign(note=1.0)
both = pd.concat([first, second], ignore_index=True)


def listed(frame):
    return {name: [None if pd.isna(x) else x for x in frame[name]] for name in frame}


print(
    json.dumps(
        {
            "pandas": pd.__version__,
            "left": listed(left),
            "right": listed(right),
            "cases": cases,
            "customers": {
                "CustomerID": customers["CustomerID"].astype(float).tolist(),
                "tier": customers["tier"].astype(float).tolist(),
            },
            "real": real,
            "append": {
                "columns": list(both.columns),
                "rows": len(both),
                "quantity": float(both["Quantity"].sum()),
                "missing": {name: int(both[name].isna().sum()) for name in both.columns},
            },
        },
        ensure_ascii=False,
    )
)
