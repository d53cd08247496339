from sklearn.cluster import KMeans


def run(given, asked):
    iterations, inertia = 0, 0.0
    for clusters in range(2, asked["clusters"] + 1):
        model = KMeans(clusters, n_init=1, tol=0, algorithm="lloyd", random_state=1).fit(given["points"])
        iterations += int(model.n_iter_)
        inertia += float(model.inertia_)
    return {"iterations": iterations, "inertia": inertia}
