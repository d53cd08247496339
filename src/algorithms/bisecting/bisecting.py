def split_in_two(points, inertia, split, seed, restarts, start, max_iter, tol):
    """The better half: K-means with two clusters; None where rows cannot be told apart."""
    variance = points.var(axis=0).mean()

    def run(restart):
        starts = choose_starts(points, 2, start, Random(seed, f"bisecting {split}", restart))
        if len(starts) < 2:
            return np.zeros(len(points), dtype=int), starts, inertia
        # scikit-learn multiplies the tolerance by the variance of the rows that it is given.
        fitted = KMeans(2, init=starts, n_init=1, max_iter=max_iter, tol=tol / variance).fit(points)
        return fitted.labels_, fitted.cluster_centers_, fitted.inertia_

    labels = best_run(run(restart) for restart in range(restarts))[0]
    return labels if len(np.unique(labels)) == 2 else None


def bisecting(points, clusters, seed, split_next, restarts, start, max_iter, tol):
    """Splits one cluster in two until there are enough; each split by scikit-learn's KMeans."""
    tolerance = tol * points.var(axis=0).mean()

    def leaf(rows):
        return {"rows": rows, "inertia": ((points[rows] - points[rows].mean(axis=0)) ** 2).sum(), "whole": False}

    leaves, splits = [leaf(np.arange(len(points)))], 0

    def rank(leaf):
        if leaf["inertia"] == 0 or leaf["whole"]:
            return -1
        return len(leaf["rows"]) if split_next == "largest-cluster" else leaf["inertia"]

    while len(leaves) < clusters and any(rank(leaf) >= 0 for leaf in leaves):
        place = max(range(len(leaves)), key=lambda i: rank(leaves[i]))
        rows, inertia = leaves[place]["rows"], leaves[place]["inertia"]
        labels = split_in_two(points[rows], inertia, splits, seed, restarts, start, max_iter, tolerance)
        if labels is None:
            leaves[place]["whole"] = True
            continue
        leaves[place : place + 1] = [leaf(rows[labels == 0]), leaf(rows[labels == 1])]
        splits += 1
    labels = np.zeros(len(points), dtype=int)
    for label, each in enumerate(leaves):
        labels[each["rows"]] = label
    return labels
