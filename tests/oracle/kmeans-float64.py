"""Makes kmeans-float64.json: Lloyd's iterations from given starts, by scikit-learn in float64.

    python tests/oracle/kmeans-float64.py

Rows are made here as `tests/support/hashed-rows.ts` makes them, to the same bits; starts are the
first rows. Labels are recorded as their SHA-256 (int32, little-endian).
"""

import hashlib
import json
import pathlib
import warnings

import numpy as np
import sklearn
from sklearn.cluster import KMeans

warnings.filterwarnings("ignore")
ITERATIONS = [1, 2, 3, 5, 8, 13, 20]
SHAPES = [
    ("blobs", 30_000, 8, 8),
    ("skew", 30_000, 8, 8),
    ("skew", 20_000, 16, 20),
    ("blobs", 12_000, 32, 50),
    ("skew", 40_000, 2, 12),
]


def mixed(words):
    h = words.astype(np.uint32)
    h = (h ^ (h >> 16)) * np.uint32(0x85EBCA6B)
    h = (h ^ (h >> 13)) * np.uint32(0xC2B2AE35)
    return h ^ (h >> 16)


def hashed_rows(shape, rows, columns, clouds):
    row, column = np.divmod(np.arange(rows * columns, dtype=np.uint32), np.uint32(columns))
    cloud = mixed(row ^ np.uint32(0x5BD1E995)) % np.uint32(clouds)
    centers = (mixed(cloud * np.uint32(columns) + column + np.uint32(0x10000000)) & np.uint32(0xFFFF)) * 4
    index = np.arange(rows * columns, dtype=np.uint32) * np.uint32(8)
    sums = sum((mixed(index + np.uint32(d)) & np.uint32(0xFFFF)).astype(np.int64) for d in range(8))
    values = (centers.astype(np.int64) + sums) / 65536
    if shape == "skew":
        values = values * values * (values * values)
    return values.astype(np.float32).astype(np.float64).reshape(rows, columns)


def fit(points, clusters, iterations):
    return KMeans(
        clusters, init=points[:clusters], n_init=1, max_iter=iterations, tol=0, algorithm="lloyd"
    ).fit(points)


def record(shape, rows, columns, clusters):
    points = hashed_rows(shape, rows, columns, clusters)
    steps = []
    for iterations in ITERATIONS:
        model = fit(points, clusters, iterations)
        digest = hashlib.sha256(model.labels_.astype("<i4").tobytes()).hexdigest()
        steps.append({"iterations": iterations, "inertia": float(model.inertia_), "labels": digest})
    converged = fit(points, clusters, 2000)
    return {
        "shape": shape,
        "rows": rows,
        "columns": columns,
        "clusters": clusters,
        "checksum": float(points.sum()),
        "steps": steps,
        "converged": {"inertia": float(converged.inertia_), "iterations": int(converged.n_iter_)},
    }


recorded = {"by": f"scikit-learn {sklearn.__version__}", "cases": [record(*shape) for shape in SHAPES]}
path = pathlib.Path(__file__).with_suffix(".json")
path.write_text(json.dumps(recorded, indent=1) + "\n")
