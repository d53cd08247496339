"""Makes silhouette.json: silhouettes, row by row, and the measures of labelled rows, by scikit-learn.

    python tests/oracle/silhouette.py

Points are rounded to float32 first, so that both sides see the same numbers; scikit-learn computes
in float64. Rows with label -1 are left out, as noise is. The simplified silhouette is (b - a) /
max(a, b) with a the distance to the mean of the own cluster and b that to the nearest other mean
(Hruschka, de Castro and Campello, 2004), from scikit-learn's distances; 0 for a row alone in its
cluster. Arrays are base64 of little-endian bytes.
"""

import base64
import json
import pathlib

import numpy as np
import sklearn
from sklearn.cluster import KMeans
from sklearn.datasets import load_iris
from sklearn.metrics import (
    calinski_harabasz_score,
    davies_bouldin_score,
    pairwise_distances,
    silhouette_samples,
    silhouette_score,
)


def encode(array, dtype):
    return base64.b64encode(np.ascontiguousarray(array, dtype).tobytes()).decode()


def cases(rng):
    """name, points, labels"""
    iris = load_iris().data
    for k in (2, 3, 4):
        fitted = KMeans(k, n_init=20, random_state=1).fit(iris.astype(np.float32).astype(float))
        yield f"iris, k = {k}", iris, fitted.labels_
    yield "iris, its species", iris, load_iris().target
    clouds = rng.normal(size=(600, 5)) + rng.uniform(-3, 3, (6, 5))[rng.integers(6, size=600)]
    labels = rng.choice(6, p=[0.5, 0.2, 0.15, 0.1, 0.045, 0.005], size=600)
    yield "wrong labels, small clusters", clouds, labels
    fitted = KMeans(6, n_init=3, random_state=1).fit(clouds).labels_
    yield "clouds", clouds, fitted
    yield "clouds, with noise", clouds, np.where(rng.uniform(size=600) < 0.2, -1, fitted)
    yield "scale 1e-6", clouds * 1e-6, fitted
    yield "scale 1e6", clouds * 1e6, fitted
    yield "far from the origin", clouds + 1e4, fitted
    yield "skewed, two columns", rng.lognormal(sigma=1.5, size=(400, 2)), rng.integers(3, size=400)
    yield "one column", rng.normal(size=(90, 1)), np.arange(90) % 4
    few = rng.integers(0, 3, (80, 2)).astype(float)
    yield "many equal rows", few, (few[:, 0] * 3 + few[:, 1]).astype(int) % 4
    yield "each cluster equal rows", np.repeat(rng.normal(size=(5, 3)), 7, axis=0), np.repeat(np.arange(5), 7)
    labels = np.array([0] * 20 + [1] + [2] * 9 + [3])
    yield "clusters of one row", rng.normal(size=(31, 3)), labels
    yield "one cluster less than rows", rng.normal(size=(14, 2)), np.append(np.arange(13), 12)
    yield "many columns", rng.normal(size=(120, 70)), np.arange(120) % 3


def simplified(points, labels, means):
    distances = pairwise_distances(points, means)
    a = distances[np.arange(len(points)), labels]
    distances[np.arange(len(points)), labels] = np.inf
    b = distances.min(axis=1)
    larger = np.maximum(a, b)
    values = np.where(larger > 0, (b - a) / np.where(larger > 0, larger, 1), 0)
    return np.where(np.bincount(labels)[labels] > 1, values, 0).mean()


def expected(name, points, labels):
    points = np.asarray(points, np.float32)
    exact = points.astype(np.float64)[labels >= 0]
    known = labels[labels >= 0]
    clusters = known.max() + 1
    means = np.array([exact[known == c].mean(axis=0) for c in range(clusters)])
    return {
        "name": name,
        "rows": points.shape[0],
        "columns": points.shape[1],
        "clusters": int(clusters),
        "points": encode(points, "<f4"),
        "labels": encode(labels, "<i4"),
        "silhouettes": encode(silhouette_samples(exact, known), "<f8"),
        "silhouette": float(silhouette_score(exact, known)),
        "simplified": float(simplified(exact, known, means)),
        "inertia": float(((exact - means[known]) ** 2).sum()),
        "calinskiHarabasz": float(calinski_harabasz_score(exact, known)),
        "daviesBouldin": float(davies_bouldin_score(exact, known)),
        "cohesion": [float(pairwise_distances(exact[known == c], means[c : c + 1]).mean()) for c in range(clusters)],
    }


rng = np.random.default_rng(20261122)
found = [expected(*case) for case in cases(rng)]
out = pathlib.Path(__file__).with_suffix(".json")
lines = ",\n".join(json.dumps(case, ensure_ascii=False) for case in found)
out.write_text(f'{{"scikitLearn": "{sklearn.__version__}", "cases": [\n{lines}\n]}}\n')
for case in found:
    print(case["name"], case["silhouette"], case["simplified"])
