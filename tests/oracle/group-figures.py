"""Records what pandas and scipy make of a generated table with missing values, by segment: means
against everyone for the heat map, quartiles and percentile ranks for profile lines.

Run: python tests/oracle/group-figures.py > tests/oracle/group-figures.json
"""

import json

import numpy as np
import pandas as pd
from scipy.stats import percentileofscore

random = np.random.default_rng(20261123)
ROWS = 160
SEGMENTS = 4

# Segment −1 is noise: part of everyone, of no segment.
labels = random.choice([0, 1, 2, 3, -1], ROWS, p=[0.4, 0.25, 0.2, 0.1, 0.05])
frame = pd.DataFrame(
    {
        "spend": np.round(random.lognormal(4 + labels, 1), 2),
        "balance": np.round(random.normal(100 - 80 * labels, 150), 2),
        "visits": random.poisson(2 + labels + 1, ROWS).astype(float),
        "returns": np.round(random.beta(2, 20, ROWS), 4),
    }
)
frame.loc[random.random(ROWS) < 0.1, "spend"] = np.nan
frame.loc[random.random(ROWS) < 0.25, "balance"] = np.nan
frame.loc[labels == 3, "returns"] = np.nan
city = pd.Series(random.choice(list("abcde"), ROWS, p=[0.4, 0.3, 0.15, 0.1, 0.05]), dtype=object)
city[random.random(ROWS) < 0.15] = None


def listed(values):
    return [None if pd.isna(value) else float(value) for value in values]


def means(column):
    groups = column.groupby(labels)
    found = groups.mean().reindex(range(SEGMENTS))
    return {
        "count": int(column.count()),
        "overall": float(column.mean()),
        "deviation": float(column.std(ddof=0)),
        "counts": groups.count().reindex(range(SEGMENTS)).tolist(),
        "means": listed(found),
        "effects": listed((found - column.mean()) / column.std(ddof=0)),
        "tgi": listed(100 * found / column.mean()) if column.min() >= 0 else [None] * SEGMENTS,
    }


def quartiles(column):
    everyone = column.dropna()
    found = column.groupby(labels).quantile([0.25, 0.5, 0.75]).unstack().reindex(range(SEGMENTS))
    rank = lambda value: np.nan if pd.isna(value) else percentileofscore(everyone, value, "mean") / 100
    return {
        "everyone": listed(everyone.quantile([0.25, 0.5, 0.75])),
        "segments": [listed(row) for row in found.to_numpy()],
        "ranks": [listed(map(rank, row)) for row in found.to_numpy()],
        "deviations": [
            listed((row - everyone.mean()) / everyone.std(ddof=0)) for row in found.to_numpy()
        ],
    }


def share(levels):
    return means(city.isin(levels).where(city.notna()).astype(float))


counts = city.value_counts()
print(
    json.dumps(
        {
            "labels": labels.tolist(),
            "columns": {name: listed(column) for name, column in frame.items()},
            "city": [None if value is None else value for value in city],
            "means": {name: means(column) for name, column in frame.items()},
            "quartiles": {name: quartiles(column) for name, column in frame.items()},
            "levels": {level: share([level]) for level in counts.index[:2]},
            "rest": share(counts.index[2:].tolist()),
        },
        ensure_ascii=False,
    )
)
