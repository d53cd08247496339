def medians_from(points, starts, max_iter):
    """One run of K-medians: rows go where absolute differences are least, centres are medians."""
    def assign(centers):
        distances = np.stack([np.abs(points - center).sum(axis=1) for center in centers], axis=1)
        labels = distances.argmin(axis=1)
        return labels, distances[np.arange(len(points)), labels].sum()

    centers, moved = starts, np.arange(len(starts))
    labels, cost = assign(centers)
    for _ in range(max_iter):
        counts = np.bincount(labels, minlength=len(centers))
        before, centers = centers, centers.copy()
        for cluster in moved:
            if counts[cluster] > 0:
                centers[cluster] = np.median(points[labels == cluster], axis=0)
        empty = np.flatnonzero(counts == 0)
        # An empty cluster takes the row farthest, in a straight line, from its centre.
        lengths = ((points - before[labels]) ** 2).sum(axis=1)
        for cluster, row in zip(empty, np.argsort(-lengths, kind="stable")):
            if lengths[row] > 0:
                centers[cluster] = points[row]
        last, (labels, cost) = labels, assign(centers)
        moved = np.unique(np.concatenate([labels[labels != last], last[labels != last]]))
        if len(moved) == 0:
            break
    return labels, centers, cost


def kmedians(points, clusters, seed, restarts, start, max_iter):
    """The best of several runs from Fenqun's own seeded starts; scikit-learn has no K-medians."""
    def run(restart):
        starts = choose_starts(points, clusters, start, Random(seed, "kmedians", restart))
        return medians_from(points, starts, max_iter)

    return best_run(run(restart) for restart in range(restarts))[0]
