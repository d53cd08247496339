"""Records SciPy's trees of random points, and the best order of their leaves.

For few leaves all orders are tried: SciPy 1.17's optimal_leaf_ordering misses the best one for most
of them, so its cost is only an upper bound.

Ward on centres weighed by size is Ward on rows: each centre is repeated as often as it has rows, so
that SciPy first merges equal rows at height 0; its last merges are those of the centres. SciPy's
height h of Ward is sqrt(2 × rise of the sum of squares).

Run: python tests/oracle/linkage.py > tests/oracle/linkage.json
"""

import json

import numpy as np
from scipy.cluster.hierarchy import cophenet, leaves_list, linkage, optimal_leaf_ordering
from scipy.spatial.distance import pdist

random = np.random.default_rng(20261122)


def all_orders(tree, node):
    n = len(tree) + 1
    if node < n:
        return [[node]]
    a, b = (all_orders(tree, int(side)) for side in tree[node - n, :2])
    return [order for x in a for y in b for order in (x + y, y + x)]


def orders():
    for n, columns in [(2, 3), (3, 2), (5, 4), (12, 7), (25, 4), (60, 12)]:
        points = np.round(random.normal(size=(n, columns)), 4)
        distances = pdist(points)
        tree = linkage(distances, "average")
        square = np.linalg.norm(points[:, None] - points[None], axis=2)

        def cost(order):
            return float(sum(square[a, b] for a, b in zip(order, order[1:])))

        yield {
            "points": points.tolist(),
            "heights": tree[:, 2].tolist(),
            "cophenetic": cophenet(tree).tolist(),
            "scipy": cost(leaves_list(optimal_leaf_ordering(tree, distances))),
            "least": min(map(cost, all_orders(tree, 2 * n - 2))) if n <= 12 else None,
        }


def weighted():
    for k, columns in [(2, 2), (4, 3), (7, 5), (12, 4)]:
        centers = np.round(random.normal(size=(k, columns)) * 3, 4)
        sizes = random.integers(1, 30, k)
        rows = np.repeat(centers, sizes, axis=0)
        first = np.concatenate([[0], np.cumsum(sizes)[:-1]])
        entry = {"centers": centers.tolist(), "sizes": sizes.tolist()}
        for rule in ["ward", "average"]:
            tree = linkage(rows, rule)
            heights = tree[:, 2]
            far = cophenet(tree)
            n = len(rows)
            pairs = [
                far[n * i + j - (i + 2) * (i + 1) // 2]
                for at, i in enumerate(first)
                for j in first[at + 1 :]
            ]
            if rule == "ward":
                heights, pairs = heights**2 / 2, np.square(pairs) / 2
            entry[rule] = {
                "heights": np.sort(heights)[-(k - 1) :].tolist(),
                "cophenetic": np.asarray(pairs).tolist(),
            }
        yield entry


print(json.dumps({"orders": list(orders()), "weighted": list(weighted())}))
