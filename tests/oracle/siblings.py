"""Makes siblings.json: what the relatives of K-means should come to.

    python tests/oracle/siblings.py

Spherical K-means and K-medians from given starts by plain numpy, straight from their definitions;
balanced K-means with every assignment solved as a linear program (Bradley, Bennett and Demiriz,
2000) by scipy; bisecting and mini-batch K-means by scikit-learn, over several seeds since their
random numbers are not ours. Points are rounded to float32 first, so that all see the same numbers.
Arrays are base64 of little-endian bytes.
"""

import os

# Small sets: threads would only wait for one another.
os.environ.setdefault("OMP_NUM_THREADS", "1")

import base64
import json
import pathlib

import numpy as np
import scipy
import sklearn
from scipy.optimize import linprog
from scipy.sparse import coo_matrix
from sklearn.cluster import BisectingKMeans, KMeans, MiniBatchKMeans


def encode(array, dtype):
    return base64.b64encode(np.ascontiguousarray(array, dtype).tobytes()).decode()


def single(points):
    return np.asarray(points, np.float32).astype(np.float64)


def blobs(rng, rows, columns, clusters, spread):
    centers = rng.uniform(-10, 10, (clusters, columns))
    return centers[rng.integers(clusters, size=rows)] + spread * rng.normal(size=(rows, columns))


def spherical(points, starts):
    """Labels and the sum of 1 - cosine: to the centroid of largest cosine until labels repeat."""
    units = points / np.linalg.norm(points, axis=1, keepdims=True)
    centroids = starts / np.linalg.norm(starts, axis=1, keepdims=True)
    labels = None
    while True:
        cosines = units @ centroids.T
        new = cosines.argmax(axis=1)
        if labels is not None and (new == labels).all():
            return labels, float((1 - cosines.max(axis=1)).sum())
        labels = new
        assert len(set(labels)) == len(starts)
        sums = np.array([units[labels == c].sum(axis=0) for c in range(len(starts))])
        centroids = sums / np.linalg.norm(sums, axis=1, keepdims=True)


def medians(points, starts):
    """Labels, centres and the sum of absolute differences, until labels repeat."""
    centers, labels = starts, None
    while True:
        distances = np.abs(points[:, None, :] - centers[None]).sum(axis=2)
        new = distances.argmin(axis=1)
        if labels is not None and (new == labels).all():
            return labels, centers, float(distances.min(axis=1).sum())
        labels = new
        assert len(set(labels)) == len(starts)
        centers = np.array([np.median(points[labels == c], axis=0) for c in range(len(starts))])


