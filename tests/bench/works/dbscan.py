import numpy as np
from sklearn.cluster import DBSCAN


def run(given, asked):
    settings = asked["settings"]
    model = DBSCAN(eps=settings["radius"], min_samples=int(settings["minNeighbors"]), n_jobs=-1)
    labels = model.fit(given["points"].astype(np.float64)).labels_.astype(np.int64)
    return {
        "clusters": int(labels.max()) + 1,
        "noise": int((labels < 0).sum()),
        "labels": int(((labels + 2) * (np.arange(len(labels)) % 997 + 1)).sum()),
    }
