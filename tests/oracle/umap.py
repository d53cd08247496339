"""Records scikit-learn's trustworthiness of pictures, to hold ours against.

`exact`: a matrix with a picture of it, and its trustworthiness. `bars`: the trustworthiness of
PCA and of t-SNE in two dimensions on scikit-learn's own sets, standardised; ours are on the same rows.

Run: python tests/oracle/umap.py > tests/oracle/umap.json
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.datasets import load_digits, load_iris, load_wine
from sklearn.decomposition import PCA
from sklearn.manifold import TSNE, trustworthiness
from sklearn.preprocessing import StandardScaler

random = np.random.default_rng(20261122)
NEIGHBORS = 15


def exact(rows, columns, neighbors):
    matrix = random.normal(size=(rows, columns)).round(3).astype(np.float32)
    places = matrix[:, :2] + random.normal(size=(rows, 2)).round(3).astype(np.float32) * 0.5
    return {
        "rows": rows,
        "columns": columns,
        "neighbors": neighbors,
        "values": matrix.ravel().tolist(),
        "places": places.ravel().tolist(),
        "trustworthiness": trustworthiness(matrix, places, n_neighbors=neighbors),
    }


def bar(name, load, keep):
    matrix = StandardScaler().fit_transform(load().data)[:keep].astype(np.float32)
    return {
        "name": name,
        "rows": len(matrix),
        "columns": matrix.shape[1],
        "values": [round(float(value), 4) for value in matrix.ravel()],
        "pca": trustworthiness(matrix, PCA(2).fit_transform(matrix), n_neighbors=NEIGHBORS),
        "tsne": trustworthiness(
            matrix, TSNE(2, random_state=0).fit_transform(matrix), n_neighbors=NEIGHBORS
        ),
    }


json.dump(
    {
        "sklearn": sklearn.__version__,
        "neighbors": NEIGHBORS,
        "exact": [exact(60, 5, 5), exact(90, 3, 15), exact(40, 8, 1)],
        "bars": [
            bar("iris", load_iris, 150),
            bar("wine", load_wine, 178),
            bar("digits", load_digits, 300),
        ],
    },
    sys.stdout,
)
