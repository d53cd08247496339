from sklearn.cluster import KMeans


def run(given, asked):
    model = KMeans(
        asked["clusters"],
        init=given["starts"].astype("float32"),
        n_init=1,
        max_iter=asked["settings"]["iterations"],
        tol=0,
        algorithm="lloyd",
    ).fit(given["points"])
    return {"inertia": float(model.inertia_), "iterations": int(model.n_iter_)}
