def nearest(points, centers):
    """The nearest centre of every row, of equally near ones the first, and its squared distance."""
    distances = squared_distances(points, centers)
    labels = distances.argmin(axis=1)
    return labels, distances[np.arange(len(points)), labels]


def sums_by_label(points, labels, clusters):
    sums = np.zeros((clusters, points.shape[1]))
    np.add.at(sums, labels, points)
    return sums, np.bincount(labels, minlength=clusters)


def fill_empty(points, labels, distances, sums, counts):
    """Gives every empty cluster the row farthest from its own centre."""
    empty = np.flatnonzero(counts == 0)
    far = np.argsort(-distances, kind="stable")[: len(empty)]
    for cluster, row in zip(empty, far):
        if distances[row] == 0:
            continue
        sums[labels[row]] -= points[row]
        sums[cluster] = points[row]
        counts[labels[row]] -= 1
        counts[cluster] = 1


def means_of(sums, counts, before):
    return np.where(counts[:, None] > 0, sums / np.maximum(counts, 1)[:, None], before)


def lloyd_steps(points, starts, max_iter, tol, middles=None, give_up=None):
    """Lloyd's algorithm in numpy; gives labels, centres and cost, or None where it was given up.

    `tol` is the sum of squared moves that counts as standing still; `middles` makes centres of
    sums and counts, where these are not means; `give_up` sees the cost after each iteration.
    """
    centers, trace = starts, []
    labels, distances = nearest(points, centers)
    while len(trace) < max_iter:
        sums, counts = sums_by_label(points, labels, len(centers))
        fill_empty(points, labels, distances, sums, counts)
        before, centers = centers, (middles or means_of)(sums, counts, centers)
        last, (labels, distances) = labels, nearest(points, centers)
        trace.append(distances.sum())
        is_fillable = trace[-1] > 0 and len(np.unique(labels)) < len(centers)
        stands = ((centers - before) ** 2).sum() <= tol and not is_fillable
        is_same = (labels == last).all()
        if is_same and not stands and len(trace) < max_iter:
            trace.append(trace[-1])
        if give_up and give_up(trace):
            return None
        if is_same or stands:
            break
    return labels, centers, distances.sum()


def best_run(runs):
    """Of several runs the one of least cost, of equal ones the first; a cost of 0 ends the search."""
    best = None
    for run in runs:
        if run is not None and (best is None or run[2] < best[2]):
            best = run
        if run is not None and run[2] == 0:
            break
    return best
