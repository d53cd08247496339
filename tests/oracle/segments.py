"""Records what pandas makes of a generated customer table with missing values, by segment.

Run: python tests/oracle/segments.py > tests/oracle/segments.json
"""

import json
import sys

import numpy as np
import pandas as pd

random = np.random.default_rng(20260930)
ROWS = 180
SEGMENTS = 4

labels = random.choice([0, 1, 2, 3], ROWS, p=[0.4, 0.3, 0.2, 0.1])
frame = pd.DataFrame(
    {
        "spend": np.round(random.lognormal(5 + labels, 1), 2),
        "balance": np.round(random.normal(100 - 80 * labels, 150), 2),
        "return rate": np.round(random.beta(2, 20, ROWS), 4),
    }
)
frame.loc[random.random(ROWS) < 0.1, "spend"] = np.nan
frame.loc[random.random(ROWS) < 0.25, "balance"] = np.nan
frame.loc[labels == 3, "return rate"] = np.nan
city = pd.Series(random.choice(["北京", "上海", "__proto__"], ROWS, p=[0.5, 0.3, 0.2]), dtype=object)
city[random.random(ROWS) < 0.15] = None


def listed(values):
    return [None if pd.isna(value) else float(value) for value in values]


def numbers(name):
    column = frame[name]
    groups = column.groupby(labels)
    means = groups.mean().reindex(range(SEGMENTS))
    overall = column.mean()
    is_amount = column.min() >= 0
    return {
        "overall": float(overall),
        "means": listed(means),
        "tgi": listed(100 * means / overall) if is_amount else [None] * SEGMENTS,
        "effect": listed((means - overall) / column.std(ddof=0)),
        "present": groups.count().tolist(),
        "sumShare": listed(groups.sum() / column.sum()) if name == "spend" else None,
    }


def level(name):
    present = city.notna()
    is_level = (city[present] == name).astype(float)
    groups = is_level.groupby(labels[present])
    return {
        "level": name,
        "overall": float(is_level.mean()),
        "means": listed(groups.mean()),
        "tgi": listed(100 * groups.mean() / is_level.mean()),
        "effect": listed((groups.mean() - is_level.mean()) / is_level.std(ddof=0)),
        "present": groups.count().tolist(),
    }


json.dump(
    {
        "pandas": pd.__version__,
        "labels": labels.tolist(),
        "columns": {name: listed(frame[name]) for name in frame},
        "city": city.tolist(),
        "numbers": {name: numbers(name) for name in frame},
        "levels": [level(name) for name in city.value_counts().index],
    },
    sys.stdout,
    ensure_ascii=False,
)
