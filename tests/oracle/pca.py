"""Records scikit-learn's PCA of generated matrices (values rounded to f32, as ours are).

Run: python tests/oracle/pca.py > tests/oracle/pca.json
"""

import json
import sys

import numpy as np
import sklearn
from sklearn.decomposition import PCA

random = np.random.default_rng(20260930)


def mixed(rows, columns, scale):
    sources = random.normal(size=(rows, columns)) * np.linspace(scale, 1, columns)
    return (sources @ random.normal(size=(columns, columns)) + random.normal(size=columns) * 10).astype(np.float32)


MATRICES = {
    "three columns": mixed(30, 3, 2),
    "eight columns, large offset": mixed(60, 8, 5) + np.float32(1000),
    "more columns than rows": mixed(12, 20, 4),
    "one column": mixed(15, 1, 1),
    "one column constant": np.column_stack([mixed(20, 2, 3), np.full(20, 5)]).astype(np.float32),
}


def record(name, matrix):
    pca = PCA(svd_solver="full").fit(matrix.astype(np.float64))
    kept = min(2, matrix.shape[1])
    return {
        "name": name,
        "rows": matrix.shape[0],
        "columns": matrix.shape[1],
        "values": [float(value) for value in matrix.ravel()],
        "explained": pca.explained_variance_ratio_[:kept].tolist(),
        "components": pca.components_[:kept].tolist(),
        "scores": pca.transform(matrix.astype(np.float64))[:, :kept].tolist(),
    }


json.dump(
    {"sklearn": sklearn.__version__, "matrices": [record(*entry) for entry in MATRICES.items()]},
    sys.stdout,
)
