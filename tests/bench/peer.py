"""scikit-learn beside us: does the work that it is told on standard input, a line of JSON each."""

import json
import sys
import time
import warnings

warnings.filterwarnings("ignore")
try:
    import numpy as np
    import sklearn
    from sklearn.cluster import KMeans, kmeans_plusplus
    from sklearn.metrics import silhouette_score
except ImportError as missing:
    print(json.dumps({"missing": str(missing)}), flush=True)
    sys.exit(0)

print(json.dumps({"version": sklearn.__version__}), flush=True)
points = starts = labels = None


def fit(asked):
    model = KMeans(
        asked["clusters"], init=starts, n_init=1, max_iter=asked["iterations"], tol=0, algorithm="lloyd"
    ).fit(points)
    return {"inertia": float(model.inertia_), "iterations": int(model.n_iter_)}


def seed(asked):
    kmeans_plusplus(points, asked["clusters"], random_state=1)
    return {}


def silhouette(asked):
    return {"inertia": float(silhouette_score(points, labels))}


for line in sys.stdin:
    asked = json.loads(line)
    if asked["work"] == "load":
        points = np.fromfile(asked["points"], dtype=np.float32).reshape(-1, asked["columns"])
        starts = np.fromfile(asked["starts"], dtype=np.float64).reshape(-1, asked["columns"])
        starts = starts.astype(np.float32)
        labels = np.fromfile(asked["labels"], dtype=np.int32)
        print(json.dumps({}), flush=True)
        continue
    began, used = time.perf_counter(), time.process_time()
    answer = {"fit": fit, "seed": seed, "silhouette": silhouette}[asked["work"]](asked)
    times = {"ms": 1000 * (time.perf_counter() - began), "cpuMs": 1000 * (time.process_time() - used)}
    print(json.dumps({**times, **answer}), flush=True)
