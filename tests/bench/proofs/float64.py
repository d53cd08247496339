"""scikit-learn in float64 from given starts, for the proofs: one JSON object in, one out."""

import json
import sys
import warnings

warnings.filterwarnings("ignore")
import numpy as np
import sklearn
from sklearn.cluster import KMeans

asked = json.loads(sys.argv[1])
points = np.fromfile(asked["points"], dtype=np.float32).astype(np.float64)
points = points.reshape(-1, asked["columns"])
starts = np.fromfile(asked["starts"], dtype=np.float64).reshape(-1, asked["columns"])
inertias = []
for iterations, path in zip(asked["iterations"], asked["paths"]):
    model = KMeans(
        len(starts), init=starts, n_init=1, max_iter=iterations, tol=0, algorithm="lloyd"
    ).fit(points)
    model.labels_.astype("<i4").tofile(path)
    inertias.append(float(model.inertia_))
print(json.dumps({"version": sklearn.__version__, "inertias": inertias}))
