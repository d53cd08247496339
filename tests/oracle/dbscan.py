"""Makes dbscan.json: labels by scikit-learn's DBSCAN.

    python tests/oracle/dbscan.py

Points are rounded to float32 first, so that both sides see the same numbers; scikit-learn computes
in float64. Arrays are base64 of little-endian bytes.
"""

import base64
import json
import pathlib

import numpy as np
import sklearn
from sklearn.cluster import DBSCAN
from sklearn.datasets import load_iris, load_wine, make_blobs, make_circles, make_moons


def encode(array, dtype):
    return base64.b64encode(np.ascontiguousarray(array, dtype).tobytes()).decode()


def standardized(points):
    return (points - points.mean(0)) / points.std(0)


def cases(rng):
    """name, points, radius, fewest neighbours"""
    points = make_moons(500, noise=0.06, random_state=1)[0]
    yield "two moons", points, 0.15, 5
    yield "two moons, radius too small", points, 0.05, 5
    yield "circles", make_circles(400, factor=0.5, noise=0.04, random_state=2)[0], 0.15, 5
    points = make_blobs(600, 3, centers=5, cluster_std=1.2, random_state=3)[0]
    yield "clouds", points, 1.2, 8
    yield "clouds that touch", points, 2.0, 20
    points = np.vstack([points[:400], rng.uniform(-12, 12, (100, 3))])
    yield "clouds and noise", points, 1.5, 10
    yield "iris", load_iris().data, 0.5, 5
    yield "iris, standardised", standardized(load_iris().data), 0.6, 4
    yield "wine, standardised", standardized(load_wine().data), 2.3, 7
    points = np.stack(np.meshgrid(np.arange(20), np.arange(15)), -1).reshape(-1, 2).astype(float)
    points = points[rng.permutation(len(points))[:210]]
    yield "a grid with holes, radius one step", points, 1.0, 4
    yield "a grid with holes, every row a core", points, 1.0, 1
    yield "many equal rows", rng.integers(0, 5, (300, 2)).astype(float), 1.0, 40
    yield "twelve columns", make_blobs(300, 12, centers=4, random_state=5)[0], 4.5, 6
    yield "all noise", rng.uniform(size=(100, 2)), 0.001, 3
    yield "far from the origin", make_moons(300, noise=0.05, random_state=4)[0] + 1e4, 0.15, 5
    points = standardized(np.exp(0.4 * make_blobs(260, 24, centers=4, random_state=6)[0]))
    yield "24 skewed columns", points, 2.0, 5
    points = make_blobs(200, 33, centers=5, cluster_std=1.5, random_state=7)[0]
    yield "33 columns", points, 11.0, 6
    points = np.random.default_rng(8).integers(0, 2, (250, 16)).astype(float)
    yield "16 columns of zeros and ones, ties everywhere", points, 2.0, 9


def expected(name, points, radius, least):
    points = np.asarray(points, np.float32).astype(np.float64)
    labels = DBSCAN(eps=radius, min_samples=least).fit(points).labels_
    return {
        "name": name,
        "columns": points.shape[1],
        "radius": radius,
        "minNeighbors": least,
        "points": encode(points, "<f4"),
        "labels": encode(labels, "<i4"),
    }


def main():
    rng = np.random.default_rng(20261122)
    made = {
        "made": f"scikit-learn {sklearn.__version__}, numpy {np.__version__}",
        "cases": [expected(*case) for case in cases(rng)],
    }
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(made, indent=1, ensure_ascii=False) + "\n")


main()
