"""What scikit-learn and pandas say of customers.csv; writes expected.json beside it.

Run with Python, pandas and scikit-learn; the tests need only the recorded file.
"""

import json
from pathlib import Path

import numpy as np
import pandas as pd
from sklearn.cluster import KMeans
from sklearn.impute import SimpleImputer
from sklearn.metrics import calinski_harabasz_score, davies_bouldin_score, silhouette_score
from sklearn.preprocessing import FunctionTransformer, StandardScaler

HERE = Path(__file__).parent
LOGARITHMS = {"Orders", "Spend", "ReturnsShare"}
COLUMNS = ["DaysSinceOrder", "Orders", "Spend", "AverageBasket", "ReturnsShare"]

table = pd.read_csv(HERE / "customers.csv", dtype={"CustomerID": str})


def feature(name):
    """Fitted on what is there; then gaps get the median."""
    present = table[[name]].to_numpy(float)
    bend = FunctionTransformer(np.log1p if name in LOGARITHMS else None)
    scaler = StandardScaler().fit(bend.transform(present))
    return scaler.transform(bend.transform(SimpleImputer(strategy="median").fit_transform(present)))


points = np.hstack([feature(name) for name in COLUMNS])
model = KMeans(4, n_init=50, random_state=0, tol=0).fit(points)
order = np.argsort(-np.bincount(model.labels_), kind="stable")
segment = np.argsort(order)[model.labels_]

# Hruschka, Campello and de Castro (2004): the silhouette by the distances to the centroids.
centers = np.array([points[segment == number].mean(axis=0) for number in range(4)])
distances = np.linalg.norm(points[:, None, :] - centers, axis=2)
own = distances[np.arange(len(points)), segment]
distances[np.arange(len(points)), segment] = np.inf
nearest = distances.min(axis=1)
means = table[COLUMNS].groupby(segment).mean()

expected = {
    "inertia": model.inertia_,
    "silhouette": silhouette_score(points, segment),
    "simplifiedSilhouette": ((nearest - own) / np.maximum(nearest, own)).mean(),
    "calinskiHarabasz": calinski_harabasz_score(points, segment),
    "daviesBouldin": davies_bouldin_score(points, segment),
    "sizes": np.bincount(segment).tolist(),
    "means": {name: means[name].tolist() for name in COLUMNS},
}
(HERE / "expected.json").write_text(json.dumps(expected, indent=2) + "\n")
