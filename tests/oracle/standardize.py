"""Writes standardize.json: what scikit-learn's StandardScaler makes of columns, in float64."""

import base64
import json
import pathlib

import numpy as np
import sklearn
from sklearn.preprocessing import StandardScaler

random = np.random.default_rng(20240501)
rows = 203


def column(name):
    if name == "normal":
        return random.normal(3, 2, rows)
    if name == "skewed":
        return random.lognormal(4, 1.5, rows)
    if name == "dates":
        return np.sort(random.integers(0, 86_400_000 * 900, rows)) + 1.6e12
    if name == "account numbers":
        return 6_222_020_000 + random.integers(0, 1000, rows).astype(float)
    if name == "constant":
        return np.full(rows, 0.1)
    if name == "tiny":
        return random.normal(0, 1e-30, rows)
    if name == "huge":
        return random.normal(0, 1e30, rows)
    values = random.normal(-5, 0.1, rows)
    values[random.random(rows) < 0.2] = np.nan
    return values


def encoded(values):
    return base64.b64encode(np.asarray(values, dtype="<f8").tobytes()).decode()


names = ["normal", "skewed", "dates", "account numbers", "constant", "tiny", "huge", "missing"]
table = np.stack([column(name) for name in names], axis=1)
scaler = StandardScaler().fit(table)
after = np.nan_to_num(scaler.transform(table), nan=0.0)
recorded = {
    "scikit-learn": sklearn.__version__,
    "columns": [
        {
            "name": name,
            "values": encoded(table[:, j]),
            "mean": scaler.mean_[j],
            "scale": scaler.scale_[j],
            "after": encoded(after[:, j]),
        }
        for j, name in enumerate(names)
    ],
}
path = pathlib.Path(__file__).with_name("standardize.json")
path.write_text(json.dumps(recorded, indent=1) + "\n")
