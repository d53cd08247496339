"""Makes clustering.json: K-means from given starts and three indices, by scikit-learn.

    python tests/oracle/clustering.py

Points are rounded to float32 first, so that both sides see the same numbers; scikit-learn computes
in float64. Arrays are base64 of little-endian bytes.
"""

import base64
import json
import pathlib

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.metrics import (
    calinski_harabasz_score,
    davies_bouldin_score,
    silhouette_samples,
)


def encode(array, dtype):
    return base64.b64encode(np.ascontiguousarray(array, dtype).tobytes()).decode()


def blobs(rng, rows, columns, clusters, spread):
    centers = rng.uniform(-10, 10, (clusters, columns))
    return centers[rng.integers(clusters, size=rows)] + spread * rng.normal(size=(rows, columns))


def cases(rng):
    """name, points, starts, KMeans settings"""
    points = blobs(rng, 200, 2, 3, 0.7)
    yield "clear clouds", points, points[:3], {}
    points = blobs(rng, 300, 5, 7, 4)
    yield "overlapping clouds", points, points[:7], {}
    yield "to the end, without tolerance", points, points[50:57], {"tol": 0}
    yield "stopped early", points, points[100:112], {"max_iter": 3}
    points = rng.lognormal(sigma=1.2, size=(400, 4))
    yield "skewed", points, points[:9], {}
    points = rng.uniform(size=(350, 3))
    yield "no structure, many clusters", points, points[:20], {}
    points = blobs(rng, 250, 3, 4, 1) + np.array([1e5, -3e5, 2e4])
    yield "far from the origin", points, points[:4], {}
    points = blobs(rng, 120, 20, 5, 2) * np.logspace(-6, 6, 20)
    yield "columns of very different scales", points, points[:5], {}
    points = blobs(rng, 160, 2, 4, 0.5)
    starts = np.vstack([points[:4], [[500, 500]]])
    yield "a start that attracts nothing", points, starts, {}
    starts = np.vstack([points[:3], [[500, 500], [-400, 900], [300, -800]]])
    yield "three starts that attract nothing", points, starts, {}
    points = rng.integers(0, 4, (90, 2)).astype(float)
    yield "many equal rows", points, np.array([[0.1, 0.2], [2.9, 3.1], [0.2, 2.8]]), {}
    points = rng.normal(size=(60, 1))
    yield "one column", points, points[:4], {}
    points = rng.normal(size=(12, 3))
    yield "one row less than clusters could be", points, points[:11], {}


def expected(name, points, starts, settings):
    points = np.asarray(points, np.float32).astype(np.float64)
    starts = np.asarray(starts, np.float64)
    clusters = len(starts)
    settings = {"tol": 1e-4, "max_iter": 300, **settings}
    model = KMeans(clusters, init=starts, n_init=1, algorithm="lloyd", **settings).fit(points)
    labels = model.labels_
    silhouettes = silhouette_samples(points, labels)
    return {
        "name": name,
        "rows": points.shape[0],
        "columns": points.shape[1],
        "clusters": clusters,
        "tolerance": settings["tol"],
        "maxIterations": settings["max_iter"],
        "points": encode(points, "<f4"),
        "starts": encode(starts, "<f8"),
        "labels": encode(labels, "<i4"),
        "centroids": encode(model.cluster_centers_, "<f8"),
        "inertia": model.inertia_,
        "iterations": int(model.n_iter_),
        "silhouette": silhouettes.mean(),
        "silhouettes": [silhouettes[labels == c].mean() for c in range(clusters)],
        "calinskiHarabasz": calinski_harabasz_score(points, labels),
        "daviesBouldin": davies_bouldin_score(points, labels),
    }


rng = np.random.default_rng(20260930)
found = [expected(*case) for case in cases(rng)]
out = pathlib.Path(__file__).with_suffix(".json")
lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in found)
out.write_text(f'{{"scikitLearn": "{sklearn.__version__}", "cases": [\n{lines}\n]}}\n')
for case in found:
    print(case["name"], case["inertia"], case["iterations"])