def cheapest_assignment(costs, least, most):
    """Labels of least total cost with sizes from least to most: the linear program has whole answers."""
    rows, clusters = costs.shape
    ones = np.ones(rows * clusters)
    flat = np.arange(rows * clusters)
    one_each = coo_matrix((ones, (flat // clusters, flat)), shape=(rows, rows * clusters))
    sizes = coo_matrix((ones, (flat % clusters, flat)), shape=(clusters, rows * clusters))
    answer = linprog(
        costs.ravel(),
        A_eq=one_each.tocsr(),
        b_eq=np.ones(rows),
        A_ub=scipy.sparse.vstack([sizes, -sizes]).tocsr(),
        b_ub=np.concatenate([np.full(clusters, most), np.full(clusters, -least)]),
        bounds=(0, 1),
        method="highs-ds",
    )
    return answer.x.reshape(rows, clusters).argmax(axis=1), float(answer.fun)


def squares(points, centroids):
    return ((points[:, None, :] - centroids[None]) ** 2).sum(axis=2)


def balanced(points, starts, least, most):
    """K-means from the starts, then assignments within the limits and means, while inertia falls."""
    clusters = len(starts)
    model = KMeans(clusters, init=starts, n_init=1, tol=0, algorithm="lloyd").fit(points)
    centroids, best, first = model.cluster_centers_, np.inf, None
    while True:
        labels, cost = cheapest_assignment(squares(points, centroids), least, most)
        first = cost if first is None else first
        centroids = np.array([points[labels == c].mean(axis=0) for c in range(clusters)])
        inertia = float(squares(points, centroids)[np.arange(len(points)), labels].sum())
        if inertia >= best - 1e-12:
            return {"free": float(model.inertia_), "firstCost": first, "inertia": best}
        best = inertia


def with_points(name, points, starts=None, **more):
    case = {"name": name, "rows": points.shape[0], "columns": points.shape[1]}
    case["points"] = encode(points, "<f4")
    if starts is not None:
        case["clusters"] = len(starts)
        case["starts"] = encode(starts, "<f8")
    return {**case, **more}


def started_sets(rng):
    yield "clear clouds", single(blobs(rng, 200, 2, 4, 0.7)), 4
    yield "overlapping clouds", single(blobs(rng, 300, 5, 7, 4)), 7
    yield "skewed", single(rng.lognormal(sigma=1.2, size=(350, 4))), 6
    yield "no structure", single(rng.uniform(size=(250, 3)) - 0.3), 12
    yield "few values a column", single(rng.integers(1, 6, (150, 3))), 4
    yield "many columns", single(rng.normal(size=(120, 30))), 5


def started_cases(rng):
    for name, points, clusters in started_sets(rng):
        starts = points[rng.choice(len(points), clusters, replace=False)] * 1.01
        labels, cost = spherical(points, starts)
        spherical_case = with_points(name, points, starts, labels=encode(labels, "<i4"), cost=cost)
        labels, centers, cost = medians(points, starts)
        medians_case = with_points(
            name,
            points,
            starts,
            labels=encode(labels, "<i4"),
            centers=encode(centers, "<f8"),
            cost=cost,
        )
        yield spherical_case, medians_case


def balanced_cases(rng):
    for seed in range(24):
        rows = int(rng.integers(30, 90))
        clusters = int(rng.integers(3, 6))
        points = single(blobs(rng, rows, 2, clusters, float(rng.uniform(1, 6))))
        points[: rows // 2] = single(points[: rows // 2] * 0.2)
        starts = points[rng.choice(rows, clusters, replace=False)]
        least = int(rng.integers(rows // clusters // 2, rows // clusters + 1))
        most = int(rng.integers(-(-rows // clusters), 2 * (rows // clusters)))
        found = balanced(points, starts, least, most)
        yield with_points(f"set {seed}", points, starts, least=least, most=most, **found)


def inertias(model, points):
    return sorted(float(model(seed).fit(points).inertia_) for seed in range(10))


def seeded_cases(rng):
    sets = [
        ("clear clouds", blobs(rng, 1500, 3, 6, 0.8), 6),
        ("overlapping clouds", blobs(rng, 1500, 4, 8, 5), 8),
        ("skewed", rng.lognormal(sigma=0.8, size=(1500, 3)), 5),
        ("no structure", rng.uniform(size=(1500, 2)), 10),
    ]
    for name, points, clusters in sets:
        points = single(points)

        def bisecting(strategy):
            return lambda seed: BisectingKMeans(
                clusters, init="k-means++", n_init=10, random_state=seed, bisecting_strategy=strategy
            )

        def minibatch(seed):
            return MiniBatchKMeans(clusters, n_init=10, batch_size=256, random_state=seed)

        yield with_points(
            name,
            points,
            clusters=clusters,
            biggestInertia=inertias(bisecting("biggest_inertia"), points),
            largestCluster=inertias(bisecting("largest_cluster"), points),
            miniBatch=inertias(minibatch, points),
        )


def main():
    rng = np.random.default_rng(20261122)
    started = list(started_cases(rng))
    recorded = {
        "made_by": f"numpy {np.__version__}, scipy {scipy.__version__}, scikit-learn {sklearn.__version__}",
        "spherical": [spherical_case for spherical_case, _ in started],
        "medians": [medians_case for _, medians_case in started],
        "balanced": list(balanced_cases(rng)),
        "seeded": list(seeded_cases(rng)),
    }
    path = pathlib.Path(__file__).with_suffix(".json")
    path.write_text(json.dumps(recorded) + "\n")


if __name__ == "__main__":
    main()
